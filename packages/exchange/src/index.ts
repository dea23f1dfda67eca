export { JSON_LIMITS, type JsonLimits, parseJson } from "@cadre/core/json";
export { type JsonReadOptions, jsonSource } from "./json/observations-json.ts";
export { currentMapping } from "./mapping/bounded.ts";
export type { RowsRead } from "./rows-source.ts";
