import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { frameworkJsonSchema } from "./json-schema.ts";
import { parseFramework } from "./parse.ts";

const accepts = new Ajv2020({ strict: false }).compile(frameworkJsonSchema());

const reportedValue = (value: number) => ({ value: { kind: "number", value } });
const document = () => ({
  format: "cadre/framework",
  version: 1,
  project: {
    title: "Paix",
    country: "MALI",
    number: null,
    startDate: "2020-01-15",
    endDate: "2022-07-15",
    agencies: [{ name: "PAM", convening: true, budget: { minor: 100, currency: "USD" } }],
    genderMarker: "GM2",
    riskMarker: null,
    focusArea: "2.3",
  },
  budget: {
    total: { minor: 100, currency: "USD" },
    deliveryRate: 0.2,
    gewe: { allocated: null, spent: null },
    covidAdjustment: null,
    evaluation: null,
  },
  outcomes: [
    {
      code: "1",
      title: "Un",
      rating: "on-track",
      indicators: [
        {
          code: "1.1",
          text: "Nombre",
          baseline: reportedValue(0),
          target: { value: { kind: "tbd", note: "DTM" } },
          milestone: { value: { kind: "none" } },
          actual: { value: { kind: "text", text: "beaucoup" }, raw: "beaucoup" },
        },
      ],
      outputs: [],
    },
  ],
  activities: [
    {
      code: "1.1.1",
      events: [
        { type: "delayed", date: "2020-03", basis: "reported", causes: ["covid-19"], expectedUntil: "2021" },
      ],
    },
  ],
  report: null,
});

describe("the JSON Schema", () => {
  it("accepts what the schema in the code accepts", () => {
    expect(parseFramework(document()).ok).toBe(true);
    expect(accepts(document()), JSON.stringify(accepts.errors)).toBe(true);
  });

  const spoil: [string, (draft: ReturnType<typeof document>) => void][] = [
    ["another format", (draft) => Object.assign(draft, { format: "excel" })],
    ["a missing part", (draft) => Reflect.deleteProperty(draft, "budget")],
    ["an unknown marker", (draft) => Object.assign(draft.project, { genderMarker: "GM9" })],
    ["cents that are no whole number", (draft) => Object.assign(draft.budget.total, { minor: 0.5 })],
    ["a code that is none", (draft) => Object.assign(draft.outcomes[0] ?? {}, { code: "one" })],
    [
      "an unknown kind of value",
      (draft) => Object.assign(draft.outcomes[0]?.indicators[0]?.target ?? {}, { value: { kind: "zero" } }),
    ],
    [
      "an unknown event",
      (draft) => Object.assign(draft.activities[0]?.events[0] ?? {}, { type: "vanished" }),
    ],
  ];
  it.each(spoil)("refuses %s as the code does", (_, change) => {
    const draft = document();
    change(draft);
    expect(parseFramework(draft).ok).toBe(false);
    expect(accepts(draft)).toBe(false);
  });
});
