import { indicatorsOf } from "@cadre/core";
import { computeResults, type MeasurementFramework, measurementOf, resultRows } from "@cadre/core/aggregate";
import { addObservations, createTable, loadObservations, type Observation } from "@cadre/core/observations";
import { sampleDocument } from "@cadre/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityOfResults, iatiSource, measurementOfActivity } from "../index.ts";
import type { IatiActivity } from "../read.ts";
import { writeIati } from "../write.ts";
import { validateIati } from "../xsd.ts";

// Other programs know nothing of comments: they add up the numbers that are there. People are made up and reported with gaps; a sum that such a
// program makes is the truth, or there is none.

const INDICATOR = "1.1.1";
const PERIODS = [
  { id: "2020-H1", start: "2020-01-01", end: "2020-06-30" },
  { id: "2020-H2", start: "2020-07-01", end: "2020-12-31" },
];
const AXES = { sex: ["female", "male"], age: ["young", "old"] };
const document = () => {
  const sample = sampleDocument();
  sample.outcomes.length = 1;
  for (const { indicator } of indicatorsOf(sample)) indicator.actual = { value: { kind: "none" } };
  return sample;
};
const measured = (accumulation: "sum" | "latest"): MeasurementFramework => {
  const base = measurementOf(document(), {
    axes: Object.entries(AXES).map(([name, categories]) => ({ name, kind: "partition", categories })),
    periods: PERIODS,
  });
  return { ...base, indicators: base.indicators.map((each) => ({ ...each, accumulation })) };
};

function published(framework: MeasurementFramework, rows: readonly Observation[], cuts: string[][]) {
  const table = createTable(framework);
  expect(addObservations(table, rows).rejected).toEqual([]);
  const results = cuts.flatMap((by) => resultRows(computeResults(framework, table, { by })));
  return activityOfResults(document(), { framework, results });
}

interface Published {
  period: string;
  place: string | undefined;
  at: Record<string, string>;
  value: number | null;
}
/** Every actual of the indicator, as a program sees it that reads `value` alone. */
const numbersOf = (activity: IatiActivity): Published[] =>
  (activity.result ?? [])
    .flatMap(({ indicator = [] }) => indicator)
    .filter(({ reference = [] }) => reference.some(({ code }) => code === INDICATOR))
    .flatMap(({ period = [] }) => period)
    .flatMap((period) =>
      (period.actual ?? []).map(({ value, location, dimension = [] }) => ({
        period: period["period-end"]?.["iso-date"] ?? "",
        place: location?.[0]?.ref,
        at: Object.fromEntries(dimension.map((each) => [each.name ?? "", each.value ?? ""])),
        value: value === undefined ? null : Number(value),
      })),
    );

/** Sums of numbers with the same dimensions: over everything, of which no axis is left, or of each category. */
function sumsOf(
  numbers: readonly Published[],
): { at: Record<string, string>; sum: number; axes: string[] }[] {
  const sums = new Map<string, { at: Record<string, string>; sum: number; axes: string[] }>();
  for (const { place, at, value } of numbers) {
    if (value === null) continue;
    const axes = Object.keys(at).sort();
    for (const own of axes.length === 0 ? [{}] : axes.map((axis) => ({ [axis]: at[axis] ?? "" }))) {
      const key = JSON.stringify([axes, place !== undefined, own]);
      const known = sums.get(key) ?? { at: own, sum: 0, axes };
      sums.set(key, { ...known, sum: known.sum + value });
    }
  }
  return [...sums.values()];
}

it("women of a half-year who are eight at least, and ten of the next, are not ten for who adds up numbers", () => {
  const row = { indicator: INDICATOR, recordedAt: "2021-01-10" };
  const { activity, findings } = published(
    measured("sum"),
    [
      { ...row, period: "2020-H1", place: "Mopti", value: 8, source: "A", categories: { sex: "female" } },
      { ...row, period: "2020-H1", place: "Mopti", value: 4, source: "B", categories: { sex: "male" } },
      { ...row, period: "2020-H2", place: "Gao", value: 10, source: "A", categories: { sex: "female" } },
    ],
    [["period"], ["period", "place"], ["period", "place", "sex"]],
  );
  expect(numbersOf(activity).filter(({ at, value }) => at.sex === "female" && value !== null)).toEqual([]);
  expect(JSON.stringify(activity)).toContain("Exactly 10");
  expect(findings.map(({ message }) => message.en)).toContainEqual(
    expect.stringContaining("written as comments, not as numbers (1)"),
  );
});

it("categories of one axis that are all known are numbers, whatever is known of the others", () => {
  const row = { indicator: INDICATOR, recordedAt: "2021-01-10", categories: { sex: "female" } };
  const { activity } = published(
    measured("sum"),
    [
      { ...row, period: "2020-H1", value: 8 },
      { ...row, period: "2020-H2", value: 10 },
    ],
    [["period", "sex"]],
  );
  expect(numbersOf(activity).map(({ at, value }) => [at.sex, value])).toEqual([
    ["female", 8],
    ["male", null],
    ["female", 10],
    ["male", null],
  ]);
});

