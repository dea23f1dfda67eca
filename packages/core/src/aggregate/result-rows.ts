import { GOAL_REASONS, RESULT_REASONS, type ResultRow, type ResultSet } from "./query.ts";

const NO_ACTUAL = 1 + RESULT_REASONS.indexOf("no-actual");

/** The members of a value's group, dimension by dimension. */
export function membersAt(figures: ResultSet, at: number): string[] {
  let key = figures.keys?.[at] ?? at;
  const members: string[] = [];
  for (const dimension of [...figures.dimensions].reverse()) {
    const { length } = dimension.members;
    members.unshift(dimension.members[key % length] ?? "");
    key = Math.floor(key / length);
  }
  return members;
}

function reportedAt({ reported, reason, value }: ResultSet, at: number): number | null {
  if (reason[at] === 0) return value[at] ?? null;
  const part = reported?.[at] ?? Number.NaN;
  return Number.isNaN(part) ? null : part;
}

/** One value as an object. */
export function resultAt(figures: ResultSet, at: number): ResultRow {
  const [indicator = "", ...members] = membersAt(figures, at);
  const why = figures.reason[at] ?? 0;
  const [percent, progress] = [figures.percentReason[at] ?? 0, figures.progressReason[at] ?? 0];
  const target = figures.target[at] ?? Number.NaN;
  const [low, high] = [figures.bounds?.low[at] ?? Number.NaN, figures.bounds?.high[at] ?? Number.NaN];
  return {
    indicator,
    at: Object.fromEntries(
      members.map((member, place) => [figures.dimensions[place + 1]?.name ?? "", member]),
    ),
    value: why === 0 ? (figures.value[at] ?? null) : null,
    reason: RESULT_REASONS[why - 1] ?? null,
    bounds: Number.isNaN(low) ? null : { low, high: Number.isFinite(high) ? high : null },
    reported: reportedAt(figures, at),
    carried: figures.carried?.get(at) ?? null,
    levels: figures.levels?.get(at) ?? null,
    count: figures.count[at] ?? 0,
    target: Number.isFinite(target) ? target : null,
    percentOfTarget: percent === 0 ? (figures.percentOfTarget[at] ?? null) : null,
    progress: progress === 0 ? (figures.progress?.[at] ?? null) : null,
    undefinedBecause: GOAL_REASONS[(percent || progress) - 1] ?? null,
  };
}

/** Values as objects, in the framework's order; those that nothing was reported for only on demand. */
export function resultRows(figures: ResultSet, options: { empty?: boolean } = {}): ResultRow[] {
  const rows: ResultRow[] = [];
  for (let at = 0; at < figures.size; at += 1)
    if (options.empty === true || figures.reason[at] !== NO_ACTUAL) rows.push(resultAt(figures, at));
  return rows;
}
