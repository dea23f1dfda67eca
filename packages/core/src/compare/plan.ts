import {
  type FrameworkDocument,
  type Indicator,
  type IndicatorLevel,
  indicatorsOf,
  type ReportedValue,
} from "../document/index.ts";
import type { Value } from "../values/value.ts";
import { likeness } from "./likeness.ts";

/** Which indicator of the project document; of one that was added, of the report. */
interface IndicatorRef {
  /** Its code. */
  code: string;
  /** The code as the document writes it, where that differs. */
  written?: string;
}

/**
 * What a report changed of its project's document. Targets and baselines: `revised` where the report says that the change was approved.
 * `disaggregation-not-reported`: axes that the project document promises and that the reported value does not have.
 */
export type PlanDifference =
  | (IndicatorRef & {
      /** `target-changed`: of the two targets at least one is no number, so neither is the higher one. */
      kind: "target-raised" | "target-lowered" | "target-changed" | "baseline-changed";
      /** The value in the project document. */
      from: Value;
      /** The value in the report. */
      to: Value;
      /** Whether the report says that the change was approved. */
      revised: boolean;
    })
  | (IndicatorRef & {
      /** Whether only the project document has it, or only the report. */
      kind: "indicator-dropped" | "indicator-added";
      /** What is measured, as written. */
      text: string;
    })
  | (IndicatorRef & {
      kind: "indicator-reworded";
      /** The wording in the project document. */
      from: string;
      /** The wording in the report. */
      to: string;
    })
  | {
      kind: "indicator-renumbered";
      /** Its code in the project document. */
      fromCode: string;
      /** Its code in the report. */
      toCode: string;
      /** What is measured, as the project document writes it. */
      text: string;
    }
  | (IndicatorRef & {
      kind: "disaggregation-not-reported";
      /** Axes that the project document asks for: `sex`, `age`. */
      promisedAxes: string[];
      /** Those of them that the reported value has. */
      reportedAxes: string[];
    });

interface Entry {
  indicator: Indicator;
  level: IndicatorLevel;
  normalized: string;
}

/** Texts with this much in common are one indicator's, whatever their codes. */
const SAME = 0.75;
/** Texts under one code with less in common are two indicators, unless their values agree. */
const RELATED = 0.3;

/** Words that a rewording of nothing leaves out or puts in. */
const FILLERS = /\b(?:the|of|in|on|to|a|an|and|for|le|la|les|l|de|des|du|d|et|en|un|une|au|aux)\b/g;

const normalize = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
const essence = (text: string): string => text.replace(FILLERS, " ").replace(/\s+/g, " ").trim();

const entriesOf = (document: FrameworkDocument): Entry[] =>
  indicatorsOf(document).map(({ indicator, level }) => ({
    indicator,
    level,
    normalized: normalize(indicator.text),
  }));

/** The number that a value states, of whatever form; `null` where it states none. */
function numberOf(value: Value): number | null {
  if (value.kind !== "number") return null;
  if (value.value !== null) return value.value;
  if (value.numerator !== undefined && value.denominator !== undefined && value.denominator !== 0)
    return (100 * value.numerator) / value.denominator;
  return null;
}

/** Whether two cells say the same: the number, whatever text surrounds it; else the text. */
function agree(one: ReportedValue, other: ReportedValue): boolean {
  const [a, b] = [numberOf(one.value), numberOf(other.value)];
  if (a !== null && b !== null) return a === b;
  if (one.value.kind === "number" && other.value.kind === "number")
    return one.value.low === other.value.low && one.value.high === other.value.high;
  return normalize(one.raw ?? textOf(one.value)) === normalize(other.raw ?? textOf(other.value));
}

const textOf = (value: Value): string =>
  value.kind === "text" ? value.text : value.kind === "number" ? `${value.value}` : value.kind;

/** Pairs each indicator of the plan with the report's: by text wherever it is, then by code, then by texts that are nearly the same. */
function pair(
  plan: readonly Entry[],
  report: readonly Entry[],
): { pairs: [Entry, Entry][]; dropped: Entry[]; added: Entry[] } {
  const pairs: [Entry, Entry][] = [];
  const open = { plan: [...plan], report: [...report] };
  const match = (fits: (one: Entry, other: Entry) => boolean) => {
    for (const one of [...open.plan]) {
      const other = open.report.find((each) => each.level === one.level && fits(one, each));
      if (other === undefined) continue;
      pairs.push([one, other]);
      open.plan.splice(open.plan.indexOf(one), 1);
      open.report.splice(open.report.indexOf(other), 1);
    }
  };
  const sameCode = (one: Entry, other: Entry) => one.indicator.code === other.indicator.code;
  const alike = (one: Entry, other: Entry) => likeness(essence(one.normalized), essence(other.normalized));
  match((one, other) => sameCode(one, other) && one.normalized === other.normalized);
  match((one, other) => one.normalized === other.normalized);
  match((one, other) => sameCode(one, other) && alike(one, other) >= SAME);
  match((one, other) => alike(one, other) >= SAME);
  match(
    (one, other) =>
      sameCode(one, other) &&
      (alike(one, other) >= RELATED ||
        (agree(one.indicator.target, other.indicator.target) &&
          agree(one.indicator.baseline, other.indicator.baseline))),
  );
  return { pairs, dropped: open.plan, added: open.report };
}

