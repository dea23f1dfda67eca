import type { FrameworkDocument, Result } from "@cadre/core";
import { blocksOfText } from "./blocks/index.ts";
import { decodeText } from "./input/decode.ts";
import { readBlocks } from "./report/assemble.ts";

/**
 * Reads a PBF progress report saved as text (UTF-8; French or English; template of 2018 and later) into a framework document.
 *
 * Every cell that is not read whole keeps its words and yields a finding with its line. Activity events and values concluded from the
 * narrative are marked `inferred` and carry the sentence that they rest on. Refused, with the place, what was found and what was
 * expected: an empty or too large file, another format or encoding, another template, a table that is cut off or lacks a column.
 */
export function readReport(bytes: Uint8Array): Result<FrameworkDocument> {
  const text = decodeText(bytes);
  return text.ok ? readBlocks(blocksOfText(text.value)) : text;
}
