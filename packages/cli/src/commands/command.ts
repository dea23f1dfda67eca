import { formatLocation, type Language, type Problem } from "@cadre/core";
import { MESSAGES } from "../messages.ts";

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

/** Reports why an input was refused: file, location, found, expected. */
export function tellProblems(
  file: string,
  problems: readonly Problem[],
  language: Language,
  terminal: Terminal,
): void {
  const messages = MESSAGES[language];
  const limit = 20;
  for (const { code, where, message, found, expected } of problems.slice(0, limit)) {
    terminal.error(`cadre: ${file}: ${formatLocation(where, language)}: ${message[language]} [${code}]`);
    terminal.error(`  ${messages.found}: ${found}`);
    terminal.error(`  ${messages.expected}: ${expected}`);
  }
  if (problems.length > limit) terminal.error(`  … +${problems.length - limit}`);
}
