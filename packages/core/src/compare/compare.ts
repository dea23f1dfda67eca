import { type CheckOptions, check } from "../checks/index.ts";
import type { Finding } from "../diagnostics/problem.ts";
import type { FrameworkDocument, ReportType } from "../document/index.ts";
import { type BudgetRevision, budgetRevision } from "../reallocation/index.ts";
import { type ChangeArea, type Entity, type Fact, type Plain, statementsOf } from "./facts.ts";
import { likeness } from "./likeness.ts";
import { compareWithPlan, type PlanDifference } from "./plan.ts";

export type { ChangeArea };

/** One thing that two documents say differently. */
export interface Change {
  /** What kind of thing changed. */
  area: ChangeArea;
  /** In the framework's own terms: `indicators/2.1.1/target`, `activities/1.1.1/state`, `narrative/overall-status`. */
  path: string;
  /** `null` where the document does not say. An outcome, indicator, activity or line that is in one document only is given by its name. */
  before: Plain | null;
  /** As `before`, in the later document. */
  after: Plain | null;
  /** After − before, of numbers in one unit and of money in one currency (in major units). */
  difference?: number;
  /** Of texts: how much of their words they share, 0 to 1. */
  likeness?: number;
}

/** Two codes, one removed and one new, whose words are alike: perhaps one thing under another number. A hint, never acted upon. */
export interface Renumbering {
  /** What the two codes are of. */
  kind: "indicators" | "outputs" | "outcomes" | "activities";
  /** The code that is in the earlier document only. */
  from: string;
  /** The code that is in the later document only. */
  to: string;
  /** How much of their words they share: 0.8 to 1. */
  likeness: number;
}

/** What was compared. */
export interface ComparisonSide {
  /** Title of the project. */
  title: string | null;
  /** At the MPTF Office Gateway, as written. */
  number: string | null;
  /** Semi-annual, annual or final; `null` where the document is no progress report or does not say. */
  reportType: ReportType | null;
  /** Calendar year that it reports on, as `reportType`. */
  year: number | null;
  /** The day that the report speaks for, ISO 8601. */
  asOf: string | null;
}

/** What changed from one report of a project to another. */
export interface Comparison {
  /** The earlier document. */
  before: ComparisonSide;
  /** The later document. */
  after: ComparisonSide;
  /**
   * In the order of the later document; what it no longer has comes last. From a project document to a report: of the cover page alone,
   * where both say something.
   */
  changes: Change[];
  /** From a project document to a report: what the report changed of the plan. */
  plan?: PlanDifference[];
  /** Codes that may be one thing under two numbers. Hints, for a person to decide. */
  renumbered: Renumbering[];
  /** Of two budgets with lines: what the revision changes, cumulatively against the approved budget. */
  budget?: BudgetRevision;
  /** Matched by rule and location: a finding that is in both documents is in neither list, even where its values differ. */
  findings: {
    /** Findings of the later document that the earlier one does not have. */
    gained: Finding[];
    /** Findings of the earlier document that the later one no longer has. */
    lost: Finding[];
  };
}

/** Below this, two names are not taken for one. */
const ALIKE = 0.8;
/** Pairs that are compared for a hint; the limit keeps the work bounded. */
const MAX_PAIRS = 10_000;

const numberIn = (value: Plain): { number: number; unit: string } | null => {
  if (typeof value === "number") return { number: value, unit: "" };
  if (typeof value !== "object") return null;
  if ("amount" in value) return { number: value.amount, unit: value.currency };
  return "kind" in value && value.kind === "number" && value.value !== null
    ? { number: value.value, unit: value.unit === "%" ? "%" : "" }
    : null;
};

/** After − before as a decimal, without what binary fractions add. */
const minus = (after: number, before: number) => Number((after - before).toPrecision(15));

function changeOf({ area, path }: Fact, before: Plain | null, after: Plain | null): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const change: Change = { area, path, before, after };
  if (before === null || after === null) return [change];
  const [was, is] = [numberIn(before), numberIn(after)];
  if (was !== null && is !== null && was.unit === is.unit) change.difference = minus(is.number, was.number);
  if (area === "text" && typeof before === "string" && typeof after === "string")
    change.likeness = likeness(before, after);
  return [change];
}

function compareFacts(before: readonly Fact[], after: readonly Fact[]): Change[] {
  const was = new Map(before.map((fact) => [fact.path, fact.value]));
  const is = new Set(after.map(({ path }) => path));
  return [
    ...after.flatMap((fact) => changeOf(fact, was.get(fact.path) ?? null, fact.value)),
    ...before.filter(({ path }) => !is.has(path)).flatMap((fact) => changeOf(fact, fact.value, null)),
  ];
}

