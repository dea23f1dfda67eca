import {
  evaluate,
  formulaOf,
  formulaOrder,
  type Input,
  type Inputs,
  sourcesOf,
  workingOf,
} from "../derived/index.ts";
import {
  asReported,
  percentOfTarget,
  progress,
  STATUS_POLICY,
  type StatusPolicy,
  statusOf,
} from "../indicators/index.ts";
import type { CalendarDate } from "../values/date.ts";
import type { CellResult, ComputedIndicator } from "./computed-indicator.ts";
import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { categoryKey, inForce } from "./goals.ts";
import { GOAL_REASONS, type GoalReason, RESULT_REASONS, type ResultReason } from "./query.ts";
import { statusInput } from "./status-input.ts";

type Known = Pick<CellResult, "value" | "bounds" | "reason">;
type Category = Readonly<Record<string, string>>;

const inputOf = ({ value, bounds }: Known): Input => {
  if (value !== null) return value;
  return bounds === null || bounds.high === null ? null : { low: bounds.low, high: bounds.high };
};

const goalAt = (goals: readonly Goal[] | undefined, at: Category, day: CalendarDate | null): number | null =>
  inForce(goals, day).find((goal) => categoryKey(goal.at) === categoryKey(at))?.value ?? null;

const isGoalReason = (reason: string): reason is GoalReason =>
  (GOAL_REASONS as readonly string[]).includes(reason);

/**
 * Results in which indicators that have a formula, and that no row reports, follow from the others: in all and cell by cell. A value that
 * needs what is not known has the weightiest of the reasons of what it needs. Results that were derived are derived again, so that they say
 * no more than the others do.
 */
export function deriveResults(
  framework: MeasurementFramework,
  results: readonly ComputedIndicator[],
  { on: day, policy = STATUS_POLICY }: { on: CalendarDate | null; policy?: StatusPolicy | undefined },
): ComputedIndicator[] {
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const found = new Map(results.map((result) => [result.code, result]));
  const nodes = results.flatMap(({ code, derived, count }) => {
    const formula = definitions.get(code)?.formula;
    if (formula === undefined || (derived === undefined && count > 0)) return [];
    const sources = sourcesOf(formula, "actual").filter(({ column }) => column === "actual");
    return [{ code, formula, column: "actual" as const, sources }];
  });
  if (nodes.length === 0) return [...results];
  const { order, circular } = formulaOrder(nodes);
  for (const node of [...circular, ...order]) {
    const { code, formula, sources } = node;
    const [definition, result] = [definitions.get(code), found.get(code)];
    if (definition === undefined || result === undefined) continue;
    const cellsOf = new Map(
      sources.map((source) => [
        source.code,
        new Map((found.get(source.code)?.cells ?? []).map((cell) => [categoryKey(cell.at), cell])),
      ]),
    );
    /** What is known of an indicator in all, or in a cell. */
    const knownOf = (ref: string, at: Category | null): Known | undefined =>
      at === null ? found.get(ref) : cellsOf.get(ref)?.get(categoryKey(at));
    const inputsAt =
      (at: Category | null): Inputs =>
      (ref, of) => {
        if (circular.includes(node)) return null;
        if (of !== "value") return goalAt(definitions.get(ref)?.[`${of}s`], at ?? {}, day);
        const known = knownOf(ref, at);
        return known === undefined ? null : inputOf(known);
      };
    const derivedAt = (at: Category | null): Known & { missing: string[] } => {
      const { value, bounds, reason, missing } = evaluate(formula, inputsAt(at));
      const reasons = missing.map((ref) => knownOf(ref, at)?.reason);
      return { value, bounds, reason: reasonOf(reason, reasons), missing };
    };
    const cells = new Map(
      [...cellsOf.values()].flatMap((list) => [...list].map(([key, { at }]) => [key, at] as const)),
    );
    const { missing, ...total } = derivedAt(null);
    found.set(code, {
      ...result,
      ...total,
      ...goalsOf(definition, framework, total, day, policy),
      count: sources.reduce((sum, source) => sum + (found.get(source.code)?.count ?? 0), 0),
      derived: { formula: formulaOf(formula), working: workingOf(formula, inputsAt(null)), missing },
      cells: [...cells.values()].map((at): CellResult => {
        const { value, bounds, reason } = derivedAt(at);
        const target = goalAt(definition.targets, at, day);
        return {
          ...{ at, value, reason, bounds, reported: value, carried: null, target },
          percentOfTarget: null,
        };
      }),
    });
  }
  return results.map((result) => found.get(result.code) ?? result);
}

function reasonOf(
  reason: ReturnType<typeof evaluate>["reason"],
  reasons: readonly (ResultReason | null | undefined)[],
): ResultReason | null {
  if (reason === "missing") return RESULT_REASONS.find((each) => reasons.includes(each)) ?? "no-actual";
  return reason === "division-by-zero" || reason === "scale-empty" ? "denominator-zero" : reason;
}

function goalsOf(
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
  total: Known,
  day: CalendarDate | null,
  policy: StatusPolicy,
): Pick<ComputedIndicator, "percentOfTarget" | "progress" | "undefinedBecause" | "status"> {
  const input = statusInput(definition, framework, total, day);
  const goals = asReported(input);
  const [percent, way] = [percentOfTarget(goals), progress(goals)];
  const why = percent.reason ?? way.reason;
  return {
    ...{ percentOfTarget: percent.value, progress: way.value },
    undefinedBecause: why === null || isGoalReason(why) ? why : "no-actual",
    status: statusOf(input, { policy }),
  };
}
