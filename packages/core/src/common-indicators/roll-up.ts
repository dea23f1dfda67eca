import * as z from "zod";
import { withDerived } from "../derived/index.ts";
import { Direction, type Indicator, indicatorsOf, Measure, type ReportedValue } from "../document/index.ts";
import {
  measurementFor,
  type Reading,
  readingOf,
  type Summary,
  summarise,
  unitOf,
} from "../indicators/index.ts";
import { Bilingual } from "../locale/index.ts";
import {
  type PortfolioReport,
  projectKey,
  type ReportIndicator,
  reportOrder,
} from "../portfolio/portfolio.ts";
import { groupBy } from "../values/group-by.ts";
import { numberOf } from "../values/value-number.ts";
import { COMMON_INDICATORS, type CommonIndicator } from "./catalogue.ts";
import { type CommonSuggestion, suggestCommon } from "./suggest.ts";

/** Which indicators of projects are which common ones, as a person confirmed it; and common indicators of the portfolio's own. */
export const CommonMapping = z
  .object({
    /** Common indicators of the portfolio's own, beside {@link COMMON_INDICATORS}. */
    indicators: z
      .array(
        z.object({
          /** What mappings name it by. */
          code: z.string().min(1),
          /** What is measured, in one language or both. */
          name: z.union([z.string(), Bilingual]),
          /** What it is given in: `%`, `people`. Of money, the currency. */
          unit: z.string(),
          /** What kind of thing it measures; only indicators that measure the same count. */
          measure: Measure,
          /** Which way it should go. */
          direction: Direction,
        }),
      )
      .optional(),
    /** Which indicator is which common one. */
    mappings: z.array(
      z.object({
        /** The project's key (its number, else its title), or the name of its report. */
        project: z.string().min(1),
        /** Code of the indicator in that project's framework. */
        indicator: z.string().min(1),
        /** Code of the common indicator: `16.1.4`. */
        common: z.string().min(1),
      }),
    ),
  })
  .meta({ id: "CommonMapping" });
export type CommonMapping = z.infer<typeof CommonMapping>;

/** An indicator of a project that was mapped to a common one. */
export interface CommonPart extends ReportIndicator {
  /** The value reached so far, in the indicator's own unit; `null` where it is no single number. */
  actual: number | null;
  /** The value to be reached at the project's end, likewise. */
  target: number | null;
  /** Why it does not count: it measures something else. */
  leftOut: "measures-differ" | null;
}

/** A common indicator over the portfolio. */
export interface CommonRow {
  /** Code of the common indicator: `16.1.4`. */
  code: string;
  /** What is measured. */
  name: Bilingual;
  /** What it is given in. */
  unit: string;
  /** Projects whose values count. */
  projectCount: number;
  /** What the actuals come to: counts add up; shares without denominators, and estimates of surveys, have bounds and no value. */
  actual: Summary;
  /** What the targets come to, as `actual`. */
  target: Summary;
  /** The indicators that are mapped to it, those that do not count among them. */
  parts: CommonPart[];
}

/** An indicator that may be a common one, which nobody has confirmed. */
export interface PortfolioSuggestion extends ReportIndicator, Omit<CommonSuggestion, "code"> {
  /** Code of the common indicator that it may be. */
  common: string;
}

/** A mapping that nothing in the portfolio fits. */
export type UnmatchedMapping = CommonMapping["mappings"][number] & {
  /** Which of the three is not there. */
  what: "project" | "indicator" | "common";
};

/** Common indicators of a portfolio. */
export interface CommonRollUp {
  /** Common indicators that at least one indicator is mapped to. */
  rows: CommonRow[];
  /** Indicators that nobody has mapped and that may be common ones. They count nowhere. */
  suggestions: PortfolioSuggestion[];
  /** Mappings that name a project, an indicator or a common indicator that is not there. */
  unmatched: UnmatchedMapping[];
}

type Catalogued = Pick<CommonIndicator, "code" | "name" | "unit" | "measure">;

const SHARES: readonly Measure[] = ["percentage", "ratio", "survey-share"];
const isRate = (text: string) => /100[\s\u00a0\u202f.,]?000/.test(text);

/** The reading of a value as its common indicator has it; `null` where it measures something else. */
function commonReading(common: Catalogued, indicator: Indicator, reported: ReportedValue): Reading | null {
  const { measure } = measurementFor(indicator);
  // Money needs a currency, and is never a share.
  if (measure === "currency" && (common.measure !== "currency" || unitOf(indicator) !== common.unit))
    return null;
  const reading = readingOf(indicator, reported);
  if (reading.measure === common.measure) return reading;
  // A rate is often written as a plain number.
  if (common.measure === "ratio" && reading.measure === "count")
    return isRate(common.unit) && isRate(`${unitOf(indicator) ?? ""} ${indicator.text}`)
      ? { measure: "ratio", value: reading.value }
      : null;
  return SHARES.includes(common.measure) && SHARES.includes(reading.measure) && !isRate(common.unit)
    ? reading
    : null;
}