const refOf = ({ code, writtenCode }: Indicator): IndicatorRef =>
  writtenCode === undefined ? { code } : { code, written: writtenCode };

/** Whether the report says that a change of the framework was approved. */
const REVISED =
  /\brevis|\brévis|\bamend|\bavenant\b|\bapproved by (?:the )?(?:pbso|pbf|steering)|\bapprouv\S* par (?:le )?(?:pbso|pbf|comité)|\bcost extension\b|\bNCE\b/i;
const isRevised = ({ remark, otherColumns }: Indicator): boolean =>
  REVISED.test([remark ?? "", ...Object.values(otherColumns ?? {})].join(" "));

function changesOf(plan: Indicator, report: Indicator): PlanDifference[] {
  const ref = refOf(plan);
  const revised = isRevised(report);
  const changed: PlanDifference[] = [];
  // What was to be determined may be set: that is no change of it.
  const set = (value: Value) =>
    value.kind === "tbd" || (value.kind === "none" && value.because === undefined);
  const [from, to] = [plan.target.value, report.target.value];
  if (!set(from) && !agree(plan.target, report.target)) {
    const [a, b] = [numberOf(from), numberOf(to)];
    const kind = a === null || b === null ? "target-changed" : a < b ? "target-raised" : "target-lowered";
    changed.push({ kind, ...ref, from, to, revised });
  }
  if (!set(plan.baseline.value) && !agree(plan.baseline, report.baseline))
    changed.push({
      kind: "baseline-changed",
      ...ref,
      from: plan.baseline.value,
      to: report.baseline.value,
      revised,
    });
  return changed;
}

/** What shows that a reported value is disaggregated by an axis: words of its categories, in English and French. */
const AXIS_TERMS: Readonly<Record<string, RegExp>> = {
  sex: /\b(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|f|m|h|femmes?|hommes?|filles?|garcons?|women s|wives|husbands)\b/,
  age: /\b(?:youths?|young|adults?|child(?:ren)?|elder(?:ly|s)?|years?|aged?|ans|jeunes?|enfants?|adultes?|ages?|adolescents?|adolescentes?|mineurs?)\b/,
};

function reportedAxes({ actual }: Indicator, claimed: string): (axis: string) => boolean {
  const labels = [...(actual.breakdown?.parts ?? []), ...(actual.breakdown?.shares ?? [])].map(
    ({ label }) => label,
  );
  const normalized = normalize([actual.raw ?? "", ...labels, claimed].join(" "));
  // The categories of other axes are the project's own: any parts may be those.
  const split = labels.length > 0 || /[(:;]/.test(actual.raw ?? "") || claimed !== "";
  return (axis) => AXIS_TERMS[axis]?.test(normalized) ?? split;
}

/** Labels that a report's narrative gives for an indicator. */
const claimsOf = ({ report }: FrameworkDocument, code: string): string =>
  (report?.claims ?? [])
    .filter(({ indicator }) => indicator === code)
    .flatMap(({ breakdown }) => (breakdown?.parts ?? []).map(({ label }) => label))
    .join(" ");

function unreported(plan: Indicator, report: Indicator, document: FrameworkDocument): PlanDifference[] {
  const promised = plan.disaggregation ?? [];
  const { value } = report.actual;
  // What has no value has nothing to disaggregate; nor has zero.
  if (promised.length === 0 || value.kind !== "number" || value.value === 0) return [];
  const has = reportedAxes(report, claimsOf(document, report.code));
  const reported = promised.filter(has);
  return reported.length === promised.length
    ? []
    : [
        {
          kind: "disaggregation-not-reported",
          ...refOf(plan),
          promisedAxes: [...promised],
          reportedAxes: reported,
        },
      ];
}

/**
 * What a Secretariat looks for when a report comes in: targets and baselines that are not those of the project document, indicators that
 * were dropped, added, reworded or renumbered, disaggregation that was promised and is not reported. How a code or a number is written
 * makes no difference; a baseline that was to be determined may be set. Neither document is changed.
 */
export function compareWithPlan(plan: FrameworkDocument, report: FrameworkDocument): PlanDifference[] {
  const { pairs, dropped, added } = pair(entriesOf(plan), entriesOf(report));
  return [
    ...pairs.flatMap(([one, other]): PlanDifference[] => {
      const [before, after] = [one.indicator, other.indicator];
      return [
        ...changesOf(before, after),
        ...(before.code === after.code
          ? []
          : [
              {
                kind: "indicator-renumbered" as const,
                fromCode: before.code,
                toCode: after.code,
                text: before.text,
              },
            ]),
        ...(essence(one.normalized) === essence(other.normalized)
          ? []
          : [{ kind: "indicator-reworded" as const, ...refOf(before), from: before.text, to: after.text }]),
        ...unreported(before, after, report),
      ];
    }),
    ...dropped.map(({ indicator }) => ({
      kind: "indicator-dropped" as const,
      ...refOf(indicator),
      text: indicator.text,
    })),
    ...added.map(({ indicator }) => ({
      kind: "indicator-added" as const,
      ...refOf(indicator),
      text: indicator.text,
    })),
  ];
}
