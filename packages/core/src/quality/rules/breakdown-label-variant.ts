import {
  FIGURE_COLUMNS,
  type FigureColumn,
  type FrameworkDocument,
  indicatorsOf,
} from "../../framework/index.ts";
import { columnName, say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import { oneSlipApart, plain } from "../plain.ts";
import type { Rule, RulePage } from "../rule.ts";
import { OURS } from "../sources.ts";
import { textsOf } from "../words.ts";

export const page: RulePage = {
  about: {
    en:
      "The words behind a figure (its unit, the groups of its breakdown) are spelled as elsewhere: a word of five letters or more that stands once, and differs by one " +
      "slip of the pen from one that stands more often. Endings of plural and gender do not count",
    fr:
      "Les mots derrière un chiffre (son unité, les groupes de sa ventilation) s’écrivent comme ailleurs : mot de cinq lettres ou plus qui figure une fois et diffère " +
      "par une faute de frappe d’un mot plus fréquent. Les terminaisons du pluriel et du genre ne comptent pas",
  },
  source: OURS,
};

interface Label {
  code: string;
  column: FigureColumn;
  text: string;
}

/** Units and groups of all figures. */
const labelsOf = (document: FrameworkDocument): Label[] =>
  indicatorsOf(document).flatMap(({ indicator }) =>
    FIGURE_COLUMNS.flatMap((column) => {
      const { value, breakdown } = indicator[column];
      const unit = value.kind === "number" ? (value.unit ?? "") : "";
      const texts = [unit, ...(breakdown?.parts ?? []).map(({ label }) => label)];
      return texts.filter((text) => text !== "").map((text) => ({ code: indicator.code, column, text }));
    }),
  );

const SHORTEST = 5;
const wordsOf = (text: string) => text.normalize().match(/\p{L}+/gu) ?? [];
/** A word without the endings of plural and gender. */
const stem = (word: string) => word.replace(/[esx]+$/, "");

/** Counts things by their name. */
function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The name, of those that stand twice or more, that one slip of the pen leads to; `null` for a name that is not rare or has none. */
function meant(name: string, counts: ReadonlyMap<string, number>): string | null {
  if (name.length < SHORTEST || (counts.get(name) ?? 0) > 1) return null;
  for (const [other, times] of counts)
    if (times > 1 && other.length >= SHORTEST && oneSlipApart(name, other) && stem(name) !== stem(other))
      return other;
  return null;
}

export const rule: Rule = {
  id: "breakdown-label-variant",
  severity: "info",
  check: (document) => {
    const labels = labelsOf(document);
    const [whole, words] = [new Map<string, number>(), new Map<string, number>()];
    for (const { text } of labels) count(whole, plain(text));
    for (const { text } of [...labels, ...textsOf(document)])
      for (const word of wordsOf(text)) if (word.length >= SHORTEST) count(words, plain(word));
    return labels.flatMap(({ code, column, text }) => {
      const slips = wordsOf(text).flatMap((word) => {
        const usual = meant(plain(word), words);
        return usual === null ? [] : [{ rare: word, usual }];
      });
      const label = meant(plain(text), whole);
      const [slip] = slips.length > 0 || label === null ? slips : [{ rare: text, usual: label }];
      if (slip === undefined) return [];
      const message = say(
        "Indicator {0}, {1}: “{2}” stands once and differs by one sign from “{3}”.",
        "Indicateur {0}, {1} : « {2} » figure une fois et diffère d’un signe de « {3} ».",
        code,
        columnName(column),
        slip.rare,
        slip.usual,
      );
      return [hit(document, `indicators/${code}/${column}`, message, slip.rare, slip.usual)];
    });
  },
};
