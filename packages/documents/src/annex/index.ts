export { isAnnexDocument } from "./from-blocks.ts";
export {
  MAX_WORKBOOK_BYTES,
  type ReadAnnexOptions,
  readAnnex,
  readAnnexBlocks,
  workbookReader,
} from "./read-annex.ts";
