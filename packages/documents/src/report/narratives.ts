import { type CovidCategory, type Narrative, NarrativeTopic, type Rating } from "@cadre/core";
import type { Template } from "../template/grammar.ts";
import { bare, oneOf } from "../template/normalise.ts";
import type { Line, Segment } from "./segments.ts";

/** An answer in prose, still with its lines. */
export interface Prose {
  topic: NarrativeTopic;
  outcome: string | null;
  path: string;
  line: number;
  paragraphs: Line[];
  limit: number | null;
}

const isTopic = (key: string): key is NarrativeTopic => NarrativeTopic.safeParse(key).success;

/** The answers in prose, in the order of the paper. */
export function readProse(segments: readonly Segment[]): Prose[] {
  return segments.flatMap(({ key, outcome, line, lines, limit }) => {
    if (!isTopic(key)) return [];
    const perOutcome = key === "outcome-progress" || key === "gender-and-youth" ? outcome : null;
    const path = perOutcome === null ? `narrative/${key}` : `narrative/${key}/${perOutcome}`;
    return [
      { topic: key, outcome: perOutcome, path, line: lines[0]?.line ?? line, paragraphs: lines, limit },
    ];
  });
}

/** Prose as the document keeps it. */
export function narrativeOf({ topic, outcome, paragraphs, limit }: Prose): Narrative {
  return {
    topic,
    ...(outcome === null ? {} : { outcome }),
    text: paragraphs.map(({ text }) => text).join("\n"),
    ...(limit === null ? {} : { limit }),
  };
}

/** The rating of each outcome in part II; `null` where it was left open. */
export function readRatings(
  segments: readonly Segment[],
  template: Template,
): Map<string, { rating: Rating | null; line: number }> {
  const ratings = new Map<string, { rating: Rating | null; line: number }>();
  for (const { key, outcome, line, lines } of segments) {
    if (key !== "rating" || outcome === null) continue;
    const rating = oneOf(template.ratings)((lines[0]?.text ?? "").replace(/["'“”«»]/g, "").trim());
    ratings.set(outcome, { rating, line: lines[0]?.line ?? line });
  }
  return ratings;
}

const TICKED = /^[☑☒✓✔✗✘■]/;
const EMPTY = /^[☐□]/;

/** The tick boxes of the COVID-19 part, by category. A line without a box says nothing. */
export function readCovidCategories(
  segments: readonly Segment[],
  template: Template,
): { categories: Partial<Record<CovidCategory, boolean>>; line: number | null } {
  const found = segments.find(({ key }) => key === "covid-categories");
  const categories: Partial<Record<CovidCategory, boolean>> = {};
  for (const { text } of found?.lines ?? []) {
    const words = bare(text);
    const known = template.covidCategories.find(({ label }) => words.startsWith(label));
    if (known === undefined) continue;
    if (TICKED.test(text)) categories[known.category] = true;
    else if (EMPTY.test(text)) categories[known.category] = false;
  }
  return { categories, line: found?.line ?? null };
}
