export { parseJson } from "./parse-json.ts";
export { JSON_LIMITS, type JsonFault, type JsonLimits, scanJson } from "./scan.ts";
