export * from "./commands/index.ts";
export * from "./engine/index.ts";
export * from "./events/index.ts";
export * from "./log/index.ts";
export * from "./roles/index.ts";
export { memoryStore } from "./stores/memory/index.ts";
export * from "./timers/index.ts";
