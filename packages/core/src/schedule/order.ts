import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import type { Dependency, Schedule } from "../document/index.ts";

const problem = (code: string, en: string, fr: string, found: string, expected: string): Problem => ({
  code,
  where: { path: "schedule/dependencies" },
  message: { en, fr },
  found,
  expected,
});

/** A way round from an activity to itself, or `null`. */
function cycleFrom(next: Map<string, string[]>, left: ReadonlySet<string>): string[] {
  // Of what no order could be found for, every activity waits for another: going back along that leads round.
  const waitsFor = new Map<string, string>();
  for (const [from, targets] of next)
    if (left.has(from)) for (const to of targets) if (left.has(to)) waitsFor.set(to, from);
  const seen: string[] = [];
  let at = [...left][0] ?? "";
  while (!seen.includes(at)) {
    seen.push(at);
    at = waitsFor.get(at) ?? at;
  }
  return [...seen.slice(seen.indexOf(at)), at].reverse();
}

/**
 * The activities in an order in which each comes after those that it depends on, as listed otherwise. A dependency on an activity that is
 * not in the schedule is refused, and so is a cycle, which is named from activity to activity.
 */
export function orderOf({ activities, dependencies }: Schedule): Result<string[]> {
  const codes = new Set(activities.map(({ code }) => code));
  const twice = activities.find(
    ({ code }, index) => activities.findIndex((other) => other.code === code) !== index,
  );
  if (twice !== undefined)
    return refuse(
      problem(
        "activity-twice",
        `${twice.code} is in the schedule twice.`,
        `${twice.code} figure deux fois au calendrier.`,
        twice.code,
        "each activity once",
      ),
    );
  const strange = dependencies.flatMap(({ from, to }) => [from, to]).find((code) => !codes.has(code));
  if (strange !== undefined)
    return refuse(
      problem(
        "unknown-activity",
        `${strange} is not in the schedule.`,
        `${strange} n’est pas au calendrier.`,
        strange,
        "an activity of the schedule",
      ),
    );
  const waiting = new Map([...codes].map((code) => [code, 0]));
  const next = new Map<string, string[]>();
  for (const { from, to } of dependencies) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const order: string[] = [];
  const ready = [...codes].filter((code) => waiting.get(code) === 0);
  for (let code = ready.shift(); code !== undefined; code = ready.shift()) {
    order.push(code);
    for (const to of next.get(code) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  if (order.length === codes.size) return { ok: true, value: order, findings: [] };
  const done = new Set(order);
  const round = cycleFrom(next, new Set([...codes].filter((code) => !done.has(code)))).join(" → ");
  return refuse(
    problem(
      "dependency-cycle",
      `These activities wait for one another: ${round}.`,
      `Ces activités s’attendent l’une l’autre : ${round}.`,
      round,
      "dependencies without a cycle",
    ),
  );
}

/** Dependencies by the activity that waits. */
export function intoEach(dependencies: readonly Dependency[]): Map<string, Dependency[]> {
  const into = new Map<string, Dependency[]>();
  for (const each of dependencies) into.set(each.to, [...(into.get(each.to) ?? []), each]);
  return into;
}
