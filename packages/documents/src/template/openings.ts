import type { Openings } from "../input/pages/index.ts";
import { PROJECT_LABELS } from "../project-document/labels.ts";
import { REPORT_TEMPLATES } from "./index.ts";
import { normalise } from "./normalise.ts";
import { HEAD_WORD, knownHeads } from "./table-heads.ts";

/** Shorter labels begin lines of prose, too, unless a colon ends them. */
const MIN_LABEL = 8;

const LABELS: ReadonlySet<string> = new Set(
  [
    ...REPORT_TEMPLATES.flatMap(({ fields }) => fields.flatMap(({ labels }) => labels)),
    ...PROJECT_LABELS,
  ].filter((label) => label.length >= MIN_LABEL || label.endsWith(":")),
);
const LENGTHS = [...new Set([...LABELS].map(({ length }) => length))];

const WORD = "(?:outcome|output|indicator|ind\\.?|resultat|produit|indicateur|activity|activite)";
const CODE = "(?:n[o°] ?)?\\d{1,2}(?: ?\\.? ?[a-z]\\)?|(?:\\.\\d{1,2}){0,3}[a-z]?)";
/** `Outcome Indicator 1a`, `Indicateur de produit 1.1.1`, `Output 1.1`. */
const ROW = new RegExp(`^(?:${WORD} (?:de |d')?)?${WORD} ?${CODE}(?=$|[ :.;,)\\-–])`);
const ALONE = new RegExp(
  `^(?:(?:${WORD} (?:de |d')?)?${WORD} ?${CODE}|\\d{1,2}(?:\\.\\d{1,2}){1,3}|\\d{1,2}[a-z])[:.)]?$`,
);

/** The heading of an outcome or of a part: `Outcome 1: …`, `PART IV: …`. */
const HEADING = /^(?:(?:outcome|resultat|effet) \d{1,2}|(?:part|partie) (?:[ivx]{1,4}|\d)) ?[:–—]/;

/** What the texts of reports and project documents begin with, for formats that say where text is and not what it belongs to. */
export const OPENINGS: Openings = {
  paragraph: (text) => {
    // Labels begin with a capital, a number or a sign; a line of prose that begins with the same words goes on in lower case.
    if (!/^[\p{Lu}\d☐☒☑(*]/u.test(text)) return false;
    const line = normalise(text);
    return HEADING.test(line) || LENGTHS.some((length) => LABELS.has(line.slice(0, length)));
  },
  alone: (text) => text.length < 40 && ALONE.test(normalise(text)),
  row: (text) => ROW.test(normalise(text, 60)),
  head: knownHeads,
  headWord: (text) => HEAD_WORD.test(text),
};
