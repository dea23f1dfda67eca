import { sourcesOf } from "../derived/index.ts";
import type { Finding } from "../diagnostics/problem.ts";
import {
  type Breakdown,
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type ReportedValue,
} from "../document/index.ts";
import type { PastPoint } from "../indicators/index.ts";
import { boundsOf, isPercentUnit, numberOf } from "../values/value-number.ts";
import { DisclosurePolicy, isSensitive } from "./policy.ts";
import { protectTable } from "./suppress.ts";

/** What was withheld of one value: the whole of it (`parts: null`), or the parts with these labels. */
export interface WithheldValue {
  /** Code of the indicator. */
  indicator: string;
  /** Which of its values. */
  column: "baseline" | "actual";
  /** Labels of the parts; `null`: the whole value. */
  parts: string[] | null;
}

/** A document that can leave, and what it does not say any more. */
export interface ProtectedDocument {
  /** The document without what must not leave. */
  document: FrameworkDocument;
  /** What was withheld, in the order of the document. */
  withheld: WithheldValue[];
}

const COLUMNS = ["baseline", "actual"] as const;
const WITHHELD = { kind: "none", because: "suppressed" } as const;

function withoutExtensions<Part extends { extensions?: unknown }>({ extensions: _, ...rest }: Part) {
  return rest;
}

/** An indicator without the values that its formula gave. */
function withoutComputed(indicator: Indicator): Indicator {
  const computed = COLUMNS.filter((column) => indicator[column].computed === true);
  if (computed.length === 0) return indicator;
  return {
    ...indicator,
    ...Object.fromEntries(computed.map((column) => [column, { value: { kind: "none" } }])),
  };
}

/**
 * Stated values of indicators whose formula rests on what was withheld go as well, since the formula would give it back. Each of them is
 * added to `withheld`.
 */
function withoutTotalsOf(
  outcomes: FrameworkDocument["outcomes"],
  withheld: WithheldValue[],
): FrameworkDocument["outcomes"] {
  const key = ({ code, column }: { code: string; column: string }) => `${column} ${code}`;
  const withheldKeys = new Set(
    withheld.flatMap(({ indicator, column, parts }) =>
      parts === null ? [key({ code: indicator, column })] : [],
    ),
  );
  const list = indicatorsOf({ outcomes }).flatMap(({ indicator }) =>
    indicator.formula === undefined ? [] : COLUMNS.map((column) => ({ indicator, column })),
  );
  for (let found = true; found; ) {
    found = false;
    for (const { indicator, column } of list) {
      const { code, formula } = indicator;
      if (formula === undefined || withheldKeys.has(key({ code, column }))) continue;
      if (!sourcesOf(formula, column).some((source) => withheldKeys.has(key(source)))) continue;
      found = true;
      withheldKeys.add(key({ code, column }));
      if (numberOf(indicator[column].value) === null && boundsOf(indicator[column].value) === null) continue;
      withheld.push({ indicator: code, column, parts: null });
    }
  }
  const hide = (indicator: Indicator): Indicator => {
    const own = COLUMNS.filter(
      (column) =>
        indicator.formula !== undefined &&
        withheld.some(
          (each) => each.indicator === indicator.code && each.column === column && each.parts === null,
        ),
    );
    if (own.length === 0) return indicator;
    const { remark: _, otherColumns: __, ...rest } = indicator;
    return { ...rest, ...Object.fromEntries(own.map((column) => [column, { value: WITHHELD }])) };
  };
  return outcomes.map((outcome) => ({
    ...outcome,
    indicators: outcome.indicators.map(hide),
    outputs: outcome.outputs.map((output) => ({ ...output, indicators: output.indicators.map(hide) })),
  }));
}

/** Whether an indicator counts people of groups: a value has parts, or the indicator asks for them. */
function countsGroups({ target, milestone, baseline, actual, disaggregation = [] }: Indicator): boolean {
  const parted = ({ breakdown }: ReportedValue) =>
    [breakdown?.parts, breakdown?.shares, breakdown?.suppressed].some((list = []) => list.length > 0);
  return disaggregation.length > 0 || [target, milestone, baseline, actual].some(parted);
}

/** Numbers that a whole value gives away. Levels of a percentage count nobody. */
function numbersOf({ value }: ReportedValue): number[] {
  if (value.kind !== "number" || isPercentUnit(value.unit)) return [];
  const { low, high } = boundsOf(value) ?? { low: null, high: null };
  return [
    value.value,
    low,
    high,
    value.numerator,
    ...(value.quantities ?? []).map((each) => each.value),
  ].flatMap((each) => each ?? []);
}

/**
 * Labels of parts that must go; all of them where they are no table that adds up to the total, since nothing can be proved then. `null`:
 * the total must go as well.
 */
