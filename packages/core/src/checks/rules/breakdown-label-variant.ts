import {
  type FrameworkDocument,
  indicatorsOf,
  VALUE_COLUMNS,
  type ValueColumn,
} from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import { differByOneSlip, plain, spellingPairs } from "../plain.ts";
import type { Rule, RulePage } from "../rule.ts";
import { OURS } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "A group of a breakdown and what is counted are spelled the same way in all rows: labels that differ by one letter (six letters or more). Endings and numbers do not count",
    fr: "Un groupe d’une ventilation et ce qui est compté s’écrivent d’une seule façon dans toutes les lignes : mots qui diffèrent d’une lettre (six lettres ou plus). Les terminaisons et les nombres ne comptent pas",
  },
  source: OURS,
};

/** As it is compared: `jeunes déplacées de 18 ans` and `jeune déplacé de 25 ans` are one. */
const stem = (text: string) => plain(text.replace(/\d|e?s?(?![\p{L}\p{M}])/gu, ""));
interface Label {
  text: string;
  stem: string;
  count: number;
  code: string;
  column: ValueColumn;
}

/** Groups and what is counted, by their stems, with their number of occurrences. Short ones resemble each other by chance. */
function labelsOf(document: FrameworkDocument): Iterable<Label> {
  const labels = new Map<string, Label>();
  const written = new Map<string, Label>();
  for (const { indicator } of indicatorsOf(document))
    for (const column of VALUE_COLUMNS) {
      const { value, breakdown } = indicator[column];
      const unit = value.kind === "number" ? (value.unit ?? "") : "";
      for (const text of [unit, ...(breakdown?.parts ?? []).map(({ label }) => label)]) {
        let label = written.get(text);
        if (label === undefined) {
          const key = stem(text);
          label = labels.get(key) ?? { text, stem: key, count: 0, code: indicator.code, column };
          written.set(text, label);
          if (key.length > 5) labels.set(key, label);
        }
        label.count += 1;
      }
    }
  return labels.values();
}

/** `groupe A` and `groupe B` are two. One slip is not at both ends: most pairs are done with at a look. */
const variants = ({ stem: a }: Label, { stem: b }: Label) =>
  (a[0] === b[0] || a.at(-1) === b.at(-1)) && differByOneSlip(a, b) && a.slice(0, -1) !== b.slice(0, -1);

export const rule: Rule = {
  id: "breakdown-label-variant",
  severity: "info",
  check: (document) =>
    spellingPairs(labelsOf(document), variants).map(([usual, rare]) => {
      const message = bilingual(
        "Indicator {0}, {1}: “{2}” may be “{3}”.",
        "Indicateur {0}, {1} : « {2} » est peut-être « {3} ».",
        rare.code,
        columnName(rare.column),
        rare.text,
        usual.text,
      );
      return hit(document, `indicators/${rare.code}/${rare.column}`, message, rare.text, usual.text);
    }),
};
