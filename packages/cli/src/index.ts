export { commandMessages, type Messages as CommandMessages } from "./messages.ts";
export { run } from "./run.ts";
export type { Terminal } from "./terminal.ts";
