import { isNearly, normalise } from "./normalise.ts";

/** The terms before the codes of a results framework, in English and French, normalised. */
const TERMS = {
  outcome: ["outcome", "resultat", "effet"],
  output: ["output", "produit", "extrant"],
  indicator: ["indicator", "indicateur", "ind", "ind."],
} as const;
export type RowTerm = keyof typeof TERMS;

/** A code behind its term, or alone. */
export interface FoundCode {
  /** Canonical: numbers only, `1a` → `1.1`. */
  code: string;
  /** As written, where that differs. */
  written: string | null;
  /** The text behind it. */
  rest: string;
  /** The term, where it is misspelled by one sign. */
  misspelled: string | null;
}

/** `1`, `1.1`, `1.1.1`, `1a`, `1.a`, `1 a`, `1.1.1a`; what follows is no letter or digit. */
const CODE =
  /^(\d{1,3}(?:[.]\d{1,3}){0,3})(?:(\.?[a-h])(?![\p{L}\p{N}])| ([a-h])(?=$|[:.)\-–]))?(?![\p{L}\p{N}]|\.\p{N})/u;
const OF_TERM = "(?:(?:outcome|output|performance) )";

function codeAt(text: string): { code: string; written: string; length: number } | null {
  const match = CODE.exec(text);
  if (match === null) return null;
  const [whole, numbers = "", attached, detached] = match;
  const letter = (attached ?? detached)?.replace(".", "");
  const code = letter === undefined ? numbers : `${numbers}.${letter.charCodeAt(0) - 96}`;
  if (code.split(".").length > 4) return null;
  return { code, written: whole, length: whole.length };
}

const afterCode = (text: string): string => text.replace(/^[\s:.)\-–—]+/, "").trim();

/** What is behind `length` normalised characters of a text: the same words, as written. */
function written(text: string, normalised: string, length: number): string {
  if (text.length === normalised.length) return text.slice(length);
  // White space before signs and ligatures change lengths: the rest begins behind the code itself.
  const rest = normalised.slice(length);
  for (let index = 0; index <= text.length; index += 1)
    if (normalise(text.slice(index), 400) === rest.trim().slice(0, 400)) return text.slice(index);
  return text.slice(length);
}

/** The code that a text begins with behind one of a term's words: `Outcome Indicator 1a`, `Indicateur de produit 1.1.1`, `Produit 1.1`. */
export function codeAfterTerm(term: RowTerm, text: string): FoundCode | null {
  const start = normalise(text, 60);
  const head = new RegExp(
    `^${term === "indicator" ? `${OF_TERM}?` : ""}([\\p{L}.]{3,12}?)(?:s)?(?: (?:de |d'|of )?(?:resultats?|produits?|outcome|output|effets?|performance|extrants?))? ?(?:n°|no\\.?|#|nr\\.?)? ?(?=\\d)`,
    "u",
  ).exec(start);
  if (head === null) return null;
  const [before, word = ""] = head;
  const known =
    TERMS[term].find((each) => word === each) ??
    TERMS[term].find((each) => each.length > 4 && isNearly(word, each));
  if (known === undefined) return null;
  const found = codeAt(start.slice(before.length));
  if (found === null) return null;
  const length = before.length + found.length;
  return {
    code: found.code,
    written: found.written === found.code ? null : found.written,
    rest: afterCode(written(text.slice(0, 400), normalise(text, 400), length) + text.slice(400)),
    misspelled: word === known ? null : known,
  };
}

/** A code without a term at the start of an indicator's cell: `1.1.1 Officers trained`, `1a)`. One number alone is no code. */
export function bareCode(text: string): FoundCode | null {
  const found = codeAt(normalise(text, 60));
  if (found === null || !found.code.includes(".")) return null;
  const rest = text.slice(found.written.length);
  const after = afterCode(rest);
  if (after !== "" && !/^[\p{L}%#“"«(]/u.test(after)) return null;
  return {
    code: found.code,
    written: found.written === found.code ? null : found.written,
    rest: after,
    misspelled: null,
  };
}
