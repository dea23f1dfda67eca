import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import type { Dependency, Schedule } from "../document/index.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { groupBy } from "../values/group-by.ts";

const problem = (code: string, message: Bilingual, found: string, expected: string): Problem => ({
  ...{ code, where: { path: "schedule/dependencies" }, message, found, expected },
});

/** A cycle through activities that could not be put in order, from an activity back to itself. */
function cycleFrom(next: Map<string, string[]>, left: ReadonlySet<string>): string[] {
  // Each of these activities waits for another of them, so going back from one to the next closes a cycle.
  const waitsFor = new Map<string, string>();
  for (const [from, targets] of next)
    if (left.has(from)) for (const to of targets) if (left.has(to)) waitsFor.set(to, from);
  const seen = new Set<string>();
  let at = [...left][0] ?? "";
  while (!seen.has(at)) {
    seen.add(at);
    at = waitsFor.get(at) ?? at;
  }
  const path = [...seen];
  return [...path.slice(path.indexOf(at)), at].reverse();
}

/**
 * The activities in an order in which each comes after those that it depends on, as listed otherwise. A dependency on an activity that is
 * not in the schedule is refused, and so is a cycle, which is named from activity to activity.
 */
export function orderOf({ activities, dependencies }: Schedule): Result<string[]> {
  const codes = new Set(activities.map(({ code }) => code));
  const listed = new Set<string>();
  const twice = activities.find(({ code }) => listed.size === listed.add(code).size);
  if (twice !== undefined)
    return refuse(
      problem(
        "activity-twice",
        bilingualText(en.activityTwice, fr.activityTwice, twice.code),
        twice.code,
        en.expectedActivityOnce,
      ),
    );
  const strange = dependencies.flatMap(({ from, to }) => [from, to]).find((code) => !codes.has(code));
  if (strange !== undefined)
    return refuse(
      problem(
        "unknown-activity",
        bilingualText(en.activityUnknown, fr.activityUnknown, strange),
        strange,
        en.expectedScheduled,
      ),
    );
  const waiting = new Map([...codes].map((code) => [code, 0]));
  for (const { to } of dependencies) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const next = waitingFor(dependencies);
  // Grows while it is read.
  const order = [...codes].filter((code) => waiting.get(code) === 0);
  for (const code of order)
    for (const to of next.get(code) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  if (order.length === codes.size) return { ok: true, value: order, findings: [] };
  const done = new Set(order);
  const round = cycleFrom(next, new Set([...codes].filter((code) => !done.has(code)))).join(" → ");
  return refuse(
    problem(
      "dependency-cycle",
      bilingualText(en.activitiesInCircle, fr.activitiesInCircle, round),
      round,
      en.expectedNoCircle,
    ),
  );
}

/** Dependencies by the activity that waits. */
export const intoEach = (dependencies: readonly Dependency[]): Map<string, Dependency[]> =>
  groupBy(dependencies, ({ to }) => to);

/** The activities that wait for each, by its code. */
export function waitingFor(dependencies: readonly Dependency[]): Map<string, string[]> {
  const next = groupBy(dependencies, ({ from }) => from);
  return new Map([...next].map(([from, list]) => [from, list.map(({ to }) => to)]));
}