function partsToWithhold(
  { parts, shares = [], partition }: Breakdown,
  total: number | null,
  policy: DisclosurePolicy,
): string[] | null {
  const all = [...parts, ...shares].map(({ label }) => label);
  const sum = parts.reduce((before, { value }) => before + value, 0);
  const whole = [...parts.map(({ value }) => value), total ?? 0].every(
    (each) => Number.isSafeInteger(each) && each >= 0,
  );
  if (partition && whole && shares.length === 0 && sum === total && parts.length > 1) {
    const axes = { part: parts.map((_, index) => String(index)) };
    const cells = parts.map(({ value }, index) => ({ at: { part: String(index) }, value }));
    const withheld = protectTable(axes, cells, { policy }).cells.filter(({ value }) => value === null);
    return withheld.some(({ at }) => at.part === undefined)
      ? null
      : withheld.flatMap(({ at }) => parts[Number(at.part)]?.label ?? []);
  }
  const known = [
    ...parts.map(({ value }) => value),
    ...shares.flatMap(({ share, low, high }) => [low, high, total === null ? undefined : share * total]),
  ].flatMap((each) => each ?? []);
  // Who is in no group, or not in this one, can be counted as well.
  const others =
    total === null ? [] : [...known.map((each) => total - each), ...(partition ? [total - sum] : [])];
  return [...known, ...others].some((value) => isSensitive({ value }, policy)) ? all : [];
}

/** A value that can leave, and the labels of the parts that went; `null`: all of it. */
function protectValue(
  reported: ReportedValue,
  policy: DisclosurePolicy,
): { reported: ReportedValue; parts: string[] | null } {
  const { value, breakdown, sample } = reported;
  const sampleOnly = sample === undefined ? {} : { sample };
  if (numbersOf(reported).some((each) => isSensitive({ value: each }, policy)))
    return { reported: { value: WITHHELD }, parts: null };
  const percent = value.kind === "number" && isPercentUnit(value.unit);
  if (breakdown === undefined || percent) return { reported, parts: [] };
  const suppressed = partsToWithhold(breakdown, numberOf(value), policy);
  if (suppressed === null) return { reported: { value: WITHHELD }, parts: null };
  if (suppressed.length === 0) return { reported, parts: [] };
  const parts = breakdown.parts.filter(({ label }) => !suppressed.includes(label));
  return {
    reported: { ...sampleOnly, value, breakdown: { partition: false, parts, suppressed } },
    parts: suppressed,
  };
}

/**
 * A document that may be published in any format: what its baselines and actuals say of groups that are too small is withheld, with what
 * would give it back. Indicators that count no groups stay as they are, and so do targets, which are plans. A whole value that is withheld
 * is `none` because `suppressed`; parts are named in `breakdown.suppressed`. Of an indicator of which anything was withheld the cell as
 * written, the remark, further columns and claims from prose go, too. Narratives stay: what a text gives away cannot be computed. What the
 * document has no field for cannot be examined and goes everywhere, among it the activity of IATI that a document was read from: its earlier
 * periods may be small.
 */
export function protectDocument(
  document: FrameworkDocument,
  { policy = {} }: { policy?: Partial<DisclosurePolicy> | undefined } = {},
): ProtectedDocument {
  const rules = DisclosurePolicy.parse(policy);
  const withheld: WithheldValue[] = [];
  const protect = (read: Indicator): Indicator => {
    // What formulas give is computed again from what is left.
    const indicator = withoutComputed(withoutExtensions(read));
    if (!countsGroups(indicator)) return indicator;
    const before = withheld.length;
    const found = Object.fromEntries(
      COLUMNS.map((column) => {
        const { reported, parts } = protectValue(indicator[column], rules);
        if (parts === null || parts.length > 0) withheld.push({ indicator: indicator.code, column, parts });
        return [column, reported];
      }),
    );
    if (withheld.length === before) return indicator;
    const { remark: _, otherColumns: __, ...rest } = indicator;
    return { ...rest, ...found };
  };
  const outcomes = document.outcomes.map((outcome) => ({
    ...withoutExtensions(outcome),
    indicators: outcome.indicators.map(protect),
    outputs: outcome.outputs.map((output) => ({
      ...withoutExtensions(output),
      indicators: output.indicators.map(protect),
    })),
  }));
  const safe = withoutTotalsOf(outcomes, withheld);
  const codes = new Set(withheld.map(({ indicator }) => indicator));
  const { report } = document;
  const claims = report?.claims.filter(({ indicator }) => !codes.has(indicator));
  return {
    document: {
      ...withoutExtensions(document),
      outcomes: safe,
      ...(report && { report: { ...report, claims: claims ?? [] } }),
    },
    withheld,
  };
}

/** Findings that quote nothing that was withheld. */
export function findingsOfRest(
  findings: readonly Finding[],
  withheld: readonly WithheldValue[],
): readonly Finding[] {
  const paths = new Set(withheld.map(({ indicator }) => `indicators/${indicator}/`));
  return findings.filter(({ where }) => ![...paths].some((path) => `${where.path}/`.startsWith(path)));
}

/** Past values of a document's indicators without those that are too small, by indicator code. */
export function protectSeries(
  document: FrameworkDocument,
  series: Readonly<Record<string, readonly PastPoint[]>>,
  { policy = {} }: { policy?: Partial<DisclosurePolicy> | undefined } = {},
): Record<string, PastPoint[]> {
  const rules = DisclosurePolicy.parse(policy);
  const groups = new Set(
    indicatorsOf(document).flatMap(({ indicator }) => (countsGroups(indicator) ? [indicator.code] : [])),
  );
  return Object.fromEntries(
    Object.entries(series).map(([code, points]) => [
      code,
      points.filter(({ value }) => !groups.has(code) || !isSensitive({ value }, rules)),
    ]),
  );
}
