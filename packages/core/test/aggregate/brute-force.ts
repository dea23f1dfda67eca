// Small worlds whose every possible truth can be counted: the sharp ends of a cell are the least and the most that any of them says.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Observation } from "../../src/observations/index.ts";
import { seeded } from "./worlds.ts";

interface Kind {
  sex: string;
  age: string;
  groups: string[];
  place: string;
  period: string;
}
export interface SmallWorld {
  framework: MeasurementFramework;
  observations: Observation[];
  /** Axes that its people differ on. */
  axes: string[];
  /** The least and the most people at some categories, place and period. */
  sharp(at: Record<string, string>): { low: number; high: number };
}

const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "H1", start: "2020-01-01", end: "2020-06-30" },
];
const AXES: MeasurementFramework["axes"] = [
  { name: "sex", kind: "partition", categories: ["female", "male"] },
  { name: "age", kind: "partition", categories: ["young", "old"] },
  { name: "group", kind: "overlapping", categories: ["displaced", "herders"] },
];

export function smallWorldOf(seed: number): SmallWorld {
  const random = seeded(seed * 104_729 + 7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const [aged, grouped, placed, timed] = pick([
    [true, false, true, false],
    [true, false, false, true],
    [true, true, false, false],
    [false, true, true, false],
    [false, true, false, true],
    [false, false, true, true],
    [true, false, false, false],
  ]) as [boolean, boolean, boolean, boolean];
  const running = timed && random() < 0.5;
  const quarters = timed ? ["Q1", "Q2"] : ["Q1"];
  const leaves = placed ? ["D1", "D2"] : [""];
  const kinds: Kind[] = ["female", "male"].flatMap((sex) =>
    (aged ? ["young", "old"] : [""]).flatMap((age) =>
      (grouped ? [[], ["displaced"], ["herders"], ["displaced", "herders"]] : [[]]).flatMap((groups) =>
        leaves.flatMap((place) => quarters.map((period) => ({ sex, age, groups, place, period }))),
      ),
    ),
  );
  const isOf = (kind: Kind, { place = "", period, ...at }: Record<string, string>): boolean =>
    (at.sex === undefined || at.sex === kind.sex) &&
    (at.age === undefined || at.age === kind.age) &&
    (at.group === undefined || kind.groups.includes(at.group)) &&
    (place === "" || place === "R1" || place === kind.place) &&
    (period === undefined || period === "H1" || (running ? kind.period <= period : kind.period === period));
  const people = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(kinds));
  const observations: Observation[] = [];
  const statements: { set: number[]; value: number }[] = [];
  const state = (place: string, period: string, categories: Record<string, string>) => {
    const at = { ...categories, ...(place !== "" && { place }), period };
    const value = people.filter((each) => isOf(each, at)).length;
    statements.push({ set: kinds.flatMap((kind, number) => (isOf(kind, at) ? [number] : [])), value });
    const row = { indicator: "a", period, value, categories, recordedAt: "2020-10-01", source: "A" };
    observations.push(place === "" ? row : { ...row, place });
  };
  const nodes = (placed ? ["R1", "D1", "D2"] : [""]).flatMap((place) =>
    (timed && !running ? ["H1", "Q1", "Q2"] : quarters).map((period) => ({ place, period })),
  );
  const [top] = nodes;
  for (const { place, period } of nodes) {
    const first = place === top?.place && (running || period === top.period);
    if (!first && random() < 0.5) continue;
    // Everybody is counted, and nobody's sex or age is unknown.
    state(place, period, {});
    if (random() < 0.9 || first) {
      state(place, period, { sex: "unknown" });
      if (aged) state(place, period, { age: "unknown" });
    }
    for (const categories of [
      ...["female", "male"].map((sex) => ({ sex })),
      ...(aged ? ["young", "old"].map((age) => ({ age })) : []),
      ...(aged ? ["female", "male"].flatMap((sex) => ["young", "old"].map((age) => ({ sex, age }))) : []),
      ...(grouped ? ["displaced", "herders"].map((group) => ({ group })) : []),
      ...(grouped ? ["female", "male"].map((sex) => ({ sex, group: "displaced" })) : []),
    ])
      if (random() < 0.25) state(place, period, categories as Record<string, string>);
  }
  const worlds = solutions(kinds.length, statements);
  return {
    framework: {
      format: "cadre/measurement",
      indicators: [
        {
          code: "a",
          measure: "count",
          accumulation: running ? "cumulative" : "sum",
          combination: { sources: "sum", places: "sum" },
        },
      ],
      axes: AXES,
      periods: running ? PERIODS.slice(0, 2) : PERIODS,
      ...(placed && { places: [{ id: "R1" }, { id: "D1", parent: "R1" }, { id: "D2", parent: "R1" }] }),
    },
    observations,
    axes: ["sex", ...(aged ? ["age"] : []), ...(grouped ? ["group"] : [])],
    sharp(at) {
      const counts = worlds.map((world) =>
        kinds.reduce((sum, kind, number) => sum + (isOf(kind, at) ? (world[number] ?? 0) : 0), 0),
      );
      return { low: Math.min(...counts), high: Math.max(...counts) };
    },
  };
}

/** Every way to share people out over kinds such that each statement holds. Every kind is in some statement. */
function solutions(kinds: number, statements: readonly { set: number[]; value: number }[]): number[][] {
  const found: number[][] = [];
  const of = Array.from({ length: kinds }, (_, kind) =>
    statements.flatMap(({ set }, at) => (set.includes(kind) ? [at] : [])),
  );
  const lastOf = statements.map(({ set }) => Math.max(-1, ...set));
  const left = statements.map(({ value }) => value);
  const world: number[] = [];
  const visit = (kind: number): void => {
    if (kind === kinds) {
      if (left.every((each) => each === 0)) found.push([...world]);
      return;
    }
    const most = Math.min(...(of[kind] ?? []).map((at) => left[at] ?? 0));
    for (let count = 0; count <= most; count += 1) {
      for (const at of of[kind] ?? []) left[at] = (left[at] ?? 0) - count;
      if ((of[kind] ?? []).every((at) => lastOf[at] !== kind || left[at] === 0)) {
        world.push(count);
        visit(kind + 1);
        world.pop();
      }
      for (const at of of[kind] ?? []) left[at] = (left[at] ?? 0) + count;
    }
  };
  visit(0);
  return found;
}
