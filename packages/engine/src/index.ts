export * from "./log/index.ts";
export { memoryStore } from "./memory/index.ts";
