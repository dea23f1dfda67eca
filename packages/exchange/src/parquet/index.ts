export { type ParquetFile, parquetSource } from "./source.ts";
export { observationsParquet, parquetTable, valuesParquetWriter } from "./write.ts";
