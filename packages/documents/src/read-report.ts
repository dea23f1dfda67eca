import {
  type FrameworkDocument,
  type Narrative,
  type Problem,
  type Report,
  type Result,
  refuse,
  reportAsOf,
} from "@cadre/core";
import { blocksOf } from "./border/blocks.ts";
import { decodeText } from "./border/decode.ts";
import { excerpt, problem } from "./border/problem.ts";
import * as messages from "./locale/messages.ts";
import { inferFromNarrative } from "./narrative/index.ts";
import { readCover } from "./report/cover.ts";
import { readIndicatorTable } from "./report/indicator-table.ts";
import { narrativeOf, readCovidCategories, readProse, readRatings } from "./report/narratives.ts";
import { type Segmented, segment } from "./report/segments.ts";
import { unrecognised } from "./report/unrecognised.ts";
import { FRENCH_REPORT } from "./template/french.ts";
import { PLAIN_ANSWERS, type Template } from "./template/grammar.ts";

/** The fields without which a text is not taken for a progress report. */
const IDENTIFYING = ["report-title", "title", "number", "country"] as const;

function refusalOf({ segments, tableLine }: Segmented, lastLine: number): Problem | null {
  const recognised = segments.filter(({ key }) => key !== "heading").map(({ key }) => key);
  const known = IDENTIFYING.filter((key) => recognised.includes(key));
  if (known.length < 2) {
    const first = segments[0]?.lines[0]?.text ?? segments[0]?.label ?? "";
    const message = messages.reportUnrecognised([...new Set(recognised)]);
    const where = { path: "file", line: segments[0]?.lines[0]?.line ?? segments[0]?.line ?? 1 };
    return problem("report-unrecognised", where, message, excerpt(first), "RAPPORT DE PROGRES DE PROJET PBF");
  }
  if (tableLine === null) {
    const where = { path: "indicators", line: lastLine };
    return problem(
      "table-missing",
      where,
      messages.tableMissing(lastLine),
      "the end of the text",
      "Partie V",
    );
  }
  return null;
}

/** Outcomes that part II tells of and that the table lacks: the sign of a table that was cut off. */
function missingOutcome({ segments }: Segmented, codes: readonly string[], lastLine: number): Problem | null {
  const told = segments.filter(({ key }) => key === "outcome").map(({ outcome }) => outcome ?? "");
  const missing = told.find((code) => !codes.includes(code));
  if (missing === undefined) return null;
  const what = `outcome ${missing} of part II has no rows`;
  const where = { path: `outcomes/${missing}`, line: lastLine };
  return problem("table-cut-off", where, messages.tableCutOff(what), codes.join(", "), told.join(", "));
}

function assemble(segmented: Segmented, template: Template, lastLine: number): Result<FrameworkDocument> {
  const { segments, table, tableLine } = segmented;
  const read = readIndicatorTable(table, template, tableLine ?? lastLine);
  if ("code" in read) return refuse(read);
  const cutOff = missingOutcome(
    segmented,
    read.outcomes.map(({ code }) => code),
    lastLine,
  );
  if (cutOff !== null) return refuse(cutOff);

  const { cover, lines, findings } = readCover(segments, template);
  const ratings = readRatings(segments, template);
  const prose = readProse(segments);
  const covid = readCovidCategories(segments, template);
  const allLines = { ...lines, ...read.lines };
  for (const { path, line } of prose) allLines[path] = line;
  for (const [code, { line }] of ratings) allLines[`outcomes/${code}/rating`] = line;
  if (covid.line !== null) allLines["covid/categories"] = covid.line;

  const answers: Record<string, string> = {};
  for (const found of segments) {
    if (!PLAIN_ANSWERS.includes(found.key)) continue;
    answers[found.key] = found.lines.map(({ text }) => text).join("\n");
    allLines[`answers/${found.key}`] = found.line;
  }

  const asOf = reportAsOf(cover.type, cover.year, cover.project.endDate);
  const outcomes = read.outcomes.map((outcome) => ({
    ...outcome,
    rating: ratings.get(outcome.code)?.rating ?? null,
  }));
  const inferred = inferFromNarrative({ prose, outcomes, lines: allLines, year: cover.year });
  const narratives: Narrative[] = prose.map(narrativeOf);
  const report: Report = {
    type: cover.type,
    year: cover.year,
    language: template.language,
    asOf,
    narratives,
    covidCategories: covid.categories,
    answers,
    claims: inferred.claims,
    lines: allLines,
  };
  return {
    ok: true,
    value: {
      format: "cadre/framework",
      version: 1,
      project: cover.project,
      budget: cover.budget,
      outcomes,
      activities: inferred.activities,
      report,
    },
    findings: [...findings, ...read.findings, ...unrecognised(segments, template)],
  };
}

/**
 * Reads a PBF progress report saved as text (UTF-8, French, template of 2018 and later) into a framework document.
 *
 * Every cell that is not read whole keeps its words and yields a finding with its line. Activity events and figures concluded from the
 * narrative are marked `inferred` and carry the sentence that they rest on. Refused, with the place, what was found and what was
 * expected: an empty or too large file, another format or encoding, another template, a table that is cut off or lacks a column.
 */
export function readReport(bytes: Uint8Array): Result<FrameworkDocument> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const blocks = blocksOf(text.value);
  const segmented = segment(blocks, FRENCH_REPORT);
  const refusal = refusalOf(segmented, blocks.length);
  return refusal === null ? assemble(segmented, FRENCH_REPORT, blocks.length) : refuse(refusal);
}
