import {
  type CalendarDate,
  type FrameworkDocument,
  type Indicator,
  type Outcome,
  parentCode,
  type ReportedValue,
} from "@cadre/core";
import type { IatiActivity } from "../read.ts";
import { figureData, figureOf, narratives, textOf } from "./figures.ts";
import type { Losses } from "./losses.ts";

type Result = NonNullable<IatiActivity["result"]>[number];
/** An indicator of an activity. */
export type IatiIndicator = NonNullable<Result["indicator"]>[number];
/** A period of an activity's indicator. */
export type IatiPeriod = NonNullable<IatiIndicator["period"]>[number];

/** Names the codes of Cadre's frameworks among a publisher's own references. */
export const CODES = "urn:cadre:framework-code";
const TYPES = { output: "1", outcome: "2" } as const;
const PERCENT = "2";
const NONE: ReportedValue = { value: { kind: "none" } };

/** The days that figures are placed in. `asOf`: the day that a report speaks for. */
interface Span {
  start: CalendarDate | null;
  end: CalendarDate | null;
  asOf: CalendarDate | null;
}

const isNone = ({ value, breakdown }: ReportedValue): boolean =>
  value.kind === "none" && breakdown === undefined;
const isPercent = (indicator: Indicator): boolean =>
  [indicator.target, indicator.actual, indicator.baseline].some(
    ({ value }) => value.kind === "number" && value.unit === "%",
  ) || indicator.unit === "%";

function periodsOf(
  indicator: Indicator,
  path: string,
  span: Span,
  percent: boolean,
  losses: Losses,
): IatiPeriod[] {
  const { start, end, asOf } = span;
  const { target, milestone, actual } = indicator;
  if ([target, milestone, actual].every(isNone)) return [];
  if (start === null || end === null) {
    losses.lose(
      path,
      "IATI needs the project's first and last day to place figures.",
      "l’IITA veut le premier et le dernier jour du projet pour y placer des chiffres.",
    );
    return [];
  }
  const data = (figure: ReportedValue, column: string) =>
    figureData(figure, `${path}/${column}`, percent, losses);
  const period = (
    until: CalendarDate,
    targets: ReportedValue,
    actuals: ReportedValue,
    column: string,
  ): IatiPeriod => {
    const [wanted, reached] = [data(targets, column), data(actuals, "actual")];
    return {
      "period-start": { "iso-date": start },
      "period-end": { "iso-date": until },
      ...(wanted.length > 0 && { target: wanted }),
      ...(reached.length > 0 && { actual: reached }),
    };
  };
  if (asOf !== null && asOf > start && asOf < end && !(isNone(milestone) && isNone(actual)))
    return [
      period(asOf, milestone, actual, "milestone"),
      ...(isNone(target) ? [] : [period(end, target, NONE, "target")]),
    ];
  if (!isNone(milestone))
    losses.lose(
      `${path}/milestone`,
      "without the day of a report IATI has no period for it.",
      "sans le jour d’un rapport, l’IITA n’a pas de période pour elle.",
    );
  return [period(end, target, actual, "target")];
}

function indicatorData(indicator: Indicator, span: Span, losses: Losses): IatiIndicator {
  const path = `indicators/${indicator.code}`;
  const percent = isPercent(indicator);
  const baseline = figureData(indicator.baseline, `${path}/baseline`, percent, losses);
  if (baseline.length > 0 && span.start === null)
    losses.lose(
      `${path}/baseline`,
      "IATI needs its year, and no date is known.",
      "l’IITA en veut l’année, et aucune date n’est connue.",
    );
  if (indicator.direction === "maintain")
    losses.lose(
      `${path}/direction`,
      "IATI has no word for what should stay as it is.",
      "l’IITA n’a pas de mot pour ce qui doit rester tel quel.",
    );
  if (indicator.disaggregation !== undefined)
    losses.lose(
      `${path}/disaggregation`,
      "IATI does not say what an indicator asks to be split by.",
      "l’IITA ne dit pas ce qu’un indicateur demande de désagréger.",
    );
  if (indicator.measurement !== undefined)
    losses.lose(
      `${path}/measurement`,
      "IATI does not say how figures add up.",
      "l’IITA ne dit pas comment les chiffres s’additionnent.",
    );
  const { start } = span;
  const periods = periodsOf(indicator, path, span, percent, losses);
  return {
    measure: percent ? PERCENT : "1",
    ...(indicator.direction === "decrease" && { ascending: "0" }),
    ...(indicator.direction === "increase" && { ascending: "1" }),
    title: narratives(indicator.text),
    ...(indicator.remark !== undefined && { description: narratives(indicator.remark) }),
    reference: [{ vocabulary: "99", code: indicator.code, "indicator-uri": CODES }],
    ...(baseline.length > 0 &&
      start !== null && { baseline: baseline.map((each) => ({ year: start.slice(0, 4), ...each })) }),
    ...(periods.length > 0 && { period: periods }),
  };
}

/** Outcomes and outputs as results. A code stands on the indicators, or, of a result without any, on the result itself. */
export function resultsData(document: FrameworkDocument, losses: Losses): Result[] {
  const { startDate: start, endDate: end } = document.project;
  const span = { start, end, asOf: document.report?.asOf ?? null };
  const resultOf = (type: string, code: string, title: string, indicators: readonly Indicator[]): Result => {
    if (indicators.length === 0)
      losses.lose(
        `results/${code}`,
        "the schema wants an indicator of each result; it has none, and the file is not valid.",
        "le schéma veut un indicateur de chaque résultat ; il n’en a pas, et le fichier n’est pas valide.",
      );
    return {
      type,
      title: narratives(title),
      // The standard wants references on the result or on its indicators, not on both.
      ...(indicators.length === 0 && { reference: [{ vocabulary: "99", code, "vocabulary-uri": CODES }] }),
      indicator: indicators.map((each) => indicatorData(each, span, losses)),
    };
  };
  return document.outcomes.flatMap((outcome) => {
    if (outcome.rating !== null)
      losses.lose(
        `outcomes/${outcome.code}/rating`,
        "IATI has no rating of results.",
        "l’IITA n’a pas d’appréciation des résultats.",
        outcome.rating,
      );
    return [
      resultOf(TYPES.outcome, outcome.code, outcome.title, outcome.indicators),
      ...outcome.outputs.map(({ code, title, indicators }) =>
        resultOf(TYPES.output, code, title, indicators),
      ),
    ];
  });
}

