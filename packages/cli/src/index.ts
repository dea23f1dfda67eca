export type { Terminal } from "./commands/command.ts";
export { run } from "./run.ts";
