import { type Block, type CellPosition, fold } from "../blocks/index.ts";

/** No table has more columns, nor a cell more rows. */
const MAX_SPAN = 1000;
/** A report of 60 pages has some 3,000 paragraphs and 300,000 characters. */
const MAX_BLOCKS = 30_000;
const MAX_CHARACTERS = 4_000_000;

/** The message of a document that has more than a builder takes. */
export const BUILDER_LIMITS = `${MAX_BLOCKS} paragraphs, ${MAX_SPAN} cells a row`;
/** Width of a column where a format does not say it. */
const COLUMN = 1000;

interface OpenTable {
  row: number;
  cell: number;
  /** The grid column that the next cell begins in. */
  column: number;
  besideRow: number;
  position: CellPosition | null;
  /** Cells from rows above that reach into this one, by their first grid column. */
  spanning: Map<number, { columns: number; rows: number }>;
  /** Cells of the open row that reach into rows below. */
  opened: Map<number, { columns: number; rows: number }>;
}

const count = (span: number | undefined): number =>
  span !== undefined && Number.isInteger(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;

/**
 * Builds blocks from a document that says where its paragraphs, tables, rows and cells begin and end. Columns are counted, so that merged
 * cells are as wide as the ones that they replace; a cell over several rows continues in those below.
 */
export class DocumentBuilder {
  readonly blocks: Block[] = [];
  private readonly open: OpenTable[] = [];
  private characters = 0;
  private widest = 0;
  private tables = 0;
  private identities = 0;
  private lines: string[] = [""];
  /** Whether the open cell has a block yet. */
  private cellIsEmpty = false;

  /** Whether the document is larger than any report: what follows is left out, so whoever builds it must refuse it. */
  get isFull(): boolean {
    return this.blocks.length >= MAX_BLOCKS || this.characters > MAX_CHARACTERS || this.widest > MAX_SPAN;
  }

  get inTable(): boolean {
    return this.open.length > 0;
  }

  text(text: string): void {
    this.characters += text.length;
    if (this.characters > MAX_CHARACTERS) return;
    this.lines.push((this.lines.pop() ?? "") + text);
  }

  lineBreak(): void {
    this.lines.push("");
  }

  /** Whether the open paragraph has text. */
  get hasText(): boolean {
    return this.lines.some((line) => line.trim() !== "");
  }

  /** Ends the open paragraph: a block for each of its lines. `keepEmpty`: also where it has no text. */
  endParagraph(keepEmpty = false): void {
    const lines = this.lines.map(fold);
    this.lines = [""];
    const said = lines.filter((text, index) => text !== "" || (index === 0 && keepEmpty));
    for (const text of said) this.put(text);
  }

  private get position(): CellPosition | null {
    const [outer] = this.open;
    const inner = this.open.at(-1);
    if (!outer?.position) return null;
    if (inner === undefined || inner === outer || inner.position === null) return outer.position;
    return { ...outer.position, beside: inner.position.beside };
  }

  private put(text: string): void {
    if (this.isFull) return;
    const { position } = this;
    this.blocks.push({ line: this.blocks.length + 1, text, opensCell: this.cellIsEmpty, cell: position });
    this.cellIsEmpty = false;
  }

  openTable(): void {
    this.endParagraph();
    if (this.open.length === 0) this.tables += 1;
    this.open.push({
      row: 0,
      cell: 0,
      column: 0,
      besideRow: 0,
      position: null,
      spanning: new Map(),
      opened: new Map(),
    });
  }

  openRow(): void {
    this.endParagraph();
    const table = this.open.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.cell = 0;
    table.column = 0;
    table.position = null;
    this.identities += 1;
    table.besideRow = this.identities;
  }

  private place(table: OpenTable, columns: number, continues: boolean, edges?: [number, number]): void {
    table.cell += 1;
    this.widest = Math.max(this.widest, table.cell);
    this.identities += 1;
    const [left, right] = edges ?? [table.column * COLUMN, (table.column + columns) * COLUMN];
    table.column += columns;
    table.position = {
      table: this.tables,
      row: table.row,
      cell: table.cell,
      left,
      right,
      continues,
      beside: { row: table.besideRow, cell: this.identities },
    };
    if (this.open.length === 1) this.cellIsEmpty = true;
  }

  /** Cells from above that come before the next cell of the row. */
  private continued(table: OpenTable): void {
    let span = table.spanning.get(table.column);
    while (span !== undefined) {
      table.spanning.delete(table.column);
      if (span.rows > 1) table.opened.set(table.column, { columns: span.columns, rows: span.rows - 1 });
      this.place(table, span.columns, true);
      if (this.open.length === 1) this.put("");
      span = table.spanning.get(table.column);
    }
  }

  /** `edges`: the cell's left and right edge, in formats that give them; else columns are counted. */
  openCell(
    span: { columns?: number; rows?: number; continues?: boolean; edges?: [number, number] } = {},
  ): void {
    this.endParagraph();
    const table = this.open.at(-1);
    if (table === undefined) return;
    if (table.row === 0) this.openRow();
    this.continued(table);
    const [columns, rows] = [count(span.columns), count(span.rows)];
    if (rows > 1) table.opened.set(table.column, { columns, rows: rows - 1 });
    this.place(table, columns, span.continues === true, span.edges);
  }

  closeCell(): void {
    const table = this.open.at(-1);
    this.endParagraph();
    if (table === undefined) return;
    if (this.open.length === 1 && this.cellIsEmpty && table.position !== null) this.put("");
    table.position = null;
    if (this.open.length === 1) this.cellIsEmpty = false;
  }

  closeRow(): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    if (table.position !== null) this.closeCell();
    this.continued(table);
    table.position = null;
    table.spanning = table.opened;
    table.opened = new Map();
  }

  closeTable(): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    if (table.position !== null) this.closeCell();
    this.endParagraph();
    this.open.pop();
  }

  /** The blocks, once everything is closed. */
  finish(): Block[] {
    while (this.open.length > 0) this.closeTable();
    this.endParagraph();
    return this.blocks;
  }
}
