import {
  type Finding,
  type FrameworkDocument,
  type Narrative,
  type Problem,
  type Report,
  type Result,
  refuse,
  reportAsOf,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, noticed, problem } from "../input/problem.ts";
import * as messages from "../locale/messages.ts";
import { inferFromNarrative } from "../narrative/index.ts";
import { PLAIN_ANSWERS } from "../template/grammar.ts";
import { normalise } from "../template/normalise.ts";
import { CellNames } from "./cell-names.ts";
import { readCover } from "./cover.ts";
import { type IndicatorTable, readIndicatorTable } from "./indicator-table.ts";
import { missingLabels } from "./missing-labels.ts";
import { narrativeOf, readCovidCategories, readProse, readRatings } from "./narratives.ts";
import { type Recognised, recognise } from "./recognise.ts";
import type { Segment, Segmented } from "./segments.ts";
import { misspelt, repeated, unrecognised } from "./unrecognised.ts";

/** Outcomes that part II tells of and that the table lacks: the sign of a table that was cut off. */
function missingOutcome({ segments }: Segmented, codes: readonly string[], lastLine: number): Problem | null {
  const told = segments.filter(({ key }) => key === "outcome").map(({ outcome }) => outcome ?? "");
  const missing = told.find((code) => !codes.includes(code));
  if (missing === undefined) return null;
  const what = `outcome ${missing} of part II has no rows`;
  const where = { path: `outcomes/${missing}`, line: lastLine };
  return problem("table-cut-off", where, messages.tableCutOff(what), codes.join(", "), told.join(", "));
}

/** The outcomes' titles as part II has them, and where they are not the table's. */
function toldTitles(
  segments: readonly Segment[],
  { outcomes }: IndicatorTable,
): { told: Map<string, string>; findings: Finding[] } {
  const told = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { key, outcome, lines } of segments) {
    const [title] = lines;
    if (key !== "outcome" || outcome === null || title === undefined) continue;
    const table = outcomes.find(({ code }) => code === outcome)?.title ?? "";
    told.set(outcome, title.text);
    if (table === "" || normalise(table, 2000) === normalise(title.text, 2000)) continue;
    const message = messages.titleDiffers(outcome, excerpt(title.text), excerpt(table));
    const where = { path: `outcomes/${outcome}`, line: title.line };
    findings.push(
      noticed("outcome-title-differs", "info", where, message, excerpt(title.text, 2000), excerpt(table)),
    );
  }
  return { told, findings };
}

function assemble({ template, version, segmented }: Recognised, lastLine: number): Result<FrameworkDocument> {
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
  const missing = missingLabels(segments, template);
  const titles = toldTitles(segments, read);
  const allLines = { ...missing.lines, ...lines, ...read.lines };
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
    title: outcome.title === "" ? (titles.told.get(outcome.code) ?? "") : outcome.title,
    rating: ratings.get(outcome.code)?.rating ?? null,
  }));
  const inferred = inferFromNarrative({
    prose,
    outcomes,
    lines: allLines,
    year: cover.year,
    language: template.language,
  });
  const narratives: Narrative[] = prose.map(narrativeOf);
  const report: Report = {
    type: cover.type,
    year: cover.year,
    language: template.language,
    ...(version === null ? {} : { template: `${template.id}/${version}` }),
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
    findings: [
      ...findings,
      ...read.findings,
      ...titles.findings,
      ...missing.findings,
      ...misspelt(segments),
      ...unrecognised(segments, template),
      ...repeated(segments),
    ],
  };
}

/** Reads a report from its block stream, whatever paper that was made from. `noticed`: what its reader noticed on the way. */
export function readBlocks(
  blocks: readonly Block[],
  noticed: readonly Finding[] = [],
): Result<FrameworkDocument> {
  const places = new CellNames(blocks);
  const recognised = recognise(blocks);
  const read = recognised.ok ? assemble(recognised.value, blocks.at(-1)?.line ?? 1) : recognised;
  if (!read.ok) return { ok: false, problems: read.problems.map(places.named) };
  return {
    ok: true,
    value: places.inDocument(read.value),
    findings: [...noticed, ...read.findings].map(places.named),
  };
}
