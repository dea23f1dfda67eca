import {
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type ReportedValue,
} from "../document/index.ts";
import { unitOf } from "../indicators/index.ts";
import { publishedOf } from "../survey/index.ts";
import type { Interval } from "../values/interval.ts";
import type { Value } from "../values/value.ts";
import { boundsOf, NONE, numberOf, numberValue } from "../values/value-number.ts";
import { type Derived, evaluate, type Input, type Inputs } from "./evaluate.ts";
import { formulaOf, workingOf } from "./explain.ts";
import { sourcesOf } from "./expression.ts";
import {
  DERIVED_COLUMNS,
  type DerivedColumn,
  formulaNodes,
  formulaOrder,
  isOpen,
  nodeKey,
} from "./formula-order.ts";
import { unitOfExpression } from "./units.ts";

/** An interval with the probability that it holds the value. */
export interface EstimateInterval extends Interval {
  /** At least so often, of all samples that could have been drawn: 0.95. */
  level: number;
}

/** What a formula comes to in one column of its indicator. */
export interface DerivedValue extends Derived {
  /** The formula, by codes: `1000 × [1.1] ÷ [1.2]`. */
  formula: string;
  /** The formula, by numbers: `1000 × 12 ÷ 4800`. */
  working: string;
  /** Unit of the value; `null` where those of the indicators do not fit together. */
  unit: string | null;
  /** Indicators that it rests on and that are estimates from samples. */
  estimates: string[];
  /**
   * What the value is confined to where it rests on estimates: intervals that hold together with `level` or more whatever depends on what
   * (Bonferroni), carried through. `null` where there are no estimates, or one has no interval.
   */
  interval: EstimateInterval | null;
}

/** Evaluates the formulas of a document. */
export interface FormulaValues {
  /** What the formula of an indicator comes to in a column, whatever the column states; `null` without a formula. */
  derivedAt: (indicator: Indicator, column: DerivedColumn) => DerivedValue | null;
}

const LEVEL = 0.95;

const inputOf = (value: Value): Input => {
  const bounds = boundsOf(value);
  if (bounds === null) return numberOf(value);
  const { low, high } = bounds;
  if (low === null || high === null) return null;
  return low === high ? low : { low, high };
};

/**
 * What formulas of a document's indicators come to. A reference is to the column that is computed, `of: "baseline"` and `of: "target"` to
 * theirs; what it refers to may be computed itself. A formula that rests on itself has no value.
 */
