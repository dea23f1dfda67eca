import { type Finding, type Result, UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { parseAgeBand } from "@cadre/core/bounds";
import { exactSum, groupBy } from "@cadre/core/internal";
import {
  type NoValueReason,
  noValueReasonIn,
  type Observation,
  type ObservationSource,
  type SourceRejection,
} from "@cadre/core/observations";
import { ALWAYS, isRecord, own } from "../common.ts";
import { instantOf } from "../instant.ts";
import { axesNamed } from "../mapping/check.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { numberIn } from "../number.ts";
import { finding } from "../reading.ts";
import { notANumber, type RowsRead, rowsSource } from "../rows-source.ts";
import type { KoboCategories, KoboCondition, KoboMapping, KoboValue } from "./mapping.ts";
import { type KoboEntry, parseKoboSubmissions } from "./submissions.ts";

/** Why a row that fulfils the conditions did not count. */
type UncountedReason = "no-date" | "no-period" | "no-number" | "not-approved" | "no-answer";

/** How submissions are read. */
export interface KoboOptions {
  /** What the form's answers mean. */
  mapping: KoboMapping;
  /** The framework that the observations are of. */
  framework: MeasurementFramework;
  /** When the export was made. Without it, an observation is recorded at the last submission that it rests on. */
  exportedAt?: string;
}

/** A row, and what is around it: an entry of a repeat group sees the answers of its submission. */
type Chain = readonly KoboEntry[];

const answer = (chain: Chain, question: string): string => {
  const values = chain.map((entry) => own(entry, question));
  const first = values.find((value) => value !== undefined && value !== null && typeof value !== "object");
  return first === undefined ? "" : String(first).trim();
};
/** Whether, of several choices, none was ticked: an empty list. */
const isNone = (chain: Chain, question: string): boolean =>
  chain.some((entry) => {
    const value = own(entry, question);
    return Array.isArray(value) && value.length === 0;
  });
/** Whether there is an answer, be it that none of several choices was ticked. */
const isAnswered = (chain: Chain, question: string): boolean =>
  answer(chain, question) !== "" || isNone(chain, question);
const chosen = (chain: Chain, question: string): string[] =>
  answer(chain, question)
    .split(/\s+/)
    .filter((choice) => choice !== "");
const fulfils = (chain: Chain, conditions: readonly KoboCondition[]): boolean =>
  conditions.every(({ question, is }) => {
    const whole = answer(chain, question);
    return is.includes(whole) || chosen(chain, question).some((choice) => is.includes(choice));
  });

function rowsOf(submissions: readonly KoboEntry[], each: string): Chain[] {
  if (each === "submission") return submissions.map((entry) => [entry]);
  const inside = (chain: Chain): Chain[] => {
    const [entry] = chain;
    return Object.entries(entry ?? {}).flatMap(([path, value]) => {
      if (!Array.isArray(value) || (path !== each && !each.startsWith(`${path}/`))) return [];
      const deeper = value.filter(isRecord).map((item): Chain => [item, ...chain]);
      return path === each ? deeper : deeper.flatMap(inside);
    });
  };
  return submissions.flatMap((entry) => inside([entry]));
}

/** Categories of a row on an axis: one, or, of a question with several answers, all of them. */
function categoriesOf(chain: Chain, rule: KoboCategories): string[] {
  if ("bands" in rule) {
    const age = answer(chain, rule.question);
    if (!/^\d{1,3}(\.\d+)?$/.test(age)) return [UNKNOWN];
    const years = Math.floor(Number(age));
    const band = rule.bands.find((label) => {
      const parsed = parseAgeBand(label);
      return parsed !== null && parsed.from <= years && years <= (parsed.to ?? Number.POSITIVE_INFINITY);
    });
    return [band ?? UNKNOWN];
  }
  const of = (choice: string) => own(rule.categories, choice) ?? UNKNOWN;
  const whole = answer(chain, rule.question);
  if (isNone(chain, rule.question)) return [];
  if (whole === "" || Object.hasOwn(rule.categories, whole)) return [of(whole)];
  return [...new Set(chosen(chain, rule.question).map(of))];
}

/** What a finding says of rows that did not count. */
const whyLeftOut = (reason: UncountedReason, ...facts: [indicator: string, rows: number]) =>
  ({
    "no-date": message(en.koboNoDate, fr.koboNoDate, ...facts),
    "no-period": message(en.koboNoPeriod, fr.koboNoPeriod, ...facts),
    "no-number": message(en.koboNoNumber, fr.koboNoNumber, ...facts),
    "not-approved": message(en.koboNotApproved, fr.koboNotApproved, ...facts),
    "no-answer": message(en.koboNoAnswer, fr.koboNoAnswer, ...facts),
  })[reason];

function admitted({ _validation_status: status }: KoboEntry, validation: KoboMapping["validation"]): boolean {
  const uid = String((isRecord(status) ? status.uid : status) ?? "");
  if (validation === "approved") return uid === "validation_status_approved";
  return validation === "all" || uid !== "validation_status_not_approved";
}

/** How many submissions, and the ids of the first of them. */
const counted = (ids: readonly string[]): string =>
  `${ids.length} (${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ", …" : ""})`;

interface Sum {
  observation: Omit<Observation, "recordedAt">;
  values: number[];
  /** Why the sum has no value. */
  reason?: NoValueReason;
  below: number | null;
  last: string;
  ids: Set<string>;
}

/** What a row adds to an indicator in a period, and to its denominator; a text that is no number; or why it does not count. */
function countRow(
  chain: Chain,
  measure: KoboValue,
  { mapping, framework }: KoboOptions,
):
  | { period: string; value: number | NoValueReason; below: number | null }
  | { text: string }
  | UncountedReason {
  if (!admitted(chain.at(-1) ?? {}, mapping.validation)) return "not-approved";
  const day = answer(chain, mapping.date).slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "no-date";
  const period = framework.periods.find(({ start, end }) => start <= day && day <= end)?.id;
  if (period === undefined) return "no-period";
  if ("count" in measure) return { period, value: 1, below: null };
  if ("sum" in measure) {
    const text = answer(chain, measure.sum);
    if (text === "") return "no-number";
    const value = noValueReasonIn(text) ?? numberIn(text);
    return value === undefined ? { text } : { period, value, below: null };
  }
  if (!measure.shareOf.every(({ question }) => isAnswered(chain, question))) return "no-answer";
  return { period, value: Number(fulfils(chain, measure.shareOf)), below: 1 };
}

/**
 * The keys that a row counts under: its total over overlapping axes, and one for each of its groups. Rows that are counted are all that there
 * are: they count under no category, too, and as nobody (`counts: false`) under the groups that were not ticked, so that a category or a group
 * in which there is none is known to be zero.
 */
function* categoriesOfRow(
  chain: Chain,
  rules: Readonly<Record<string, KoboCategories>>,
  framework: MeasurementFramework,
  isCount: boolean,
): Generator<{ at: Record<string, string>; counts: boolean }> {
  const base: Record<string, string> = {};
  const groups: [axis: string, ticked: string[], all: string[]][] = [];
  for (const [axis, rule] of Object.entries(rules)) {
    const categories = categoriesOf(chain, rule);
    const overlapping = framework.axes.find(({ name }) => name === axis)?.kind === "overlapping";
    const all = "bands" in rule ? rule.bands : new Set(Object.values(rule.categories));
    if (overlapping) groups.push([axis, categories, [...all, UNKNOWN]]);
    // Of a partition there is one category; several ticked at once leave it unknown.
    else base[axis] = categories.length === 1 ? (categories[0] ?? UNKNOWN) : UNKNOWN;
  }
  yield { at: base, counts: true };
  if (isCount && Object.keys(base).length > 0) yield { at: {}, counts: true };
  for (const [axis, ticked, all] of groups) {
    for (const category of ticked) yield { at: { ...base, [axis]: category }, counts: true };
    if (isCount)
      for (const category of all)
        if (!ticked.includes(category)) yield { at: { ...base, [axis]: category }, counts: false };
  }
}

/**
 * Makes observations of submissions by a mapping: one for each indicator, period, place, source and set of categories, counted over the rows
 * that fulfil the conditions. Groups that overlap get a value each beside the total, since a person may be in several. What did not count
 * although it fulfils the conditions is reported with its submissions.
 * @param submissions as parsed from the Web API's JSON, or put together by `submissionsOfSheets`.
 */
export function readKobo(submissions: unknown, options: KoboOptions): Result<RowsRead> {
  const parsed = parseKoboSubmissions(submissions);
  if (!parsed.ok) return parsed;
  const { mapping, framework, exportedAt } = options;
  const sums = new Map<string, Sum>();
  const leftOut: { indicator: string; reason: UncountedReason; id: string }[] = [];
  const unreadable: SourceRejection[] = [];
  const absent: Finding[] = [];
  const unanswered = (indicator: string, name: string) => {
    const what = message(en.koboUnanswered, fr.koboUnanswered, indicator, name);
    absent.push(finding("warning", "kobo-unanswered", `indicators/${indicator}`, what, name, null));
  };

  for (const { indicator, each, where, value, categories } of mapping.indicators) {
    const rows = rowsOf(parsed.value, each);
    const asked = [
      ...[...where, ...("shareOf" in value ? value.shareOf : []), ...Object.values(categories)],
      ...("sum" in value ? [{ question: value.sum }] : []),
    ].map(({ question }) => question);
    if (parsed.value.length > 0)
      for (const name of rows.length === 0 ? [each] : new Set(asked))
        if (!rows.some((chain) => isAnswered(chain, name)))
          // It may be called otherwise in the file.
          unanswered(indicator, name);
    for (const chain of rows.filter((row) => fulfils(row, where))) {
      const submission = chain.at(-1) ?? {};
      const id = String(submission._id ?? submission._uuid ?? "?");
      const adds = countRow(chain, value, options);
      if (typeof adds === "string") {
        leftOut.push({ indicator, reason: adds, id });
        continue;
      }
      if ("text" in adds) {
        const line = parsed.value.indexOf(submission) + 1;
        unreadable.push(notANumber(line, `${indicator}, submission ${id}`, adds.text, adds.text));
        continue;
      }
      const place = mapping.place && named(chain, mapping.place);
      const source = typeof mapping.source === "object" ? named(chain, mapping.source) : mapping.source;
      const submitted = instantOf(String(submission._submission_time ?? "")) ?? "";
      for (const { at, counts } of categoriesOfRow(chain, categories, framework, "count" in value)) {
        const observation = {
          indicator,
          period: adds.period,
          ...(source !== undefined && { source }),
          ...(place !== undefined && { place }),
          ...(Object.keys(at).length > 0 && { categories: at }),
        };
        const key = JSON.stringify(observation);
        const sum: Sum = sums.get(key) ?? { observation, values: [], below: null, last: "", ids: new Set() };
        if (!counts) sum.values.push(0);
        else if (typeof adds.value === "number") sum.values.push(adds.value);
        else sum.reason = adds.value;
        if (adds.below !== null) sum.below = (sum.below ?? 0) + adds.below;
        if (submitted > sum.last) sum.last = submitted;
        if (counts) sum.ids.add(id);
        sums.set(key, sum);
      }
    }
  }
  const observations = [...sums.values()].map(
    ({ observation, values, reason, below, last, ids }): Observation => {
      const value = exactSum(values);
      return {
        ...observation,
        // Of a sum one part of which is not known, the whole is not.
        ...(reason !== undefined
          ? { value: null, reason }
          : below === null
            ? { value }
            : { numerator: value, denominator: below }),
        recordedAt: exportedAt ?? (last || ALWAYS),
        ...(ids.size > 0 && { evidence: `Kobo: ${counted([...ids])}` }),
      };
    },
  );
  const alike = groupBy(leftOut, ({ indicator, reason }) => JSON.stringify([indicator, reason]));
  const findings = [...alike.values()].map((rows) => {
    const [{ indicator, reason }] = rows as [(typeof rows)[number]];
    const severity = reason === "not-approved" ? "info" : "warning";
    const found = counted(rows.map(({ id }) => id));
    const what = whyLeftOut(reason, indicator, rows.length);
    return finding(severity, `kobo-${reason}`, `indicators/${indicator}`, what, found, null);
  });
  const axes = axesNamed(mapping.indicators.map(({ categories }) => categories));
  const all = [...parsed.findings, ...absent, ...findings];
  return { ok: true, value: { observations, axes, unreadable }, findings: all };
}

/**
 * Submissions of a KoboToolbox form as a source of observations, as {@link readKobo} makes them; what did not count is reported by findings.
 * @param submissions as parsed from the Web API's JSON, or put together by `submissionsOfSheets`.
 */
export const koboSource = (submissions: unknown, options: KoboOptions): ObservationSource =>
  rowsSource("kobo", () => readKobo(submissions, options));

const named = (
  chain: Chain,
  { question, names }: { question: string; names: Readonly<Record<string, string>> },
): string | undefined => {
  const answered = answer(chain, question);
  return answered === "" ? undefined : (own(names, answered) ?? answered);
};

/**
 * Withdrawals of what an earlier export said and a later one does not say any more (an answer was corrected, a submission deleted), so
 * that a value does not outlive what it rested on. Add them beside the later export's observations.
 */
export function withdrawals(
  earlier: readonly Observation[],
  later: readonly Observation[],
  recordedAt: string,
): Observation[] {
  const key = ({ indicator, period, source, place, id, categories = {} }: Observation) =>
    JSON.stringify([indicator, period, source, place, id, Object.entries(categories).sort()]);
  const still = new Set(later.map(key));
  return earlier
    .filter((each) => !still.has(key(each)))
    .map(({ value: _v, numerator: _n, denominator: _d, evidence: _e, ...about }) => ({
      ...about,
      value: null,
      recordedAt,
    }));
}
