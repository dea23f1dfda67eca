export { workbookWriter, writeWorkbook } from "./xlsx/write-workbook.ts";
