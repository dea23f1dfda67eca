import type { Reader, Writer } from "@cadre/core";
import {
  reportDocxReader,
  reportTextReader,
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

/** The formats that the commands read, in the order in which they are tried. Whatever has no reader of its own is taken for text. */
export const READERS: readonly Reader[] = [
  frameworkJsonReader,
  iatiReader,
  workbookReader,
  reportDocxReader,
  reportTextReader,
];

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
