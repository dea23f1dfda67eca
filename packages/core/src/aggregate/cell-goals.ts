import type { ReportedValue } from "../document/index.ts";
import type { Axis } from "../values/axis.ts";
import type { Goal } from "./definition.ts";

/** Labels of the two sexes in both languages, for an axis whose categories are `female` and `male`. */
const SEXES: Record<string, readonly string[]> = {
  female: ["female", "females", "women", "woman", "girls", "femme", "femmes", "filles"],
  male: ["male", "males", "men", "man", "boys", "homme", "hommes", "garcons"],
};

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The one cell that a label names; `null` where none or several of the axes have it. */
function cellOf(label: string, axes: readonly Axis[]): { axis: string; category: string } | null {
  const name = fold(label);
  const found = axes.flatMap(({ name: axis, categories = [] }) =>
    categories
      .filter((category) => fold(category) === name || (SEXES[category] ?? []).includes(name))
      .map((category) => ({ axis, category })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The goals of cells that a reported value's own breakdown gives: `200 personnes (dont 40 femmes)` → 40 at `{ sex: "female" }`. The parts of a
 * partition must all be of one axis: in `140 hommes, 40 femmes et 40 jeunes` the women are those who are not young, and no total of women.
 */
export function cellGoals({ breakdown }: ReportedValue, axes: readonly Axis[]): Goal[] {
  if (breakdown === undefined) return [];
  const cells = breakdown.parts.map(({ label, value }) => ({ cell: cellOf(label, axes), value }));
  const oneAxis = cells.every(({ cell }) => cell !== null && cell.axis === cells[0]?.cell?.axis);
  if (breakdown.partition && !oneAxis) return [];
  const goals = cells.flatMap(({ cell, value }) =>
    cell === null ? [] : [{ value, at: { [cell.axis]: cell.category } }],
  );
  const keys = new Set(goals.map(({ at }) => JSON.stringify(at)));
  return keys.size === goals.length ? goals : [];
}
