import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { differByOneSlip, plain, spellingPairs } from "../plain.ts";
import type { Rule } from "../rule.ts";
import { type TextAt, textsOf } from "../texts.ts";

interface Name {
  word: string;
  /** As it is compared. */
  plain: string;
  count: number;
  path: string;
}

/** A word with a capital, behind a word or a comma, so that the capital is not the sentence's. */
const NAME = /(?<=[\p{Ll}\d,;:)»] |[\p{L}]['’]|\()\p{Lu}\p{Ll}{3,30}(?![\p{L}\p{N}])/gu;

/** Names in the texts, with their number of occurrences. */
function namesIn(texts: readonly TextAt[]): Iterable<Name> {
  const names = new Map<string, Name>();
  const common = new Set<string>();
  for (const { text } of texts)
    for (const [word] of text.matchAll(/(?<!\p{L})\p{Ll}{4,}/gu)) common.add(plain(word));
  for (const { path, text } of texts)
    for (const [word] of text.matchAll(NAME)) {
      const known = names.get(word);
      const key = known?.plain ?? plain(word);
      if (known !== undefined) known.count += 1;
      else if (!common.has(key)) names.set(word, { word, plain: key, count: 1, path });
    }
  return names.values();
}

/** `Malien` and `Maliens`, `Burundais` and `Burundaise` are one word with two endings. */
const endingsDiffer = (a: string, b: string) =>
  a.startsWith(b) || b.startsWith(a) || a.slice(0, -2) === b.slice(0, -2);

function variants(one: Name, other: Name): boolean {
  const [a, b] = [one.plain, other.plain];
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  // Accents on capitals are left out by habit.
  if (a === b) return one.word.slice(1) !== other.word.slice(1);
  return Math.min(a.length, b.length) >= 6 && !endingsDiffer(a, b) && differByOneSlip(a, b);
}

/** Two spellings that both occur often are two names. */
const COMMON = 3;
export const rule: Rule = {
  id: "spelling-variant",
  severity: "warning",
  check: (document) =>
    spellingPairs(namesIn(textsOf(document)), variants).flatMap(([usual, rare]) => {
      if (rare.count >= COMMON) return [];
      const message = bilingual(
        en.spellingVariant,
        fr.spellingVariant,
        rare.word,
        rare.count,
        usual.word,
        usual.count,
      );
      return [hit(document, rare.path, message, rare.word, usual.word)];
    }),
};
