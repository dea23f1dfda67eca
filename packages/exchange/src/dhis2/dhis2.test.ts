import type { MeasurementFramework } from "@cadre/core/aggregate";
import { addObservations, createTable, type Observation, periodsBetween } from "@cadre/core/observations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dhis2Mapping, explainDhis2Mapping, parseDhis2Mapping } from "./mapping.ts";
import { dhis2PeriodDays, dhis2PeriodId } from "./periods.ts";
import { readDhis2 } from "./read.ts";
import { writeDhis2 } from "./write.ts";

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["0-17", "18+"] },
  ],
  periods: periodsBetween("2020-01-01", "2021-06-30", "quarter"),
  indicators: [
    {
      code: "2.1.1",
      text: "People trained",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
    {
      code: "3.1",
      measure: "percentage",
      accumulation: "latest",
      combination: { sources: "sum", places: "sum" },
    },
  ],
};
const document = {
  format: "cadre/dhis2-mapping",
  version: 1,
  dataElements: {
    trained: { indicator: "2.1.1" },
    satisfied: { indicator: "3.1", part: "numerator" },
    asked: { indicator: "3.1", part: "denominator" },
  },
  categoryOptionCombos: {
    default: {},
    f: { sex: "female" },
    m: { sex: "male" },
    f18: { sex: "female", age: "18+" },
  },
  attributeOptionCombos: { wfp: "PAM", fao: "FAO" },
  orgUnits: { mopti: "Mopti", segou: "Ségou" },
  ignore: ["stock"],
};
const mapping = ((): Dhis2Mapping => {
  const parsed = parseDhis2Mapping(document, framework);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();
const read = (set: unknown) => readDhis2(JSON.stringify(set), { mapping, framework });
const value = (more: object) => ({
  dataElement: "trained",
  period: "2020Q1",
  orgUnit: "mopti",
  categoryOptionCombo: "f",
  attributeOptionCombo: "wfp",
  value: "12",
  lastUpdated: "2020-04-10T09:30:00.000+0000",
  ...more,
});

describe("DHIS2 periods", () => {
  it.each([
    ["20200229", "2020-02-29", "2020-02-29"],
    ["2020W1", "2019-12-30", "2020-01-05"],
    ["2020W53", "2020-12-28", "2021-01-03"],
    ["202002", "2020-02-01", "2020-02-29"],
    ["202002B", "2020-03-01", "2020-04-30"],
    ["2020Q4", "2020-10-01", "2020-12-31"],
    ["2020S2", "2020-07-01", "2020-12-31"],
    ["2020AprilS2", "2020-10-01", "2021-03-31"],
    ["2020", "2020-01-01", "2020-12-31"],
    ["2020April", "2020-04-01", "2021-03-31"],
    ["2020Feb", "2020-02-01", "2021-01-31"],
    ["2020July", "2020-07-01", "2021-06-30"],
    ["2020Aug", "2020-08-01", "2021-07-31"],
    ["2020Sep", "2020-09-01", "2021-08-31"],
    ["2020Oct", "2020-10-01", "2021-09-30"],
    // Named after the year in which it ends.
    ["2020Nov", "2019-11-01", "2020-10-31"],
    ["2015NovS1", "2014-11-01", "2015-04-30"],
    ["2015NovS2", "2015-05-01", "2015-10-31"],
    ["2017NovQ1", "2016-11-01", "2017-01-31"],
    ["2017NovQ2", "2017-02-01", "2017-04-30"],
    ["2015SunW2", "2015-01-11", "2015-01-17"],
    ["2015SunW1", "2015-01-04", "2015-01-10"],
    ["2015WedW1", "2014-12-31", "2015-01-06"],
    ["2016SatW1", "2016-01-02", "2016-01-08"],
    ["2017ThuW1", "2016-12-29", "2017-01-04"],
    ["2015BiW1", "2014-12-29", "2015-01-11"],
    ["2020BiW27", "2020-12-28", "2021-01-10"],
  ])("%s is %s to %s, and back", (id, start, end) => {
    expect(dhis2PeriodDays(id)).toEqual({ start, end });
    expect(dhis2PeriodId({ start, end })).toBe(id);
  });

  it.each([
    ["2015-01", "2015-01-01", "2015-01-31"],
    ["2015-01-31", "2015-01-31", "2015-01-31"],
    ["2020W01", "2019-12-30", "2020-01-05"],
  ])("%s is read as %s to %s, too", (id, start, end) => {
    expect(dhis2PeriodDays(id)).toEqual({ start, end });
  });

  it("of every kind come back by their days, in every year", () => {
    const kinds = [
      "",
      "Feb",
      "April",
      "July",
      "Aug",
      "Sep",
      "Oct",
      "Nov",
      "S1",
      "S2",
      "AprilS1",
      "NovS2",
      "NovQ1",
    ];
    for (let year = 1999; year < 2031; year += 1)
      for (const id of [
        ...kinds.map((kind) => `${year}${kind}`),
        ...["W", "WedW", "ThuW", "FriW", "SatW", "SunW", "BiW"].flatMap((kind) =>
          [1, 2, 26, 27, 52, 53].map((nth) => `${year}${kind}${nth}`),
        ),
      ]) {
        const days = dhis2PeriodDays(id);
        if (days === null) continue;
        const back = dhis2PeriodId(days) ?? "";
        expect([id, dhis2PeriodDays(back)]).toEqual([id, days]);
      }
  });

  it.each(["", "202013", "2020Q5", "2020W0", "2021W53", "20200230", "2020constructor", "20-20"])(
    "“%s” is none",
    (id) => expect(dhis2PeriodDays(id)).toBeNull(),
  );

  it("has none for odd days", () => {
    expect(dhis2PeriodId({ start: "2020-01-15", end: "2020-07-14" })).toBeNull();
  });
});

describe("a data value set", () => {
  it("gives observations that a table takes", () => {
    const result = read({ dataValues: [value({}), value({ categoryOptionCombo: "m", value: 30 })] });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.findings).toEqual([]);
    expect(result.value.observations[0]).toEqual({
      indicator: "2.1.1",
      period: "2020-Q1",
      source: "PAM",
      place: "Mopti",
      categories: { sex: "female" },
      recordedAt: "2020-04-10T09:30:00Z",
      value: 12,
    });
    expect(addObservations(createTable(framework), result.value.observations)).toMatchObject({ accepted: 2 });
  });

  it("joins a numerator with its denominator, and keeps a missing denominator missing", () => {
    const result = read({
      dataValues: [
        value({ dataElement: "satisfied", value: "3" }),
        value({ dataElement: "asked", value: "4", lastUpdated: "2020-05-01" }),
        value({ dataElement: "satisfied", value: "5", categoryOptionCombo: "m" }),
        value({ dataElement: "asked", value: "9", categoryOptionCombo: "f18" }),
      ],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.observations).toMatchObject([
      { numerator: 3, denominator: 4, recordedAt: "2020-05-01" },
      { numerator: 5, denominator: null },
    ]);
    expect(result.findings.map(({ code }) => code)).toEqual(["dhis2-numerator-missing"]);
  });

  it("hands back a text where a number should be, and takes unnamed attribute combinations for several who report", () => {
    const result = read({
      dataValues: [
        value({ value: "10,5" }),
        value({ attributeOptionCombo: "A", value: "1" }),
        value({ attributeOptionCombo: "B", value: "2" }),
      ],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.unreadable).toMatchObject([{ row: 0, line: 1, code: "not-a-number", found: "10,5" }]);
    expect(result.value.observations).toMatchObject([
      { source: "A", value: 1 },
      { source: "B", value: 2 },
    ]);
  });

  it.each([
    ["dhis2-element-unmapped", { dataElement: "other" }],
    ["dhis2-period-unknown", { period: "2020" }],
    ["dhis2-period-unknown", { period: undefined }],
    ["dhis2-combination-unmapped", { categoryOptionCombo: "constructor" }],
    ["dhis2-no-value", { value: "" }],
    ["dhis2-no-instant", { lastUpdated: "yesterday" }],
  ])("leaves over, with a finding: %s %o", (rule, more) => {
    const result = read({ dataValues: [value(more), value({ categoryOptionCombo: "m" })] });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.observations).toHaveLength(1);
    expect(result.findings).toMatchObject([{ code: rule, where: { path: "dataValues/0" } }]);
  });

  it("takes what is deleted for withdrawn, yes for 1, and leaves out what the mapping ignores", () => {
    const result = read({
      orgUnit: "kidal",
      dataValues: [
        value({ deleted: true, orgUnit: undefined }),
        value({ value: "true", followup: true }),
        value({ dataElement: "stock" }),
      ],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.observations).toMatchObject([{ value: null, place: "kidal" }, { value: 1 }]);
    expect(result.findings.map(({ code }) => code)).toEqual(["dhis2-unit-unnamed", "dhis2-follow-up"]);
  });

  it.each([
    ["no JSON", "[", "json-invalid"],
    ["a key named twice", '{"dataValues": [{"dataElement": "a", "dataElement": "b"}]}', "json-duplicate-key"],
    ["no set", "[]", "dhis2-invalid"],
    ["a value without its element", '{"dataValues": [{"value": "1"}]}', "dhis2-invalid"],
    ["a million levels", `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`, "json-too-deep"],
  ])("is refused where it is none: %s", (_, text, code) => {
    const result = readDhis2(text, { mapping, framework });
    expect(result.ok ? null : result.problems[0]?.code).toBe(code);
  });

  it("reads back what was written, for any observations that it can carry", () => {
    const shared = {
      period: fc.constantFrom("2020-Q1", "2020-Q2", "2021-Q1"),
      place: fc.constantFrom("Mopti", "Ségou"),
      source: fc.constantFrom("PAM", "FAO"),
      categories: fc.constantFrom(
        undefined,
        { sex: "female" },
        { sex: "male" },
        { sex: "female", age: "18+" },
      ),
      recordedAt: fc.constantFrom("2020-04-10", "2020-04-10T09:30:00Z", "2020-04-10T09:30:00.250Z"),
    };
    const plain = (record: object): Observation => JSON.parse(JSON.stringify(record));
    const any = fc.oneof(
      fc
        .record({
          indicator: fc.constant("2.1.1"),
          value: fc.option(fc.integer({ min: 0, max: 1e6 })),
          ...shared,
        })
        .map(plain),
      fc
        .record({
          indicator: fc.constant("3.1"),
          numerator: fc.integer({ min: 0, max: 100 }),
          denominator: fc.option(fc.integer({ min: 0, max: 100 })),
          ...shared,
        })
        .map(plain),
    );
    const key = ({ indicator, period, place, source, categories }: Observation) =>
      JSON.stringify([indicator, period, place, source, categories]);
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: key, maxLength: 12 }), (observations) => {
        const { set, findings } = writeDhis2(observations, { mapping, framework });
        expect(findings).toEqual([]);
        const result = read(set);
        expect(result.ok && result.value).toMatchObject({ observations, unreadable: [] });
      }),
    );
  });

  it("says what it cannot carry", () => {
    const odd = {
      ...framework,
      periods: [{ id: "P1", start: "2020-01-15", end: "2020-07-14" }, ...framework.periods],
    };
    const base = { indicator: "2.1.1", value: 1, recordedAt: "2020-04-10" };
    const { set, findings } = writeDhis2(
      [
        { ...base, period: "P1" },
        { ...base, period: "2020-Q1", source: "UNHCR" },
        { ...base, period: "2020-Q1", categories: { age: "0-17" } },
        { ...base, period: "2020-Q1", id: "training 1" },
        { ...base, period: "2020-Q2", value: null, reason: "to-be-determined" },
        { ...base, period: "2020-Q1" },
      ],
      { mapping, framework: odd },
    );
    expect(set.dataValues).toHaveLength(1);
    expect(findings.map(({ code, where }) => [code, where.path])).toEqual([
      ["dhis2-period-unknown", "observations/0"],
      ["dhis2-source-unmapped", "observations/1"],
      ["dhis2-element-unmapped", "observations/2"],
      ["dhis2-id-unmapped", "observations/3"],
      ["dhis2-value-not-known", "observations/4"],
    ]);
  });
});

