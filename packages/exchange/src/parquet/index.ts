export { type ParquetFile, parquetSource } from "./source.ts";
export { figuresParquetWriter, observationsParquet } from "./write.ts";
