export { MAX_WORKBOOK_BYTES, type ReadAnnexOptions, readAnnex, workbookReader } from "./annex/index.ts";

export { type CellLexicon, type ReadValue, type ReadValueOptions, readValue } from "./cells/index.ts";
export { MAX_TEXT_BYTES } from "./input/decode.ts";
export type { PackageLimits } from "./input/ooxml/index.ts";
export { MAX_DOCUMENT_BYTES } from "./input/read-document.ts";
export {
  type Cell,
  readWorkbook,
  type Sheet,
  type Workbook,
  type WorkbookLimits,
} from "./input/workbook/index.ts";
export {
  documentReader,
  type OpenOptions,
  openDocument,
  openFile,
  openReports,
} from "./open.ts";
export { readReportDocx } from "./report-docx.ts";
export { readReport } from "./report-text.ts";
export {
  type CellContent,
  reportWriter,
  tableHtmlWriter,
  workbookWriter,
  writeReport,
  writeTableHtml,
  writeWorkbook,
  writeXlsxTable,
} from "./write/index.ts";
