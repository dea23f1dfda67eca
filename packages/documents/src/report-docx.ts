import type { FrameworkDocument, Reader, Result } from "@cadre/core";
import { blocksOfDocx } from "./input/docx/index.ts";
import { readBlocks } from "./report/assemble.ts";

/** A report of 60 pages is a few hundred kB; photographs make it a few MB. */
export const MAX_DOCX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a PBF progress report as Word keeps it (.docx, .docm; French or English; template of 2018 and later), by the same template
 * grammar as text: the same paper gives the same document. Places name the table, row and cell.
 */
export async function readReportDocx(bytes: Uint8Array): Promise<Result<FrameworkDocument>> {
  const read = await blocksOfDocx(bytes);
  return read.ok ? readBlocks(read.value.blocks, read.value.findings) : read;
}

/** A progress report as a Word document. */
export const reportDocxReader: Reader = {
  format: "docx",
  extensions: [".docx", ".docm"],
  maxBytes: MAX_DOCX_BYTES,
  read: readReportDocx,
};
