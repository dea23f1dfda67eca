import type { CellPosition } from "../../blocks/index.ts";

/** No table has more columns, and Word allows 63. */
const MAX_SPAN = 1000;

const count = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1;
};

interface OpenTable {
  /** Left edges of the grid's columns, and the right edge of the last. */
  edges: number[];
  row: number;
  cell: number;
  /** The grid column behind the last cell. */
  column: number;
  /** Identities of the open row and cell, for what is side by side in a nested table. */
  besideRow: number;
  besideCell: number;
  position: CellPosition | null;
}

/** The tables that are open at a point of the document, and the position of a paragraph there. */
export class Tables {
  private readonly open: OpenTable[] = [];
  private tables = 0;
  private identities = 0;

  table(): void {
    if (this.open.length === 0) this.tables += 1;
    const [row, cell, column] = [0, 0, 0];
    this.open.push({ edges: [0], row, cell, column, besideRow: 0, besideCell: 0, position: null });
  }

  endTable(): void {
    this.open.pop();
  }

  gridColumn(width: string | undefined): void {
    const table = this.open.at(-1);
    if (table === undefined || table.edges.length > MAX_SPAN) return;
    table.edges.push((table.edges.at(-1) ?? 0) + Math.max(1, Math.min(100_000, Number(width) || 1000)));
  }

  row(): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.cell = 0;
    table.column = 0;
    this.identities += 1;
    table.besideRow = this.identities;
  }

  skipColumns(columns: string | undefined): void {
    const table = this.open.at(-1);
    if (table !== undefined) table.column += count(columns);
  }

  cell(): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    table.cell += 1;
    this.identities += 1;
    table.besideCell = this.identities;
    const { row, cell, column } = table;
    const [left, right] = [edge(table, column), edge(table, column + 1)];
    table.column = column + 1;
    const beside = { row: table.besideRow, cell: table.besideCell };
    table.position = { table: this.tables, row, cell, left, right, continues: false, beside };
  }

  span(columns: string | undefined): void {
    const table = this.open.at(-1);
    if (!table?.position) return;
    table.column += count(columns) - 1;
    table.position.right = edge(table, table.column);
  }

  /** The open cell goes on from the one above it. */
  continues(): void {
    const position = this.open.at(-1)?.position;
    if (position) position.continues = true;
  }

  /** The position of a paragraph here: that of the outermost cell; `null` outside of tables. */
  currentPosition(): CellPosition | null {
    const [outer] = this.open;
    const inner = this.open.at(-1);
    if (!outer?.position) return null;
    if (inner === undefined || inner === outer) return outer.position;
    return { ...outer.position, beside: { row: inner.besideRow, cell: inner.besideCell } };
  }
}

/** The left edge of a grid column, beyond the grid too. */
function edge({ edges }: OpenTable, column: number): number {
  const known = edges[column];
  if (known !== undefined) return known;
  const last = edges.length - 1;
  return (edges[last] ?? 0) + (column - last) * 1000;
}
