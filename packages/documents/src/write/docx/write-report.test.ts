import { existsSync, readFileSync } from "node:fs";
import type { Finding, FrameworkDocument } from "@cadre/core";
import { HOSTILE_TEXTS, sampleDocument } from "@cadre/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomDocument, withoutRaw } from "../../../test/random-document.ts";
import { HARD_TEXTS, LABEL_LIKE, randomReport } from "../../../test/random-report.ts";
import { fold } from "../../blocks/index.ts";
import { readReportDocx } from "../../report-docx.ts";
import { readReport } from "../../report-text.ts";
import { writeReport } from "./write-report.ts";

const back = async (document: FrameworkDocument, language: "fr" | "en") => {
  const { bytes, findings } = await writeReport(document, { language });
  const read = await readReportDocx(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { value: read.value, findings, read: read.findings };
};

/** What a document says of a document: folded white space, values without their text, no locations, nothing inferred from prose. */
function said(document: FrameworkDocument, reported: readonly string[] = []) {
  const { project, budget, outcomes, report } = withoutRaw(document);
  const indicator = ({
    code,
    text,
    baseline,
    target,
    milestone,
    actual,
    remark = "",
  }: (typeof outcomes)[number]["indicators"][number]) => ({
    code,
    text: fold(text),
    values: { baseline, target, milestone, actual },
    remark: fold(remark),
  });
  const rows = outcomes.flatMap((outcome) => [
    ...outcome.indicators.map(indicator),
    ...outcome.outputs.flatMap((output) => output.indicators.map(indicator)),
  ]);
  for (const row of rows)
    for (const column of ["baseline", "target", "milestone", "actual"] as const)
      if (reported.includes(`indicators/${row.code}/${column}`))
        row.values[column] = { value: { kind: "none" } };
  return {
    project: { ...project, title: project.title === null ? null : fold(project.title) },
    budget: {
      total: budget.total,
      deliveryRate: budget.deliveryRate,
      gewe: budget.gewe,
      covidAdjustment: budget.covidAdjustment,
      evaluation: budget.evaluation,
    },
    titles: outcomes.filter(({ indicators }) => indicators.length > 0).map(({ title }) => fold(title)),
    ratings: outcomes.map(({ rating }) => rating),
    rows,
    report:
      report === null
        ? null
        : {
            type: report.type,
            year: report.year,
            narratives: report.narratives.filter(({ text }) => text !== ""),
            boxes: report.covidCategories,
          },
  };
}

const reported = (document: FrameworkDocument): FrameworkDocument => ({
  ...document,
  report: {
    type: "annual",
    year: 2020,
    language: "fr",
    asOf: "2020-11-15",
    narratives: [
      { topic: "overall-status", text: "Le projet avance.\nLentement.", limit: 1500 },
      { topic: "outcome-progress", outcome: "1", text: "Des médiateurs.", limit: 3000 },
      { topic: "monitoring", text: "Chaque mois.", limit: 1000 },
    ],
    covidCategories: {
      "crisis-management": true,
      "inclusive-response": false,
      "cohesion-and-borders": false,
      "hate-speech-and-trauma": true,
      ceasefire: false,
      other: false,
    },
    answers: { "last-six-months": "Non", "prepared-by": "PAM" },
    claims: [],
    lines: {},
  },
});

describe("a report that was written", () => {
  it.each(["fr", "en"] as const)("in %s reads back as the same report", async (language) => {
    const document = reported(sampleDocument());
    const { value, findings } = await back(document, language);
    expect(said(value)).toEqual(said(document));
    expect(value.report?.answers).toMatchObject({ "last-six-months": "Non", "prepared-by": "PAM" });
    expect(value.report?.language).toBe(language);
    expect(findings.map(({ code }) => code)).toContain("not-supported");
  });

  it("reads back whatever its project is", async () => {
    const runs = process.env.CADRE_FULL === "1" ? 200 : 15;
    // Words of a project, without control characters, which no document has, and without what a label of the template begins with.
    const drawn = randomDocument(sampleDocument(), HOSTILE_TEXTS);
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom("fr" as const, "en" as const), async (any, language) => {
        const document = reported(plain(any));
        const { value, findings } = await back(document, language);
        const paths = findings
          .filter(({ code }) => code === "value-not-supported")
          .map(({ where }) => where.path);
        expect(said(value, paths)).toEqual(said(document, paths));
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it("reads back whatever its cover, its money, its texts and its answers are", async () => {
    let compared = 0;
    const runs = process.env.CADRE_FULL === "1" ? 300 : 20;
    const drawn = randomReport(sampleDocument(), [...HARD_TEXTS, ...HOSTILE_TEXTS]);
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom("fr" as const, "en" as const), async (any, language) => {
        const document = plain(any);
        const { value, findings } = await back(document, language);
        const paths = pathsOf(findings);
        expect(whole(value, paths)).toEqual(whole(document, paths));
        // Nothing is lost that only looks dangerous: but values that no cell can say, and the sign at the end of an agency's name.
        const known = /^indicators\/[\d.]+\/(?:baseline|target|milestone|actual)$/;
        const ends = document.project.agencies
          .filter(({ name }) => /[:;.]$/.test(name))
          .map(({ name }) => name);
        const lost = paths.filter((path) => !known.test(path));
        expect(
          lost.filter((path) => !ends.some((name) => name.startsWith(path.replace("project/agencies/", "")))),
        ).toEqual([]);
        compared += Object.keys(whole(document, paths)).length;
      }),
      { numRuns: runs },
    );
    expect(compared / runs).toBeGreaterThan(30);
  }, 300_000);

  it("reads back a small budget in whatever currency, beside others", async () => {
    const document = sampleDocument();
    const agencies = ["GBP", "CHF", "KES", "USD"].map((currency, index) => ({
      ...{ name: `Agency ${index + 1}`, convening: index === 0, budget: { minor: 700, currency } },
    }));
    const { value } = await back(reported({ ...document, project: { ...document.project, agencies } }), "en");
    expect(value.project.agencies.map(({ budget }) => budget)).toEqual(agencies.map(({ budget }) => budget));
  });

  it("reports every text that a reader would take for the template's own", async () => {
    let lost = 0;
    const runs = process.env.CADRE_FULL === "1" ? 300 : 20;
    const drawn = randomReport(sampleDocument(), [...LABEL_LIKE, ...HARD_TEXTS]);
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom("fr" as const, "en" as const), async (any, language) => {
        const document = plain(any);
        const { bytes, findings } = await writeReport(document, { language });
        const read = await readReportDocx(bytes);
        if (!read.ok) {
          expect(findings.map(({ code }) => code)).toContain("document-unreadable");
          return;
        }
        const paths = pathsOf(findings);
        lost += paths.length;
        expect(whole(read.value, paths)).toEqual(whole(document, paths));
      }),
      { numRuns: runs },
    );
    expect(lost).toBeGreaterThan(0);
  }, 300_000);

  it("keeps a text that is nothing but the code of another indicator", async () => {
    const document = sampleDocument();
    const [, second] = document.outcomes.flatMap(({ outputs }) =>
      outputs.flatMap(({ indicators }) => indicators),
    );
    if (second === undefined) throw new Error("no second indicator");
    second.text = "Indicator 1.1.1";
    const { value } = await back(document, "fr");
    const read = value.outcomes.flatMap(({ outputs }) => outputs.flatMap(({ indicators }) => indicators));
    expect(read.map(({ code }) => code)).toEqual(["1.1.1", "1.1.2", "2.1.1"]);
    expect(read[1]?.text).toBe("Indicator 1.1.1");
  });

  it("keeps the axes that the text asks for in either language, and reports those that none asks for", async () => {
    const document = sampleDocument();
    const [outcome] = document.outcomes;
    const [indicator, other] = outcome?.outputs.flatMap(({ indicators }) => indicators) ?? [];
    if (indicator === undefined || other === undefined) throw new Error("no indicators");
    Object.assign(indicator, {
      text: "Nombre de personnes, désagrégé par sexe et âge",
      disaggregation: ["sex", "age"],
    });
    Object.assign(other, { text: "Clubs", disaggregation: ["place"] });
    const { value, findings } = await back(document, "en");
    const read = value.outcomes.flatMap(({ outputs }) => outputs.flatMap(({ indicators }) => indicators));
    expect(read.find(({ code }) => code === indicator.code)?.disaggregation).toEqual(["sex", "age"]);
    const lost = findings.filter(({ where }) => where.path.endsWith("/disaggregation"));
    expect(lost).toMatchObject([
      { code: "not-supported", where: { path: `indicators/${other.code}/disaggregation` }, found: "place" },
    ]);
  });

  it("writes a text over its limit whole, and says so", async () => {
    const document = reported(sampleDocument());
    const long = "mot ".repeat(500).trim();
    document.report?.narratives.splice(0, 1, { topic: "overall-status", text: long, limit: 1500 });
    const { value, findings } = await back(document, "fr");
    expect(value.report?.narratives[0]?.text).toBe(long);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "text-over-limit", found: 1999, expected: 1500 }),
    );
  });
});

