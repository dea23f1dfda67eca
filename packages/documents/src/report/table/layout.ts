import { headKind, isIndicatorHead } from "../../template/columns.ts";
import { type Cell, textOf } from "./cell.ts";
import { COLUMNS, type GridColumn } from "./row.ts";

/** A column of the table by its head: its edges, in the document's unit, or its index where a format has no edges. */
export interface Column {
  /** `head`: outcomes and outputs. `code`: the codes of the indicators beside. `other`: a column that the document has no field for. */
  kind: GridColumn | "indicator" | "head" | "code" | "other";
  name: string;
  /** The line of its head. */
  line: number;
  left: number;
  right: number;
}

export interface Layout {
  columns: Column[];
  /** Columns of values and remarks that the table has. */
  values: GridColumn[];
  /** The cell of a head that occurs a second time: it is not known which of the two columns it is. */
  repeated: Cell | null;
}

const isGrid = (kind: Column["kind"]): kind is GridColumn => (COLUMNS as readonly string[]).includes(kind);

/** The layout that a row of cells declares; `null` for a row that is no head of an indicator table. */
export function layoutOf(cells: readonly Cell[]): Layout | null {
  const kinds = cells.map((cell) => headKind(textOf(cell)));
  if (!isIndicatorHead(kinds)) return null;
  const seen = new Set<string>();
  let repeated: Cell | null = null;
  const hasIndicator = kinds.includes("indicator");
  const firstKnown = kinds.findIndex((kind) => kind !== null);
  const columns = cells.map((cell, index): Column => {
    const name = textOf(cell);
    const edges = { left: cell.position?.left ?? index, right: cell.position?.right ?? index + 1 };
    let kind: Column["kind"] = kinds[index] ?? "other";
    // The unnamed columns before the first known one: outcomes and outputs, and the indicators where no head names them.
    if (kinds[index] === null && index < Math.max(firstKnown, 0))
      kind = !hasIndicator && index === firstKnown - 1 ? "indicator" : "head";
    if (kind === "head" && !hasIndicator && index === firstKnown) kind = "indicator";
    if (kind !== "head" && kind !== "other") {
      if (seen.has(kind)) {
        repeated = cell;
        kind = "other";
      } else seen.add(kind);
    }
    return { kind, name, line: cell.line, ...edges };
  });
  // Codes belong to the column of indicators beside them; any other column of numbers is none of the document's.
  for (const [index, column] of columns.entries())
    if (column.kind === "code" && columns[index + 1]?.kind !== "indicator") column.kind = "other";
  return { columns, values: columns.map(({ kind }) => kind).filter(isGrid), repeated };
}

/** How much of `column` a cell covers, from 0 to 1. */
function covered({ position }: Cell, column: Column): number {
  if (position === null) return 0;
  const common = Math.min(position.right, column.right) - Math.max(position.left, column.left);
  return Math.max(0, common) / Math.max(1e-9, column.right - column.left);
}

/** How much of a cell is in `column`, from 0 to 1. */
function within({ position }: Cell, column: Column): number {
  if (position === null) return 0;
  const common = Math.min(position.right, column.right) - Math.max(position.left, column.left);
  return Math.max(0, common) / Math.max(1e-9, position.right - position.left);
}

const MOSTLY = 0.6;

/**
 * The columns that each cell of a row belongs to. Rows of one table need not be cut alike: edges that differ by a little are the same
 * edge, a cell that covers most of several columns is merged, several cells within one column were split.
 */
export function placeCells(cells: readonly Cell[], layout: Layout): { cell: Cell; columns: Column[] }[] {
  return cells.map((cell) => {
    const covers = layout.columns.filter((column) => covered(cell, column) >= MOSTLY);
    if (covers.length > 0) return { cell, columns: covers };
    const [best] = layout.columns
      .map((column) => ({ column, share: within(cell, column) }))
      .sort((a, b) => b.share - a.share);
    return { cell, columns: best !== undefined && best.share > 0.5 ? [best.column] : [] };
  });
}
