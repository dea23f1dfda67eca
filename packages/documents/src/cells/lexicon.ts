import { NO_DATA, TO_BE_DETERMINED } from "@cadre/core/observations";

/**
 * The terms that cells use, in lower case and without accents (compared so). English and French together: an English form is often
 * filled in in French and the reverse, so that the form's language says nothing of a cell.
 */
export interface CellLexicon {
  /** Open a partition, whose parts add up. */
  partition: readonly string[];
  /** Open groups that may overlap. */
  subsets: readonly string[];
  /** Between a number and what it is per. */
  perTerms: readonly string[];
  /** Between the last two parts. */
  and: readonly string[];
  /** The value is to be determined: `TBD`. */
  toBeDetermined: readonly string[];
  /** No value applies: `s.o.`. */
  notApplicable: readonly string[];
  /** There is no value, since the work has not begun. */
  notStarted: readonly string[];
  /** There is no value, since there are no data. */
  noData: readonly string[];
  /** Nothing, without a reason. */
  none: readonly string[];
  /** The number 0: `aucun`. */
  zero: readonly string[];
}

export const CELL_LEXICON: CellLexicon = {
  partition: ["soit", "i.e.", "that is", "namely", "comprising", "a savoir"],
  subsets: [
    "dont",
    "y compris",
    "including",
    "of whom",
    "of which",
    "among them",
    "among whom",
    "of these",
    "parmi lesquels",
    "parmi lesquelles",
    "parmi eux",
    "incl.",
  ],
  perTerms: ["par", "per", "in each", "dans chaque", "each"],
  and: ["et", "and", "&"],
  toBeDetermined: TO_BE_DETERMINED,
  notApplicable: [
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "n/a.",
    "s.o.",
    "s/o",
    "so",
    "sans objet",
    "not applicable",
    "non applicable",
  ],
  notStarted: [
    "not started",
    "not yet started",
    "not commenced",
    "not yet commenced",
    "yet to start",
    "non demarre",
    "non demarree",
    "pas demarre",
    "pas encore demarre",
    "pas encore commence",
    "non commence",
  ],
  noData: NO_DATA,
  none: ["-", "–", "—", "--", ".", "none", "/", "_"],
  zero: ["nil", "zero", "neant", "aucun", "aucune"],
};

/** What means women, and what for men: the two are a complete partition by sex. */
const WOMEN =
  /^(?:w|f|women|woman|females?|girls?|femmes?|filles?|fem\.?|feminin|young women|jeunes femmes|jeunes filles|women leaders)$/;
const MEN =
  /^(?:m|h|men|man|males?|boys?|hommes?|garcons?|masc\.?|masculin|young men|jeunes hommes|jeunes garcons)$/;

/** A text as terms are compared: lower case, without accents. */
export const plainTerm = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase();

/** Which sex a label names; `null` for any other group. */
export function sexOf(label: string): "women" | "men" | null {
  const text = plainTerm(label).trim();
  if (WOMEN.test(text)) return "women";
  return MEN.test(text) ? "men" : null;
}

/** The starts of labels of groups of people, for a share such as `45% women`, and for parts without any sign. */
const GROUP =
  /^(?:young |jeunes? )?(?:[wfmh](?!\p{L})|women|woman|females?|girls?|femmes?|filles?|men|males?|boys?|hommes?|garcons?|youths?|young|jeunes?|children|enfants?|elderly|adults?|adultes?|idps?|pdis?|deplaces?|refugies?|refugees?|returnees?|retournes?|disab|handicap|minorit|rural|urbain|urban|hosts?|hotes?)/u;

/** Whether a label names a group of people, such as women, youth or displaced persons. */
export const isGroup = (label: string): boolean => GROUP.test(plainTerm(label).trim());
