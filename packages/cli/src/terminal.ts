import type { Language } from "@cadre/core";
import type { OwnLanguage } from "@cadre/core/locale";

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
  /** Language of an agency's own that tables and pages are shown in; messages are in its fallback. */
  own?: OwnLanguage | undefined;
  /** Shows how far a long task has come, in place of what it showed before; `null` takes it away. */
  progress?: (line: string | null) => void;
  /** Has `stop` called when the user interrupts; returns what ends that. */
  onInterrupt?: (stop: () => void) => () => void;
}
