export {
  type FigureRow,
  figureRows,
  figuresCsvWriter,
  figuresHxlWriter,
} from "./document.ts";
export { explainTableMapping } from "./explain.ts";
export { type GuessedMapping, guessTableMapping } from "./guess.ts";
export { sampleTable, type TableHead } from "./head.ts";
export {
  parseTableMapping,
  TableFigure,
  TableMapping,
  TableOrigin,
  TablePeriod,
} from "./mapping.ts";
export { type CsvOptions, readObservationsCsv } from "./read.ts";
export { type CsvSourceOptions, csvSource } from "./source.ts";
export type { TextEncoding } from "./text.ts";
export { type CsvWriteOptions, observationsCsv } from "./write.ts";
