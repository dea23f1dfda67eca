export { type By, createShelf, type Put, type Shelf, type Shelved } from "./shelf.ts";
