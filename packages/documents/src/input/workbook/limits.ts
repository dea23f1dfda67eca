import type { Problem } from "@cadre/core";
import { PACKAGE_LIMITS, type PackageLimits } from "../ooxml/index.ts";
import { problem } from "../problem.ts";
import * as messages from "./messages.ts";

/** What a workbook may hold. A budget of 5,000 lines has 50,000 cells. */
export interface WorkbookLimits {
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

/** What Excel itself lets a cell hold; what is longer was not made by a spreadsheet program. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Leaves a reader of parts from within. */
export class WorkbookRefusal extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.code);
    this.problem = refusal;
  }
}

export const sheetTooLarge = (sheet: string, found: string, most: string): Problem =>
  problem("sheet-too-large", { path: sheet }, messages.sheetTooLarge(sheet, found, most), found, most);

export const cellTooLong = (place: string): Problem => {
  const most = `at most ${MAX_CELL_CHARACTERS} characters`;
  return problem(
    "cell-too-long",
    { path: place },
    messages.cellTooLong(place, MAX_CELL_CHARACTERS),
    "more",
    most,
  );
};
