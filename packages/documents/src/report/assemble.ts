import {
  bilingual,
  compareCodes,
  type Finding,
  type FrameworkDocument,
  type Narrative,
  type Outcome,
  type Report,
  type Result,
  reportAsOf,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { inferFromNarrative } from "../narrative/index.ts";
import { PLAIN_ANSWERS } from "../template/grammar.ts";
import { normalise } from "../template/normalise.ts";
import { CellNames } from "./cell-names.ts";
import { readCover } from "./cover.ts";
import { type IndicatorTable, readIndicatorTable } from "./indicator-table.ts";
import { missingLabels } from "./missing-labels.ts";
import { narrativeOf, type ReadRating, readCovidCategories, readProse, readRatings } from "./narratives.ts";
import { type Recognised, recognise } from "./recognise.ts";
import type { Segment } from "./segments.ts";
import { misspelt, repeated, unheaded, unknownLabels, unrecognised } from "./unrecognised.ts";

/** What is missing of the indicator table: all of it, its rows, or those of an outcome that part II speaks of. */
function missingRows(
  { segments, table, template }: Recognised,
  { outcomes }: IndicatorTable,
  lastLine: number,
): Finding[] {
  if (table.line === null) {
    const where = { path: "indicators", line: lastLine };
    return [
      findingOf(
        "table-missing",
        "error",
        where,
        bilingual(en.tableMissing, fr.tableMissing, String(lastLine)),
        null,
        "an indicator table",
      ),
    ];
  }
  if (table.rows.every(({ indicator }) => indicator === null)) {
    const where = { path: "indicators", line: table.line };
    return [
      findingOf(
        "table-empty",
        "error",
        where,
        bilingual(en.tableEmpty, fr.tableEmpty),
        0,
        "at least one indicator",
      ),
    ];
  }
  const codes = new Set(outcomes.map(({ code }) => code));
  const own = table.rows.filter(({ indicator }) => indicator !== null);
  // Cells that are one too many in every row: the head lacks a column.
  const short = own.length > 1 && own.every(({ surplus }) => surplus !== null);
  const columns = template.columns.flatMap(({ column, name }) => {
    if (column === "indicator") return [];
    if ((column === "milestone" || column === "remark") && !short) return [];
    if (table.columns.includes(column)) return [];
    const where = { path: "indicators", line: table.line ?? lastLine };
    return [
      findingOf(
        "column-missing",
        "warning",
        where,
        bilingual(en.reportColumnMissing, fr.reportColumnMissing, name),
        null,
        name,
      ),
    ];
  });
  const labelFindings = segments.flatMap(({ key, outcome, line }) => {
    if (key !== "outcome" || outcome === null || codes.has(outcome)) return [];
    codes.add(outcome);
    const where = { path: `outcomes/${outcome}`, line };
    return [
      findingOf(
        "outcome-without-rows",
        "warning",
        where,
        bilingual(en.outcomeWithoutRows, fr.outcomeWithoutRows, outcome),
        0,
        "at least one indicator",
      ),
    ];
  });
  return [...columns, ...unevenHead(table), ...labelFindings];
}

/** The finding for a head that has not the columns of the rows below it: most of them are cut otherwise. */
function unevenHead({ rows, findings, line }: Recognised["table"]): Finding[] {
  const own = rows.filter(({ indicator }) => indicator !== null);
  const uneven = own.filter(({ sure }) => !sure);
  const codeless = findings.filter(({ code }) => code === "row-without-code").length;
  if (line === null || own.length + codeless < 2 || (uneven.length + codeless) * 2 <= own.length + codeless)
    return [];
  const message = bilingual(en.headUneven, fr.headUneven, uneven.length + codeless, own.length + codeless);
  const [row] = uneven;
  return [
    findingOf(
      "head-uneven",
      "warning",
      { path: "indicators", line },
      message,
      row?.count ?? null,
      row?.expected ?? null,
    ),
  ];
}

/** The outcomes' titles as part II has them, and where they are not the table's. */
function headingTitles(
  segments: readonly Segment[],
  { outcomes }: IndicatorTable,
): { titles: Map<string, string>; findings: Finding[] } {
  const titles = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { key, outcome, lines } of segments) {
    const [title] = lines;
    if (key !== "outcome" || outcome === null) continue;
    if (!titles.has(outcome)) titles.set(outcome, title?.text ?? "");
    const table = outcomes.find(({ code }) => code === outcome)?.title ?? "";
    if (title === undefined || table === "" || normalise(table, 2000) === normalise(title.text, 2000))
      continue;
    const message = bilingual(en.titleDiffers, fr.titleDiffers, outcome, excerpt(title.text), excerpt(table));
    const where = { path: `outcomes/${outcome}`, line: title.line };
    findings.push(
      findingOf("outcome-title-differs", "info", where, message, excerpt(title.text, 2000), excerpt(table)),
    );
  }
  return { titles, findings };
}

