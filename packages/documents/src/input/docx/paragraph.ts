import type { Block, CellPosition } from "../../blocks/index.ts";
import { fold } from "../../blocks/index.ts";

/** A block on its way: its number, 0 here, and whether it opens its cell are known once all are. */
export type Pending = Block;

/** What goes before a paragraph: lines, the open one last, and the findings in them. */
export interface Beginning {
  lines: string[][];
  notices: ((block: Pending) => void)[];
}

export const nothing = (): Beginning => ({ lines: [[]], notices: [] });
export const isNothing = ({ lines, notices }: Beginning) =>
  notices.length === 0 && lines.every((parts) => parts.length === 0);

/** A paragraph that is being read. */
export class Paragraph {
  /** The text of lines that are broken by hand, the open one last. */
  readonly lines: string[][];
  /** What its text boxes hold: it follows the paragraph of their anchor. */
  readonly boxes: Pending[] = [];
  /** Findings in it: called with the block that it belongs to once that is known. */
  readonly notices: ((block: Pending) => void)[];
  style: string | null = null;
  list: string | null = null;
  level: number | null = null;
  /** Whether its end was deleted by a tracked change: it goes on in the next one. */
  endDeleted = false;
  readonly position: CellPosition | null;

  /** Takes over its beginning. */
  constructor(position: CellPosition | null, { lines, notices }: Beginning) {
    this.position = position;
    this.lines = lines;
    this.notices = notices;
  }

  add(text: string): void {
    this.lines.at(-1)?.push(text);
  }

  break(): void {
    this.lines.push([]);
  }

  get text(): string {
    return this.lines.map((parts) => parts.join("")).join(" ");
  }

  /** Its blocks, one a line; `mark` is the number or bullet that is set before it. */
  blocks(mark: string): Pending[] {
    const lines = this.lines.map((parts) => fold(parts.join("")));
    const first = lines[0] ?? "";
    if (first !== "" && mark !== "") lines[0] = mark + first;
    // Breaks at the end, and several in a row, leave no blocks of their own.
    const said = lines.filter((text, index) => index === 0 || text !== "");
    const blocks = said.map((text): Pending => ({ line: 0, text, opensCell: false, cell: this.position }));
    const [head] = blocks;
    if (head !== undefined) for (const notice of this.notices) notice(head);
    return [...blocks, ...this.boxes];
  }
}
