import { type Bilingual, bilingual, type Problem } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { PACKAGE_LIMITS, type PackageLimits } from "../ooxml/index.ts";
import { problem } from "../problem.ts";

/** What a workbook may hold. A budget of 5,000 lines has 50,000 cells. */
export interface WorkbookLimits {
  /** Limits of the ZIP archive that the workbook is. */
  package: PackageLimits;
  /** Rows of one sheet that have cells. */
  rows: number;
  /** Cells of all sheets together; shared texts as well. */
  cells: number;
}

/** Limits for the fund's annexes. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  package: { ...PACKAGE_LIMITS, partBytes: 12 * 1024 * 1024, totalBytes: 96 * 1024 * 1024 },
  rows: 20_000,
  cells: 90_000,
};

/** What Excel itself lets a cell hold; longer texts do not come from a spreadsheet program. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Thrown inside the reader of a part to stop it. */
export class WorkbookRefusal extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.code);
    this.problem = refusal;
  }
}

export const sheetTooLarge = (sheet: string, limit: Bilingual): Problem => {
  const found = bilingual(en.moreThan, fr.moreThan, limit);
  return problem(
    "sheet-too-large",
    { path: sheet },
    bilingual(en.sheetTooLarge, fr.sheetTooLarge, sheet, found, limit),
    found.en,
    limit.en,
  );
};

export const cellTooLong = (part: string): Problem => {
  const limit = `at most ${MAX_CELL_CHARACTERS} characters`;
  return problem(
    "cell-too-long",
    { path: part },
    bilingual(en.cellTooLong, fr.cellTooLong, part, MAX_CELL_CHARACTERS),
    "more",
    limit,
  );
};
