import { type FrameworkDocument, indicatorsOf } from "@cadre/core";
import {
  computeResults,
  indicatorResults,
  type MeasurementFramework,
  measurementOf,
  type ResultRow,
  resultRows,
} from "@cadre/core/aggregate";
import { addObservations, createTable, loadObservations, type Observation } from "@cadre/core/observations";
import { HOSTILE_TEXTS, sampleDocument } from "@cadre/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityOfResults, iatiSource, measurementOfActivity, observationsOf, readIati } from "../index.ts";
import { type IatiActivity, openIati } from "../read.ts";
import { writeIati } from "../write.ts";
import { validateIati } from "../xsd.ts";

const encoded = (text: string) => new TextEncoder().encode(text);
async function xmlOf(...activities: IatiActivity[]): Promise<Uint8Array> {
  let text = "";
  for await (const piece of writeIati(activities)) text += piece;
  return encoded(text);
}
async function* stream(bytes: Uint8Array) {
  yield bytes;
}
async function activityIn(bytes: Uint8Array): Promise<IatiActivity> {
  const opened = await openIati(stream(bytes));
  if (!opened.ok) throw new Error(opened.problems[0]?.message.en);
  for await (const item of opened.value.activities) if (item.ok) return item.value.activity;
  throw new Error("no activity");
}
const on = (start: string, end: string) => ({
  "period-start": { "iso-date": start },
  "period-end": { "iso-date": end },
});
/** An activity of one outcome with one indicator. */
const reported = (
  indicator: NonNullable<NonNullable<IatiActivity["result"]>[number]["indicator"]>[number],
  more: Partial<IatiActivity> = {},
): IatiActivity => ({
  "iati-identifier": { text: "XM-1" },
  "reporting-org": { ref: "XM", type: "40", narrative: [{ text: "PAM" }] },
  ...more,
  result: [
    { type: "2", title: { narrative: [{ text: "Peace" }] }, indicator: [{ measure: "1", ...indicator }] },
  ],
});