const codeIn = (
  references: readonly { code?: string; "vocabulary-uri"?: string; "indicator-uri"?: string }[] = [],
) => references.find((each) => (each["vocabulary-uri"] ?? each["indicator-uri"]) === CODES)?.code;
const CODE = /^\d+(\.\d+)*$/;

/** A result's code: its own, or the one that the codes of all its indicators begin with. */
function resultCode(result: Result): string | undefined {
  const own = codeIn(result.reference);
  if (own !== undefined) return own;
  const parents = new Set((result.indicator ?? []).map((each) => parentCode(codeIn(each.reference) ?? "")));
  const [parent] = parents;
  return parents.size === 1 && parent !== null ? parent : undefined;
}

function indicatorOf(data: IatiIndicator, fallback: string, losses: Losses): Indicator {
  const given = codeIn(data.reference);
  const code = given !== undefined && CODE.test(given) ? given : fallback;
  const path = `indicators/${code}`;
  const percent = data.measure === PERCENT;
  const ends = (period: IatiPeriod) => period["period-end"]?.["iso-date"] ?? "";
  const periods = [...(data.period ?? [])].sort((a, b) =>
    ends(a) < ends(b) ? -1 : Number(ends(a) > ends(b)),
  );
  const last = periods.findLast(({ target = [] }) => target.length > 0);
  const reported = periods.findLast(({ actual = [] }) => actual.length > 0);
  const between = periods.findLast((each) => each !== last && (each.target ?? []).length > 0);
  const used = new Set([last, reported, between]);
  const others = periods.filter((each) => !used.has(each)).length;
  if (others > 0)
    losses.lose(
      path,
      `${others} earlier periods are kept, not shown.`,
      `${others} périodes antérieures sont gardées, non montrées.`,
      others,
    );
  const figure = (all: Parameters<typeof figureOf>[0] | undefined, column: string) =>
    all === undefined ? NONE : figureOf(all, percent, `${path}/${column}`, losses);
  const remark = textOf(data.description);
  return {
    code,
    text: textOf(data.title),
    ...(data.ascending !== undefined && {
      direction:
        data.ascending === "0" || data.ascending === "false" ? ("decrease" as const) : ("increase" as const),
    }),
    baseline: figure(data.baseline, "baseline"),
    target: figure(last?.target, "target"),
    milestone: figure(between?.target, "milestone"),
    actual: figure(reported?.actual, "actual"),
    ...(remark !== "" && { remark }),
  };
}

/**
 * Results as outcomes and outputs, by their codes where they have them, else numbered as they come. `each` is told of every indicator with
 * the code that it got.
 */
export function outcomesOf(
  results: readonly Result[],
  losses: Losses,
  each: (code: string, indicator: IatiIndicator) => void = () => {},
): Outcome[] {
  const outcomes: Outcome[] = [];
  const codes = new Set<string>();
  const free = (prefix: string, from: number): string => {
    let next = from;
    while (codes.has(`${prefix}${next}`)) next += 1;
    return `${prefix}${next}`;
  };
  for (const [at, result] of results.entries()) {
    const kind = result.type === TYPES.outcome ? "outcome" : result.type === TYPES.output ? "output" : null;
    if (kind === null) {
      losses.lose(
        `results/${at + 1}`,
        "a result that is neither outcome nor output is kept, not shown.",
        "un résultat qui n’est ni effet ni produit est gardé, non montré.",
        result.type ?? null,
      );
      continue;
    }
    const given = resultCode(result);
    const own = given !== undefined && CODE.test(given) && !codes.has(given) ? given : null;
    if (kind === "outcome" || outcomes.length === 0) {
      const outcome = kind === "outcome" ? own : (own?.split(".")[0] ?? null);
      if (kind === "output")
        losses.lose(
          `results/${at + 1}`,
          "an output before any outcome; an outcome without title is put above it.",
          "un produit avant tout effet ; un effet sans titre est mis au-dessus.",
        );
      outcomes.push({
        code: outcome ?? free("", outcomes.length + 1),
        title: kind === "outcome" ? textOf(result.title) : "",
        rating: null,
        indicators: [],
        outputs: [],
      });
    }
    // An output says by its code which outcome it belongs to; without one, to the last before it.
    const above = own?.includes(".") ? own.slice(0, own.lastIndexOf(".")) : null;
    const parent = outcomes.find(({ code }) => kind === "output" && code === above) ?? outcomes.at(-1);
    if (parent === undefined) continue;
    const code =
      kind === "outcome" ? parent.code : (own ?? free(`${parent.code}.`, parent.outputs.length + 1));
    codes.add(code);
    const indicators = (result.indicator ?? []).map((data, place) => {
      const indicator = indicatorOf(data, `${code}.${place + 1}`, losses);
      each(indicator.code, data);
      return indicator;
    });
    if (kind === "outcome") parent.indicators = indicators;
    else parent.outputs.push({ code, title: textOf(result.title), indicators });
  }
  return outcomes;
}
