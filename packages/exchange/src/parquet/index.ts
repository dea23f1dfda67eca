export { type ParquetFile, parquetSource } from "./source.ts";
export { observationsParquet, valuesParquetWriter } from "./write.ts";
