// Made-up people, and what several sources report of them: with every kind of detail, corrected, withdrawn, repeated. Who made the people
// knows the truth, so that what is computed from the reports can be held against it.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Observation } from "../../src/observations/index.ts";

/** A seeded generator of numbers from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seeds from `first` to `last`. */
export interface Seeds {
  first: number;
  last: number;
  size: number;
}

/** The seeds of a run: few in the quick one, `all` with `CADRE_FULL=1`, of which `CADRE_SEEDS=2001-4000` takes a part. */
export function seedsOf(quick: number, all: number): Seeds {
  const full = process.env.CADRE_FULL === "1";
  const [first = 1, last = all] = full ? (process.env.CADRE_SEEDS?.split("-").map(Number) ?? []) : [1, quick];
  const end = Math.min(last, all);
  return { first, last: end, size: Math.max(0, end - first + 1) };
}

export interface Person {
  source: string;
  period: string;
  place: string;
  sex: string;
  age: string;
  groups: string[];
}

export interface World {
  framework: MeasurementFramework;
  people: Person[];
  observations: Observation[];
  /** Observations that can be left out, by index: not of `unknown`, and never all of a report. */
  spare: number[];
}

const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
];
const LATER = "2020-12-01";
const PLACES = ["Gao", "Mopti"];
const SEXES = ["female", "male"];
const AGES = ["young", "old"];
const GROUPS = ["displaced", "herders"];

/** How a report breaks its people down: sets of axes, each with all its combinations. */
const DETAILS: string[][][] = [
  [[]],
  [["sex"]],
  [["age"]],
  [["sex", "age"]],
  [[], ["sex"]],
  [[], ["age"]],
  [["sex"], ["age"]],
  [[], ["sex"], ["age"]],
  [[], ["sex", "age"]],
  [[], ["group"]],
  [["sex"], ["group"]],
  [[], ["sex", "group"]],
];

export function worldOf(seed: number): World {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number) => random() < share;
  const accumulation = pick(["sum", "sum", "latest", "cumulative", "cumulative", "max", "average"] as const);
  const additive = chance(0.6);
  const combination = additive
    ? ({ sources: "sum", places: "sum" } as const)
    : {
        sources: pick(["sum", "max", "average", "none"] as const),
        places: pick(["sum", "max", "average"] as const),
      };
  const unknowns = chance(0.4);
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: [{ code: "a", measure: "count", accumulation, combination }],
    axes: [
      { name: "sex", kind: "partition", categories: SEXES },
      { name: "age", kind: "partition", categories: AGES },
      { name: "group", kind: "overlapping", categories: GROUPS },
    ],
    periods: PERIODS,
  };
  const sources = ["A", "B", "C", "D"].slice(0, 2 + Math.floor(random() * 3));
  const people: Person[] = [];
  const observations: Observation[] = [];
  const spare: number[] = [];
  const placed = chance(0.4);
  for (const source of sources)
    for (const place of placed ? PLACES : [""]) {
      if (place !== "" && chance(0.3)) continue;
      for (const { id: period, end } of PERIODS) {
        for (let each = Math.floor(random() * 7); each > 0; each -= 1)
          people.push({
            ...{ source, period, place },
            sex: unknowns && chance(0.2) ? "unknown" : pick(SEXES),
            age: unknowns && chance(0.2) ? "unknown" : pick(AGES),
            groups: GROUPS.filter(() => chance(0.4)),
          });
        if (chance(0.25)) continue;
        report(source, place, period, end);
      }
    }
  return { framework, people, observations, spare };

  function report(source: string, place: string, period: string, end: string): void {
    const counted = peopleOf({ framework, people }, source, place, period);
    const rows: Observation[] = [];
    const about = { indicator: "a", period, source, ...(place !== "" && { place }) };
    for (const axes of pick(DETAILS)) {
      let cells: Record<string, string>[] = [{}];
      for (const axis of axes) {
        const all = axis === "sex" ? SEXES : axis === "age" ? AGES : GROUPS;
        const listed = axis === "group" || !unknowns ? all : [...all, "unknown"];
        cells = cells.flatMap((cell) => listed.map((category) => ({ ...cell, [axis]: category })));
      }
      // Some reports leave a category out, and never one that is unknown.
      const left = axes.length > 0 && chance(0.25) ? pick(cells) : null;
      for (const cell of cells) {
        if (cell === left && !Object.values(cell).includes("unknown")) continue;
        const value = counted.filter((person) => isIn(person, cell)).length;
        rows.push({ ...about, value, recordedAt: end, ...(axes.length > 0 && { categories: cell }) });
      }
    }
    for (const row of rows) {
      const leavable = rows.length > 1 && !Object.values(row.categories ?? {}).includes("unknown");
      const fate = random();
      if (fate < 0.1) {
        // Wrong at first, then corrected.
        observations.push({ ...row, value: (row.value ?? 0) + 1 + Math.floor(random() * 3) });
        observations.push({ ...row, recordedAt: LATER });
      } else if (fate < 0.2) observations.push(row, { ...row });
      else if (fate < 0.25 && leavable) observations.push(row, { ...row, value: null, recordedAt: LATER });
      else {
        if (leavable) spare.push(observations.length);
        observations.push(row);
      }
    }
  }
}

/** The people that a report of a source, place and period is about. */
export function peopleOf(
  { framework, people }: Pick<World, "framework" | "people">,
  source: string,
  place: string,
  period: string,
): Person[] {
  const cumulative = framework.indicators[0]?.accumulation === "cumulative";
  return people.filter(
    (person) =>
      person.source === source &&
      (place === "" || person.place === place) &&
      (cumulative ? person.period <= period : person.period === period),
  );
}

export const isIn = (person: Person, at: Record<string, string>): boolean =>
  (at.sex === undefined || person.sex === at.sex) &&
  (at.age === undefined || person.age === at.age) &&
  (at.group === undefined || person.groups.includes(at.group));
