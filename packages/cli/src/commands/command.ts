import { formatLocation, type Language, type Problem } from "@cadre/core";
import { WORDS } from "../messages.ts";

/** Where a command writes, and for whom. */
export interface Terminal {
  /** Prints a text and ends the line: what the user asked for. */
  out: (text: string) => void;
  /** The same for messages. */
  error: (text: string) => void;
  /** Columns; unknown where the output is no terminal. */
  width: number | undefined;
  color: boolean;
  /** Whether somebody watches the messages as they come. */
  interactive: boolean;
  /** The language that the environment asks for. */
  language: Language;
  /** Shows how far a long task has come, in place of what it showed before; `null` takes it away. */
  progress?: (line: string | null) => void;
  /** Has `stop` called when the user interrupts; returns what ends that. */
  onInterrupt?: (stop: () => void) => () => void;
}

/** What every command that reads a file takes. */
export interface ReadOptions {
  json?: boolean;
  lang?: Language;
  /** Which activity of a file of IATI, by its identifier. */
  activity?: string;
}

/** Done · the input has errors · wrong use · interrupted (128 + SIGINT, as shells have it). */
export const EXIT = { done: 0, input: 1, use: 2, interrupted: 130 } as const;

/** Tells why an input was refused: file, place, what was found, what was expected. */
export function tellProblems(
  file: string,
  problems: readonly Problem[],
  language: Language,
  terminal: Terminal,
): void {
  const words = WORDS[language];
  const most = 20;
  for (const { code, where, message, found, expected } of problems.slice(0, most)) {
    terminal.error(`cadre: ${file}: ${formatLocation(where, language)}: ${message[language]} [${code}]`);
    terminal.error(`  ${words.found}: ${found}`);
    terminal.error(`  ${words.expected}: ${expected}`);
  }
  if (problems.length > most) terminal.error(`  … +${problems.length - most}`);
}
