export type { Block, CellPlace } from "./block.ts";
export { fold } from "./fold.ts";
export { blocksOfText } from "./text.ts";
