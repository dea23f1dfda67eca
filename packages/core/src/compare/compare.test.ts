import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line, reportOf, usd } from "../../test/rule-case.ts";
import { indicator, number, outputIndicator, soundDocument } from "../../test/sound-document.ts";
import type { FrameworkDocument } from "../document/index.ts";
import { compareDocuments } from "./compare.ts";
import { likeness } from "./likeness.ts";

/** A document in which every part that a comparison looks at is filled. */
function fullDocument(): FrameworkDocument {
  const document = soundDocument();
  document.budget.lines = [
    line("a", "PAM", 600_000, { gewe: 0.4, committed: usd(10), spent: usd(5), remark: "Ateliers" }),
    line("b", "FAO", 400_000, { gewe: 0.4 }),
  ];
  document.budget.tranches = [
    { number: 1, agency: "PAM", amount: usd(600_000), share: 1, received: "2020-01-01" },
  ];
  document.activities[0] = {
    ...(document.activities[0] ?? { code: "1.1.1", events: [] }),
    title: "Planification",
  };
  document.activities.push({ code: "1.1.2", title: "Formation", events: [] });
  document.schedule = {
    activities: [{ code: "1.1.1", start: "2020-02-01", end: "2020-03-01", indicators: ["1.1.1"] }],
    dependencies: [{ from: "1.1.1", to: "1.1.2", kind: "finish-to-start", lag: 3 }],
  };
  document.axes = [{ name: "sex", kind: "partition", categories: ["female", "male"] }];
  document.periods = [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }];
  Object.assign(outputIndicator(document), {
    unit: "personnes",
    direction: "increase",
    remark: "En retard",
    disaggregation: ["sex"],
    measurement: {
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
    },
    target: {
      ...number(40, "personnes"),
      breakdown: { partition: true, parts: [{ label: "f", value: 40 }] },
    },
  });
  return document;
}

type Leaf = { path: (string | number)[]; value: string | number | boolean };

/** What does not count: how something was written, where it was, what a reader concluded, what names the two sides. */
const IGNORED =
  /^(?:format|version)$|^budget\/lines\/\d+\/id$|^report\/(?:lines|claims|language|type|year|asOf)|\/(?:raw|limit|basis|evidence)(?:\/|$)|narratives\/\d+\/topic|\/reason$/;

function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (IGNORED.test(path.join("/"))) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [{ path, value }]
    : [];
}

function withLeaf(document: FrameworkDocument, { path, value }: Leaf): FrameworkDocument {
  const copy = structuredClone(document);
  let node = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (typeof value === "boolean") node[last] = !value;
  else if (typeof value === "number") node[last] = value + 1;
  else node[last] = otherText(value);
  return copy;
}

/** Another word of the same kind, so that what is computed of it can still be. */
function otherText(text: string): string {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  if (text === "USD") return "EUR";
  if (text === "started") return "cancelled";
  if (text === "delayed") return "suspended";
  if (text === "covid-19") return "season";
  return `${text}x`;
}