describe("the actuals of an activity", () => {
  const activity = reported(
    {
      period: [
        {
          ...on("2020-01-01", "2020-03-31"),
          actual: [
            { value: "12", location: [{ ref: "m" }] },
            {
              value: "5",
              location: [{ ref: "m" }],
              dimension: [{ name: "sex", value: "female" }],
              comment: { narrative: [{ text: "List 3" }] },
            },
          ],
        },
        { ...on("2020-01-15", "2020-07-14"), actual: [{ value: "0", location: [{ ref: "AF-KAN" }] }] },
      ],
    },
    {
      "last-updated-datetime": "2020-08-01T10:00:00+02:00",
      location: [{ ref: "m", name: { narrative: [{ text: "Mopti" }] } }],
    },
  );

  it("are observations: periods by their days, locations by name, dimensions as categories, comments as evidence", () => {
    const { observations, axes, findings } = observationsOf(activity);
    const about = { indicator: "1.1", source: "PAM", recordedAt: "2020-08-01T08:00:00Z" };
    expect(observations).toEqual([
      { ...about, period: "2020-Q1", value: 12, place: "Mopti" },
      {
        ...about,
        period: "2020-Q1",
        value: 5,
        place: "Mopti",
        categories: { sex: "female" },
        evidence: "List 3",
      },
      { ...about, period: "2020-01-15/2020-07-14", value: 0, place: "AF-KAN" },
    ]);
    expect([axes, findings]).toEqual([["sex"], []]);
    const periods = [{ id: "first half", start: "2020-01-15", end: "2020-07-14" }];
    expect(observationsOf(activity, { periods }).observations[2]?.period).toBe("first half");
  });

  it.each([
    ["words", { comment: { narrative: [{ text: "many" }] } }],
    ["a cell twice", { value: "1", dimension: ["f", "m"].map((value) => ({ name: "sex", value })) }],
    ["a cell without a name", { value: "1", dimension: [{ value: "f" }] }],
    ["a cell called as the place", { value: "1", dimension: [{ name: "place", value: "Mopti" }] }],
  ])("that make no observation are reported: %s", (_, actual) => {
    const { observations, findings } = observationsOf(
      reported({ period: [{ ...on("2020-01-01", "2020-12-31"), actual: [actual] }] }),
    );
    expect(observations).toEqual([]);
    expect(findings.map(({ code, where }) => [code, where.path])).toEqual([
      ["iati-not-understood", "indicators/1.1/2020"],
    ]);
  });

  it("that are to be determined are values that are not known", () => {
    const tbd = { comment: { narrative: [{ text: "To be determined" }] } };
    const year = on("2020-01-01", "2020-12-31");
    const values = (...period: object[]) =>
      observationsOf(reported({ period })).observations.map(({ period, value, reason, categories }) => [
        ...[period, value ?? reason],
        ...Object.values(categories ?? {}),
      ]);
    expect(values({ ...year, actual: [tbd] })).toEqual([["2020", "to-be-determined"]]);
    expect(
      values({ ...year, actual: [{ value: "5" }] }, { ...on("2021-01-01", "2021-12-31"), actual: [tbd] }),
    ).toEqual([
      ["2020", 5],
      ["2021", "to-be-determined"],
    ]);
    // Of a value and of words that there will be one, nobody knows which holds.
    for (const actual of [
      [{ value: "5" }, tbd],
      [tbd, { value: "5" }],
    ]) {
      const { observations, findings } = observationsOf(reported({ period: [{ ...year, actual }] }));
      expect(observations.map(({ value, reason }) => [value, reason])).toEqual([[null, "to-be-determined"]]);
      expect(findings.map(({ code }) => code)).toEqual(["iati-not-understood"]);
    }
  });

  it("of a period without its days, and a second one of the same categories, are reported", () => {
    const { observations, findings } = observationsOf(
      reported({
        period: [
          { actual: [{ value: "1" }] },
          { ...on("2020-12-31", "2020-01-01"), actual: [{ value: "1" }] },
          { ...on("2020-01-01", "2020-12-31"), actual: [{ value: "1" }, { value: "2" }] },
        ],
      }),
    );
    expect(observations).toMatchObject([{ value: 1, categories: { limit: "at least" } }]);
    expect(findings).toHaveLength(3);
  });

  const readWith = (total: string, measure = "1") =>
    observationsOf(
      reported({
        measure,
        period: [
          {
            ...on("2020-01-01", "2020-12-31"),
            actual: [
              { value: total },
              { value: "0.1", location: [{ ref: "a" }] },
              { value: "0.2", location: [{ ref: "b" }] },
            ],
          },
        ],
      }),
    );
  it("of places stay beside the value without one, which is their total; where they come to more, that is said", () => {
    const readingOf = (total: string) => {
      const { observations, findings } = readWith(total);
      const table = createTable({ axes: [] });
      expect(addObservations(table, observations).rejected).toEqual([]);
      const framework = measurementOf(sampleDocument());
      const [definition] = framework.indicators;
      if (definition === undefined) throw new Error("the sample has no indicator");
      const periods = [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }];
      const read = {
        ...framework,
        periods,
        indicators: [{ ...definition, code: "1.1", measure: "count" as const }],
      };
      const by = (names: string[]) => resultRows(computeResults(read, table, { by: names }));
      const places = by(["place"]).flatMap(({ at, value }) => (at.place ? [[at.place, value]] : []));
      return [by([])[0]?.value, places, findings.map(({ found }) => found)];
    };
    const places = [
      ["a", 0.1],
      ["b", 0.2],
    ];
    expect(readingOf("0.3")).toEqual([0.3, places, []]);
    expect(readingOf("5")).toEqual([5, places, []]);
    expect(readingOf("0.2")).toEqual([0.2, places, ["0.3 > 0.2"]]);
  });
});

