export { type Board, createBoard, type Shown } from "./board.ts";