describe("a comparison", () => {
  it("of a document with itself, or with a copy, finds nothing", () => {
    for (const make of [soundDocument, fullDocument]) {
      const { changes, renumbered, findings } = compareDocuments(make(), structuredClone(make()));
      expect({ changes, renumbered, findings }).toEqual({
        changes: [],
        renumbered: [],
        findings: { gained: [], lost: [] },
      });
    }
  });

  it("finds whatever is stated otherwise, wherever it is", () => {
    const document = fullDocument();
    const leaves = leavesOf(document);
    expect(leaves.length).toBeGreaterThan(100);
    const missed = leaves.filter((leaf) => {
      return compareDocuments(document, withLeaf(document, leaf), { rules: [] }).changes.length === 0;
    });
    expect(missed.map(({ path }) => path.join("/"))).toEqual([]);
  });

  it("read backwards says the same the other way round", () => {
    const document = fullDocument();
    const leaves = leavesOf(document);
    fc.assert(
      fc.property(fc.array(fc.nat(leaves.length - 1), { maxLength: 6 }), (indices) => {
        const other = indices.reduce((each, index) => {
          const leaf = leaves[index];
          return leaf === undefined ? each : withLeaf(each, leaf);
        }, document);
        const there = compareDocuments(document, other, { rules: [] });
        const back = compareDocuments(other, document, { rules: [] });
        const turned = back.changes.map(({ before, after, difference, ...rest }) => ({
          ...rest,
          before: after,
          after: before,
          ...(difference !== undefined && { difference: difference === 0 ? 0 : -difference }),
        }));
        const sorted = (changes: { path: string }[]) =>
          [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));
        expect(sorted(turned)).toEqual(sorted(there.changes));
        expect(back.before).toEqual(there.after);
      }),
      { numRuns: 100 },
    );
  });

  it("ignores how a cell was written and where it was", () => {
    const other = fullDocument();
    outputIndicator(other).target.raw = "40  personnes";
    reportOf(other).lines = { "budget/total": 99 };
    expect(compareDocuments(fullDocument(), other).changes).toEqual([]);
  });

  it("reports values, targets, states, money and texts with their differences", () => {
    const after = fullDocument();
    Object.assign(outputIndicator(after), { actual: number(35), remark: "En avance sur le plan" });
    outputIndicator(after).target = number(50.1);
    after.budget.gewe.spent = usd(150_000.5);
    after.activities[0]?.events.push({ type: "resumed", date: "2020-09", basis: "reported" });
    const { changes } = compareDocuments(fullDocument(), after);
    const at = (path: string) => changes.find((change) => change.path === path);
    expect(at("indicators/1.1.1/actual")).toEqual({
      area: "values",
      path: "indicators/1.1.1/actual",
      before: { kind: "number", value: 20 },
      after: { kind: "number", value: 35 },
      difference: 15,
    });
    expect(at("indicators/1.1.1/target")).toMatchObject({ area: "targets", difference: 10.1 });
    expect(at("budget/gewe/spent")).toMatchObject({
      area: "money",
      before: { amount: 100_000, currency: "USD" },
      after: { amount: 150_000.5, currency: "USD" },
      difference: 50_000.5,
    });
    expect(at("activities/1.1.1/state")).toMatchObject({
      area: "states",
      before: "delayed",
      after: "in-progress",
    });
    expect(at("indicators/1.1.1/remark")).toMatchObject({ area: "text", likeness: 2 / 7 });
  });

  it("gives no difference between units, currencies, or of what is no number", () => {
    const [before, after] = [fullDocument(), fullDocument()];
    outputIndicator(before).actual = number(20, "%");
    outputIndicator(before).milestone = { value: { kind: "tbd" } };
    after.budget.evaluation = { minor: 6_000_000, currency: "EUR" };
    for (const change of compareDocuments(before, after).changes) expect(change.difference).toBeUndefined();
  });

  it("distinguishes unknown, nothing, zero and to be determined", () => {
    const kinds = [number(0), { value: { kind: "none" as const } }, { value: { kind: "tbd" as const } }];
    for (const one of kinds)
      for (const other of kinds) {
        const [before, after] = [soundDocument(), soundDocument()];
        outputIndicator(before).actual = one;
        outputIndicator(after).actual = other;
        const { changes } = compareDocuments(before, after, { rules: [] });
        expect(changes).toHaveLength(one === other ? 0 : 1);
      }
  });

  it("reports additions and removals as one change, and hints at a new number, without matching by it", () => {
    const [before, after] = [soundDocument(), soundDocument()];
    const put = (document: FrameworkDocument, code: string, text: string) =>
      document.outcomes[0]?.outputs[0]?.indicators.push(indicator(code, { text }));
    put(before, "1.1.2", "Nombre de clubs DIMITRA fonctionnels mis en place");
    put(after, "1.1.3", "Nombre de clubs Dimitra fonctionnels mis en place.");
    put(after, "1.1.4", "Nombre de puits");
    const { changes, renumbered } = compareDocuments(before, after, { rules: [] });
    expect(changes).toEqual([
      {
        area: "plan",
        path: "indicators/1.1.3",
        before: null,
        after: "Nombre de clubs Dimitra fonctionnels mis en place.",
      },
      { area: "plan", path: "indicators/1.1.4", before: null, after: "Nombre de puits" },
      {
        area: "plan",
        path: "indicators/1.1.2",
        before: "Nombre de clubs DIMITRA fonctionnels mis en place",
        after: null,
      },
    ]);
    expect(renumbered).toEqual([{ kind: "indicators", from: "1.1.2", to: "1.1.3", likeness: 1 }]);
  });

  it("hides nothing behind a code that occurs twice", () => {
    const [before, after] = [soundDocument(), soundDocument()];
    for (const document of [before, after])
      document.outcomes[0]?.outputs[0]?.indicators.push(indicator("1.1.1", { text: "Puits" }));
    const second = after.outcomes[0]?.outputs[0]?.indicators[1];
    if (second !== undefined) second.actual = number(21);
    expect(compareDocuments(before, after, { rules: [] }).changes).toMatchObject([
      { path: "indicators/1.1.1#2/actual", difference: 1 },
    ]);
  });

  it("reports findings gained and lost", () => {
    const [before, after] = [soundDocument(), soundDocument()];
    before.project.number = null;
    outputIndicator(after).actual = number(9.5);
    const { findings } = compareDocuments(before, after);
    expect(findings.gained.map(({ code }) => code)).toEqual(["count-not-whole"]);
    expect(findings.lost.map(({ code }) => code)).toEqual(["project-field-missing"]);
  });
});

describe("likeness", () => {
  it("is between 0 and 1, is 1 for the same words, and does not mind the order of the two", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const alike = likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(alike);
        expect(likeness(a, a)).toBe(1);
      }),
    );
    expect(likeness("Formés à Ségou", "formes a segou !")).toBe(1);
    expect(likeness("un deux", "deux trois")).toBe(0.5);
  });
});
