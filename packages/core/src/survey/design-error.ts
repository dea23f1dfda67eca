import { mismatch } from "../diagnostics/mismatch.ts";
import type { Bilingual } from "../locale/language.ts";

/** Columns that say how a sample was drawn and contradict one another or the sample. */
export class DesignError extends RangeError {
  /** What was found, for a problem. */
  readonly found: string | number | null;
  /** What was expected. */
  readonly expected: string;
  /** Both, in a sentence. */
  readonly reason: Bilingual;
  constructor(where: Bilingual, value: unknown, expected: Bilingual) {
    const { found, message } = mismatch(where, value, expected);
    super(message.en);
    this.found = found;
    this.expected = expected.en;
    this.reason = message;
  }
}
