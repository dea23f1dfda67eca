import { mismatch } from "../diagnostics/mismatch.ts";
import type { Problem, Result } from "../diagnostics/problem.ts";
import { refuse } from "../diagnostics/problem.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { type SampleColumns, type SampleDesign, type SingleUnit, sampleDesign } from "./design.ts";
import { DesignError } from "./design-error.ts";
import { estimateSurvey, type SurveyEstimate, type SurveyKind } from "./estimate.ts";

/** A respondent: answers by the name of their column or question. */
export type SurveyResponse = Readonly<Record<string, string | number | null | undefined>>;

/** Which columns say how the sample was drawn, and into which groups it is split. */
export interface DesignColumns {
  /** Column of the sampling weights. Default: all the same. */
  weight?: string;
  /** Column of the strata. Default: the whole is one stratum. */
  stratum?: string;
  /** Column of the primary sampling units. Default: each respondent. */
  cluster?: string;
  /** Population of the stratum: see {@link SampleColumns.populations}. */
  fpc?: string;
  /** Columns whose groups are estimated, together: every combination that occurs. */
  by?: readonly string[];
}

/** Which columns hold what. */
export interface ResponseColumns extends DesignColumns {
  /** Column of the answers. */
  value: string;
  /** Default: `share`, whose value is 0 or 1. */
  kind?: SurveyKind;
  /** Answers that mean yes, and those that mean no (default: all others), where a share is not coded as 1 and 0. */
  yes?: readonly string[];
  /** Answers that mean no. Default: all that mean neither yes nor nothing. */
  no?: readonly string[];
  /** Answers that count as none given: `don't know`. An empty cell always is. */
  missing?: readonly string[];
}

/** Answers with the way in which they were drawn. */
export interface SurveyData {
  /** How the sample was drawn. */
  design: SampleDesign;
  /** Whether a share or a mean is estimated. */
  kind: SurveyKind;
  /** By respondent: 1 for yes and 0 for no, or the number; `null`: no answer. */
  values: (number | null)[];
  /** The group of each respondent. Empty groups: all in one. */
  groups: Record<string, string>[];
}

const MAX_PROBLEMS = 200;

/** How answers of a group are estimated. */
export interface ResponseEstimateOptions {
  /** Confidence level of the intervals. Default: 0.95. */
  level?: number;
  /** How the interval of a share is computed. Default: `wilson`. */
  method?: "wilson" | "logit";
  /** What a stratum with a single sampled unit contributes. Default: `refuse`. */
  singleUnit?: SingleUnit;
}

/** Reads the columns of a table of responses. Every answer that is not understood is a problem with its row, from 1; none is dropped. */
export function readResponses(
  responses: readonly SurveyResponse[],
  columns: ResponseColumns,
): Result<SurveyData> {
  const { kind = "share" } = columns;
  const read = readColumn(
    responses,
    columns,
    (text) => answerOf(text, kind, columns),
    kind === "share"
      ? { en: en.expectedShareAnswer, fr: fr.expectedShareAnswer }
      : { en: en.expectedNumberAnswer, fr: fr.expectedNumberAnswer },
  );
  if (!read.ok) return read;
  const unheard = neverGiven(responses, columns);
  return unheard === null ? { ...read, value: { ...read.value, kind } } : refuse(unheard);
}

/**
 * A share of which no response has an answer that means yes, though all others mean no: rather a slip of spelling than a share of zero. With
 * `no` named as well, it is one.
 */
function neverGiven(
  responses: readonly SurveyResponse[],
  { value, yes, no, kind }: ResponseColumns,
): Problem | null {
  if (kind === "mean" || yes === undefined || no !== undefined) return null;
  const given = new Set(
    responses.map((response) => textOf(response[value])).filter((answer) => answer !== ""),
  );
  if (given.size === 0 || yes.some((answer) => given.has(answer))) return null;
  return {
    code: "survey-response",
    where: { path: value },
    message: bilingualText(en.surveyUnheard, fr.surveyUnheard, yes.join(", ")),
    found: [...given].slice(0, 20).join(" | "),
    expected: yes.join(" | "),
  };
}

