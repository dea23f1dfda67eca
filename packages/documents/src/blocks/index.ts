export type { Block, CellPosition } from "./block.ts";
export { fold } from "./fold.ts";
export { blocksOfText } from "./text.ts";
