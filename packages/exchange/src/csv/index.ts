export {
  type ValueRow,
  valueRows,
  valuesCsvWriter,
  valuesHxlWriter,
} from "./document.ts";
export { explainTableMapping } from "./mapping/explain.ts";
export { guessTableMapping } from "./mapping/guess.ts";
export {
  type GuessedMapping,
  parseTableMapping,
  TableMapping,
  TableOrigin,
  TablePeriod,
  TableValue,
} from "./mapping/mapping.ts";
export { type CsvSourceOptions, csvSource } from "./source.ts";
export { readTable, sampleTable, type TableHead, type TableTextOptions } from "./text/head.ts";
export type { TextEncoding } from "./text/text.ts";
export { type CsvWriteOptions, csvTable, observationsCsv } from "./write.ts";
