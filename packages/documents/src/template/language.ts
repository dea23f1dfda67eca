import type { Language } from "@cadre/core";
import { plainTerm } from "../cells/index.ts";

const ENGLISH = new Set(
  "the of and to in was were has have for with that this from by are been which their will not on is it as at they".split(
    " ",
  ),
);
const FRENCH = new Set(
  "le la les des du de et dans une un est ont ete pour avec que qui sur par au aux a en ce cette sont leur pas il elle se".split(
    " ",
  ),
);
/** Fewer words than this say nothing of a language. */
const MIN_WORDS = 12;

/** The language that texts are written in, by their commonest words; `null` where they are too few or balanced. */
export function languageOf(texts: Iterable<string>): Language | null {
  let [english, french] = [0, 0];
  for (const text of texts) {
    for (const word of plainTerm(text.slice(0, 5000)).split(/[^\p{L}]+/u)) {
      if (ENGLISH.has(word)) english += 1;
      if (FRENCH.has(word)) french += 1;
    }
  }
  if (english + french < MIN_WORDS) return null;
  if (english > 2 * french) return "en";
  return french > 2 * english ? "fr" : null;
}
