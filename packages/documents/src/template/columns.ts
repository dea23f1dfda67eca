import type { TableColumn } from "./grammar.ts";
import { normalise } from "./normalise.ts";

/**
 * What a column of an indicator table holds. `head`: the outcome or output; `code`: the indicator's code alone; `other`: anything that the
 * document has no field for.
 */
export type HeadKind = TableColumn | "head" | "code" | "other";

/**
 * The heads of the indicator table in the wordings of 2018 to 2024, in English and French, normalised. Read in this order: `Indicator
 * Milestone` names a milestone, `Adjustment of target` no target.
 */
const HEADS: readonly [HeadKind, RegExp][] = [
  [
    "remark",
    /\breasons?\b|\braisons?\b|\bvariance\b|\bcomments?\b|\bcommentaires?\b|\bremarks?\b|\bremarques?\b|\bobservations?\b|\bjustification\b/,
  ],
  [
    "other",
    /\badjust|\bajust|means? of verification|moyens? de verification|\bfrequency|\bfrequence|\bresponsib|\bresponsab|\bsource\b/,
  ],
  ["milestone", /\bmilestones?\b|\betapes?\b|\bjalons?\b/],
  [
    "baseline",
    /\bbaselines?\b|\bbases? de donnees?\b|\bdonnees? de base\b|\bbase de reference\b|\bsituation de reference\b|\bvaleur de reference\b|\bniveau de reference\b|^reference$|^base$/,
  ],
  ["target", /\btargets?\b|\bcibles?\b/],
  [
    "actual",
    /\bprogress\b|\bprogres\b|\bactuals?\b|\bachiev|\brealis|\bcurrent (?:value|status|level)|\batteint|\bsituation actuelle\b|\bvaleur actuelle\b|\bniveau actuel\b/,
  ],
  [
    "indicator",
    /^(?:performance |outcome |output |key )?indicators?(?: of performance)?$|^indicateurs?(?: de performance| de resultats?| cles?)?$/,
  ],
  ["code", /^(?:no|n[°o]|nr|num(?:ber|ero)?|#|codes?|ref)$/],
  [
    "head",
    /^(?:outcomes?|outputs?|results?|resultats?|produits?)(?: ?(?:\/|and|et|ou|or|&) ?(?:outcomes?|outputs?|produits?|resultats?|indicators?|indicateurs?))?$/,
  ],
];

/** What names a column even where a narrow one cuts its words: `Milesto ne`. */
const CUT: readonly [HeadKind, RegExp][] = [
  ["milestone", /milestone/],
  ["baseline", /baseline|basede(?:donnee|reference)/],
  ["target", /target|ciblede/],
  ["actual", /progress|progresactuel/],
];

/** Longer than any head of the template: a cell of prose. */
const MAX_HEAD = 90;

/** What the head of a column says that it holds; `null` where the text is no known head. */
export function headKind(text: string): HeadKind | null {
  const words = normalise(text)
    .replace(/[:.*]+$/, "")
    .trim();
  if (words === "" || words.length > MAX_HEAD) return null;
  const joined = words.replaceAll(" ", "");
  const found =
    HEADS.find(([, pattern]) => pattern.test(words)) ?? CUT.find(([, pattern]) => pattern.test(joined));
  return found?.[0] ?? null;
}

const VALUES: readonly HeadKind[] = ["baseline", "target", "milestone", "actual"];

/** Whether columns that were recognised make an indicator table: baseline and target, or two columns of values beside another column. */
export function isIndicatorHead(kinds: readonly (HeadKind | null)[]): boolean {
  const known = new Set(
    kinds.filter((kind): kind is HeadKind => kind !== null && kind !== "other" && kind !== "code"),
  );
  const values = VALUES.filter((kind) => known.has(kind)).length;
  return (known.has("baseline") && known.has("target")) || (values >= 2 && known.size >= 3);
}
