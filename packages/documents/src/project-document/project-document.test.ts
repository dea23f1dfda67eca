import { existsSync, readFileSync } from "node:fs";
import { type FrameworkDocument, indicatorsOf, type ReportedValue, toMajor } from "@cadre/core";
import { compareDocuments } from "@cadre/core/compare";
import { describe, expect, it } from "vitest";
import { data, read } from "../../test/same.ts";
import { readDocument } from "../input/read-document.ts";
import { openDocument } from "../open.ts";
import { OPENINGS } from "../template/openings.ts";

const CASES = new URL("../../../../../shared/reports/project-documents/", import.meta.url);
const shared = existsSync(CASES);
if (!shared) console.warn("SKIPPED: the project documents are not beside the project.");
const open = async (name: string) =>
  read(await openDocument(new Uint8Array(readFileSync(new URL(name, CASES)))));

type Json = Record<string, unknown>;
interface Expected {
  cover: Json & {
    agencies: Record<string, number>;
    tranches: { share: number; by_organisation: Record<string, number> }[];
  };
  outcomes_outputs: { level: string; code: string; text: string }[];
  indicators: (Json & {
    code: string;
    canonical: string;
    text: string;
    milestones: { when: string | null; by?: string; value: unknown }[];
    target_shares?: Record<string, number>;
    target_parts?: Record<string, number>;
  })[];
  activities: { code: string; title: string }[];
}
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, CASES), "utf8"));

/** A cell as the expected files have it: its number, `null`, or its words. */
function plain({ value, raw }: ReportedValue): unknown {
  if (value.kind === "number" && value.value !== null && value.qualifier !== "change") return value.value;
  return value.kind === "tbd" || value.kind === "none" ? null : raw;
}
const major = (money: { minor: number; currency: string } | null) => (money === null ? null : toMajor(money));

function coverOf({ project, budget, projectDocument }: FrameworkDocument): Json {
  const numbers = [...new Set((budget.tranches ?? []).map(({ number }) => number))];
  return {
    country: project.country,
    title: project.title,
    number: project.number,
    modality: projectDocument?.modality,
    duration_months: projectDocument?.durationMonths,
    start: project.startDate,
    end: project.endDate,
    geography: projectDocument?.geography,
    agencies: Object.fromEntries(project.agencies.map(({ name, budget: own }) => [name, major(own)])),
    agency_types: projectDocument?.organizationTypes,
    convening_agency: project.agencies.find(({ convening }) => convening)?.name,
    partners: projectDocument?.partners,
    total: major(budget.total),
    tranches: numbers.map((number) => {
      const own = (budget.tranches ?? []).filter((tranche) => tranche.number === number);
      return {
        share: own[0]?.share,
        by_organisation: Object.fromEntries(own.map(({ agency, amount }) => [agency, major(amount)])),
      };
    }),
    gewe_share: projectDocument?.geweShare,
    gewe_amount: major(budget.gewe.allocated),
    marker: project.genderMarker,
    risk: project.riskMarker,
    focus: project.focusArea,
    windows: projectDocument?.windows,
    submission: projectDocument?.submission,
  };
}

