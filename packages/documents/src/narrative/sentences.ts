import type { Language, NarrativeTopic, SourceLocation } from "@cadre/core";
import type { Prose } from "../report/narratives.ts";
import type { NarrativeCues } from "./cues.ts";

/** A sentence of the narrative with all that is needed to say who it speaks of. */
export interface Sentence {
  text: string;
  /** Without what it quotes, which is somebody's word and not the report's: blanked out, at the same length. */
  unquoted: string;
  /** Lower case, for cues; accents kept, since they distinguish `retardé` from `retarde`. */
  words: string;
  topic: NarrativeTopic;
  outcome: string | null;
  location: SourceLocation;
  /** Sentences of one paragraph share it; a list's items share the paragraph that introduces them too. */
  paragraph: number;
  /** Codes of activities that the sentence names, in order. */
  codes: string[];
}

const SEGMENTERS: Record<Language, Intl.Segmenter> = {
  fr: new Intl.Segmenter("fr", { granularity: "sentence" }),
  en: new Intl.Segmenter("en", { granularity: "sentence" }),
};
const CODE = /(?<![\d.])\d{1,2}\.\d{1,2}\.\d{1,2}(?!\.?\d)/g;

/** The codes of three levels that a text names. */
export function codesIn(text: string): string[] {
  return [...new Set([...text.matchAll(CODE)].map(([code]) => code))];
}

/** Codes that are listed together: `1.1.1, 1.1.2 and 1.1.4`, `1.1.1 to 1.1.4`. */
export interface CodeGroup {
  codes: string[];
  at: number;
  length: number;
}

const NUMBER = String.raw`\d{1,2}\.\d{1,2}\.\d{1,2}`;
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:-|–|—|to|through|à|jusqu'à|jusqu’à)\\s*(${NUMBER})`, "iu");

/** `1.1.1` to `1.1.4`, where both are of one output and in order. */
function rangeOf(from: string, to: string): string[] {
  const parent = from.slice(0, from.lastIndexOf("."));
  const [first, last] = [from, to].map((code) => Number(code.slice(code.lastIndexOf(".") + 1)));
  if (
    !to.startsWith(`${parent}.`) ||
    first === undefined ||
    last === undefined ||
    last <= first ||
    last - first > 30
  )
    return [from, to];
  return Array.from({ length: last - first + 1 }, (_, index) => `${parent}.${first + index}`);
}

/** The activities that a text names, list by list. Indicators and dates of three numbers are none. */
export function activityCodes(text: string, cues: NarrativeCues, known: readonly string[]): CodeGroup[] {
  const groups: CodeGroup[] = [];
  for (const match of text.matchAll(cues.allOfOutput)) {
    const { output = "", except = "" } = match.groups ?? {};
    const excluded = codesIn(except);
    const codes = known.filter((code) => code.startsWith(`${output}.`) && !excluded.includes(code));
    groups.push({ codes, at: match.index, length: match[0].length });
  }
  let skip = 0;
  for (const match of text.matchAll(CODE)) {
    const [code] = match;
    const position = match.index;
    if (position < skip || groups.some((group) => position >= group.at && position < group.at + group.length))
      continue;
    const before = text.slice(Math.max(0, position - 30), position);
    if (cues.beforeIndicator.test(before)) {
      // The whole list is of indicators.
      skip = position + (/^[^\p{L}]*/u.exec(text.slice(position))?.[0].length ?? 0);
      continue;
    }
    if (cues.beforeDate.test(before) && Number(code.slice(code.lastIndexOf(".") + 1)) > 15) continue;
    const range = RANGE.exec(text.slice(position));
    const own =
      range === null
        ? { codes: [code], at: position, length: code.length }
        : { codes: rangeOf(range[1] ?? code, range[2] ?? code), at: position, length: range[0].length };
    skip = position + own.length;
    const last = groups.at(-1);
    const between = last === undefined ? "" : text.slice(last.at + last.length, position);
    if (
      last !== undefined &&
      position > last.at &&
      /^(?:\s*[,;/&]\s*|,?\s+(?:and|et|ainsi que|as well as)\s+(?:de\s+)?)$/iu.test(between)
    ) {
      last.codes.push(...own.codes);
      last.length = own.at + own.length - last.at;
    } else groups.push(own);
  }
  return groups.sort((a, b) => a.at - b.at);
}

const withoutQuotes = (text: string) =>
  text.replace(/«[^»]*»|“[^”]*”|"[^"]*"/g, (quoted) => " ".repeat(quoted.length));

const isBullet = (text: string) => /^[·•\-–]/.test(text);

/**
 * The narrative cut into sentences. Items of a list belong to the paragraph that introduces it with a colon, so that what is said of
 * its activities is said of them.
 */
export function sentencesOf(prose: readonly Prose[], cues: NarrativeCues): Sentence[] {
  const segmenter = SEGMENTERS[cues.language];
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { topic, outcome, path, paragraphs } of prose) {
    let introduces = false;
    for (const { line, text } of paragraphs) {
      const item = isBullet(text);
      if (!(item && introduces)) paragraph += 1;
      introduces = text.endsWith(":") || (item && introduces);
      const own = withoutQuotes(text);
      for (const { segment, index } of segmenter.segment(text)) {
        const quote = segment.trim();
        const start = index + segment.length - segment.trimStart().length;
        if (quote === "") continue;
        const location = { path, line };
        sentences.push({
          text: quote,
          unquoted: own.slice(start, start + quote.length),
          words: quote.toLowerCase(),
          topic,
          outcome,
          location,
          paragraph,
          codes: [...new Set(activityCodes(quote, cues, []).flatMap(({ codes }) => codes))],
        });
      }
    }
  }
  return sentences;
}