describe("what an activity is read against", () => {
  it("has the targets of its periods and categories; what IATI does not say is reported", () => {
    const { framework, findings } = measurementOfActivity(
      reported({
        ascending: "0",
        baseline: [{ year: "2019", value: "9" }],
        period: [
          {
            ...on("2020-01-01", "2020-06-30"),
            target: [{ value: "4" }, { value: "3", dimension: [{ name: "sex", value: "female" }] }],
            actual: [{ value: "5" }],
          },
          {
            ...on("2020-01-01", "2020-12-31"),
            actual: [{ value: "3" }],
            target: [
              { value: "2" },
              { comment: { narrative: [{ text: "To be determined" }] }, location: [{ ref: "x" }] },
            ],
          },
        ],
      }),
    );
    expect(framework.axes).toEqual([{ name: "sex", kind: "overlapping" }]);
    expect(framework.periods.map(({ id }) => id)).toEqual(["2020-H1", "2020"]);
    expect(framework.indicators).toMatchObject([
      {
        code: "1.1",
        direction: "decrease",
        accumulation: "latest",
        baselines: [{ value: 9 }],
        targets: [
          { value: 2 },
          { value: null, at: { place: "x" } },
          { value: 4, at: { period: "2020-H1" } },
          { value: 3, at: { period: "2020-H1", sex: "female" } },
          { value: 2, at: { period: "2020" } },
          { value: null, at: { period: "2020", place: "x" } },
        ],
        milestones: [
          { value: 4, at: { period: "2020-H1" } },
          { value: 2, at: { period: "2020" } },
        ],
      },
    ]);
    expect(findings.map(({ found }) => found)).toEqual(["latest"]);
  });

  it("expects of the whole what is expected of all periods, where each adds to it", () => {
    const { framework } = measurementOfActivity(
      reported({
        period: [
          { ...on("2020-01-01", "2020-06-30"), target: [{ value: "4" }] },
          { ...on("2020-07-01", "2020-12-31"), target: [{ value: "6" }] },
        ],
      }),
    );
    expect(framework.indicators[0]).toMatchObject({
      accumulation: "sum",
      milestones: [],
      targets: [
        { value: 10 },
        { value: 4, at: { period: "2020-H1" } },
        { value: 6, at: { period: "2020-H2" } },
      ],
    });
  });

  it("takes what is wanted of a period around all others for what is wanted of the whole", () => {
    const { framework, findings } = measurementOfActivity(
      reported({
        period: [
          { ...on("2020-01-01", "2020-12-31"), target: [{ value: "10" }] },
          { ...on("2020-01-01", "2020-06-30"), actual: [{ value: "4" }] },
          { ...on("2020-07-01", "2020-12-31"), target: [{ value: "6" }], actual: [{ value: "5" }] },
        ],
      }),
    );
    expect(framework.indicators[0]).toMatchObject({
      accumulation: "sum",
      targets: [
        { value: 10 },
        { value: 6, at: { period: "2020-H2" } },
        { value: 10, at: { period: "2020" } },
      ],
    });
    expect(findings.map(({ found }) => found)).toEqual(["sum"]);
  });

  it("gives values of several places and categories their targets, as in the standard’s own example", () => {
    const at = {
      location: [{ ref: "AF-KAN" }, { ref: "KH-PNH" }],
      dimension: [
        { name: "sex", value: "female" },
        { name: "age", value: "adult" },
      ],
    };
    const period = { ...on("2013-01-01", "2013-03-31"), target: [{ value: "10", ...at }] };
    const activity = reported({ period: [{ ...period, actual: [{ value: "11", ...at }] }] });
    const { framework } = measurementOfActivity(activity);
    const { observations } = observationsOf(activity);
    expect(observations).toMatchObject([
      { period: "2013-Q1", value: 11, place: "AF-KAN + KH-PNH", categories: { sex: "female", age: "adult" } },
    ]);
    const table = createTable(framework);
    expect(addObservations(table, observations).rejected).toEqual([]);
    const rows = resultRows(computeResults(framework, table, { by: ["period", "place", "sex", "age"] }));
    expect(rows).toMatchObject([{ value: 11, target: 10, percentOfTarget: 1.1 }]);
  });
});

