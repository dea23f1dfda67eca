export { type ParquetFile, parquetSource } from "./source.ts";
