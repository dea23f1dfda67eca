import { GOAL_REASONS, RESULT_REASONS, type ResultRow, type ResultSet } from "./query.ts";

const NO_ACTUAL = 1 + RESULT_REASONS.indexOf("no-actual");

/** The members of a value's group, dimension by dimension. */
export function membersAt(results: ResultSet, index: number): string[] {
  let key = results.keys?.[index] ?? index;
  const members: string[] = [];
  for (const dimension of [...results.dimensions].reverse()) {
    const { length } = dimension.members;
    members.unshift(dimension.members[key % length] ?? "");
    key = Math.floor(key / length);
  }
  return members;
}

function reportedAt({ reported, reason, value }: ResultSet, index: number): number | null {
  if (reason[index] === 0) return value[index] ?? null;
  const part = reported?.[index] ?? Number.NaN;
  return Number.isNaN(part) ? null : part;
}

/** One value as an object. */
export function resultAt(results: ResultSet, index: number): ResultRow {
  const [indicator = "", ...members] = membersAt(results, index);
  const why = results.reason[index] ?? 0;
  const [percent, progress] = [results.percentReason[index] ?? 0, results.progressReason[index] ?? 0];
  const target = results.target[index] ?? Number.NaN;
  const [low, high] = [results.bounds?.low[index] ?? Number.NaN, results.bounds?.high[index] ?? Number.NaN];
  return {
    indicator,
    at: Object.fromEntries(
      members.map((member, index) => [results.dimensions[index + 1]?.name ?? "", member]),
    ),
    value: why === 0 ? (results.value[index] ?? null) : null,
    reason: RESULT_REASONS[why - 1] ?? null,
    bounds: Number.isNaN(low) ? null : { low, high: Number.isFinite(high) ? high : null },
    reported: reportedAt(results, index),
    carried: results.carried?.get(index) ?? null,
    levels: results.levels?.get(index) ?? null,
    count: results.count[index] ?? 0,
    target: Number.isFinite(target) ? target : null,
    percentOfTarget: percent === 0 ? (results.percentOfTarget[index] ?? null) : null,
    progress: progress === 0 ? (results.progress?.[index] ?? null) : null,
    undefinedBecause: GOAL_REASONS[(percent || progress) - 1] ?? null,
  };
}

/** Values as objects, in the framework's order; those that nothing was reported for only on demand. */
export function resultRows(results: ResultSet, options: { empty?: boolean } = {}): ResultRow[] {
  const rows: ResultRow[] = [];
  for (let index = 0; index < results.size; index += 1)
    if (options.empty === true || results.reason[index] !== NO_ACTUAL) rows.push(resultAt(results, index));
  return rows;
}
