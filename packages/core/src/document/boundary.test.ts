import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import { edit } from "./edit.ts";
import { parseFramework } from "./parse.ts";

type Json = Record<string, unknown>;
/** A document with further fields, by path. */
function withFields(fields: Record<string, unknown>): unknown {
  const whole = structuredClone(soundDocument()) as unknown as Json;
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split("/");
    const last = keys.pop() ?? "";
    const holder = keys.reduce<Json>((each, key) => each[key] as Json, whole);
    Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return whole;
}
function accepted(input: unknown) {
  const parsed = parseFramework(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
}

describe("a field that the document does not have", () => {
  it("is found with its path and the name that may be meant, and kept where it was", () => {
    const { value, findings } = accepted(
      withFields({
        "outcomes/0/outputs/0/indicators/0/remarks": "late",
        "outcomes/0/donor": "Sweden",
        "project/geo": { lat: 1 },
        perodis: [],
        "outcomes/0/outputs/0/indicators/0/target/confidence": 0.9,
      }),
    );
    expect(
      findings.map(({ code, severity, where, found, expected }) => [
        code,
        severity,
        where.path,
        found,
        expected,
      ]),
    ).toEqual([
      ["unknown-field", "warning", "project/geo", "geo", null],
      ["unknown-field", "warning", "outcomes/0/outputs/0/indicators/0/target/confidence", "confidence", null],
      ["unknown-field", "warning", "outcomes/0/outputs/0/indicators/0/remarks", "remarks", "remark"],
      ["unknown-field", "warning", "outcomes/0/donor", "donor", null],
      ["unknown-field", "warning", "perodis", "perodis", "periods"],
    ]);
    expect(findings[2]?.message).toEqual({
      en: "outcomes/0/outputs/0/indicators/0: remarks is not a field of the document; remark may be meant. It is kept under extensions.",
      fr: "outcomes/0/outputs/0/indicators/0 : remarks n’est pas un champ du document ; il s’agit peut-être de remark. La valeur est conservée dans extensions.",
    });
    const [outcome] = value.outcomes;
    expect([value.extensions, value.project.extensions, outcome?.extensions]).toEqual([
      { perodis: [] },
      { geo: { lat: 1 } },
      { donor: "Sweden" },
    ]);
    expect(outcome?.outputs[0]?.indicators[0]?.extensions).toEqual({
      remarks: "late",
      "target/confidence": 0.9,
    });
  });

  it("survives being read again, without a word, and an edit of what is around it", () => {
    const { value } = accepted(withFields({ "outcomes/0/donor": "Sweden", funder: 1 }));
    const again = accepted(JSON.parse(JSON.stringify(value)));
    expect([again.findings, again.value]).toEqual([[], value]);
    const edited = edit(value, (draft) => {
      draft.outcomes.unshift({ code: "9", title: "New", rating: null, indicators: [], outputs: [] });
    });
    expect(edited.ok && edited.value.outcomes[1]?.extensions).toEqual({ donor: "Sweden" });
    expect(edited.ok && edited.value.extensions).toEqual({ funder: 1 });
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("may be named %s", (name) => {
    const { value, findings } = accepted(withFields({ [name]: { polluted: true } }));
    expect(findings).toMatchObject([{ code: "unknown-field", found: name }]);
    expect(Object.entries(value.extensions ?? {})).toEqual([[name, { polluted: true }]]);
    expect(({} as Json).polluted).toBeUndefined();
  });

  it("is reported of a large document at most two hundred times, and kept each time", () => {
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, index]));
    const { value, findings } = accepted(withFields(fields));
    expect([findings.length, Object.keys(value.extensions ?? {}).length]).toEqual([200, 1000]);
  });
});

