import {
  type FrameworkDocument,
  indicatorsOf,
  VALUE_COLUMNS,
  type ValueColumn,
} from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import { differByOneSlip, plain, spellingPairs } from "../plain.ts";
import type { Hit, Rule } from "../rule.ts";

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

/** Words for people that no other common word resembles; of each also what differs by its ending. */
const PEOPLE =
  "femmes femme hommes homme women woman female females personnes personne people persons person participants participant beneficiaries beneficiary bénéficiaires bénéficiaire".split(
    " ",
  );
const OTHER_WORDS = new Set(["pommes", "pomme", "sommes", "somme", "gommes", "gomme", "homes", "peoples"]);

/** The word for people that a word of a label is but for one letter; `null` where it is one, or none. */
function nearlyPeople(label: string): string | null {
  const words = [label, ...label.split(/\s+/)].map(plain);
  for (const word of words) {
    if (word.length < 5 || OTHER_WORDS.has(word) || PEOPLE.some((each) => plain(each) === word)) continue;
    const found = PEOPLE.find(
      (each) =>
        differByOneSlip(word, plain(each)) &&
        !/^e?s?$/.test(word.startsWith(plain(each)) ? word.slice(plain(each).length) : "-"),
    );
    if (found !== undefined) return found;
  }
  return null;
}

function misspelt(document: FrameworkDocument): Hit[] {
  return indicatorsOf(document).flatMap(({ indicator }) =>
    VALUE_COLUMNS.flatMap((column) => {
      const { value, breakdown } = indicator[column];
      const unit = value.kind === "number" ? (value.unit ?? "") : "";
      return [unit, ...(breakdown?.parts ?? []).map(({ label }) => label)].flatMap((label) => {
        const usual = label === "" ? null : nearlyPeople(label);
        return usual === null ? [] : [variant(document, indicator.code, column, label, usual)];
      });
    }),
  );
}

function variant(
  document: FrameworkDocument,
  code: string,
  column: ValueColumn,
  rare: string,
  usual: string,
): Hit {
  const message = bilingual(
    en.breakdownLabelVariant,
    fr.breakdownLabelVariant,
    code,
    columnName(column),
    rare,
    usual,
  );
  return hit(document, `indicators/${code}/${column}`, message, rare, usual);
}

export const rule: Rule = {
  id: "breakdown-label-variant",
  severity: "info",
  check: (document) => {
    const known = misspelt(document);
    const paths = new Set(known.map(({ where }) => where.path));
    const pairs = spellingPairs(labelsOf(document), variants)
      .map(([usual, rare]) => variant(document, rare.code, rare.column, rare.text, usual.text))
      .filter(({ where }) => !paths.has(where.path));
    return [...known, ...pairs];
  },
};
