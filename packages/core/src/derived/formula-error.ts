import type { Bilingual } from "../locale/index.ts";

/** Why a formula is not understood, in both languages: a clause without its full stop. */
export class FormulaError extends RangeError {
  /** What is not understood, as a clause of a sentence. */
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.name = "FormulaError";
    this.reason = reason;
  }
}
