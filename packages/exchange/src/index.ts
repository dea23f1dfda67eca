export { JSON_LIMITS, type JsonLimits, parseJson } from "@cadre/core/json";
export { type CsvOptions, readObservationsCsv } from "./csv/read.ts";
export { type JsonReadOptions, jsonSource, readObservationsJson } from "./json/observations-json.ts";
export { currentMapping } from "./mapping/bounded.ts";
