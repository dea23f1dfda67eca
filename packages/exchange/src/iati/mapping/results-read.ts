import { type Indicator, type Outcome, parentCode } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { type IatiIndicator, isPercentage } from "../periods.ts";
import type { IatiActivity } from "../read.ts";
import { actualsOf, columnsOf, reportedValue } from "./columns.ts";
import type { Losses } from "./notices.ts";
import { textOf } from "./values.ts";

export type Result = NonNullable<IatiActivity["result"]>[number];

/** Names the codes of Cadre's frameworks among a publisher's own references. */
export const CODES = "urn:cadre:framework-code";
export const TYPES = { output: "1", outcome: "2", impact: "3", other: "9" } as const;

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

const dayOf = (holder: { "iso-date"?: string } | undefined): string => holder?.["iso-date"] ?? "";

/** Says what of an indicator's periods a reader should know. */
function checkPeriods(data: IatiIndicator, path: string, shown: number, { lose, warn }: Losses): void {
  const { periods, undated, accumulation } = actualsOf(data);
  for (const each of undated) {
    const days = `${dayOf(each["period-start"])} – ${dayOf(each["period-end"])}`;
    warn("iati-date-unreadable", path, message(en.periodUnreadable, fr.periodUnreadable), days, "YYYY-MM-DD");
  }
  const reported = periods.filter(({ actuals }) => actuals.length > 0);
  if (reported.length < 2) return;
  if (accumulation === "sum" && shown > 1)
    lose(path, message(en.sumOfPeriods, fr.sumOfPeriods, shown), accumulation);
  else if (accumulation !== "sum")
    lose(path, message(en.lastOfPeriods, fr.lastOfPeriods, reported.length), accumulation);
}

function indicatorOf(data: IatiIndicator, fallback: string, losses: Losses): Indicator {
  const stated = codeIn(data.reference);
  const code = stated !== undefined && CODE.test(stated) ? stated : fallback;
  const path = `indicators/${code}`;
  const { baseline, target, milestone, actual, periods } = columnsOf(data, path, losses);
  checkPeriods(data, path, periods, losses);
  const value = (column: typeof actual) => reportedValue(column, isPercentage(data));
  const remark = textOf(data.description);
  return {
    code,
    text: textOf(data.title),
    ...(data.ascending !== undefined && {
      direction:
        data.ascending === "0" || data.ascending === "false" ? ("decrease" as const) : ("increase" as const),
    }),
    baseline: value(baseline),
    target: value(target),
    milestone: value(milestone),
    actual: value(actual),
    ...(remark !== "" && { remark }),
  };
}

/** A result of a file, and the outcome or output that it is in the document, with its indicators. */
export interface ReadResult {
  data: Result;
  code: string;
  title: string;
  indicators: { data: IatiIndicator; indicator: Indicator }[];
}

/**
 * Results as outcomes and outputs, by their codes where they have them, else numbered as they come. An impact, and a result of another kind,
 * is among the outcomes.
 */
export function outcomesOf(
  results: readonly Result[],
  losses: Losses,
): { outcomes: Outcome[]; results: ReadResult[] } {
  const outcomes: Outcome[] = [];
  const read: ReadResult[] = [];
  const codes = new Set<string>();
  const free = (prefix: string, from: number): string => {
    let next = from;
    while (codes.has(`${prefix}${next}`)) next += 1;
    return `${prefix}${next}`;
  };
  for (const [position, data] of results.entries()) {
    const { type = null } = data;
    const path = `results/${position + 1}`;
    const isOutput = type === TYPES.output;
    if (!isOutput && type !== TYPES.outcome) {
      const impact = type === TYPES.impact ? message(en.anImpact, fr.anImpact) : "";
      losses.lose(path, message(en.shownAsOutcome, fr.shownAsOutcome, impact), type);
    }
    const title = textOf(data.title);
    const stated = resultCode(data);
    const own = stated !== undefined && CODE.test(stated) && !codes.has(stated) ? stated : null;
    if (!isOutput || outcomes.length === 0) {
      if (isOutput) losses.lose(path, message(en.outputBeforeOutcome, fr.outputBeforeOutcome));
      const code = (isOutput ? own?.split(".")[0] : own) ?? free("", outcomes.length + 1);
      codes.add(code);
      outcomes.push({ code, title: isOutput ? "" : title, rating: null, indicators: [], outputs: [] });
    }
    // An output says by its code which outcome it belongs to; without one, to the last before it.
    const above = own?.includes(".") ? own.slice(0, own.lastIndexOf(".")) : null;
    const parent = outcomes.find(({ code }) => isOutput && code === above) ?? outcomes.at(-1);
    if (parent === undefined) continue;
    const code = isOutput ? (own ?? free(`${parent.code}.`, parent.outputs.length + 1)) : parent.code;
    codes.add(code);
    const indicators = (data.indicator ?? []).map((each, index) => ({
      data: each,
      indicator: indicatorOf(each, `${code}.${index + 1}`, losses),
    }));
    read.push({ data, code, title, indicators });
    const shown = indicators.map(({ indicator }) => indicator);
    if (isOutput) parent.outputs.push({ code, title, indicators: shown });
    else parent.indicators = shown;
  }
  return { outcomes, results: read };
}

/** The indicators of results with the codes that they have in the document. */
export const indicatorsRead = (results: readonly ReadResult[]): (readonly [string, IatiIndicator])[] =>
  results.flatMap(({ indicators }) =>
    indicators.map(({ data, indicator: { code } }) => [code, data] as const),
  );
