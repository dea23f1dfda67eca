import type { Template } from "../../template/grammar.ts";
import { type Cell, isLabelled } from "./cell.ts";
import type { GridColumn } from "./row.ts";

/** A column's edges, in the paper's unit. */
interface Span {
  left: number;
  right: number;
}

/** Where the columns of a table stand, by its head. */
export interface Layout {
  columns: Record<GridColumn | "indicator", Span>;
}

/** So many of the six labels make a row the head of the table, whole or not. */
const SIGNS_OF_A_HEAD = 3;

/** The layout that a row declares; `"incomplete"` for a head that lacks a column, `null` for a row that is no head. */
export function layoutOf(cells: readonly Cell[], template: Template): Layout | "incomplete" | null {
  const found = new Map<string, Span>();
  for (const { column, labels } of template.columns) {
    const cell = cells.find(({ place, paragraphs }) => {
      const taken = [...found.values()].some(({ left }) => left === place?.left);
      return !taken && isLabelled({ paragraphs }, labels);
    });
    if (cell?.place) found.set(column, { left: cell.place.left, right: cell.place.right });
  }
  if (found.size < SIGNS_OF_A_HEAD) return null;
  // A label that stands twice: nobody can tell under which of the two its column is.
  const labels = template.columns.flatMap((column) => column.labels);
  if (cells.filter((cell) => isLabelled(cell, labels)).length > template.columns.length) return "incomplete";
  const span = (column: string): Span | undefined => found.get(column);
  const [indicator, baseline, target] = [span("indicator"), span("baseline"), span("target")];
  const [milestone, actual, remark] = [span("milestone"), span("actual"), span("remark")];
  if (!indicator || !baseline || !target || !milestone || !actual || !remark) return "incomplete";
  return { columns: { indicator, baseline, target, milestone, actual, remark } };
}

type Column = GridColumn | "indicator" | "head";

/** How much of `column` a cell covers, from 0 to 1. */
function covered({ place }: Cell, column: Span): number {
  if (place === null) return 0;
  const common = Math.min(place.right, column.right) - Math.max(place.left, column.left);
  return Math.max(0, common) / Math.max(1, column.right - column.left);
}

/** How much of a cell lies in `column`, from 0 to 1. */
function within({ place }: Cell, column: Span): number {
  if (place === null) return 0;
  const common = Math.min(place.right, column.right) - Math.max(place.left, column.left);
  return Math.max(0, common) / Math.max(1, place.right - place.left);
}

const MOSTLY = 0.6;

/**
 * The columns that each cell of a row stands in. Rows of one table need not be cut alike: edges that differ by a little are the same
 * edge, a cell that covers most of several columns is merged, several cells within one column were split.
 */
export function placeCells(cells: readonly Cell[], layout: Layout): { cell: Cell; columns: Column[] }[] {
  const names = Object.keys(layout.columns) as (GridColumn | "indicator")[];
  return cells.map((cell) => {
    const covers = names.filter((name) => covered(cell, layout.columns[name]) >= MOSTLY);
    if (covers.length > 0) return { cell, columns: covers };
    const [best] = names
      .map((name) => ({ name, share: within(cell, layout.columns[name]) }))
      .sort((a, b) => b.share - a.share);
    return { cell, columns: best !== undefined && best.share > 0.5 ? [best.name] : ["head"] };
  });
}