/** Entities by path; one that occurs twice is listed twice, so that neither hides the other. */
function byPath(entities: readonly Entity[]): Map<string, Entity> {
  const found = new Map<string, Entity>();
  for (const entity of entities) {
    let path = entity.path;
    for (let again = 2; found.has(path); again += 1) path = `${entity.path}#${again}`;
    const moved = (fact: Fact) => ({ ...fact, path: path + fact.path.slice(entity.path.length) });
    found.set(path, path === entity.path ? entity : { ...entity, path, facts: entity.facts.map(moved) });
  }
  return found;
}

function renumberings(removed: readonly Entity[], added: readonly Entity[]): Renumbering[] {
  const kinds = ["outcomes", "outputs", "indicators", "activities"] as const;
  return kinds.flatMap((kind) => {
    const of = (entities: readonly Entity[]) => entities.filter(({ path }) => path.startsWith(`${kind}/`));
    const [from, to] = [of(removed), of(added)];
    if (from.length * to.length > MAX_PAIRS) return [];
    const code = ({ path }: Entity) => path.slice(kind.length + 1);
    return from.flatMap((one) => {
      const [best] = to
        .map((other) => ({
          kind,
          from: code(one),
          to: code(other),
          likeness: likeness(one.name, other.name),
        }))
        .sort((a, b) => b.likeness - a.likeness);
      return best !== undefined && best.likeness >= ALIKE ? [best] : [];
    });
  });
}

/** Findings of the first list that the second has not, each counted once. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const key = ({ code, where }: Finding) => `${code} ${where.path}`;
  const counts = new Map<string, number>();
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = counts.get(key(finding)) ?? 0;
    counts.set(key(finding), count - 1);
    return count <= 0;
  });
}

const sideOf = ({ project, report }: FrameworkDocument): ComparisonSide => ({
  title: project.title,
  number: project.number,
  reportType: report?.type ?? null,
  year: report?.year ?? null,
  asOf: report?.asOf ?? null,
});

/** What of the cover page both kinds of documents state alike. */
const COVER =
  /^(?:project\/(?:startDate|endDate|genderMarker|riskMarker|focusArea|agencies\/.*\/budget)|budget\/(?:total|gewe\/allocated))$/;

/** A report against its project document: what the two are for differs, so only what the report changed of the plan counts. */
function againstPlan(
  before: FrameworkDocument,
  after: FrameworkDocument,
  changes: readonly Change[],
): Comparison {
  const ofCover = ({ path, ...change }: Change) =>
    change.before !== null && change.after !== null && COVER.test(path);
  return {
    before: sideOf(before),
    after: sideOf(after),
    changes: changes.filter(ofCover),
    plan: compareWithPlan(before, after),
    renumbered: [],
    findings: { gained: [], lost: [] },
  };
}

/**
 * What changed from one report of a project to another: values, states, money, texts, the plan, and the findings that came and went.
 * Like codes are matched with like; how a cell was written and where it was do not count, what it says does. Neither document is changed.
 */
export function compareDocuments(
  before: FrameworkDocument,
  after: FrameworkDocument,
  options: CheckOptions = {},
): Comparison {
  const [was, is] = [statementsOf(before, options.profile), statementsOf(after, options.profile)];
  const [old, now] = [byPath(was.entities), byPath(is.entities)];
  const removed = [...old.values()].filter(({ path }) => !now.has(path));
  const added = [...now.values()].filter(({ path }) => !old.has(path));
  const whole = ({ path }: Entity): Fact => ({ area: "plan", path, value: "" });
  const changes = [
    ...compareFacts(was.facts, is.facts),
    ...[...now.values()].flatMap((entity) => {
      const other = old.get(entity.path);
      return other === undefined
        ? changeOf(whole(entity), null, entity.name)
        : compareFacts(other.facts, entity.facts);
    }),
    ...removed.flatMap((entity) => changeOf(whole(entity), entity.name, null)),
  ];
  if (before.projectDocument !== undefined && after.report !== null)
    return againstPlan(before, after, changes);
  const [first, second] = [check(before, options), check(after, options)];
  const budget = budgetRevision(before.budget, after.budget);
  return {
    before: sideOf(before),
    after: sideOf(after),
    changes,
    renumbered: renumberings(removed, added),
    ...(budget === null || (budget.lines.length === 0 && budget.totals.length === 0) ? {} : { budget }),
    findings: { gained: without(second, first), lost: without(first, second) },
  };
}
