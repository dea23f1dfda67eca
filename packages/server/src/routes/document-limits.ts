import {
  bilingual,
  type FrameworkDocument,
  type Problem,
  parseFramework,
  problemsOf,
  type Result,
} from "@cadre/core";
import { eventIssues, type Profile } from "@cadre/core/lifecycle";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";

/**
 * Longest lists of a document, by the name of their field: several times what the largest project has. Results are computed across lists,
 * so that the length of each decides how long that takes.
 */
const LONGEST: Readonly<Record<string, number>> = {
  ...{ outcomes: 100, outputs: 1_000, indicators: 5_000, activities: 5_000, dependencies: 5_000 },
  ...{ events: 500, causes: 20, into: 100, evidence: 100 },
  ...{ axes: 30, categories: 1_000, disaggregation: 30, periods: 500, levels: 100 },
  ...{ parts: 500, shares: 500, rates: 500, suppressed: 500, quantities: 100, readings: 100 },
  ...{ milestones: 200, agencies: 200, partners: 1_000, tranches: 500, lines: 5_000, shared: 1_000 },
  ...{ indirect: 200, unreadable: 1_000, narratives: 500, claims: 2_000 },
};
/** Of any other list. */
const OTHER = 10_000;
/** Longer lists that are named. */
const MAX_PROBLEMS = 50;

const tooLong = (path: string, found: number, limit: number): Problem => ({
  code: "list-too-long",
  where: { path },
  message: bilingual(en.listTooLong, fr.listTooLong, path, String(found), String(limit)),
  found,
  expected: `at most ${limit} members`,
});

/** Lists of a document that are longer than those of any project. What is kept under `extensions` is never read. */
export function longLists(document: unknown): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, name: string, path: string): void => {
    if (typeof value !== "object" || value === null || problems.length === MAX_PROBLEMS) return;
    if (Array.isArray(value)) {
      const limit = Object.hasOwn(LONGEST, name) ? (LONGEST[name] ?? OTHER) : OTHER;
      if (value.length > limit) problems.push(tooLong(path, value.length, limit));
      for (const [index, each] of value.entries()) visit(each, "", `${path}/${index}`);
      return;
    }
    for (const [key, each] of Object.entries(value))
      if (key !== "extensions" && typeof each === "object")
        visit(each, key, path === "" ? key : `${path}/${key}`);
  };
  visit(document, "", "");
  return problems;
}

/** Validates a document that is to be saved: within the limits of its lists, by its schema, and with the codes that a profile knows. */
export const parseSaved =
  (profile: Profile) =>
  (input: unknown): Result<FrameworkDocument> => {
    const [first, ...others] = longLists(input);
    if (first !== undefined) return { ok: false, problems: [first, ...others] };
    const parsed = parseFramework(input);
    if (!parsed.ok) return parsed;
    const issues = parsed.value.activities.flatMap(({ events }, index) =>
      events.flatMap((event, place) => eventIssues(event, profile, ["activities", index, "events", place])),
    );
    const [unknown, ...more] = problemsOf(issues, input, "framework-invalid");
    return unknown === undefined ? parsed : { ok: false, problems: [unknown, ...more] };
  };
