import { type CovidCategory, type Narrative, NarrativeTopic, type Rating } from "@cadre/core";
import { readRating } from "../template/choices.ts";
import type { Template } from "../template/grammar.ts";
import { bare } from "../template/normalise.ts";
import { isPrompt, type Line, type Segment } from "./segments.ts";

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

/** The answers in prose, in the order of the document. */
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

/** The rating of an outcome in part II: `null` where it was left open or not understood, the latter with its text. */
export interface ReadRating {
  rating: Rating | null;
  unread: string | null;
  line: number;
}

/** The rating of each outcome in part II. */
export function readRatings(segments: readonly Segment[], template: Template): Map<string, ReadRating> {
  const ratings = new Map<string, ReadRating>();
  for (const { key, outcome, line, lines } of segments) {
    if (key !== "rating" || outcome === null) continue;
    const [first] = lines;
    const boxes = lines.filter(({ text }) => /^[☐□☑☒]/.test(text));
    const answer = (boxes.length > 0 ? boxes : lines.slice(0, 1)).map(({ text }) => text).join(" ");
    const rating = readRating(answer);
    // Boxes of which none is ticked are an open question, and so is the list of all choices.
    const open =
      answer === "" ||
      /^(?:[☐□][^☐□☑☒]*)+$/.test(answer) ||
      isPrompt(answer, template) ||
      !/\p{L}/u.test(answer);
    const read = { rating, unread: rating === null && !open ? answer : null, line: first?.line ?? line };
    // Of two ratings the first counts; the other one is reported as repeated.
    const known = ratings.get(outcome);
    if (known === undefined || (known.rating === null && rating !== null)) ratings.set(outcome, read);
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