export function formulaValues(document: Pick<FrameworkDocument, "outcomes">): FormulaValues {
  const byCode = new Map(indicatorsOf(document).map(({ indicator }) => [indicator.code, stated(indicator)]));
  const { order, circular } = formulaOrder([...byCode.values()].flatMap(formulaNodes));
  const computed = new Map<string, Input>(circular.map((node) => [nodeKey(node), null]));
  /** Estimates that each computed value rests on. */
  const rests = new Map<string, ReadonlySet<string>>();

  const inputsFor =
    (column: DerivedColumn, values: ReadonlyMap<string, Input>): Inputs =>
    (ref, of) => {
      const indicator = byCode.get(ref);
      if (indicator === undefined) return null;
      if (of === "target") return inputOf(indicator.target.value);
      const from = of === "value" ? column : of;
      const found = values.get(nodeKey({ code: ref, column: from }));
      return found === undefined ? inputOf(indicator[from].value) : found;
    };
  const estimatesOf = (sources: readonly { code: string; column: DerivedColumn }[]): Set<string> =>
    new Set(
      sources.flatMap((source) => {
        const indicator = byCode.get(source.code);
        if (indicator?.measurement?.measure.startsWith("survey-")) return [nodeKey(source)];
        return [...(rests.get(nodeKey(source)) ?? [])];
      }),
    );
  for (const { code, column, formula, sources } of order) {
    const { value, bounds } = evaluate(formula, inputsFor(column, computed));
    computed.set(nodeKey({ code, column }), value ?? bounds);
    rests.set(nodeKey({ code, column }), estimatesOf(sources));
  }

  /** Intervals of estimates in the place of their values; `null` where one has none. */
  const intervalOf = (
    { formula }: Indicator,
    column: DerivedColumn,
    estimates: ReadonlySet<string>,
  ): DerivedValue["interval"] => {
    if (formula === undefined || estimates.size === 0) return null;
    const values = new Map(computed);
    for (const { code } of byCode.values())
      for (const each of DERIVED_COLUMNS) {
        const key = nodeKey({ code, column: each });
        if (!estimates.has(key)) continue;
        const interval = publishedOf(byCode.get(code), each, { level: 1 - (1 - LEVEL) / estimates.size });
        if (interval === null) return null;
        values.set(key, interval);
      }
    for (const node of order) {
      const key = nodeKey(node);
      if ((rests.get(key)?.size ?? 0) === 0) continue;
      const { value, bounds } = evaluate(node.formula, inputsFor(node.column, values));
      values.set(key, value ?? bounds);
    }
    const { value, bounds } = evaluate(formula, inputsFor(column, values));
    const ends = value === null ? bounds : { low: value, high: value };
    return ends === null ? null : { ...ends, level: LEVEL };
  };

  return {
    derivedAt: (indicator, column) => {
      const { formula } = indicator;
      if (formula === undefined) return null;
      const inputs = inputsFor(column, computed);
      const isCircular = circular.some((node) => node.code === indicator.code && node.column === column);
      const derived: Derived = isCircular
        ? { value: null, bounds: null, reason: "missing", missing: [indicator.code] }
        : evaluate(formula, inputs);
      const estimates = estimatesOf(sourcesOf(formula, column));
      return {
        ...derived,
        ...{ formula: formulaOf(formula), working: workingOf(formula, inputs) },
        unit: unitOfDerived(byCode.get(indicator.code) ?? indicator, byCode),
        estimates: [...new Set([...estimates].map((key) => key.slice(key.indexOf(" ") + 1)))],
        interval:
          derived.value === null && derived.bounds === null ? null : intervalOf(indicator, column, estimates),
      };
    },
  };
}

/** An indicator with what is stated of it alone. */
const stated = (indicator: Indicator): Indicator => ({
  ...indicator,
  ...Object.fromEntries(
    DERIVED_COLUMNS.filter((column) => indicator[column].computed === true).map((column) => [
      column,
      { value: NONE },
    ]),
  ),
});

/** The indicator's own unit, else that of its formula. */
function unitOfDerived(indicator: Indicator, byCode: ReadonlyMap<string, Indicator>): string | null {
  const own = unitOf(indicator);
  if (own !== null || indicator.formula === undefined) return own;
  const found = unitOfExpression(indicator.formula, (code) => {
    const other = byCode.get(code);
    return other === undefined ? undefined : (unitOf(other) ?? "");
  });
  return "unit" in found && found.unit !== "" ? found.unit : null;
}

function derivedValue({ value, bounds, unit }: DerivedValue): Value {
  if (value !== null) return numberValue(value, { unit: unit ?? undefined });
  if (bounds === null) return NONE;
  return { kind: "number", value: null, ...bounds, ...(unit !== null && { unit }) };
}

/**
 * A document in which the baselines and actuals that it does not state are computed by the formulas of their indicators, each marked as
 * `computed`. What is stated stays. The document itself where no indicator has a formula.
 */
export function withDerived(document: FrameworkDocument): FrameworkDocument {
  if (indicatorsOf(document).every(({ indicator }) => indicator.formula === undefined)) return document;
  const { derivedAt } = formulaValues(document);
  const fill = (indicator: Indicator): Indicator => {
    const columns = DERIVED_COLUMNS.flatMap((column): [DerivedColumn, ReportedValue][] => {
      if (!isOpen(indicator[column])) return [];
      const derived = derivedAt(indicator, column);
      if (derived === null) return [];
      const value = derivedValue(derived);
      return [[column, value.kind === "none" ? { value } : { value, computed: true }]];
    });
    return columns.length === 0 ? indicator : { ...indicator, ...Object.fromEntries(columns) };
  };
  return {
    ...document,
    outcomes: document.outcomes.map((outcome) => ({
      ...outcome,
      indicators: outcome.indicators.map(fill),
      outputs: outcome.outputs.map((output) => ({ ...output, indicators: output.indicators.map(fill) })),
    })),
  };
}
