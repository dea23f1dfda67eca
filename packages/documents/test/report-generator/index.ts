export { type Measured, measure } from "./measure.ts";
export { asDocx, asText } from "./render.ts";
export { type GeneratedReport, generateReport, matureReport } from "./report.ts";
