export { type CsvOptions, readObservationsCsv } from "./csv/read.ts";
export { readObservationsJson } from "./json/observations-json.ts";
export { parseJson } from "./json/parse-json.ts";
export type { ObservationReading, ReadRejection } from "./reading.ts";