describe("a DHIS2 mapping", () => {
  it("is explained in both languages", () => {
    const sentences = explainDhis2Mapping(mapping, framework);
    expect(sentences[0]).toEqual({
      en: "Data element trained gives the value of indicator 2.1.1 (People trained).",
      fr: "L’élément de données trained donne la valeur de l’indicateur 2.1.1 (People trained).",
    });
    expect(sentences.map(({ en }) => en)).toContain("Category option combination default is the total.");
  });

  it("is refused where it does not fit the framework: place, found and expected", () => {
    const wrong = {
      ...document,
      dataElements: { a: { indicator: "9.9" }, b: { indicator: "2.1.1", part: "numerator" } },
      categoryOptionCombos: { c: { gender: "female" }, d: { sex: "woman" } },
    };
    const result = parseDhis2Mapping(wrong, framework);
    expect(
      result.ok ? [] : result.problems.map(({ code, where, found }) => [code, where.path, found]),
    ).toEqual([
      ["mapping-unknown-indicator", "dataElements/a/indicator", "9.9"],
      ["mapping-part", "dataElements/b/part", "numerator"],
      ["mapping-unknown-axis", "categoryOptionCombos/c/gender", "gender"],
      ["mapping-unknown-category", "categoryOptionCombos/d/sex", "woman"],
    ]);
    expect(parseDhis2Mapping({ ...document, version: 2 }, framework)).toMatchObject({
      ok: false,
      problems: [{ code: "mapping-invalid", where: { path: "version" } }],
    });
  });
});
