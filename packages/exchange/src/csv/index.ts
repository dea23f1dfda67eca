export {
  type FigureRow,
  figureRows,
  figuresCsvWriter,
  figuresHxlWriter,
} from "./document.ts";
export { explainTableMapping } from "./mapping/explain.ts";
export { type GuessedMapping, guessTableMapping } from "./mapping/guess.ts";
export {
  parseTableMapping,
  TableFigure,
  TableMapping,
  TableOrigin,
  TablePeriod,
} from "./mapping/mapping.ts";
export { type CsvOptions, readObservationsCsv } from "./read.ts";
export { type CsvSourceOptions, csvSource } from "./source.ts";
export { sampleTable, type TableHead } from "./text/head.ts";
export type { TextEncoding } from "./text/text.ts";
export { type CsvWriteOptions, observationsCsv } from "./write.ts";