type Categories = Record<"sex" | "age", string>;
const COMBINATIONS: Partial<Categories>[] = [undefined, ...AXES.sex].flatMap((sex) =>
  [undefined, ...AXES.age].map((age) => ({ ...(sex && { sex }), ...(age && { age }) })),
);
const report = fc.record({
  source: fc.constantFrom("A", "B"),
  place: fc.constantFrom("Mopti", "Gao"),
  period: fc.constantFrom(...PERIODS.map(({ id }) => id)),
  /** People by sex and age: young women, old women, young men, old men. */
  people: fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }),
  says: fc.oneof(
    fc.constant<Partial<Categories>[]>(COMBINATIONS.slice(4)),
    fc.subarray(COMBINATIONS, { minLength: 1 }),
    fc.constant<Partial<Categories>[]>([{ sex: "female" }, { sex: "male" }]),
  ),
});
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;
const countOf = ({ people }: Report, at: Partial<Categories>): number =>
  people.reduce((sum, count, nth) => {
    const [sex, age] = [AXES.sex[nth >> 1], AXES.age[nth & 1]];
    return sum + ((at.sex ?? sex) === sex && (at.age ?? age) === age ? count : 0);
  }, 0);
const rowsOf = (reports: readonly Report[]): Observation[] =>
  reports.flatMap((each) =>
    each.says.map((categories) => ({
      ...{ indicator: INDICATOR, period: each.period, source: each.source, place: each.place },
      ...{ value: countOf(each, categories), categories, recordedAt: "2021-01-10" },
    })),
  );
const reports = fc.uniqueArray(report, {
  minLength: 1,
  maxLength: 6,
  selector: ({ source, place, period }) => JSON.stringify([source, place, period]),
});
const CUTS = [[], ["sex"], ["age"], ["sex", "age"], ["place"], ["place", "sex"], ["place", "sex", "age"]];
const cuts = fc.subarray(CUTS, { minLength: 1 }).map((all) => all.map((by) => ["period", ...by]));

describe("of made-up people who are reported with gaps", () => {
  const numRuns = process.env.CADRE_FULL === "1" ? 3_000 : 250;

  it("every sum of published numbers is true, and so is all that is computed from the file", async () => {
    let sums = 0;
    await fc.assert(
      fc.asyncProperty(reports, cuts, async (all, by) => {
        const { activity } = published(measured("sum"), rowsOf(all), by);
        const truth = (at: Partial<Categories>) => all.reduce((sum, each) => sum + countOf(each, at), 0);
        for (const { at, sum, axes } of sumsOf(numbersOf(activity))) {
          expect([axes, at, sum]).toEqual([axes, at, truth(at)]);
          sums += 1;
        }
        let xml = "";
        for await (const piece of writeIati([activity])) xml += piece;
        expect(await validateIati(new TextEncoder().encode(xml))).toEqual([]);
        const { framework: own } = measurementOfActivity(activity);
        const axes = [...measured("sum").axes, ...own.axes.filter(({ name }) => !(name in AXES))];
        const framework = { ...own, axes };
        async function* stream() {
          yield xml;
        }
        const read = await loadObservations(iatiSource(stream(), { periods: PERIODS }), {
          table: () => createTable(framework),
        });
        if (!read.ok) throw new Error(read.problems[0]?.message.en);
        expect(read.value.rejections).toEqual([]);
        for (const cut of [[], ["sex"], ["age"], ["sex", "age"]]) {
          const rows = resultRows(
            computeResults(framework, read.value.table, { by: cut, indicators: [INDICATOR] }),
          );
          for (const { at, value, bounds } of rows) {
            if (value !== null) expect([cut, at, value]).toEqual([cut, at, truth(at)]);
            const [low, high] = [bounds?.low ?? 0, bounds?.high ?? Number.POSITIVE_INFINITY];
            expect([cut, at, low <= truth(at) && truth(at) <= high]).toEqual([cut, at, true]);
          }
        }
      }),
      { numRuns },
    );
    expect(sums).toBeGreaterThan(numRuns);
  }, 300_000);

  it("the last number of a stock is of the last period that anything is said of", () => {
    fc.assert(
      fc.property(reports, cuts, (all, by) => {
        const numbers = numbersOf(published(measured("latest"), rowsOf(all), by).activity);
        const last = (list: readonly Published[]) =>
          list
            .map(({ period }) => period)
            .sort()
            .at(-1);
        const keyOf = ({ place, at }: Published) => JSON.stringify([place, at]);
        for (const key of new Set(numbers.map(keyOf))) {
          const own = numbers.filter((each) => keyOf(each) === key);
          const known = own.filter(({ value }) => value !== null);
          if (known.length > 0) expect([key, last(known)]).toEqual([key, last(own)]);
        }
      }),
      { numRuns },
    );
  });
});
