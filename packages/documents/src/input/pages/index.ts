export { blocksOfPages, type Openings } from "./blocks.ts";
export type { Page, Rule, TextRun } from "./page.ts";
export type { KnownHeads, TableHead } from "./table-head.ts";
