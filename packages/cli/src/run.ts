import { CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import { EXIT } from "./exit.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `cadre` with its arguments and returns the exit code (`EXIT`): 0 done, 1 the input has errors, 2 wrong use or no such file. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = EXIT.done;
  const program = createProgram(manifest.version, terminal, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.use;
  }
  return exit;
}
