export { reportWriter, writeReport } from "./docx/write-report.ts";
export { tableHtmlWriter, writeTableHtml } from "./html/table-html.ts";
export { type CellContent, writeXlsxTable } from "./xlsx/table.ts";
export { workbookWriter, writeWorkbook } from "./xlsx/write-workbook.ts";
