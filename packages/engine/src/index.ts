export * from "./engine/index.ts";
export * from "./log/index.ts";
export * from "./project/index.ts";
export * from "./roles/index.ts";
export { memoryStore } from "./stores/memory/index.ts";
export * from "./timers/index.ts";
