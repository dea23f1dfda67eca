import { readFileSync } from "node:fs";
import {
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  parseFramework,
  type Value,
} from "@cadre/core";
import { sampleDocument } from "@cadre/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iatiReader } from "../port.ts";
import { type IatiActivity, openIati } from "../read.ts";
import { writeIati } from "../write.ts";
import { validateIati } from "../xsd.ts";
import { countryCode, countryName } from "./country.ts";
import { activityOf, documentOf } from "./index.ts";

const MALI = new URL("../../../../../examples/mali-2020/framework.json", import.meta.url);
const mali = (): FrameworkDocument => {
  const parsed = parseFramework(JSON.parse(readFileSync(MALI, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
async function xmlOf(activity: IatiActivity): Promise<Uint8Array> {
  let text = "";
  for await (const piece of writeIati([activity])) text += piece;
  return new TextEncoder().encode(text);
}
/** What IATI carries of an indicator: everything but units (per cent is the whole indicator's) and values per something. */
const carried = ({ code, text, baseline, target, milestone, actual, remark }: Indicator) => ({
  code,
  text,
  values: [baseline, target, milestone, actual].map(({ value, breakdown }) => [
    value.kind === "number" ? { kind: "number", value: value.value } : value,
    breakdown === undefined || breakdown.parts.length === 0
      ? null
      : { partition: breakdown.partition, parts: breakdown.parts },
  ]),
  remark,
});
const shape = (document: FrameworkDocument) =>
  document.outcomes.map(({ code, title, indicators, outputs }) => ({
    code,
    title,
    indicators: indicators.map(carried),
    outputs: outputs.map((output) => ({ ...output, indicators: output.indicators.map(carried) })),
  }));

describe("Mali in IATI", () => {
  it("validates against the official schema, and gives the same project and values back", async () => {
    const document = mali();
    const { activity, findings } = activityOf(document);
    const bytes = await xmlOf(activity);
    expect(await validateIati(bytes)).toEqual([]);
    const back = await iatiReader.read(bytes);
    if (!back.ok) throw new Error(JSON.stringify(back.problems));
    expect(back.findings).toEqual([]);
    expect(back.value.project).toEqual(document.project);
    expect(back.value.budget.total).toEqual(document.budget.total);
    expect(shape(back.value)).toEqual(shape(document));
    expect(indicatorsOf(back.value)).toHaveLength(40);
    expect(findings.map(({ where }) => where.path)).toEqual(
      expect.arrayContaining(["reporting-org", "budget/gewe/allocated", "budget/deliveryRate", "activities"]),
    );
  });

  it("carries the gender marker to the OECD's and the fund's own vocabulary", () => {
    expect(activityOf(mali()).activity["policy-marker"]).toEqual([
      { vocabulary: "1", code: "1", significance: "1" },
      { vocabulary: "99", "vocabulary-uri": "urn:cadre:pbf-gender-marker", code: "GM2" },
      { vocabulary: "99", "vocabulary-uri": "urn:cadre:pbf-risk-marker", code: "medium" },
    ]);
  });
});

describe("a report's day", () => {
  it("parts what was reached and should be by then from what should be by the end", () => {
    const document = sampleDocument();
    const indicator = document.outcomes[0]?.outputs[0]?.indicators[0];
    if (indicator === undefined) throw new Error("no indicator");
    indicator.milestone = { value: { kind: "number", value: 15 } };
    document.report = {
      type: "annual",
      year: 2020,
      language: "en",
      asOf: "2020-11-15",
      narratives: [],
      covidCategories: {},
      answers: {},
      claims: [],
      lines: {},
    };
    const { activity } = activityOf(document);
    const periods = activity.result?.[1]?.indicator?.[0]?.period;
    expect(
      periods?.map((period) => [
        period["period-end"]?.["iso-date"],
        period.target?.[0]?.value,
        period.actual?.[0]?.value,
      ]),
    ).toEqual([
      ["2020-11-15", "15", "30"],
      ["2022-07-15", "40", undefined],
    ]);
    expect(shape(documentOf(activity).document)).toEqual(shape(document));
  });
});

describe("values", () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((each) => ({ kind: "number" as const, value: each === 0 ? 0 : each })),
    fc.constant({ kind: "none" as const }),
    fc.constant({ kind: "tbd" as const }),
    fc.constantFrom("DTM", "a survey: in May").map((note) => ({ kind: "tbd" as const, note })),
    fc
      .constantFrom("600 people; 15 agents", "see annex", "0,5 ou plus")
      .map((text) => ({ kind: "text" as const, text })),
  );
  const parts = fc.option(
    fc.record({
      partition: fc.boolean(),
      parts: fc.array(fc.record({ label: fc.constantFrom("women", "men", "18-35"), value: fc.integer() }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { nil: undefined },
  );
  const reported = fc
    .record({ value, breakdown: parts })
    .map(({ value: some, breakdown }) =>
      breakdown === undefined ? { value: some } : { value: some, breakdown },
    );

  it("stay what they are: zero, nothing, to be determined and text, with their parts", () =>
    fc.assert(
      fc.asyncProperty(reported, reported, reported, async (baseline, target, actual) => {
        const document = sampleDocument();
        const indicator = document.outcomes[0]?.outputs[0]?.indicators[0];
        if (indicator === undefined) throw new Error("no indicator");
        Object.assign(indicator, { baseline, target, actual });
        const bytes = await xmlOf(activityOf(document).activity);
        const back = await iatiReader.read(bytes);
        if (!back.ok) throw new Error(JSON.stringify(back.problems));
        expect(shape(back.value)).toEqual(shape(document));
      }),
      { numRuns: 200 },
    ));

  it("without the project's dates have no period, and that is reported", () => {
    const document = { ...sampleDocument() };
    document.project = { ...document.project, startDate: null };
    const { activity, findings } = activityOf(document);
    expect(
      activity.result?.every(({ indicator = [] }) => indicator.every(({ period }) => period === undefined)),
    ).toBe(true);
    expect(findings.filter(({ message }) => message.en.includes("first and last day"))).toHaveLength(4);
  });
});

describe("an activity of somebody else's", () => {
  const foreign = async (inner: string) => {
    const xml = `<iati-activities version="2.03"><iati-activity default-currency="EUR"><iati-identifier>A-1</iati-identifier>${inner}</iati-activity></iati-activities>`;
    const opened = await openIati(
      (async function* () {
        yield xml;
      })(),
    );
    if (!opened.ok) throw new Error("refused");
    for await (const item of opened.value.activities) if (item.ok) return item.value.activity;
    throw new Error("no activity");
  };
  const RESULT = `<result type="2" aggregation-status="1"><title><narrative>Outcome</narrative></title><indicator measure="1"><title><narrative>People</narrative></title>
    <period><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><target value="5"/><actual value="4"><document-link url="http://example.org/a" format="text/html"><title><narrative>A</narrative></title><category code="A01"/></document-link></actual></period>
    <period><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><target value="9"/><actual value="7"><dimension name="sex" value="f"/></actual><actual value="12"/></period></indicator></result>`;

  it("shows what its periods add up to, and is written back to the letter where nothing was changed", async () => {
    const activity = await foreign(
      `<title><narrative>T</narrative></title>${RESULT}<result type="9"><title><narrative>Other</narrative></title></result>`,
    );
    const { document, findings } = documentOf(activity);
    expect(shape(document)[0]?.indicators[0]).toMatchObject({
      code: "1.1",
      values: [
        [{ kind: "none" }, null],
        [{ kind: "number", value: 14 }, null],
        [{ kind: "none" }, null],
        [{ kind: "number", value: 16 }, null],
      ],
    });
    expect(findings).toMatchObject([
      { where: { path: "indicators/1.1/actual" }, found: 1 },
      { where: { path: "indicators/1.1" }, found: "sum" },
      { where: { path: "results/2" }, found: "9" },
    ]);
    expect(activityOf(document).activity).toEqual(activity);
    expect(activityOf(JSON.parse(JSON.stringify(document))).activity).toEqual(activity);
  });

  it("keeps what was not changed when something was", async () => {
    const activity = await foreign(
      `<title><narrative>T</narrative></title><contact-info><email>a@example.org</email></contact-info>${RESULT}`,
    );
    const { document } = documentOf(activity);
    document.project.title = "A new title";
    const titled = activityOf(document);
    expect(titled.activity.title?.narrative).toEqual([{ text: "A new title" }]);
    expect(titled.activity["contact-info"]).toEqual(activity["contact-info"]);
    expect(titled.activity.result).toEqual(activity.result);
    const [indicator] = document.outcomes[0]?.indicators ?? [];
    if (indicator !== undefined) indicator.text = "Persons";
    const renamed = activityOf(document).activity.result?.[0];
    expect(renamed?.indicator?.[0]?.title).toEqual({ narrative: [{ text: "Persons" }] });
    expect(renamed?.indicator?.[0]?.period).toEqual(activity.result?.[0]?.indicator?.[0]?.period);
  });

  it.each([
    ["iati-no-activity", "<iati-activities version='2.03'/>"],
    [
      "iati-several-activities",
      `<iati-activities version="2.03">${"<iati-activity><iati-identifier>A</iati-identifier></iati-activity>".repeat(7)}</iati-activities>`,
    ],
  ])("is one: %s", async (code, xml) => {
    expect(await iatiReader.read(new TextEncoder().encode(xml))).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });
});

describe("an amount", () => {
  it.each([
    ["1000000", "XOF", { minor: 1_000_000, currency: "XOF" }],
    ["-1072749.170", "USD", { minor: -107_274_917, currency: "USD" }],
    ["12.5", "XOF", null],
    ["1,000", "USD", null],
    ["1000", "ABC", null],
  ])(
    "of %s %s is exact in its currency's smallest unit, or none with a finding",
    (text, currency, expected) => {
      const { document, findings } = documentOf({ budget: [{ value: { currency, text } }] });
      expect(document.budget.total).toEqual(expected);
      expect(
        findings.filter(({ code }) => code === "iati-amount-unreadable").map(({ found }) => found),
      ).toEqual(expected === null ? [`${text} ${currency}`] : []);
    },
  );
});

describe("countries", () => {
  it("are known by their names in both languages, and by their codes", () => {
    expect(["MALI", "Côte d’Ivoire", "Ivory Coast", "Niger", "BF", "Atlantis"].map(countryCode)).toEqual([
      "ML",
      "CI",
      null,
      "NE",
      "BF",
      null,
    ]);
    expect(countryName("ML")).toBe("Mali");
    expect(countryName("nonsense")).toBe("nonsense");
  });
});
