import { formatLocation, type Language, type Problem } from "@cadre/core";
import type { Profile } from "@cadre/core/lifecycle";
import { expectedText } from "@cadre/core/locale";
import { FILE_NOT_READABLE, fileNotReadable } from "@cadre/documents/internal";
import { EXIT } from "../exit.ts";
import { inputsOf } from "../inputs.ts";
import { MESSAGES } from "../messages.ts";
import { foundText } from "../output/found-text.ts";
import { profileOf } from "../profile.ts";
import type { Terminal } from "../terminal.ts";

export { EXIT } from "../exit.ts";
export type { Terminal } from "../terminal.ts";

/** What every command that reads a file takes. */
export interface ReadOptions {
  json?: boolean;
  lang?: Language;
  /** Which activity of a file of IATI, by its identifier. */
  activity?: string;
  /** Module that exports a profile. */
  profile?: string;
}

/**
 * Reports why an input was refused: file, location, found, expected. Returns the exit code: {@link EXIT.use} where the file is not there or
 * cannot be opened, else {@link EXIT.input}.
 */
export function reportProblems(
  file: string,
  problems: readonly Problem[],
  language: Language,
  terminal: Terminal,
): number {
  const messages = MESSAGES[language];
  const limit = 20;
  for (const { code, where, message, found, expected } of problems.slice(0, limit)) {
    terminal.error(`cadre: ${file}: ${formatLocation(where, { language })}: ${message[language]} [${code}]`);
    // Where nothing is expected, what was found is in the message.
    if (found !== null || expected !== null)
      terminal.error(`  ${messages.found}${messages.colon} ${foundText(found, { language })}`);
    if (expected !== null)
      terminal.error(
        `  ${messages.expected}${messages.colon} ${typeof expected === "string" ? expectedText(expected, { language }) : expected}`,
      );
  }
  if (problems.length > limit) terminal.error(`  … +${problems.length - limit}`);
  return problems.some(({ code }) => code === FILE_NOT_READABLE) ? EXIT.use : EXIT.input;
}

/** The profile that a command's option names, or the exit code where its module cannot be used: that is reported. */
export async function profileFor(
  { profile: path }: Pick<ReadOptions, "profile">,
  language: Language,
  terminal: Terminal,
): Promise<Profile | number> {
  const profile = await profileOf(path);
  return profile.ok ? profile.value : reportProblems(path ?? "", profile.problems, language, terminal);
}

/**
 * Reads the files that a command's arguments name, one after the other, and says how that went: {@link EXIT.use} where an argument names
 * nothing that is there (nothing is read then), else the gravest that `read` returned.
 */
export async function eachInput(
  paths: readonly string[],
  language: Language,
  terminal: Terminal,
  read: (file: string, single: boolean) => Promise<number>,
): Promise<{ exit: number; single: boolean }> {
  const { files, single, missing } = await inputsOf(paths);
  for (const path of missing)
    reportProblems(
      path,
      [fileNotReadable(Object.assign(new Error(path), { code: "ENOENT" }))],
      language,
      terminal,
    );
  if (missing.length > 0) return { exit: EXIT.use, single };
  let exit: number = EXIT.done;
  for (const file of files) exit = Math.max(exit, await read(file, single));
  return { exit, single };
}
