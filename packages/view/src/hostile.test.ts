import { type FrameworkDocument, type Indicator, parseFramework } from "@cadre/core";
import { check } from "@cadre/core/checks";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { large, mali } from "../test/documents.ts";
import {
  activityGantt,
  activityTable,
  boundsChart,
  breakdownChart,
  budgetChart,
  dashboardHtml,
  dashboardModel,
  findingTable,
  indicatorTable,
  machineDiagram,
  progressChart,
  pyramidChart,
  type View,
} from "./index.ts";

/** Words that would break out of text, attributes, styles, scripts and SVG, if anything were put in as it is. */
const HOSTILE = `"'><img src=x onerror=boom()><script>boom()</script></title></style></svg><svg onload=boom()>&lt;{{7*7}}\u0000\u202e`;

/** Every text of a document made hostile; what is a code, a date, a choice or a key stays. */
function hostile(document: FrameworkDocument): FrameworkDocument {
  const indicator = (each: Indicator): Indicator => ({
    ...each,
    text: HOSTILE,
    unit: HOSTILE,
    remark: HOSTILE,
    target: {
      value: { kind: "number", value: 3, unit: HOSTILE },
      breakdown: {
        partition: true,
        parts: [
          { label: HOSTILE, value: 2 },
          { label: "b", value: 2 },
        ],
      },
    },
    actual: { value: { kind: "text", text: HOSTILE } },
    milestone: { value: { kind: "tbd", note: HOSTILE } },
  });
  return {
    ...document,
    project: {
      ...document.project,
      title: HOSTILE,
      country: HOSTILE,
      number: HOSTILE,
      agencies: [{ name: HOSTILE, convening: true, budget: { minor: 100, currency: "USD" } }],
      focusArea: HOSTILE,
    },
    budget: {
      ...document.budget,
      lines: (document.budget.lines ?? []).map((line) => ({
        ...line,
        agency: HOSTILE,
        id: HOSTILE,
        remark: HOSTILE,
      })),
    },
    outcomes: document.outcomes.map((outcome) => ({
      ...outcome,
      title: HOSTILE,
      indicators: outcome.indicators.map(indicator),
      outputs: outcome.outputs.map((output) => ({
        ...output,
        title: HOSTILE,
        indicators: output.indicators.map(indicator),
      })),
    })),
    activities: document.activities.map((activity) => ({
      ...activity,
      title: HOSTILE,
      events: activity.events.map((event) => ({
        ...event,
        reason: HOSTILE,
        evidence: [{ where: { path: HOSTILE }, quote: HOSTILE }],
      })),
    })),
  };
}

const document = hostile({ ...large(40, 12), report: mali().report });
const language = "fr";
const cells = [HOSTILE, "5-9"].map((age) => ({
  at: { age, sex: HOSTILE },
  value: 2,
  reason: null,
  bounds: null,
}));

const VIEWS: Record<string, () => View> = {
  "the table of indicators": () => indicatorTable(document, { language }),
  "the table of activities": () => activityTable(document, { language }),
  "the table of findings": () =>
    findingTable(
      [
        ...check(document),
        {
          code: HOSTILE,
          severity: "error",
          where: { path: HOSTILE },
          message: { en: HOSTILE, fr: HOSTILE },
          found: HOSTILE,
          expected: HOSTILE,
        },
      ],
      { language },
    ),
  "the Gantt chart": () => activityGantt(document, { language }),
  "the budget by agency": () => budgetChart(document, "agency", { language }),
  "the budget by output": () => budgetChart(document, "output", { language }),
  "progress against time": () =>
    progressChart(
      {
        name: HOSTILE,
        start: "2020-01-01",
        end: "2021-01-01",
        baseline: { kind: "text", text: HOSTILE },
        target: { kind: "tbd", note: HOSTILE },
        points: [],
      },
      { language },
    ),
  "a breakdown": () =>
    breakdownChart(
      [
        {
          label: HOSTILE,
          total: 4,
          partition: false,
          parts: [{ label: HOSTILE, value: null, reason: HOSTILE }],
        },
      ],
      {
        language,
        name: HOSTILE,
        axis: HOSTILE,
      },
    ),
  "a pyramid": () => pyramidChart(cells, { language, name: HOSTILE }),
  bounds: () =>
    boundsChart([{ label: HOSTILE, value: null, bounds: { low: 1, high: null } }], {
      language,
      name: HOSTILE,
    }),
  "a state diagram": () => machineDiagram(document.activities[0]?.events ?? [], { language, name: HOSTILE }),
};

/** Elements and attributes that only markup out of the document could have brought. */
function faults(markup: string, programs: number): string[] {
  const page = parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;
  const found: string[] = [];
  for (const element of page.querySelectorAll("*")) {
    if (element.localName === "img" || element.localName === "iframe") found.push(element.outerHTML);
    for (const { name } of element.attributes)
      if (name.startsWith("on")) found.push(`${element.localName} ${name}`);
  }
  const scripts = page.querySelectorAll("script").length;
  if (scripts !== programs) found.push(`${scripts} scripts`);
  return found;
}

describe("hostile texts", () => {
  it("are in a document that can be read", () => {
    expect(parseFramework(document).ok).toBe(true);
  });

  it.each(Object.entries(VIEWS))("do nothing in %s", (_, make) => {
    const view = make();
    expect(faults(view.html, 0)).toEqual([]);
    expect(view.html).toContain("onerror=boom()&gt;".slice(0, 14));
    // What a file of SVG holds is XML: no `<` or bare `&` in an attribute, no control characters.
    if (view.svg !== null) {
      expect(view.svg).not.toMatch(/="[^"]*<[^"]*"/);
      expect(view.svg).not.toMatch(/&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/i);
      expect(view.svg).not.toContain("\u0000");
    }
  });

  it("do nothing in the dashboard, opened or not", () => {
    const page = dashboardHtml(dashboardModel(document), {
      language,
      dataUrl: `/x"><script>boom()</script>`,
    });
    expect(faults(page, 2)).toEqual([]);
    expect(faults(dashboardHtml(dashboardModel(document), { language }), 2)).toEqual([]);
  });
});
