export { MAX_WORKBOOK_BYTES, type ReadAnnexOptions, readAnnex, workbookReader } from "./read-annex.ts";
