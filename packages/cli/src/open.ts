import type { FrameworkDocument, Result } from "@cadre/core";
import { readInput } from "./input.ts";

/** Options of {@link open}. */
export interface OpenFileOptions {
  /** Which activity of a file of IATI, by its identifier. Default: the only one. */
  activity?: string;
}

/**
 * Opens any supported file, by what it contains: a report or a project document (.docx, .odt, .pdf, .txt), a workbook or budget annex (.xlsx),
 * IATI, or a framework document in JSON.
 */
export const open = (path: string, { activity }: OpenFileOptions = {}): Promise<Result<FrameworkDocument>> =>
  readInput(path, activity);
