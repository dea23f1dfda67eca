import type { Expression, Indicator, ReportedValue } from "../document/index.ts";
import { groupBy } from "../values/group-by.ts";
import { sourcesOf } from "./expression.ts";

/** The columns that a formula gives. Targets and milestones are plans: they are stated. */
export const DERIVED_COLUMNS = ["baseline", "actual"] as const;
/** One of the columns that a formula gives. */
export type DerivedColumn = (typeof DERIVED_COLUMNS)[number];

/** A value that a formula may give or refer to. */
export interface FormulaSource {
  /** Code of the indicator. */
  code: string;
  /** Which of its values. */
  column: DerivedColumn;
}

/** A value that a formula gives. */
export interface FormulaNode extends FormulaSource {
  /** How it follows from other indicators. */
  formula: Expression;
  /** Baselines and actuals that the formula refers to. */
  sources: FormulaSource[];
}

/** Names a value of a column. */
export const nodeKey = ({ code, column }: FormulaSource): string => `${column} ${code}`;

/** Whether a column says nothing, so that the formula may: what is to be determined, withheld or in words is stated. */
export const isOpen = ({ value, computed }: ReportedValue): boolean =>
  computed === true || (value.kind === "none" && value.because === undefined);

/** The values of an indicator that its formula gives. */
export const formulaNodes = ({ code, formula, ...reported }: Indicator): FormulaNode[] =>
  formula === undefined
    ? []
    : DERIVED_COLUMNS.filter((column) => isOpen(reported[column])).map((column) => ({
        ...{ code, column, formula },
        sources: sourcesOf(formula, column),
      }));

/**
 * Values that are computed by formulas, each after those that it rests on; and those that rest on themselves, or on one that does, which
 * have no value.
 */
export function formulaOrder(list: readonly FormulaNode[]): {
  order: FormulaNode[];
  circular: FormulaNode[];
} {
  const nodes = new Map(list.map((node) => [nodeKey(node), node]));
  const waiting = new Map<string, number>();
  const ready: FormulaNode[] = [];
  const links: { source: string; node: FormulaNode }[] = [];
  for (const [key, node] of nodes) {
    const open = node.sources.map(nodeKey).filter((source) => nodes.has(source));
    waiting.set(key, open.length);
    if (open.length === 0) ready.push(node);
    for (const source of open) links.push({ source, node });
  }
  const dependents = groupBy(links, ({ source }) => source);
  const order: FormulaNode[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node);
    for (const { node: next } of dependents.get(nodeKey(node)) ?? []) {
      const left = (waiting.get(nodeKey(next)) ?? 0) - 1;
      waiting.set(nodeKey(next), left);
      if (left === 0) ready.push(next);
    }
  }
  const done = new Set(order);
  return { order, circular: [...nodes.values()].filter((node) => !done.has(node)) };
}
