import type { Reader, Writer } from "@cadre/core";
import {
  documentReader,
  reportWriter,
  tableHtmlWriter,
  workbookReader,
  workbookWriter,
} from "@cadre/documents";
import { valuesCsvWriter, valuesHxlWriter } from "@cadre/exchange/csv";
import { iatiReader, iatiWriter } from "@cadre/exchange/iati";
import { valuesParquetWriter } from "@cadre/exchange/parquet";
import { dashboardHtmlWriter } from "./dashboard-html.ts";
import { frameworkJsonReader, frameworkJsonWriter } from "./framework-json.ts";

/** The formats that the commands read. */
export const READERS: readonly Reader[] = [frameworkJsonReader, iatiReader, workbookReader, documentReader];

/** The formats that `cadre convert` writes. */
export const WRITERS: readonly Writer[] = [
  frameworkJsonWriter,
  iatiWriter,
  workbookWriter,
  reportWriter,
  tableHtmlWriter,
  dashboardHtmlWriter,
  valuesCsvWriter,
  valuesHxlWriter,
  valuesParquetWriter,
];