describe("computed values as actuals", () => {
  const AXES = [
    { name: "sex", kind: "partition" as const },
    { name: "group", kind: "overlapping" as const },
  ];
  const PERIODS = ["2020-H1", "2020-H2", "2021-01-15/2021-03-02"].map((id, index) => ({
    id,
    ...[
      { start: "2020-01-01", end: "2020-06-30" },
      { start: "2020-07-01", end: "2020-12-31" },
      { start: "2021-01-15", end: "2021-03-02" },
    ][index],
  })) as MeasurementFramework["periods"];
  /** The sample without progress of its own, nor the outcome that has no indicator: the schema wants one of each result. */
  const document = (): FrameworkDocument => {
    const sample = sampleDocument();
    const [second] = sample.outcomes.splice(1);
    sample.outcomes[0]?.outputs.push(...(second?.outputs ?? []));
    for (const { indicator } of indicatorsOf(sample)) indicator.actual = { value: { kind: "none" } };
    return sample;
  };
  const framework = () => measurementOf(document(), { axes: AXES, periods: PERIODS });
  const label = fc.oneof(
    fc.constantFrom("Mopti", "Gao", "female", "unknown"),
    fc.constantFrom(...HOSTILE_TEXTS.map((text) => text.trim())),
  );
  const observation: fc.Arbitrary<Observation> = fc.record(
    {
      indicator: fc.constantFrom("1.1.1", "1.1.2", "2.1.1"),
      period: fc.constantFrom(...PERIODS.map(({ id }) => id)),
      value: fc.oneof(fc.integer({ min: -50, max: 5000 }), fc.constantFrom(0, 0.1, 1e-7, 1e21)),
      place: label,
      source: fc.constantFrom("PAM", "FAO"),
      categories: fc.dictionary(fc.constantFrom("sex", "group"), label, { noNullPrototype: true }),
      recordedAt: fc.constant("2021-04-01"),
    },
    { requiredKeys: ["indicator", "period", "value", "recordedAt"] },
  );
  const cuts = fc.subarray([["period"], ["period", "sex"], ["period", "group"], ["period", "sex", "group"]], {
    minLength: 1,
  });
  /** A row as an observation that says the same; what is confined is so much of a part at least. */
  const said = ({ indicator, at: { period = "", place, ...own }, value, bounds }: ResultRow) => {
    const names = Object.keys(own).sort().join(", ");
    const limit = names === "" ? "at least" : `at least (${names})`;
    const categories = value === null ? { ...own, limit } : own;
    const number = value ?? bounds?.low ?? null;
    return JSON.stringify([indicator, period, place ?? null, Object.entries(categories).sort(), number]);
  };
  const read = ({ indicator, period, place, categories = {}, value }: Observation) =>
    JSON.stringify([indicator, period, place ?? null, Object.entries(categories).sort(), value ?? null]);

  it("validate, and read back as the same values, whatever they say", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(observation, { minLength: 1, maxLength: 12 }),
        cuts,
        fc.boolean(),
        async (input, by, withPlaces) => {
          const table = createTable(framework(), { sameKey: "last" });
          expect(addObservations(table, input).rejected).toEqual([]);
          const results = by.flatMap((cut) =>
            resultRows(computeResults(framework(), table, { by: withPlaces ? [...cut, "place"] : cut })),
          );
          const { activity, findings } = activityOfResults(document(), { framework: framework(), results });
          const bytes = await xmlOf(activity);
          expect(await validateIati(bytes)).toEqual([]);
          const axes = [...AXES, { name: "limit", kind: "overlapping" as const }];
          const loaded = await loadObservations(iatiSource(stream(bytes), { periods: PERIODS }), {
            table: () => createTable({ ...framework(), axes }),
          });
          if (!loaded.ok) throw new Error(loaded.problems[0]?.message.en);
          expect(loaded.value.rejections).toEqual([]);
          const back = observationsOf(await activityIn(bytes), { periods: PERIODS }).observations;
          expect(loaded.value.accepted).toBe(back.length);
          const carried = results.filter(
            ({ value, bounds, at }) => (value !== null || bounds !== null) && at.place !== "",
          );
          const codes = new Set(carried.map(({ indicator }) => indicator));
          // Beside a value of which nothing is known no other one is published that would be added up with it.
          for (const { indicator, value, bounds, reason } of results)
            if (value === null && bounds === null && reason !== "no-actual") codes.delete(indicator);
          expect(
            back
              .filter(({ indicator }) => codes.has(indicator))
              .map(read)
              .sort(),
          ).toEqual(
            carried
              .filter(({ indicator }) => codes.has(indicator))
              .map(said)
              .sort(),
          );
          // What was not carried is listed, except what nobody reported.
          const lost = results.filter(
            ({ at, value, bounds, reason }) =>
              at.place === "" || (value === null && bounds === null && reason !== "no-actual"),
          );
          const reported = findings.filter(({ where }) => /^indicators\/[\d.]+$/.test(where.path));
          expect(reported.length).toBeGreaterThanOrEqual(lost.length);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it("are instead of the document's own, beside its targets and those of the framework", async () => {
    const base = framework();
    const goals = [
      { value: 20, at: { period: "2020-H1" } },
      { value: 1, at: { period: "2020-H1", sex: "female", place: "Gao" }, since: "2020-02-01" },
      { value: 9, at: { period: "2020-H1", sex: "female", place: "Gao" } },
      { value: 3, at: { period: "2020-H1", source: "PAM" } },
    ];
    const with_: MeasurementFramework = {
      ...base,
      indicators: base.indicators.map((each) => (each.code === "1.1.1" ? { ...each, targets: goals } : each)),
    };
    const table = createTable(with_);
    addObservations(table, [
      { indicator: "1.1.1", period: "2020-H1", value: 7, place: "Gao", recordedAt: "2020-07-01" },
    ]);
    const results = resultRows(computeResults(with_, table, { by: ["period"] }));
    const reporting = document();
    for (const { indicator } of indicatorsOf(reporting))
      indicator.actual = { value: { kind: "number", value: 30 } };
    const { activity, findings } = activityOfResults(reporting, { framework: with_, results });
    const [indicator, untouched] = activity.result?.[1]?.indicator ?? [];
    expect(indicator?.period).toEqual([
      {
        ...on("2020-01-01", "2020-06-30"),
        target: [
          { value: "20" },
          { value: "1", location: [{ ref: "place-1" }], dimension: [{ name: "sex", value: "female" }] },
        ],
        actual: [{ value: "7" }],
      },
      { ...on("2020-01-15", "2022-07-15"), target: [{ value: "40" }] },
    ]);
    // An indicator without values keeps what the document says.
    expect(untouched?.period?.[0]?.actual).toEqual([{ value: "30" }]);
    expect(activity.location).toEqual([{ ref: "place-1", name: { narrative: [{ text: "Gao" }] } }]);
    const reported = findings.filter(({ where }) => where.path === "indicators/1.1.1");
    expect(reported.map(({ message }) => message.en)).toEqual([
      expect.stringContaining("a target by source"),
      expect.stringContaining("actuals of the document (1) are replaced"),
    ]);
  });

  it("state that a quotient goes without what it was put together of", () => {
    const base = framework();
    const measured = (measure: "ratio" | "count"): MeasurementFramework => ({
      ...base,
      indicators: base.indicators.map((each) => (each.code === "1.1.1" ? { ...each, measure } : each)),
    });
    const reportedOf = (measure: "ratio" | "count", row: Partial<Observation>) => {
      const table = createTable(measured(measure));
      const rows = [{ indicator: "1.1.1", period: "2020-H1", recordedAt: "2020-07-01", ...row }];
      expect(addObservations(table, rows).rejected).toEqual([]);
      const results = resultRows(computeResults(measured(measure), table, { by: ["period"] }));
      const { findings } = activityOfResults(document(), { framework: measured(measure), results });
      return findings.filter(({ message }) => /numerator/.test(message.en)).map(({ where }) => where.path);
    };
    expect(reportedOf("ratio", { numerator: 1, denominator: 4 })).toEqual(["indicators/1.1.1"]);
    expect(reportedOf("count", { value: 3 })).toEqual([]);
  });

  it("compute the same again from what was published", async () => {
    const table = createTable(framework());
    addObservations(table, [
      { indicator: "1.1.1", period: "2020-H1", value: 7, recordedAt: "2020-07-01" },
      {
        indicator: "1.1.1",
        period: "2020-H2",
        value: 5,
        categories: { sex: "female" },
        recordedAt: "2021-01-01",
      },
    ]);
    const results = ["sex", null].flatMap((axis) =>
      resultRows(computeResults(framework(), table, { by: ["period", ...(axis === null ? [] : [axis])] })),
    );
    const bytes = await xmlOf(activityOfResults(document(), { framework: framework(), results }).activity);
    const loaded = await loadObservations(iatiSource(stream(bytes)), {
      table: () => createTable(framework()),
    });
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message.en);
    const of = (rows: ReturnType<typeof indicatorResults>) =>
      rows
        .map(({ code, value, percentOfTarget }) => [code, value, percentOfTarget])
        .filter(([code]) => code === "1.1.1");
    expect(of(indicatorResults(framework(), loaded.value.table))).toEqual(
      of(indicatorResults(framework(), table)),
    );
  });
});

describe("a file of several activities", () => {
  const three = () => xmlOf(...["A", "B", "C"].map((text) => reported({}, { "iati-identifier": { text } })));

  it("gives the one that is named, and is read no further", async () => {
    const bytes = await three();
    const cut = bytes.slice(0, bytes.length - 40);
    expect(await readIati(stream(cut), { identifier: " B " })).toMatchObject({
      ok: true,
      value: { project: { number: "B" } },
    });
  });

  it("is refused with the identifiers that there are", async () => {
    expect(await readIati(stream(await three()))).toMatchObject({
      ok: false,
      problems: [{ code: "iati-several-activities", found: "3: A | B | C" }],
    });
    expect(await readIati(stream(await three()), { identifier: "D" })).toMatchObject({
      ok: false,
      problems: [{ code: "iati-activity-unknown", found: "D", expected: "A | B | C" }],
    });
    expect(await readIati(stream(await xmlOf()), { identifier: "D" })).toMatchObject({
      ok: false,
      problems: [{ code: "iati-no-activity" }],
    });
  });
});
