import { type Bilingual, type Finding, type Period, type Result, UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { parseAgeBand } from "@cadre/core/bounds";
import { exactSum } from "@cadre/core/internal";
import type { Observation, SourceRejection } from "@cadre/core/observations";
import { numberIn } from "../number.ts";
import { notANumber } from "../rows-source.ts";
import type { KoboCategories, KoboCondition, KoboMapping, KoboValue } from "./mapping.ts";
import { type Entry, parseKoboSubmissions } from "./submissions.ts";

/** What was made of submissions. */
export interface KoboReading {
  /** One for each indicator, period, place, source and combination of categories. */
  observations: Observation[];
  /** Rows that were looked at and did not count for an indicator, by reason; each has a finding. */
  leftOut: { indicator: string; reason: LeftOutReason; submissions: string[] }[];
  /** Answers that should be numbers and are none, each to be handed back. */
  unreadable: SourceRejection[];
}

/** Why a row that fulfils the conditions did not count. */
export type LeftOutReason = "no-date" | "no-period" | "no-number" | "not-approved" | "no-answer";

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
type Chain = readonly Entry[];

const answer = (chain: Chain, question: string): string => {
  for (const entry of chain) {
    const value = Object.hasOwn(entry, question) ? entry[question] : undefined;
    if (value !== undefined && value !== null && typeof value !== "object") return String(value).trim();
  }
  return "";
};
/** Whether there is an answer; of several choices, also that none of them was ticked, which is an empty list. */
const isAnswered = (chain: Chain, question: string): boolean =>
  answer(chain, question) !== "" || isNone(chain, question);
const isNone = (chain: Chain, question: string): boolean =>
  chain.some((entry) => {
    const value = Object.hasOwn(entry, question) ? entry[question] : undefined;
    return Array.isArray(value) && value.length === 0;
  });
const chosen = (chain: Chain, question: string): string[] =>
  answer(chain, question)
    .split(/\s+/)
    .filter((choice) => choice !== "");
const fulfils = (chain: Chain, conditions: readonly KoboCondition[]): boolean =>
  conditions.every(({ question, is }) => {
    const whole = answer(chain, question);
    return is.includes(whole) || chosen(chain, question).some((choice) => is.includes(choice));
  });

function rowsOf(submissions: readonly Entry[], each: string): Chain[] {
  if (each === "submission") return submissions.map((entry) => [entry]);
  const inside = (chain: Chain): Chain[] => {
    const [entry] = chain;
    return Object.entries(entry ?? {}).flatMap(([path, value]) => {
      if (!Array.isArray(value) || (path !== each && !each.startsWith(`${path}/`))) return [];
      const deeper = value
        .filter((item): item is Entry => typeof item === "object" && item !== null && !Array.isArray(item))
        .map((item): Chain => [item, ...chain]);
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
  const of = (choice: string) =>
    Object.hasOwn(rule.categories, choice) ? (rule.categories[choice] ?? UNKNOWN) : UNKNOWN;
  const whole = answer(chain, rule.question);
  if (isNone(chain, rule.question)) return [];
  if (whole === "" || Object.hasOwn(rule.categories, whole)) return [of(whole)];
  return [...new Set(chosen(chain, rule.question).map(of))];
}

const WHY: Record<LeftOutReason, (count: number, indicator: string) => Bilingual> = {
  "no-date": (count, indicator) => ({
    en: `Indicator ${indicator}: ${count} rows have no date and were left out.`,
    fr: `Indicateur ${indicator} : ${count} lignes n’ont pas de date et ont été laissées de côté.`,
  }),
  "no-period": (count, indicator) => ({
    en: `Indicator ${indicator}: ${count} rows fall into no period of the framework and were left out.`,
    fr: `Indicateur ${indicator} : ${count} lignes ne tombent dans aucune période du cadre et ont été laissées de côté.`,
  }),
  "no-number": (count, indicator) => ({
    en: `Indicator ${indicator}: ${count} rows give no number to add and were left out.`,
    fr: `Indicateur ${indicator} : ${count} lignes ne donnent pas de nombre à additionner et ont été laissées de côté.`,
  }),
  "not-approved": (count, indicator) => ({
    en: `Indicator ${indicator}: ${count} rows are of submissions that were not approved and were left out.`,
    fr: `Indicateur ${indicator} : ${count} lignes viennent de soumissions non approuvées et ont été laissées de côté.`,
  }),
  "no-answer": (count, indicator) => ({
    en: `Indicator ${indicator}: ${count} rows have no answer to what its share is of and were left out.`,
    fr: `Indicateur ${indicator} : ${count} lignes n’ont pas de réponse à la question dont la part est calculée et ont été laissées de côté.`,
  }),
};

/** That the file has nothing of a question or a repeat group: it may be called otherwise there. */
const unanswered = (indicator: string, name: string): Finding => ({
  ...{ code: "kobo-unanswered", severity: "warning", where: { path: `indicators/${indicator}` } },
  message: {
    en: `Indicator ${indicator}: no submission answers “${name}”. An export has other headings where its labels are not those of the form.`,
    fr: `Indicateur ${indicator} : aucune soumission ne répond à « ${name} ». Un export a d’autres en-têtes si ses libellés ne sont pas ceux du formulaire.`,
  },
  found: name,
  expected: null,
});

function admitted(submission: Entry, validation: KoboMapping["validation"]): boolean {
  const status = submission._validation_status;
  const uid =
    typeof status === "object" && status !== null
      ? String((status as Entry).uid ?? "")
      : String(status ?? "");
  if (validation === "all") return true;
  return validation === "approved"
    ? uid === "validation_status_approved"
    : uid !== "validation_status_not_approved";
}

/** Instant of a submission, in universal time as Kobo gives it; `null` where it is none. */
function submittedAt(submission: Entry): string | null {
  const stamp = String(submission._submission_time ?? "");
  if (!/^\d{4}-\d{2}-\d{2}/.test(stamp)) return null;
  const instant = new Date(
    /[zZ]$|[+-]\d{2}:?\d{2}$/.test(stamp) || stamp.length === 10 ? stamp : `${stamp}Z`,
  );
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().replace(".000Z", "Z");
}

interface Sum {
  observation: Omit<Observation, "recordedAt">;
  values: number[];
  below: number | null;
  last: string;
  ids: Set<string>;
}

/** What a row adds to an indicator, and to its denominator; or why it does not count. */
function countRow(
  chain: Chain,
  measure: KoboValue,
): { value: number; below: number | null } | { text: string } | LeftOutReason {
  if ("count" in measure) return { value: 1, below: null };
  if ("sum" in measure) {
    const text = answer(chain, measure.sum);
    if (text === "") return "no-number";
    const value = numberIn(text);
    return value === undefined ? { text } : { value, below: null };
  }
  if (!measure.share.every(({ question }) => isAnswered(chain, question))) return "no-answer";
  return { value: Number(fulfils(chain, measure.share)), below: 1 };
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
    if (overlapping)
      groups.push([
        axis,
        categories,
        [...("bands" in rule ? rule.bands : new Set(Object.values(rule.categories))), UNKNOWN],
      ]);
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
export function readKobo(submissions: unknown, options: KoboOptions): Result<KoboReading> {
  const parsed = parseKoboSubmissions(submissions);
  if (!parsed.ok) return parsed;
  const { mapping, framework, exportedAt } = options;
  const sums = new Map<string, Sum>();
  const leftOut = new Map<string, KoboReading["leftOut"][number]>();
  const unreadable: SourceRejection[] = [];
  const absent: Finding[] = [];
  const periodAt = (day: string): Period | undefined =>
    framework.periods.find(({ start, end }) => start <= day && day <= end);

  for (const { indicator, each, where, value, categories } of mapping.indicators) {
    const leave = (reason: LeftOutReason, id: string) => {
      const key = JSON.stringify([indicator, reason]);
      const known = leftOut.get(key) ?? { indicator, reason, submissions: [] };
      known.submissions.push(id);
      leftOut.set(key, known);
    };
    const rows = rowsOf(parsed.value, each);
    const asked = [
      ...where.map(({ question }) => question),
      ...("sum" in value ? [value.sum] : "share" in value ? value.share.map(({ question }) => question) : []),
      ...Object.values(categories).map(({ question }) => question),
    ];
    if (parsed.value.length > 0)
      for (const name of rows.length === 0 ? [each] : new Set(asked))
        if (!rows.some((chain) => isAnswered(chain, name))) absent.push(unanswered(indicator, name));
    for (const chain of rows) {
      if (!fulfils(chain, where)) continue;
      const submission = chain.at(-1) ?? {};
      const id = String(submission._id ?? submission._uuid ?? "?");
      if (!admitted(submission, mapping.validation)) {
        leave("not-approved", id);
        continue;
      }
      const day = answer(chain, mapping.date).slice(0, 10);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
        leave("no-date", id);
        continue;
      }
      const period = periodAt(day);
      if (period === undefined) {
        leave("no-period", id);
        continue;
      }
      const counted = countRow(chain, value);
      if (typeof counted === "string") {
        leave(counted, id);
        continue;
      }
      if ("text" in counted) {
        const line = parsed.value.indexOf(submission) + 1;
        unreadable.push(notANumber(line, `${indicator}, submission ${id}`, counted.text, counted.text));
        continue;
      }
      const place = mapping.place && named(chain, mapping.place);
      const source = typeof mapping.source === "object" ? named(chain, mapping.source) : mapping.source;
      for (const { at, counts } of categoriesOfRow(chain, categories, framework, "count" in value)) {
        const observation = {
          indicator,
          period: period.id,
          ...(source !== undefined && { source }),
          ...(place !== undefined && { place }),
          ...(Object.keys(at).length > 0 && { categories: at }),
        };
        const key = JSON.stringify(observation);
        const sum: Sum = sums.get(key) ?? { observation, values: [], below: null, last: "", ids: new Set() };
        sum.values.push(counts ? counted.value : 0);
        if (counted.below !== null) sum.below = (sum.below ?? 0) + counted.below;
        const submitted = submittedAt(submission) ?? "";
        if (submitted > sum.last) sum.last = submitted;
        if (counts) sum.ids.add(id);
        sums.set(key, sum);
      }
    }
  }
  const observations = [...sums.values()].map(({ observation, values, below, last, ids }): Observation => {
    const value = exactSum(values);
    const first = [...ids].slice(0, 10).join(", ");
    return {
      ...observation,
      ...(below === null ? { value } : { numerator: value, denominator: below }),
      recordedAt: exportedAt ?? (last === "" ? "1970-01-01" : last),
      ...(ids.size > 0 && { evidence: `Kobo: ${ids.size} (${first}${ids.size > 10 ? ", …" : ""})` }),
    };
  });
  const findings = [...leftOut.values()].map(
    ({ indicator, reason, submissions: ids }): Finding => ({
      code: `kobo-${reason}`,
      severity: reason === "not-approved" ? "info" : "warning",
      where: { path: `indicators/${indicator}` },
      message: WHY[reason](ids.length, indicator),
      found: ids.length,
      expected: null,
    }),
  );
  return {
    ok: true,
    value: { observations, leftOut: [...leftOut.values()], unreadable },
    findings: [...parsed.findings, ...absent, ...findings],
  };
}

const named = (
  chain: Chain,
  { question, names }: { question: string; names: Readonly<Record<string, string>> },
): string | undefined => {
  const answered = answer(chain, question);
  if (answered === "") return undefined;
  return Object.hasOwn(names, answered) ? names[answered] : answered;
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
    .map(({ indicator, period, source, place, id, categories }) => ({
      indicator,
      period,
      ...(source !== undefined && { source }),
      ...(place !== undefined && { place }),
      ...(categories !== undefined && { categories }),
      ...(id !== undefined && { id }),
      value: null,
      recordedAt,
    }));
}
