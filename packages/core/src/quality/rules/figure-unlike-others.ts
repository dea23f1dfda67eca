import { type FrameworkDocument, type Indicator, indicatorsOf } from "../../framework/index.ts";
import { columnName, say } from "../../locale/index.ts";
import { numberOf } from "../../value.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { OURS } from "../sources.ts";
import { narrativesOf } from "../words.ts";

export const page: RulePage = {
  about: {
    en:
      "In a column of the indicator table that says nearly always the same (zero, or some figure), no cell says otherwise unexplained: a bare number other than zero of " +
      "which neither remark, breakdown nor text speaks, or nothing at all. Looked at where there are ten rows or more, nine of ten alike",
    fr:
      "Dans une colonne du tableau des indicateurs qui dit presque toujours la même chose (zéro, ou un chiffre), aucune cellule ne dit autre chose sans explication : un nombre seul, non nul, " +
      "dont ni remarque, ni ventilation, ni texte ne parle, ou rien du tout. Regardé à partir de dix lignes, si neuf sur dix se ressemblent",
  },
  source: OURS,
};

const COLUMNS = ["baseline", "milestone", "actual"] as const;
type Column = (typeof COLUMNS)[number];
const FEWEST = 10;
const NEARLY_ALL = 0.9;
/** A word is told by its beginning: plural and gender do not count. */
const ROOT = 6;

const rootsOf = (text: string) =>
  (text.toLowerCase().match(/\p{L}{6,}/gu) ?? []).map((word) => word.slice(0, ROOT));

/** Sentences in which figures stand. */
const sentencesOf = (document: FrameworkDocument) =>
  narrativesOf(document).flatMap(({ text }) =>
    text.split(/[.;!?\n]/).filter((sentence) => /\d/.test(sentence)),
  );

/** Whether a sentence has the number and a word of what the indicator is about. */
function isTold({ text }: Indicator, value: number, sentences: readonly string[]): boolean {
  const roots = new Set(rootsOf(text));
  const number = new RegExp(`(?<![\\d.,])${value}(?![\\d.,]*\\d)`);
  return sentences.some(
    (sentence) =>
      number.test(sentence.replace(/(\d)[\s\u00a0\u202f](?=\d{3})/g, "$1")) &&
      rootsOf(sentence).some((root) => roots.has(root)),
  );
}

/** A number that stands alone: no words beside it, no parts, no remark of its row. */
const isBare = (indicator: Indicator, column: Column) => {
  const { value, breakdown } = indicator[column];
  const unit = value.kind === "number" ? (value.unit ?? "%") : "";
  return unit === "%" && breakdown === undefined && (indicator.remark ?? "").trim() === "";
};

export const rule: Rule = {
  id: "figure-unlike-others",
  severity: "info",
  check: (document) => {
    const rows = indicatorsOf(document).map(({ indicator }) => indicator);
    // Without a baseline to go by, an indicator is a case of its own.
    const based = rows.filter(({ baseline }) => numberOf(baseline.value) !== null);
    let sentences: string[] | null = null;
    return COLUMNS.flatMap((column) => {
      const numbers = rows.flatMap((row) => {
        const value = numberOf(row[column].value);
        return value === null ? [] : [{ row, value }];
      });
      const zeros = numbers.filter(({ value }) => value === 0).length;
      const zero = numbers.length >= FEWEST && zeros >= numbers.length * NEARLY_ALL;
      const odd = zero
        ? numbers.filter(({ row, value }) => {
            if (value === 0 || !isBare(row, column)) return false;
            sentences ??= sentencesOf(document);
            return !isTold(row, value, sentences);
          })
        : [];
      const empty = based.filter((row) => row[column].value.kind === "none");
      const filled = based.length >= FEWEST && empty.length <= based.length * (1 - NEARLY_ALL);
      const at = ({ code }: Indicator) => `indicators/${code}/${column}`;
      return [
        ...odd.map(({ row, value }) =>
          hit(
            document,
            at(row),
            say(
              "Indicator {0}, {1}: {2}, where {3} of {4} rows say zero and nothing else in the paper speaks of it.",
              "Indicateur {0}, {1} : {2}, alors que {3} lignes sur {4} disent zéro et que rien d’autre n’en parle.",
              row.code,
              columnName(column),
              value,
              zeros,
              numbers.length,
            ),
            value,
            0,
          ),
        ),
        ...(filled ? empty : []).map((row) =>
          hit(
            document,
            at(row),
            say(
              "Indicator {0}, {1}: nothing, where {2} of {3} rows with a baseline have a figure.",
              "Indicateur {0}, {1} : rien, alors que {2} lignes sur {3} avec une base ont un chiffre.",
              row.code,
              columnName(column),
              based.length - empty.length,
              based.length,
            ),
            null,
            "a figure",
          ),
        ),
      ];
    });
  },
};