describe.skipIf(!shared)("a project document (skipped without ../shared)", () => {
  describe.each(["project-en2019", "project-en2020", "project-fr2020"])("%s", (name) => {
    it.each(["docx", "pdf"])("has as .%s its cover page", async (format) => {
      const { cover } = expectedOf(name);
      const { value } = await open(`${name}.${format}`);
      const got = coverOf(value);
      const tranches = cover.tranches.map(({ share, by_organisation }) => ({ share, by_organisation }));
      for (const key of Object.keys(got))
        expect([key, got[key]]).toEqual([key, key === "tranches" ? tranches : cover[key]]);
    });

    it.each(["docx", "pdf"])("has as .%s its results framework", async (format) => {
      const expected = expectedOf(name);
      const { value } = await open(`${name}.${format}`);
      const results = value.outcomes.flatMap(({ code, title, outputs }) => [
        { level: "outcome", code, text: title },
        ...outputs.map((output) => ({ level: "output", code: output.code, text: output.title })),
      ]);
      expect(results).toEqual(
        expected.outcomes_outputs.map(({ level, code, text }) => ({ level, code, text })),
      );
      expect(value.activities.map(({ code, title }) => ({ code, title }))).toEqual(
        expected.activities.map(({ code, title }) => ({ code, title })),
      );
      const byCode = new Map(indicatorsOf(value).map(({ indicator }) => [indicator.code, indicator]));
      expect(byCode.size).toBe(expected.indicators.length);
      for (const one of expected.indicators) {
        const indicator = byCode.get(one.canonical);
        if (indicator === undefined) throw new Error(`${one.code} is missing`);
        expect(indicator.writtenCode ?? indicator.code).toBe(one.code);
        expect({
          text: indicator.text,
          baseline: plain(indicator.baseline),
          target: plain(indicator.target),
          means: indicator.means,
          frequency: indicator.frequency,
          unit: indicator.unit,
          disaggregation: indicator.disaggregation ?? [],
          milestones: (indicator.milestones ?? []).map(({ when, by, value: milestone }) => ({
            when: when ?? null,
            by,
            value: plain(milestone),
          })),
        }).toEqual({
          text: one.text,
          baseline: one.baseline,
          target: one.target,
          means: one.means,
          frequency: one.frequency,
          unit: one.unit,
          disaggregation: one.disaggregation,
          milestones: one.milestones.map(({ when, by, value: milestone }) => ({
            when,
            by,
            value: milestone,
          })),
        });
      }
    });

    it("says the same as .pdf as it does as .docx", async () => {
      const [docx, pdf] = [await open(`${name}.docx`), await open(`${name}.pdf`)];
      expect(data(pdf.value)).toEqual(data(docx.value));
    });
  });

  it.each(["docx", "pdf"])(
    "and a report of its project differ in what the expected file lists, and nothing else (.%s)",
    async (format) => {
      const plan = await open(`project-en2020.${format}`);
      const report = await open(`report-of-project-en2020.${format}`);
      const { differences } = JSON.parse(
        readFileSync(new URL("report-of-project-en2020.expected.json", CASES), "utf8"),
      );
      const found = (compareDocuments(plan.value, report.value).plan ?? []).map((difference): Json => {
        if (difference.kind === "indicator-renumbered")
          return {
            kind: difference.kind,
            from_code: difference.fromCode,
            to_code: difference.toCode,
            text: difference.text,
          };
        const code = difference.written ?? difference.code;
        switch (difference.kind) {
          case "indicator-dropped":
          case "indicator-added":
            return { kind: difference.kind, code };
          case "indicator-reworded":
            return { kind: difference.kind, code, from: difference.from, to: difference.to };
          case "disaggregation-not-reported":
            return {
              kind: difference.kind,
              code,
              promised: difference.promisedAxes,
              reported: difference.reportedAxes,
            };
          default: {
            const number = (value: typeof difference.from) =>
              value.kind === "number" ? value.value : value.kind;
            const { kind, from, to, revised } = difference;
            return { kind, code, from: number(from), to: number(to), revised };
          }
        }
      });
      const sorted = (list: Json[]) =>
        [...list].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
      expect(sorted(found)).toEqual(sorted(differences));
      expect(compareDocuments(plan.value, report.value).changes.map(({ path }) => path)).toEqual([]);
    },
  );
});

describe.skipIf(!shared)(
  "a project document as tabbed text (skipped where the project documents are absent)",
  () => {
    it.each(["project-en2019", "project-fr2020"])("%s says what it says as .docx", async (name) => {
      const docx = new Uint8Array(readFileSync(new URL(`${name}.docx`, CASES)));
      const blocks = await readDocument(docx, OPENINGS);
      if (!blocks.ok) throw new Error(JSON.stringify(blocks.problems));
      // As a word processor saves it: a leading tab opens a cell.
      const text = blocks.value.blocks
        .map((block) => `${block.opensCell ? "\t" : ""}${block.text}\n`)
        .join("");
      const [one, other] = [await openDocument(docx), await openDocument(new TextEncoder().encode(text))];
      const bare = ({ projectDocument, ...document }: FrameworkDocument) =>
        data({ ...document, projectDocument: undefined });
      expect(bare(read(other).value)).toEqual(bare(read(one).value));
      expect(read(other).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    });
  },
);
