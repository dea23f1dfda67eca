import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK } from "../test/terminal.ts";

const { at, file } = temporaryFiles();

const resultOf = (out: string, code: string) =>
  (
    JSON.parse(out) as { code: string; value: number | null; cells: { sex?: string; value: number }[] }[]
  ).find((each) => each.code === code);

describe("cadre map", () => {
  it("guesses a mapping, says it in words, and compute takes it", async () => {
    const table = file(
      "visits.csv",
      "Code;Trimestre;Femmes;Hommes;Commune\n2.1.1;2020-T1;12;10;Mopti\n2.1.1;2020-T2;0;7;Gao\n",
    );
    const out = at("mapping.json");
    const mapped = await cadre("map", FRAMEWORK, table, "--out", out, "--lang", "fr");
    expect(mapped.exit).toBe(0);
    expect(mapped.error).toContain("La colonne « Femmes » est une valeur : sex = female.");
    const computed = await cadre("compute", FRAMEWORK, table, "--mapping", out, "--by", "sex", "--json");
    expect(computed.exit).toBe(0);
    const found = resultOf(computed.out, "2.1.1");
    expect(found?.cells).toEqual([
      expect.objectContaining({ at: { sex: "female" }, value: 12 }),
      expect.objectContaining({ at: { sex: "male" }, value: 17 }),
    ]);
  });

  it("prints what it guesses, and what the file does not show", async () => {
    const mapped = await cadre("map", FRAMEWORK, file("bare.csv", "A,B\n1,x\n2,y\n"));
    expect(mapped.exit).toBe(1);
    expect(JSON.parse(mapped.out)).toMatchObject({ format: "cadre/table-mapping", values: [{ value: "A" }] });
    expect(mapped.error).toContain("of which period a row is");
    expect(mapped.error).toContain("mapping-incomplete");
  });
});

it("a table that is no text is refused with its line, and no mapping is made", async () => {
  const path = file("latin.csv", Buffer.from("Code;Ségou\n1;2\n", "latin1"));
  const { exit, out, error } = await cadre("map", FRAMEWORK, path);
  expect([exit, out]).toEqual([1, ""]);
  expect(error).toContain("observations-not-utf8");
});

describe("cadre compute --mapping", () => {
  it("takes a data value set of DHIS2 by its mapping, and reports what became no observation", async () => {
    const framework = file(
      "periods.json",
      JSON.stringify({
        ...(JSON.parse(readFileSync(FRAMEWORK, "utf8")) as object),
        periods: [{ id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" }],
      }),
    );
    const mapping = file(
      "dhis2.json",
      JSON.stringify({
        ...{ format: "cadre/dhis2-mapping", version: 1 },
        dataElements: { abc: { indicator: "2.1.1" } },
        categoryOptionCombos: { coF: { sex: "female" } },
      }),
    );
    const value = { period: "2020Q1", orgUnit: "ou1", created: "2020-04-10T00:00:00.000Z" };
    const set = file(
      "set.json",
      JSON.stringify({
        dataValues: [
          { ...value, dataElement: "abc", categoryOptionCombo: "coF", value: "9" },
          { ...value, dataElement: "other", value: "1" },
        ],
      }),
    );
    const { exit, out, error } = await cadre(
      "compute",
      framework,
      set,
      "--mapping",
      mapping,
      "--by",
      "sex",
      "--json",
    );
    expect([exit, resultOf(out, "2.1.1")?.cells]).toEqual([
      0,
      [expect.objectContaining({ at: { sex: "female" }, value: 9 })],
    ]);
    expect(error).toContain("other");
  });

  it("takes submissions of KoboToolbox by a form and its mapping, and reports what did not count", async () => {
    const framework = file(
      "quarters.json",
      JSON.stringify({
        ...(JSON.parse(readFileSync(FRAMEWORK, "utf8")) as object),
        periods: [{ id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" }],
      }),
    );
    const form = file(
      "form.json",
      JSON.stringify({
        content: {
          survey: [
            { type: "today", name: "today" },
            { type: "text", name: "place" },
            { type: "begin_repeat", name: "people" },
            { type: "select_one sex", name: "sex" },
            { type: "end_repeat" },
          ],
          choices: ["f", "m"].map((name) => ({ list_name: "sex", name })),
        },
      }),
    );
    const sex = { question: "people/sex", categories: { f: "female", m: "male" } };
    const mapping = file(
      "kobo-mapping.json",
      JSON.stringify({
        ...{ format: "cadre/kobo-mapping", version: 1, date: "today", place: { question: "place" } },
        indicators: [{ indicator: "2.1.1", each: "people", value: { count: true }, categories: { sex } }],
      }),
    );
    const person = (is: string) => ({ "people/sex": is });
    const submissions = file(
      "submissions.json",
      JSON.stringify([
        { _id: 1, today: "2020-02-10", place: "Mopti", people: ["f", "f", "m"].map(person) },
        { _id: 2, today: "2020-03-02", place: "Mopti", people: [person("f")] },
        { _id: 3, today: "2021-03-02", place: "Gao", people: [person("f")] },
      ]),
    );
    const how = ["--mapping", mapping, "--form", form, "--by", "sex"];
    const { exit, out, error } = await cadre("compute", framework, submissions, ...how, "--json");
    expect(exit).toBe(0);
    expect(resultOf(out, "2.1.1")).toMatchObject({
      value: 4,
      percentOfTarget: 0.02,
      cells: [
        { at: { sex: "female" }, value: 3 },
        { at: { sex: "male" }, value: 1 },
      ],
    });
    expect(error).toContain("kobo-no-period");
  });

  it("asks for the form where the mapping is one of KoboToolbox", async () => {
    const mapping = file("kobo.json", JSON.stringify({ format: "cadre/kobo-mapping", version: 1 }));
    const { exit, error } = await cadre("compute", FRAMEWORK, file("s.json", "[]"), "--mapping", mapping);
    expect(exit).toBe(1);
    expect(error).toContain("--form form.json");
  });

  it.each([
    ["{", "not JSON"],
    ["{}", "not a mapping"],
    [
      '{"format":"cadre/table-mapping","version":1,"values":[{"value":"x","categories":{"sex":"f"}}]}',
      "incomplete",
    ],
  ])("refuses a mapping that is none: %s", async (text) => {
    const mapping = file("wrong.json", text);
    const { exit, error } = await cadre("compute", FRAMEWORK, file("t.csv", "a,b\n"), "--mapping", mapping);
    expect([exit, error.includes("wrong.json")]).toEqual([1, true]);
  });
});
