import { describe, expect, it } from "vitest";
import { indicator, number, soundDocument } from "../../test/sound-document.ts";
import type { FrameworkDocument, Indicator, ReportedValue } from "../document/index.ts";
import { compareDocuments } from "./compare.ts";
import { compareWithPlan } from "./plan.ts";

const tbd: ReportedValue = { value: { kind: "tbd" }, raw: "TBD" };
const make = (code: string, text: string, rest: Partial<Indicator> = {}): Indicator => ({
  ...indicator(code),
  text,
  baseline: number(0),
  target: number(10),
  actual: number(5),
  ...rest,
});
const documentOf = (...indicators: Indicator[]): FrameworkDocument => {
  const document = soundDocument();
  document.outcomes = [
    {
      code: "1",
      title: "Peace",
      rating: null,
      indicators: [],
      outputs: [{ code: "1.1", title: "Clubs", indicators }],
    },
  ];
  return document;
};
const differences = (plan: Indicator[], report: Indicator[]) =>
  compareWithPlan(documentOf(...plan), documentOf(...report));

const OFFICERS = "Number of land officers trained in mediation";
const CLUBS = "Number of clubs that meet each month";

describe("a report against its project document", () => {
  it("has no differences where it says the same", () => {
    const plan = [make("1.1.1", OFFICERS, { writtenCode: "1.1.1", milestones: [] })];
    expect(differences(plan, [make("1.1.1", `${OFFICERS}.`)])).toEqual([]);
  });

  it.each([
    ["raised", number(12), "target-raised"],
    ["lowered", number(8), "target-lowered"],
    ["other words", { value: { kind: "text", text: "Yes" }, raw: "Yes" } as ReportedValue, "target-changed"],
  ])("reports a target that was %s", (_, target, kind) => {
    expect(differences([make("1.1.1", OFFICERS)], [make("1.1.1", OFFICERS, { target })])).toMatchObject([
      { kind, code: "1.1.1", revised: false },
    ]);
  });

  it("reports where the report states that a change was approved", () => {
    const report = make("1.1.1", OFFICERS, {
      target: number(12),
      remark: "Target revised, approved by PBSO",
    });
    expect(differences([make("1.1.1", OFFICERS)], [report])).toMatchObject([{ revised: true }]);
  });

  it("reports a changed baseline; one that was to be determined may be set", () => {
    const changed = make("1.1.1", OFFICERS, { baseline: number(3) });
    expect(differences([make("1.1.1", OFFICERS)], [changed])).toMatchObject([{ kind: "baseline-changed" }]);
    expect(differences([make("1.1.1", OFFICERS, { baseline: tbd })], [changed])).toEqual([]);
    expect(
      differences([make("1.1.1", OFFICERS)], [make("1.1.1", OFFICERS, { baseline: tbd })]),
    ).toMatchObject([{ kind: "baseline-changed" }]);
  });

  it("reports what was dropped and added", () => {
    expect(differences([make("1.1.1", OFFICERS)], [make("1.1.2", CLUBS)])).toMatchObject([
      { kind: "indicator-dropped", code: "1.1.1" },
      { kind: "indicator-added", code: "1.1.2" },
    ]);
  });

  it("reports exchanged codes, and no rewording", () => {
    const plan = [make("1.1.1", OFFICERS), make("1.1.2", CLUBS)];
    const report = [make("1.1.1", CLUBS), make("1.1.2", OFFICERS)];
    expect(differences(plan, report)).toEqual([
      { kind: "indicator-renumbered", fromCode: "1.1.1", toCode: "1.1.2", text: OFFICERS },
      { kind: "indicator-renumbered", fromCode: "1.1.2", toCode: "1.1.1", text: CLUBS },
    ]);
  });

  it("reports a rewording by code, and knows one under another code by its text", () => {
    const reworded = "Number of land officers who were trained to mediate";
    expect(differences([make("1.1.1", OFFICERS)], [make("1.1.1", reworded)])).toMatchObject([
      { kind: "indicator-reworded", from: OFFICERS, to: reworded },
    ]);
    const nearly = "Number of land officers trained in mediation skills";
    expect(differences([make("1.1.1", OFFICERS)], [make("1.1.3", nearly)]).map(({ kind }) => kind)).toEqual([
      "indicator-renumbered",
      "indicator-reworded",
    ]);
  });

  it("reports disaggregation that is not reported, of what has a value", () => {
    const plan = [make("1.1.1", OFFICERS, { disaggregation: ["sex", "age"] })];
    const actual = (raw: string): Indicator[] => [make("1.1.1", OFFICERS, { actual: { ...number(5), raw } })];
    expect(differences(plan, actual("5"))).toMatchObject([
      { kind: "disaggregation-not-reported", promisedAxes: ["sex", "age"], reportedAxes: [] },
    ]);
    expect(differences(plan, actual("5 (3 women, 2 men)"))).toMatchObject([{ reportedAxes: ["sex"] }]);
    expect(differences(plan, actual("5 (3 femmes, 2 hommes, dont 4 jeunes)"))).toEqual([]);
    expect(
      differences(plan, [make("1.1.1", OFFICERS, { actual: { value: { kind: "none" }, raw: "" } })]),
    ).toEqual([]);
  });
});

it("a comparison of a project document with a report holds what the report changed of the plan, not what reports add", () => {
  const plan = { ...documentOf(make("1.1.1", OFFICERS)), report: null };
  plan.projectDocument = {
    language: "en",
    modality: "PRF",
    durationMonths: 24,
    geography: null,
    organizationTypes: {},
    partners: [],
    windows: [],
    submission: "new",
    geweShare: null,
    answers: {},
    lines: {},
  };
  const compared = compareDocuments(plan, documentOf(make("1.1.1", OFFICERS, { target: number(8) })));
  expect(compared.plan).toMatchObject([{ kind: "target-lowered" }]);
  expect(compared.changes).toEqual([]);
});
