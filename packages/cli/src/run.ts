import type { Language } from "@cadre/core";
import { CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import { EXIT } from "./exit.ts";
import { LANGUAGES } from "./program/options.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError, usageLines } from "./usage.ts";

/** The language that the arguments ask for, known before they are parsed: help and what is said of wrong use are in it, too. */
function languageOf(args: readonly string[]): Language | undefined {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  const asked = options.flatMap((arg, index) =>
    arg === "--lang"
      ? (options[index + 1] ?? "")
      : arg.startsWith("--lang=")
        ? arg.slice("--lang=".length)
        : [],
  );
  return LANGUAGES.find((language) => language === asked.at(-1));
}

/** Runs `cadre` with its arguments and returns the exit code (`EXIT`): 0 done, 1 the input has errors, 2 wrong use or no such file. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = EXIT.done;
  const language = languageOf(args) ?? terminal.language;
  const { help } = await (language === "fr" ? import("./help.fr.ts") : import("./help.en.ts"));
  const program = createProgram(manifest.version, { ...terminal, language }, help, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.use;
    if (!(error instanceof UsageError)) throw error;
    for (const line of await usageLines(error, help)) terminal.error(line);
    return EXIT.use;
  }
  return exit;
}
