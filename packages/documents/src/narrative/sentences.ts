import type { Language, NarrativeTopic, SourceLocation } from "@cadre/core";
import type { Prose } from "../report/narratives.ts";

/** A sentence of the narrative with all that is needed to say who it speaks of. */
export interface Sentence {
  text: string;
  /** Lower case, for cues; accents kept, since they tell `retardé` from `retarde`. */
  words: string;
  topic: NarrativeTopic;
  outcome: string | null;
  place: SourceLocation;
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

/** The codes of three levels that a text names: activities, since indicators are never named in prose. */
export function codesIn(text: string): string[] {
  return [...new Set([...text.matchAll(CODE)].map(([code]) => code))];
}

const isBullet = (text: string) => /^[·•\-–]/.test(text);

/**
 * The narrative cut into sentences. Items of a list belong to the paragraph that introduces it with a colon, so that what is said of
 * its activities is said of them.
 */
export function sentencesOf(prose: readonly Prose[], language: Language): Sentence[] {
  const segmenter = SEGMENTERS[language];
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { topic, outcome, path, paragraphs } of prose) {
    let introduces = false;
    for (const { line, text } of paragraphs) {
      const item = isBullet(text);
      if (!(item && introduces)) paragraph += 1;
      introduces = text.endsWith(":") || (item && introduces);
      for (const { segment } of segmenter.segment(text)) {
        const quote = segment.trim();
        if (quote === "") continue;
        const place = { path, line };
        sentences.push({
          text: quote,
          words: quote.toLowerCase(),
          topic,
          outcome,
          place,
          paragraph,
          codes: codesIn(quote),
        });
      }
    }
  }
  return sentences;
}
