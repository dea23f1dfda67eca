export { MAX_WORKBOOK_BYTES, type ReadAnnexOptions, readAnnex, workbookReader } from "./annex/index.ts";
export { decodeText, inputTooLarge, MAX_TEXT_BYTES } from "./border/decode.ts";
export type { BreakdownWords } from "./cells/breakdown.ts";
export type { CellWords } from "./cells/figure.ts";
export type { PackageLimits } from "./ooxml/index.ts";
export {
  reportWriter,
  tableHtmlWriter,
  workbookWriter,
  writeReport,
  writeTableHtml,
  writeWorkbook,
} from "./paper/index.ts";
export { MAX_DOCX_BYTES, readReportDocx, reportDocxReader } from "./report-docx.ts";
export { readReport, reportTextReader } from "./report-text.ts";
export type { WorkbookLimits } from "./workbook/index.ts";
