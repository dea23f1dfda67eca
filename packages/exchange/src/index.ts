export { type CsvOptions, readObservationsCsv } from "./csv/read.ts";
export { type JsonReadOptions, jsonSource, readObservationsJson } from "./json/observations-json.ts";
export { parseJson } from "./json/parse-json.ts";
export { JSON_LIMITS, type JsonLimits } from "./json/scan.ts";
