export type { DecoderLimits } from "../columnar/messages.ts";
export { type ParquetFile, parquetSource } from "./source.ts";
export { observationsParquet, parquetTable, valuesParquetWriter } from "./write.ts";
