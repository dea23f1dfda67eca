import type { Language } from "@cadre/core";

/** Where a command writes, and for whom. */
export interface Terminal {
  /** Prints a text and ends the line: what the user asked for. */
  out: (text: string) => void;
  /** The same for messages. */
  error: (text: string) => void;
  /** Columns; unknown where the output is no terminal. */
  width: number | undefined;
  /** Whether output may be coloured. */
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
