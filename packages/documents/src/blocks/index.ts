export type { Block, CellPosition, ReadDocument } from "./block.ts";
export { fold } from "./fold.ts";
export { blocksOfText } from "./text.ts";