/** Paths of which the writer reports that they are not read back. */
const pathsOf = (findings: readonly Finding[]) =>
  findings
    .filter(({ code }) => ["value-not-supported", "not-read-back", "boxes-unknown"].includes(code))
    .map(({ where }) => where.path);

/** All that a document can say of a document, by path, without some paths. */
function whole(document: FrameworkDocument, without: readonly string[]): Record<string, unknown> {
  const { project, budget, rows, titles, ratings, report } = said(document);
  const text = (words: string | null) => (words === null ? null : fold(words));
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries({
    ...project,
    country: text(project.country),
    number: text(project.number),
  }))
    if (name !== "agencies") all[`project/${name}`] = value;
  for (const agency of project.agencies)
    all[`project/agencies/${fold(agency.name)}`] = { ...agency, name: fold(agency.name) };
  const { gewe, ...money } = budget;
  for (const [name, value] of Object.entries(money)) all[`budget/${name}`] = value;
  for (const [name, value] of Object.entries(gewe)) all[`budget/gewe/${name}`] = value;
  for (const [index, { code }] of document.outcomes.entries()) {
    all[`outcomes/${code}`] = titles[index];
    if (ratings[index] !== null) all[`outcomes/${code}/rating`] = ratings[index];
  }
  for (const { code, values, ...row } of rows) {
    all[`indicators/${code}/text`] = row.text;
    all[`indicators/${code}/remark`] = row.remark;
    for (const [column, value] of Object.entries(values)) all[`indicators/${code}/${column}`] = value;
  }
  const lines = (words: string) =>
    words
      .split("\n")
      .map(fold)
      .filter((line) => line !== "");
  all["report/type"] = report?.type;
  all["report/year"] = report?.year;
  for (const { topic, outcome, text: words } of report?.narratives ?? [])
    all[`narrative/${topic}${outcome === undefined ? "" : `/${outcome}`}`] = lines(words);
  for (const [category, ticked] of Object.entries(report?.boxes ?? {}))
    all[`covid/categories/${category}`] = ticked;
  // Boxes of which none is ticked are an open question.
  for (const [key, words] of Object.entries(document.report?.answers ?? {}))
    if (!lines(words).every((line) => line.startsWith("☐"))) all[`answers/${key}`] = lines(words);
  return Object.fromEntries(Object.entries(all).filter(([path]) => !without.includes(path)));
}

