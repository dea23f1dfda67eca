import type { Bilingual } from "../locale/language.ts";

/** Why cells make no table of counts that can be protected. */
export type TableErrorCode =
  | "table-too-large"
  | "not-a-count"
  | "unknown-category"
  | "cell-twice"
  | "rounding-base"
  | "running-total-fell";

/** Thrown where cells make no table of counts that can be protected. */
export class TableError extends RangeError {
  /** What is wrong, the same in every language. */
  readonly code: TableErrorCode;
  /** What is wrong, in both languages. */
  readonly reason: Bilingual;
  constructor(code: TableErrorCode, reason: Bilingual) {
    super(reason.en);
    this.name = "TableError";
    this.code = code;
    this.reason = reason;
  }
}
