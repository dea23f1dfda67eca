import type { FrameworkDocument, Result } from "@cadre/core";
import { blocksOfDocx } from "./input/docx/index.ts";
import { readBlocks } from "./report/assemble.ts";

/**
 * Reads a PBF progress report as Word keeps it (.docx, .docm; French or English; template of 2018 and later), by the same template
 * grammar as text: the same text gives the same document. Locations name the table, row and cell.
 */
export async function readReportDocx(bytes: Uint8Array): Promise<Result<FrameworkDocument>> {
  const read = await blocksOfDocx(bytes);
  return read.ok ? readBlocks(read.value.blocks, read.value.findings) : read;
}