describe("a reference to what is not there", () => {
  const found = (fields: Record<string, unknown>) =>
    accepted(withFields(fields)).findings.map(({ code, where, found: value, expected }) => [
      code,
      where.path,
      value,
      expected,
    ]);
  const indicator = "outcomes/0/outputs/0/indicators/0";
  const code = soundDocument().outcomes[0]?.outputs[0]?.indicators[0]?.code ?? "";
  const measurement = (more: object) => ({
    measure: "count",
    ...{ accumulation: "sum", combination: { sources: "sum", places: "sum" } },
    ...more,
  });
  const number = (value: number) => ({ value: { kind: "number", value } });
  const axes = [{ name: "sex", kind: "partition", categories: ["female", "male"] }];

  it.each<[string, Record<string, unknown>, unknown[]]>([
    [
      "axis",
      { axes, [`${indicator}/disaggregation`]: ["sexe"] },
      ["unknown-axis", `indicators/${code}/disaggregation`, "sexe", "sex"],
    ],
    [
      "level of a scale",
      {
        [`${indicator}/measurement`]: measurement({ measure: "scale", levels: ["none", "some", "all"] }),
        [`${indicator}/target`]: number(3),
        [`${indicator}/baseline`]: number(0),
        [`${indicator}/actual`]: { value: { kind: "none" } },
        [`${indicator}/milestone`]: { value: { kind: "none" } },
      },
      ["value-not-measurable", `indicators/${code}/target`, 3, "0 = none | 1 = some | 2 = all"],
    ],
    [
      "answer beside yes and no",
      {
        [`${indicator}/measurement`]: measurement({ measure: "yes-no", accumulation: "latest" }),
        [`${indicator}/target`]: number(40),
        [`${indicator}/baseline`]: number(0),
        [`${indicator}/actual`]: number(1),
        [`${indicator}/milestone`]: { value: { kind: "none" } },
      },
      ["value-not-measurable", `indicators/${code}/target`, 40, "0 | 1"],
    ],
    [
      "period of a name that another has",
      {
        periods: [
          { id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" },
          { id: "2020-Q1", start: "2020-04-01", end: "2020-06-30" },
        ],
      },
      ["defined-twice", "periods/2020-Q1", 2, 1],
    ],
    ["axis that is defined twice", { axes: [...axes, ...axes] }, ["defined-twice", "axes/sex", 2, 1]],
    [
      "category that is named twice",
      { axes: [{ name: "sex", kind: "partition", categories: ["female", "female"] }] },
      ["defined-twice", "axes/sex/categories/female", 2, 1],
    ],
  ])("%s is found", (_, fields, expected) => {
    expect(found(fields)).toContainEqual(expected);
  });

  it("is not found in a sound document", () => {
    expect(accepted(soundDocument()).findings).toEqual([]);
  });

  it("an end before the start is refused: of a period, and of what is planned", () => {
    const activities = [{ code: "1.1.1", start: "2020-05-01", end: "2020-04-01" }];
    for (const fields of [
      { schedule: { activities, dependencies: [] } },
      { periods: [{ id: "x", start: "2020-05-01", end: "2020-04-01" }] },
    ])
      expect(parseFramework(withFields(fields)).ok).toBe(false);
  });

  it.each(["2020-02-30", "2021-02-29", "2020-13-01", "2020-00-10", "2020-04-31"])("%s is no day", (day) => {
    const parsed = parseFramework(withFields({ "project/startDate": day }));
    expect(parsed.ok ? null : parsed.problems[0]?.where.path).toBe("project/startDate");
  });
});

describe("an edit", () => {
  it("returns what a parse of it returns, and freezes nothing of the caller's", () => {
    const before = soundDocument();
    const added = { code: "9", title: "New", rating: null, indicators: [], outputs: [], sponsor: "A" };
    const edited = edit(before, (draft) => {
      draft.outcomes.push(added as never);
    });
    if (!edited.ok) throw new Error("refused");
    expect(edited.findings).toMatchObject([{ code: "unknown-field", found: "sponsor" }]);
    expect(edited.value).toEqual(accepted({ ...before, outcomes: [...before.outcomes, added] }).value);
    for (const each of [before, before.outcomes, before.outcomes[0], before.project, added])
      expect(Object.isFrozen(each)).toBe(false);
    expect(before).toEqual(soundDocument());
    expect(Object.isFrozen(edited.value.outcomes)).toBe(false);
  });

  it("of one part shares the others with the document", () => {
    const before = soundDocument();
    const edited = edit(before, (draft) => {
      draft.project.title = "Another";
    });
    expect(edited.ok && edited.value.outcomes).toBe(before.outcomes);
    expect(edited.ok && edited.patches.map(({ path }) => path)).toEqual([["project", "title"]]);
  });
});
