import fc from "fast-check";
import { applyPatches } from "immer";
import { describe, expect, it } from "vitest";
import { indicator, outputIndicator, soundDocument } from "../../test/sound-document.ts";
import { money } from "../values/money.ts";
import { edit } from "./edit.ts";
import { parseFramework } from "./parse.ts";
import { reportAsOf } from "./report.ts";
import { indicatorsOf, locationOf } from "./walk.ts";

describe("a framework document that is parsed", () => {
  it("comes back as it went in", () => {
    const document = soundDocument();
    expect(parseFramework(JSON.parse(JSON.stringify(document)))).toEqual({
      ok: true,
      value: document,
      findings: [],
    });
  });

  it.each([
    ["nothing", undefined, "document", null],
    ["null", null, "document", null],
    ["a list", [], "document", "[]"],
    ["text", "cadre", "document", "cadre"],
    ["another version", { ...soundDocument(), version: 2 }, "version", 2],
    [
      "a cent and a half",
      { ...soundDocument(), budget: { ...soundDocument().budget, total: { minor: 1.5, currency: "USD" } } },
      "budget/total/minor",
      1.5,
    ],
  ])("is refused for %s, with place, found and expected", (_, input, path, found) => {
    const parsed = parseFramework(input);
    if (parsed.ok) throw new Error("was read");
    const [problem] = parsed.problems.filter(({ where }) => where.path === path);
    expect(problem).toMatchObject({ code: "framework-invalid", found });
    expect(problem?.expected).not.toBe("");
    expect(problem?.message.fr).toMatch(/; il faut .+\./);
  });

  it("lists every problem, and shortens long values", () => {
    const parsed = parseFramework({ ...soundDocument(), version: 2, format: "x".repeat(1000) });
    if (parsed.ok) throw new Error("was read");
    expect(parsed.problems).toHaveLength(2);
    for (const { found } of parsed.problems) expect(String(found).length).toBeLessThan(70);
  });

  it("keeps foreign keys under extensions alone, and changes nothing that objects are", () => {
    const hostile = JSON.parse(
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(soundDocument()).slice(1)}`,
    );
    const parsed = parseFramework(hostile);
    if (!parsed.ok) throw new Error("was refused");
    const { extensions, ...known } = parsed.value;
    expect(known).toEqual(soundDocument());
    expect(Object.keys(extensions ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Reflect.get(parsed.value, "polluted")).toBeUndefined();
  });

  it("of any JSON is read or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(typeof parseFramework(input).ok).toBe("boolean");
      }),
    );
  });
});

describe("an edit", () => {
  it("yields the new document, and patches that lead there and back; the old one stays", () => {
    const step = fc.oneof(
      fc.string().map((title) => (draft: ReturnType<typeof soundDocument>) => {
        draft.project.title = title;
      }),
      fc.integer({ min: 0, max: 1e9 }).map((minor) => (draft: ReturnType<typeof soundDocument>) => {
        draft.budget.total = { minor, currency: "USD" };
      }),
      fc.integer({ min: 2, max: 99 }).map((n) => (draft: ReturnType<typeof soundDocument>) => {
        draft.outcomes[0]?.outputs[0]?.indicators.push(indicator(`1.1.${n}`));
      }),
      fc.constant((draft: ReturnType<typeof soundDocument>) => {
        draft.activities.pop();
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const document = soundDocument();
        const result = edit(document, (draft) => {
          for (const each of steps) each(draft as ReturnType<typeof soundDocument>);
        });
        if (!result.ok) throw new Error("was refused");
        expect(document).toEqual(soundDocument());
        expect(applyPatches(document, result.patches)).toEqual(result.value);
        expect(applyPatches(result.value, result.inverse)).toEqual(document);
      }),
    );
  });

  it("that makes no valid document is refused with the place", () => {
    const result = edit(soundDocument(), (draft) => {
      draft.budget.total = { ...money(1, "USD"), minor: 0.5 };
    });
    if (result.ok) throw new Error("was made");
    expect(result.problems[0]?.where.path).toBe("budget/total/minor");
  });
});

describe("paths of a document", () => {
  it("indicators with their level and parent, in the framework's order", () => {
    expect(
      indicatorsOf(soundDocument()).map(({ level, parent, indicator: { code } }) => [level, parent, code]),
    ).toEqual([
      ["outcome", "1", "1.1"],
      ["output", "1.1", "1.1.1"],
    ]);
  });
  it("a location has the line of the document, where there is one", () => {
    const document = soundDocument();
    expect(locationOf(document, "budget/total")).toEqual({ path: "budget/total", line: 12 });
    expect(locationOf(document, "budget/evaluation")).toEqual({ path: "budget/evaluation" });
    expect(locationOf({ report: null }, "budget/total")).toEqual({ path: "budget/total" });
    const locations = { "budget/total": "Budget!F12" };
    expect(locationOf({ report: null, locations }, "budget/total")).toEqual({
      path: "budget/total",
      cell: "Budget!F12",
    });
    expect(locationOf({ report: null, locations }, "constructor")).toEqual({ path: "constructor" });
    expect(outputIndicator(document).code).toBe("1.1.1");
  });
  it("a report speaks for the day that it is due", () => {
    const dates = { startDate: "2020-01-15", endDate: "2022-07-15" };
    expect(reportAsOf("annual", 2020, dates.endDate)).toBe("2020-11-15");
    expect(reportAsOf("semi-annual", 2021, dates.endDate)).toBe("2021-06-15");
    expect(reportAsOf("final", 2021, dates.endDate)).toBe(dates.endDate);
    expect(reportAsOf(null, 2021, dates.endDate)).toBeNull();
    expect(reportAsOf("annual", null, dates.endDate)).toBeNull();
  });
});