/** Whether a mapping means a project: by its key, or by a report's name with or without its folders. */
const isNamed = ({ key, names }: { key: string; names: readonly string[] }, project: string): boolean =>
  key === project || names.some((name) => name === project || name.endsWith(`/${project}`));

/** Shares of several kinds are compared by their points; one survey among them makes estimates of all. */
function summaryOf(readings: readonly Reading[]): Summary {
  const measures = new Set(readings.map(({ measure }) => measure));
  if (measures.size < 2) return summarise(readings);
  return summarise(
    readings.map((reading): Reading => {
      const points = reading.measure === "ratio" ? 100 : 1;
      if (reading.measure !== "ratio" && reading.measure !== "percentage") return reading;
      const { numerator, denominator, value } = reading;
      const share = numerator == null || !denominator ? null : (100 * numerator) / denominator;
      return { measure: "survey-share", value: share ?? (value == null ? null : value * points) };
    }),
  );
}

/**
 * Common indicators over the last reports of the projects: what was confirmed is rolled up, what else may be one is suggested. Nothing is rolled
 * up by a suggestion.
 */
export function commonRollUp(
  reports: readonly PortfolioReport[],
  mapping: CommonMapping = { mappings: [] },
): CommonRollUp {
  const own = (mapping.indicators ?? []).map(({ name, ...rest }) => ({
    ...rest,
    name: typeof name === "string" ? { en: name, fr: name } : name,
  }));
  const catalogue = new Map<string, Catalogued>(
    [...COMMON_INDICATORS, ...own].map((common) => [common.code, common]),
  );
  const projects = [
    ...groupBy(reportOrder(reports), ({ name, document }) => projectKey(document, name)),
  ].flatMap(([key, list]) => {
    const last = list.at(-1);
    return last === undefined ? [] : [{ key, names: list.map(({ name }) => name), last }];
  });
  const indicators = projects.flatMap(({ key, names, last }) =>
    indicatorsOf(withDerived(last.document)).map(({ indicator }) => ({
      key,
      names,
      report: last.name,
      indicator,
    })),
  );
  const parts = new Map<
    string,
    { part: CommonPart; readings: { actual: Reading; target: Reading } | null }[]
  >();
  const mapped = new Set<string>();
  const unmatched: CommonRollUp["unmatched"] = [];
  for (const { project, indicator: code, common: to } of mapping.mappings) {
    const named = indicators.filter((each) => isNamed(each, project));
    const found = named.find(({ indicator }) => indicator.code === code);
    const common = catalogue.get(to);
    if (found === undefined || common === undefined) {
      const known = projects.some((each) => isNamed(each, project));
      const what = !known ? "project" : found === undefined ? "indicator" : "common";
      unmatched.push({ project, indicator: code, common: to, what });
      continue;
    }
    const { key, report, indicator } = found;
    // One indicator counts once, however often it is mapped.
    if (mapped.has(JSON.stringify([key, code, to]))) continue;
    mapped.add(JSON.stringify([key, code, to])).add(JSON.stringify([key, code]));
    const [actual, target] = (["actual", "target"] as const).map((column) =>
      commonReading(common, indicator, indicator[column]),
    );
    const readings = actual == null || target == null ? null : { actual, target };
    const part: CommonPart = {
      ...{ project: key, report, indicator: code, text: indicator.text },
      ...{ actual: numberOf(indicator.actual.value), target: numberOf(indicator.target.value) },
      leftOut: readings === null ? "measures-differ" : null,
    };
    const list = parts.get(to);
    if (list === undefined) parts.set(to, [{ part, readings }]);
    else list.push({ part, readings });
  }
  return {
    rows: [...parts].flatMap(([code, list]): CommonRow[] => {
      const common = catalogue.get(code);
      if (common === undefined) return [];
      const counted = list.flatMap(({ readings }) => readings ?? []);
      return [
        {
          ...{ code, name: common.name, unit: common.unit },
          projectCount: new Set(
            list.flatMap(({ part, readings }) => (readings === null ? [] : [part.project])),
          ).size,
          actual: summaryOf(counted.map(({ actual }) => actual)),
          target: summaryOf(counted.map(({ target }) => target)),
          parts: list.map(({ part }) => part),
        },
      ];
    }),
    suggestions: indicators.flatMap(({ key, report, indicator }) => {
      const { code, text } = indicator;
      const [best] = mapped.has(JSON.stringify([key, code]))
        ? []
        : suggestCommon({ text, measure: measurementFor(indicator).measure });
      // Of two doubts at once nobody should have to think.
      if (best === undefined || (best.missing.length > 0 && best.measureDiffers)) return [];
      const { code: common, ...rest } = best;
      return [{ project: key, report, indicator: code, text, common, ...rest }];
    }),
    unmatched,
  };
}
