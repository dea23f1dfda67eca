export { parseJson, parseJsonInSteps } from "./parse-json.ts";
export { JSON_LIMITS, type JsonLimits } from "./scan.ts";
