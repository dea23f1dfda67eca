export { type CsvOptions, readObservationsCsv } from "./csv/read.ts";
export { jsonSource, readObservationsJson } from "./json/observations-json.ts";
export { parseJson } from "./json/parse-json.ts";