/** One column of answers with the design. `answer` gives `null` for none given, and `undefined` for what it does not understand. */
export function readColumn<Answer>(
  responses: readonly SurveyResponse[],
  columns: DesignColumns & { value: string },
  answer: (text: string) => Answer | null | undefined,
  expectedAnswer: Bilingual,
): Result<{ design: SampleDesign; values: (Answer | null)[]; groups: Record<string, string>[] }> {
  const { value, weight, stratum, cluster, fpc, by = [] } = columns;
  const problems: Problem[] = [];
  const report = (problem: Pick<Problem, "found" | "message">, path: string, expected: string) => {
    if (problems.length < MAX_PROBLEMS)
      problems.push({ code: "survey-response", where: { path }, ...problem, expected });
  };
  const names = new Set(responses.flatMap((response) => Object.keys(response)));
  const columnExpected = bilingualText(en.expectedColumn, fr.expectedColumn, [...names].join(", "));
  for (const name of [value, weight, stratum, cluster, fpc, ...by])
    if (name !== undefined && !names.has(name))
      report({ ...mismatch(name, undefined, columnExpected), found: name }, "columns", columnExpected.en);
  const responseExpected = { en: en.expectedResponse, fr: fr.expectedResponse };
  if (responses.length === 0)
    report(mismatch({ en: "rows", fr: "lignes" }, 0, responseExpected), "rows", responseExpected.en);
  if (problems.length > 0) return refuse(...problems);

  const cell = (row: number, name: string) => textOf(responses[row]?.[name]);
  const reportCell = (row: number, name: string, found: string, expected: Bilingual, more = "") =>
    report(
      mismatch(
        bilingualText(en.rowColumn, fr.rowColumn, String(row + 1), name),
        found === "" ? undefined : found,
        expected,
      ),
      `row ${row + 1}, ${name}${more}`,
      expected.en,
    );
  const numbers = (name: string | undefined) =>
    name === undefined
      ? undefined
      : responses.map((_, row) => {
          const found = cell(row, name);
          const number = numberOf(found);
          if (number === null || number <= 0)
            reportCell(row, name, found, { en: en.expectedAboveZero, fr: fr.expectedAboveZero });
          return number ?? 1;
        });
  const texts = (name: string | undefined) =>
    name === undefined
      ? undefined
      : responses.map((_, row) => {
          const found = cell(row, name);
          if (found === "") reportCell(row, name, found, { en: en.expectedName, fr: fr.expectedName });
          return found;
        });
  /** Rows of each answer that is not understood: one problem an answer, not one a row. */
  const unknown = new Map<string, number[]>();
  const values = responses.map((_, row) => {
    const found = cell(row, value);
    const understood = answer(found);
    if (understood === undefined) unknown.set(found, [...(unknown.get(found) ?? []), row]);
    return understood ?? null;
  });
  for (const [found, [first = 0, ...others]] of unknown)
    reportCell(first, value, found, expectedAnswer, others.length > 0 ? ` (+${others.length})` : "");
  const sample: SampleColumns = {
    weights: numbers(weight),
    strata: texts(stratum),
    clusters: texts(cluster),
    populations: numbers(fpc),
  };
  if (problems.length > 0) return refuse(...problems);
  try {
    const design = sampleDesign(responses.length, sample);
    const groups = responses.map((_, row) => Object.fromEntries(by.map((name) => [name, cell(row, name)])));
    return { ok: true, value: { design, values, groups }, findings: [] };
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const { reason: message, found, expected } = error;
    report({ message, found }, fpc ?? "rows", expected);
    return refuse(...problems);
  }
}

/** The estimate of every group that occurs, in order of first mention. */
export function estimateResponses(
  { design, kind, values, groups }: SurveyData,
  options: ResponseEstimateOptions = {},
): SurveyEstimate[] {
  const keys = groups.map((group) => JSON.stringify(group));
  const first = new Map(keys.map((key, row) => [key, groups[row] ?? {}]));
  return [...first].map(([key, at]) =>
    estimateSurvey(design, values, { ...options, kind, at, within: (row) => keys[row] === key }),
  );
}

const textOf = (value: string | number | null | undefined): string => String(value ?? "").trim();

function numberOf(text: string): number | null {
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** `undefined`: not understood. */
function answerOf(
  text: string,
  kind: SurveyKind,
  { yes, no, missing }: ResponseColumns,
): number | null | undefined {
  if (text === "" || missing?.includes(text)) return null;
  if (kind === "share") {
    if (yes?.includes(text)) return 1;
    if (no?.includes(text)) return 0;
    // With a list of those that mean yes alone, all others mean no.
    if (yes !== undefined) return no === undefined ? 0 : undefined;
    const number = numberOf(text);
    return number === 0 || number === 1 ? number : undefined;
  }
  return numberOf(text) ?? undefined;
}