const REPORT = new URL("../../../../../../shared/reports/mali-2020.fr.txt", import.meta.url);
const there = existsSync(REPORT);
if (!there)
  console.warn("SKIPPED: the real report is not beside the project; it is not written as a Word document.");

describe.skipIf(!there)("the real report (skipped where shared/reports/mali-2020.fr.txt is absent)", () => {
  it("as a Word document says the same as its text", async () => {
    const read = readReport(readFileSync(REPORT));
    if (!read.ok) throw new Error("not read");
    const { value, findings } = await back(read.value, "fr");
    // Saved as text the document has lost its boxes: they are drawn empty, and that is said.
    expect(findings.filter(({ code }) => code === "boxes-unknown").map(({ where }) => where.path)).toEqual([
      "answers/trust-fund",
      "answers/windows",
    ]);
    const bare = ({ report, ...document }: FrameworkDocument) => ({
      ...document,
      activities: document.activities.map(({ code, events }) => ({
        code,
        events: events.map(({ type, date }) => ({ type, date })),
      })),
      report:
        report === null
          ? null
          : {
              ...report,
              lines: {},
              answers: Object.fromEntries(
                Object.entries(report.answers).map(([key, text]) => [key, text.replace(/^☐ /gm, "")]),
              ),
              claims: report.claims.map(({ indicator, value: claimed }) => ({ indicator, claimed })),
            },
      locations: null,
    });
    expect(bare(value)).toEqual(bare(read.value));
  });
});

/** Texts that a document can hold: no control characters, nothing that white space alone makes, nothing that looks like the head of a row. */
function plain(document: FrameworkDocument): FrameworkDocument {
  const clean = (text: string) => fold(text.replace(/[^\n -\ud7ff\ue000-\ufffd]/g, "x")) || "x";
  const copy = structuredClone(document);
  copy.project.title = copy.project.title === null ? null : clean(copy.project.title);
  for (const outcome of copy.outcomes) {
    outcome.title = clean(outcome.title);
    for (const output of outcome.outputs) output.title = clean(output.title);
    for (const each of [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)]) {
      each.text = clean(each.text);
      if (each.remark !== undefined) each.remark = clean(each.remark);
    }
  }
  return copy;
}
