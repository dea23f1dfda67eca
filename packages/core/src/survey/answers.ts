import type { Result } from "../diagnostics/problem.ts";
import type { SampleDesign, SingleUnit } from "./design.ts";
import { type LikertResult, type LikertScale, likert } from "./likert.ts";
import { type DesignColumns, readColumn, type SurveyResponse } from "./responses.ts";

/** Which columns hold the items of a scale. */
export interface LikertColumns extends DesignColumns, LikertScale {
  /** Names of the columns, one for each item. */
  items: readonly string[];
  /** Answers that count as none given: `don't know`. An empty cell always is. */
  missing?: readonly string[];
}

/** Answers to an item, with the way in which they were drawn. */
export interface LikertAnswers {
  /** Name of the column. */
  item: string;
  /** How the sample was drawn. */
  design: SampleDesign;
  /** By respondent, the level as written; `null`: no answer. */
  answers: (string | null)[];
  /** The group of each respondent. Empty groups: all in one. */
  groups: Record<string, string>[];
}

/** An item of a scale in a group: how answers spread. */
export interface LikertItem extends LikertResult {
  /** Name of the column. */
  item: string;
}

/** Reads the items of a scale from a table of responses. An answer that is no level of the scale is a problem with its row. */
export function readLikert(
  responses: readonly SurveyResponse[],
  { items, levels, missing, ...columns }: LikertColumns,
): Result<LikertAnswers[]> {
  const found: LikertAnswers[] = [];
  for (const item of items) {
    const read = readColumn(
      responses,
      { ...columns, value: item },
      (text) => (text === "" || missing?.includes(text) ? null : levels.includes(text) ? text : undefined),
      { en: levels.join(" | "), fr: levels.join(" | ") },
    );
    if (!read.ok) return read;
    const { design, values, groups } = read.value;
    found.push({ item, design, answers: values, groups });
  }
  return { ok: true, value: found, findings: [] };
}

/** The distribution of each item in each group that occurs, in order of first mention. */
export function summariseLikert(
  read: readonly LikertAnswers[],
  scale: LikertScale,
  options: { level?: number; method?: "wilson" | "logit"; singleUnit?: SingleUnit } = {},
): LikertItem[] {
  return read.flatMap(({ item, design, answers, groups }) => {
    const keys = groups.map((group) => JSON.stringify(group));
    const first = new Map(keys.map((key, row) => [key, groups[row] ?? {}]));
    return [...first].map(([key, at]) => ({
      item,
      ...likert(design, answers, scale, { ...options, at, within: (row) => keys[row] === key }),
    }));
  });
}
