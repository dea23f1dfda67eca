import type { ProjectResult } from "@cadre/core/results";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function compare(path: string, one: unknown, other: unknown): string[] {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => compare(path === "" ? key : `${path}/${key}`, one[key], other[key]));
  }
  return Object.is(one, other) ? [] : [`${path}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`];
}

const byCode = <T extends { code: string }>(items: readonly T[]) =>
  Object.fromEntries(items.map((item) => [item.code, item]));

/** All values of an inspection; what was noticed about the document (its findings) is left out. */
const valuesOf = ({ project, budget, indicators, activities }: ProjectResult) => ({
  project,
  budget,
  indicators: byCode(indicators),
  // A report names activities in its prose, without titles.
  activities: byCode(activities.map(({ title: _, ...rest }) => rest)),
});

/** Where the values of two inspections differ, as `path: one ≠ other`; empty where both give the same. */
export function differences(one: ProjectResult, other: ProjectResult): string[] {
  return compare("", valuesOf(one), valuesOf(other));
}
