import { type ActivityEvent, FrameworkDocument, type Value } from "@cadre/core";
import {
  indicatorResults,
  measurementOf,
  resultRecord,
  rowFindings,
  withObservations,
} from "@cadre/core/aggregate";
import { addObservations, createTable, type Observation } from "@cadre/core/observations";
import { inspect, ProjectResult } from "@cadre/core/results";
import { memoryStore } from "@cadre/engine";
import { createServer, makeKey } from "@cadre/server";
import { sampleDocument } from "@cadre/testkit";
import type { DashboardModel } from "@cadre/view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cadre, withFile } from "../test/terminal.ts";
import { findingJson } from "./commands/json.ts";

const office = makeKey({ id: "office", role: "pbso", agency: null, projects: "all" });
const lead = makeKey({ id: "lead", role: "convening-agency", agency: "Agency A", projects: "all" });
const REPORT_DAY = "2021-11-15";

function api() {
  const { app } = createServer({
    ...{ events: memoryStore(), documents: memoryStore(), keys: [office.key, lead.key], log: () => {} },
    rate: { burst: 1e6, perSecond: 1e6 },
    engine: { clock: () => new Date("2021-11-20T12:00:00Z") },
  });
  return async (method: string, path: string, body?: unknown, { secret } = lead) => {
    const answer = await app.request(`/v1/projects/p1/${path}`, {
      method,
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}

const number = fc.integer({ min: 0, max: 100 });
const value: fc.Arbitrary<Value> = fc.oneof(
  number.map((each): Value => ({ kind: "number", value: each })),
  fc
    .tuple(number, number)
    .map(([low, more]): Value => ({ kind: "number", value: null, low, high: low + more })),
  number.map((each): Value => ({ kind: "number", value: each, qualifier: "at-least", low: each })),
  fc.constantFrom<Value>({ kind: "tbd" }, { kind: "none" }, { kind: "text", text: "ongoing" }),
);
const world = fc.record({
  values: fc.array(fc.record({ baseline: value, target: value, milestone: value, actual: value }), {
    minLength: 12,
    maxLength: 12,
  }),
  rows: fc.array(
    fc.record({
      indicator: fc.nat({ max: 11 }),
      sex: fc.constantFrom(undefined, "female", "male"),
      value: number,
      source: fc.constantFrom("a", "b"),
    }),
    { maxLength: 12 },
  ),
  history: fc.array(
    fc.record({
      activity: fc.nat({ max: 3 }),
      type: fc.constantFrom("start", "delay", "suspend", "resume", "complete", "cancel"),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 8 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const EVENTS = {
  start: "started",
  delay: "delayed",
  suspend: "suspended",
  resume: "resumed",
  complete: "completed",
  cancel: "cancelled",
} as const;

function documentOf({ values }: World): FrameworkDocument {
  const sample = sampleDocument();
  let index = 0;
  for (const { indicators, outputs } of sample.outcomes)
    for (const indicator of [...indicators, ...outputs.flatMap((output) => output.indicators)]) {
      const reported = values[index++ % values.length];
      if (reported === undefined) continue;
      indicator.baseline = { value: reported.baseline };
      indicator.target = { value: reported.target };
      indicator.milestone = { value: reported.milestone };
      indicator.actual = { value: reported.actual };
    }
  return FrameworkDocument.parse({
    ...sample,
    axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
    periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
    activities: ["1.1.1", "1.1.2", "2.1.1", "2.1.2"].map((code) => ({ code, events: [] })),
    report: {
      ...{ type: "annual", year: 2021, language: "en", asOf: REPORT_DAY, narratives: [] },
      ...{ covidCategories: {}, answers: {}, claims: [], lines: {} },
    },
  });
}

async function check(world: World): Promise<void> {
  const document = documentOf(world);
  const ask = api();
  expect((await ask("PUT", "framework", document)).status).toBe(200);
  const { title, endDate } = document.project;
  const plan = {
    ...{ title, endDate, agencies: [{ name: "Agency A", convening: true }], genderMarker: null, lines: [] },
    activities: document.activities.map(({ code }) => ({ code, title: null, agencies: ["Agency A"] })),
    schedule: { activities: [], dependencies: [] },
  };
  expect((await ask("POST", "commands", { type: "project.open", plan }, office)).status).toBe(200);

  // The expected state is put together here, from the answers to the commands alone.
  for (const [index, { activity, type, day }] of world.history.entries()) {
    const target = document.activities[activity];
    if (target === undefined) continue;
    const effective = `2021-${String(index + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const causes = type === "delay" || type === "suspend" ? { causes: ["funding"] as const } : {};
    const command = {
      type: `activity.${type}`,
      activity: target.code,
      effective,
      ...causes,
    };
    const { status } = await ask("POST", "commands", command);
    expect([200, 403, 422]).toContain(status);
    const event = { type: EVENTS[type], date: effective, basis: "reported", ...causes } as ActivityEvent;
    if (status === 200) target.events.push(event);
  }
  const codes = document.outcomes.flatMap(({ indicators, outputs }) =>
    [...indicators, ...outputs.flatMap((output) => output.indicators)].map(({ code }) => code),
  );
  const rows = world.rows.map(({ indicator, sex, value: reported, source }) => ({
    indicator: codes[indicator % codes.length] ?? "",
    ...{ period: "2020", value: reported, source, recordedAt: "2021-01-10" },
    ...(sex !== undefined && { categories: { sex } }),
  }));
  const table = createTable(measurementOf(document));
  if (rows.length > 0) {
    const { status, body } = await ask("POST", "observations", rows);
    expect(status).toBe(200);
    // Rows that are refused are not the service's: lines are counted without them.
    const refused = new Set((body as { rejected: { row: number }[] }).rejected.map(({ row }) => row));
    addObservations(table, rows.filter((_, index) => !refused.has(index)) as Observation[]);
  }
  const current = withObservations(document, table).document;

  // Over HTTP and on the dashboard, what is odd about the rows is among the findings; the command line is given the document alone.
  const readerFindings = rowFindings(measurementOf(document), table, { on: REPORT_DAY });
  const library = JSON.parse(JSON.stringify(inspect(current, { readerFindings })));
  expect(ProjectResult.parse(library)).toEqual(library);
  expect((await ask("GET", "inspection")).body).toEqual(library);
  expect((await ask("GET", "findings")).body).toEqual(library.findings);

  const printed = await withFile("project.json", JSON.stringify(current), (path) =>
    cadre("inspect", path, "--json"),
  );
  const findings = inspect(current).findings.map((finding) => findingJson(finding, "en"));
  expect(JSON.parse(printed.out)).toEqual({ ...library, findings });

  const model = (await ask("GET", "dashboard/data")).body as DashboardModel;
  expect(model.asOf).toBe(REPORT_DAY);
  expect(model.findings.map(({ code, message }) => [code, message])).toEqual(
    library.findings.map(({ code, message }: DashboardModel["findings"][number]) => [code, message]),
  );
  for (const [index, indicator] of inspect(current).indicators.entries())
    expect(model.indicators[index]).toMatchObject({
      ...{ code: indicator.code, unit: indicator.unit, level: indicator.level },
      ...{ baseline: indicator.baseline, target: indicator.target, actual: indicator.actual },
      ...{ percentOfTarget: indicator.percentOfTarget, progress: indicator.progress },
      ...{ reason: indicator.undefinedBecause, status: indicator.status, against: indicator.against },
      statusReason: indicator.statusUndefinedBecause,
    });
  for (const [index, activity] of inspect(current).activities.entries()) {
    const { code, state, causes, events } = activity;
    expect(model.activities[index]).toMatchObject({ code, state, causes });
    expect(model.activities[index]?.history.map(({ type, date }) => ({ type, date }))).toEqual(events);
  }
  const { deliveryRate, gewe, marker } = library.budget;
  expect(model.budget).toMatchObject({
    ...{ deliveryRate, share: gewe.share, burn: gewe.burn, spentShare: gewe.spentShare },
    marker: { declared: marker.declared, computed: marker.computed, agrees: marker.agrees },
  });
  expect(model.elapsed).toBe(library.budget.elapsedShare);

  const framework = measurementOf(document);
  const records = indicatorResults(framework, table, { by: ["sex"] }).map(resultRecord);
  expect((await ask("GET", "results?by=sex")).body).toEqual(JSON.parse(JSON.stringify(records)));
}

describe("one result of a project", () => {
  it("is the same in the library, on the command line, over HTTP and on the dashboard", async () => {
    const numRuns = process.env.CADRE_FULL === "1" ? 500 : 25;
    await fc.assert(fc.asyncProperty(world, check), { numRuns });
  }, 600_000);

  it("names odd rows, with their lines: 7 women of 5, reported first and third", async () => {
    const ask = api();
    const document = documentOf({ values: [], rows: [], history: [] });
    expect((await ask("PUT", "framework", document)).status).toBe(200);
    const code = document.outcomes[0]?.outputs[0]?.indicators[0]?.code ?? "";
    const row = { indicator: code, period: "2020", source: "a", recordedAt: "2021-01-10" };
    const rows = [
      { ...row, value: 5 },
      { ...row, source: "b", value: 3 },
      { ...row, value: 7, categories: { sex: "female" } },
    ];
    expect((await ask("POST", "observations", rows)).status).toBe(200);
    const odd = { code: "row-parts-beyond-total", message: { en: expect.stringContaining("(lines 1, 3)") } };
    const where = { path: `indicators/${code}`, line: 1 };
    expect((await ask("GET", "findings")).body).toContainEqual(
      expect.objectContaining({ ...odd, where, message: expect.objectContaining(odd.message) }),
    );
    const { findings } = (await ask("GET", "dashboard/data")).body as DashboardModel;
    expect(findings).toContainEqual(
      expect.objectContaining({ code: odd.code, message: expect.objectContaining(odd.message) }),
    );
  });

  it("reports a delay that was recorded after the report", async () => {
    const ask = api();
    const document = documentOf({ values: [], rows: [], history: [] });
    const earlier = { ...document, report: document.report && { ...document.report, asOf: "2020-11-15" } };
    await ask("PUT", "framework", earlier);
    const plan = {
      ...{
        title: null,
        endDate: null,
        agencies: [{ name: "Agency A", convening: true }],
        genderMarker: null,
        lines: [],
      },
      activities: [{ code: "1.1.1", title: null, agencies: ["Agency A"] }],
      schedule: { activities: [], dependencies: [] },
    };
    await ask("POST", "commands", { type: "project.open", plan }, office);
    const delay = { type: "activity.delay", activity: "1.1.1", causes: ["funding"] };
    expect((await ask("POST", "commands", { ...delay, effective: "2021-03-01" })).status).toBe(200);
    const inspection = (await ask("GET", "inspection")).body as ProjectResult;
    const model = (await ask("GET", "dashboard/data")).body as DashboardModel;
    for (const { activities } of [inspection, model])
      expect(activities[0]).toMatchObject({ code: "1.1.1", state: "delayed", causes: ["funding"] });
  });
});
