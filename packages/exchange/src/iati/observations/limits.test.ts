import { indicatorsOf } from "@cadre/core";
import { computeResults, type MeasurementFramework, measurementOf, resultRows } from "@cadre/core/aggregate";
import { addObservations, createTable, loadObservations, type Observation } from "@cadre/core/observations";
import { sampleDocument } from "@cadre/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { activityOfResults, documentOf, iatiSource, measurementOfActivity } from "../index.ts";
import { writeIati } from "../write.ts";
import { validateIati } from "../xsd.ts";

// What is confined and not known must stay so for whoever reads the file: a value that is left out would make the rest look like the whole.

const INDICATOR = "1.1.1";
const PERIODS = [
  { id: "2020-H1", start: "2020-01-01", end: "2020-06-30" },
  { id: "2020-H2", start: "2020-07-01", end: "2020-12-31" },
];
const document = () => {
  const sample = sampleDocument();
  sample.outcomes.length = 1;
  for (const { indicator } of indicatorsOf(sample)) indicator.actual = { value: { kind: "none" } };
  return sample;
};
const framework = measurementOf(document(), {
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: PERIODS,
});

async function* stream(text: string) {
  yield text;
}
async function published(rows: readonly Observation[], cuts: readonly string[][]) {
  const table = createTable(framework);
  expect(addObservations(table, rows).rejected).toEqual([]);
  const results = cuts.flatMap((by) => resultRows(computeResults(framework, table, { by })));
  const { activity } = activityOfResults(document(), { framework, results });
  let xml = "";
  for await (const piece of writeIati([activity])) xml += piece;
  return { activity, xml };
}

/** The results that somebody computes who has the file and nothing else. */
async function computed(xml: string, own: MeasurementFramework, by: string[]) {
  const read = await loadObservations(iatiSource(stream(xml), { periods: PERIODS }), {
    table: () => createTable(own),
  });
  if (!read.ok) throw new Error(read.problems[0]?.message.en);
  expect(read.value.rejections).toEqual([]);
  return resultRows(computeResults(own, read.value.table, { by, indicators: [INDICATOR] }));
}

it("women of a half-year who are eight at least, and ten of the next, are 18 at least for its readers", async () => {
  const row = { indicator: INDICATOR, recordedAt: "2021-01-10" };
  const mopti = { ...row, period: "2020-H1", place: "Mopti" };
  const { activity, xml } = await published(
    [
      { ...mopti, value: 8, source: "Agency A", categories: { sex: "female" } },
      { ...mopti, value: 4, source: "Agency B", categories: { sex: "male" } },
      {
        ...row,
        period: "2020-H2",
        place: "Gao",
        value: 10,
        source: "Agency A",
        categories: { sex: "female" },
      },
    ],
    [["period"], ["period", "place"], ["period", "place", "sex"]],
  );
  expect(await validateIati(new TextEncoder().encode(xml))).toEqual([]);
  expect(xml).toContain("At least 8");
  const { framework: own } = measurementOfActivity(activity);
  const rows = await computed(xml, own, ["sex"]);
  expect(rows.map(({ at, value, bounds }) => [at.sex, value, bounds])).toEqual([
    ["female", null, { low: 18, high: null }],
    ["male", null, { low: 4, high: null }],
  ]);
  // And who reads the file as a document finds limits in place of a total.
  const indicator = indicatorsOf(documentOf(activity).document).find(
    ({ indicator: { code } }) => code === INDICATOR,
  );
  expect(indicator?.indicator.actual.value).toMatchObject({ kind: "number", value: null, low: 22 });
});

const count = fc.nat(30);
/** People by sex that a source met at a place in a period, and what its report says of them. */
const report = fc.record({
  source: fc.constantFrom("Agency A", "Agency B"),
  place: fc.constantFrom("Mopti", "Gao"),
  period: fc.constantFrom("2020-H1", "2020-H2"),
  female: count,
  male: count,
  says: fc.subarray(["total", "female", "male"] as const, { minLength: 1 }),
});
const keyOf = ({ source, place, period }: { source: string; place: string; period: string }) =>
  JSON.stringify([source, place, period]);

it("whatever was reported of made-up people, what a reader computes is compatible with them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(report, { minLength: 1, maxLength: 6, selector: keyOf }),
      fc.subarray([["period"], ["period", "place"], ["period", "sex"], ["period", "place", "sex"]], {
        minLength: 1,
      }),
      async (reports, cuts) => {
        const rows = reports.flatMap(({ source, place, period, female, male, says }) =>
          says.map((what): Observation => {
            const value = { total: female + male, female, male }[what];
            const categories = what === "total" ? {} : { categories: { sex: what } };
            return {
              indicator: INDICATOR,
              period,
              source,
              place,
              value,
              ...categories,
              recordedAt: "2021-01-10",
            };
          }),
        );
        const { activity, xml } = await published(rows, cuts);
        const { framework: own } = measurementOfActivity(activity);
        const split = cuts.some((by) => by.includes("sex"));
        for (const by of [[], ...(split ? [["sex"]] : [])]) {
          for (const { at, value, bounds } of await computed(xml, own, by)) {
            const truth = reports.reduce(
              (sum, { female, male }) =>
                sum + (at.sex === "male" ? 0 : female) + (at.sex === "female" ? 0 : male),
              0,
            );
            if (value !== null) expect([by, at, value]).toEqual([by, at, truth]);
            expect((bounds?.low ?? 0) <= truth && truth <= (bounds?.high ?? truth)).toBe(true);
          }
        }
        const shown = indicatorsOf(documentOf(activity).document).find(
          ({ indicator }) => indicator.code === INDICATOR,
        );
        const all = reports.reduce((sum, { female, male }) => sum + female + male, 0);
        const said = shown?.indicator.actual.value;
        if (said?.kind === "number") {
          if (said.value !== null && said.qualifier === undefined) expect(said.value).toBe(all);
          expect((said.low ?? 0) <= all && all <= (said.high ?? all)).toBe(true);
        }
      },
    ),
    { numRuns: process.env.CADRE_FULL === "1" ? 2_000 : 200 },
  );
}, 120_000);