/** The table's outcomes with the titles and ratings of part II, and those that only part II has. */
function withRatings(
  read: IndicatorTable,
  titles: ReadonlyMap<string, string>,
  ratings: ReadonlyMap<string, ReadRating>,
): Outcome[] {
  const known = new Set(read.outcomes.map(({ code }) => code));
  const only = [...titles]
    .filter(([code]) => !known.has(code))
    .map(([code, title]): Outcome => ({ code, title, rating: null, indicators: [], outputs: [] }));
  return [...read.outcomes, ...only]
    .map((outcome) => ({
      ...outcome,
      title: outcome.title === "" ? (titles.get(outcome.code) ?? "") : outcome.title,
      rating: ratings.get(outcome.code)?.rating ?? null,
    }))
    .sort((a, b) => compareCodes(a.code, b.code));
}

function unreadRatings(ratings: ReadonlyMap<string, ReadRating>): {
  findings: Finding[];
  unread: Record<string, string>;
} {
  const unread: Record<string, string> = {};
  const findings = [...ratings].flatMap(([code, { unread: text, line }]) => {
    if (text === null) return [];
    const path = `outcomes/${code}/rating`;
    unread[path] = text;
    const expected = "off track | on track | on track with peacebuilding results";
    return [
      findingOf(
        "field-unread",
        "warning",
        { path, line },
        bilingual(en.fieldUnread, fr.fieldUnread, path, excerpt(text)),
        excerpt(text, 400),
        expected,
      ),
    ];
  });
  return { findings, unread };
}

function assemble(recognised: Recognised, lastLine: number): FrameworkDocument & { findings: Finding[] } {
  const { template, version, segments, table, language, habits } = recognised;
  const read = readIndicatorTable(table.rows, template, habits);
  const { cover, lines, findings, unread } = readCover(segments, template, habits);
  const ratings = readRatings(segments, template);
  const openRatings = unreadRatings(ratings);
  const prose = readProse(segments);
  const covid = readCovidCategories(segments, template);
  const missing = missingLabels(segments, template);
  const headings = headingTitles(segments, read);
  const allLines = { ...missing.lines, ...lines, ...read.lines };
  for (const { path, line } of prose) allLines[path] = line;
  for (const [code, { line }] of ratings) allLines[`outcomes/${code}/rating`] = line;
  if (covid.line !== null) allLines["covid/categories"] = covid.line;

  const answers: Record<string, string> = {};
  for (const found of segments) {
    const key = found.key === "unknown" ? excerpt(found.label, 200) : found.key;
    if (found.key !== "unknown" && !PLAIN_ANSWERS.includes(found.key)) continue;
    if (Object.hasOwn(answers, key) && answers[key] !== "") continue;
    answers[key] = found.lines.map(({ text }) => text).join("\n");
    allLines[`answers/${key}`] = found.line;
  }

  const outcomes = withRatings(read, headings.titles, ratings);
  const inferred = inferFromNarrative({ prose, outcomes, lines: allLines, year: cover.year, language });
  const narratives: Narrative[] = prose.map(narrativeOf);
  const allUnread = { ...unread, ...openRatings.unread };
  const report: Report = {
    type: cover.type,
    year: cover.year,
    language,
    ...(version === null ? {} : { template: `${template.id}/${version}` }),
    asOf: reportAsOf(cover.type, cover.year, cover.project.endDate),
    narratives,
    covidCategories: covid.categories,
    answers,
    ...(Object.keys(allUnread).length > 0 && { unread: allUnread }),
    claims: inferred.claims,
    lines: allLines,
  };
  return {
    format: "cadre/framework",
    version: 1,
    project: cover.project,
    budget: cover.budget,
    outcomes,
    activities: inferred.activities,
    report,
    findings: [
      ...findings,
      ...openRatings.findings,
      ...missingRows(recognised, read, lastLine),
      ...table.findings,
      ...read.findings,
      ...headings.findings,
      ...missing.findings,
      ...misspelt(segments),
      ...unknownLabels(segments),
      ...unrecognised(segments, template),
      ...repeated(segments),
      ...unheaded(segments, outcomes),
    ],
  };
}

/** Reads a report from its blocks, whatever file they are from. `inputFindings`: the findings of the file's reader. */
export function readBlocks(
  blocks: readonly Block[],
  inputFindings: readonly Finding[] = [],
): Result<FrameworkDocument> {
  const names = new CellNames(blocks);
  const recognised = recognise(blocks);
  if (!recognised.ok) return { ok: false, problems: recognised.problems.map(names.named) };
  const { findings, ...document } = assemble(recognised.value, blocks.at(-1)?.line ?? 1);
  return {
    ok: true,
    value: names.inDocument(document),
    findings: [...inputFindings, ...findings].map(names.named),
  };
}
