import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK } from "../test/terminal.ts";

describe("cadre derive", () => {
  const files = temporaryFiles();
  const framework = () =>
    files.file(
      "framework.json",
      JSON.stringify({
        ...{ format: "cadre/framework", version: 1, activities: [], report: null },
        project: {
          ...{ title: "x", country: null, number: null, startDate: null, endDate: null, agencies: [] },
          ...{ genderMarker: null, riskMarker: null, focusArea: null },
        },
        budget: {
          ...{ total: null, deliveryRate: null, covidAdjustment: null, evaluation: null },
          gewe: { allocated: null, spent: null },
        },
        outcomes: [
          {
            ...{ code: "1", title: "Peace", rating: null, outputs: [] },
            indicators: ["1.1", "1.2"].map((code, index) => ({
              ...{
                code,
                text: code,
                target: { value: { kind: "none" } },
                milestone: { value: { kind: "none" } },
              },
              baseline: { value: { kind: "none" } },
              actual: { value: { kind: "number", value: index === 0 ? 12 : 4800 } },
            })),
          },
        ],
      }),
    );

  it("prints a formula with its numbers, and writes the document with it", async () => {
    const out = files.at("out.json");
    const first = await cadre("derive", framework(), "--formula", "1.3=1000 * [1.1] / [1.2]", "--out", out);
    expect(first).toMatchObject({ exit: 0 });
    expect(first.out).toBe("1.3  = (1000 × [1.1]) ÷ [1.2]\n  actual  (1000 × 12) ÷ 4800 = 2.5");
    const again = await cadre("derive", out, "--json");
    expect(JSON.parse(again.out)).toMatchObject([{ code: "1.3", actual: { value: 2.5, missing: [] } }]);
    const inspected = JSON.parse((await cadre("inspect", out, "--json")).out);
    expect(inspected.indicators[2]).toMatchObject({ code: "1.3", value: 2.5, derived: { value: 2.5 } });
  });

  it("reads formulas from a file, and says what is missing", async () => {
    const formulas = files.file(
      "formulas.json",
      JSON.stringify([
        { code: "1.3", text: "Rate", unit: "‰", formula: "1000 * [1.1] / [1.2]" },
        { code: "1.4", formula: { op: "change", from: { ref: "1.1", of: "baseline" }, to: { ref: "1.1" } } },
      ]),
    );
    const { out, exit } = await cadre("derive", framework(), "--formulas", formulas, "--lang", "fr");
    expect(exit).toBe(0);
    expect(out).toContain("réalisé  (1000 × 12) ÷ 4800 = 2,5 ‰");
    expect(out).toContain("non calculable : 1.1 sans valeur");
  });

  it("names what is not there, and what it does not understand", async () => {
    const unknown = await cadre("derive", framework(), "--formula", "[9.9] + 1");
    expect([unknown.exit, unknown.error]).toEqual([1, "cadre: 0.1: found: 9.9, expected: 1.1 | 1.2"]);
    const wrong = await cadre("derive", framework(), "--formula", "process.exit()");
    expect(wrong.exit).toBe(1);
    expect(wrong.error).toContain("character 1");
    expect((await cadre("derive", FRAMEWORK)).out).toContain("no formula");
  });
});

describe("cadre portfolio --common", () => {
  const files = temporaryFiles();
  it("rolls up what a file maps, and names what it does not find", async () => {
    const mapping = (project: string) =>
      files.file(
        "common.json",
        JSON.stringify({
          indicators: [{ code: "P1", name: "x", unit: "people", measure: "count", direction: "increase" }],
          mappings: [{ project, indicator: "1.1.1", common: "P1" }],
        }),
      );
    const found = await cadre("portfolio", FRAMEWORK, "--common", mapping(FRAMEWORK), "--json");
    expect(found.exit).toBe(0);
    expect(JSON.parse(found.out).common.rows).toMatchObject([
      { code: "P1", parts: [{ indicator: "1.1.1" }] },
    ]);
    const unknown = await cadre("portfolio", FRAMEWORK, "--common", mapping("nowhere"));
    expect([unknown.exit, unknown.out.includes("unknown project: nowhere 1.1.1 → P1")]).toEqual([1, true]);
    const broken = await cadre("portfolio", FRAMEWORK, "--common", files.file("broken.json", "{}"));
    expect(broken.exit).toBe(1);
    expect((await cadre("portfolio", FRAMEWORK, "--common")).exit).toBe(0);
  });
});
