import { normalise } from "../template/normalise.ts";

/** A head of the results framework: an outcome, an output, an indicator of either. */
export interface CodedHead {
  kind: "outcome" | "output" | "indicator";
  /** Canonical, numbers only: `1a` → `1.1`. `null` where none is given. */
  code: string | null;
  /** As written, where that differs: `1 a)`. */
  written: string | null;
  /** What an indicator belongs to, where its head says so. */
  level: "outcome" | "output" | null;
  /** The text behind it. */
  rest: string;
}

const WORDS: Readonly<Record<string, "outcome" | "output" | "indicator">> = {
  outcome: "outcome",
  resultat: "outcome",
  effet: "outcome",
  output: "output",
  produit: "output",
  extrant: "output",
  indicator: "indicator",
  indicateur: "indicator",
  ind: "indicator",
};
const WORD = "(outcome|output|indicator|indicateur|ind|resultat|effet|produit|extrant)\\.?";
const CODE = "(\\d{1,2}(?:\\.\\d{1,2}){0,3})(?: ?\\.?([a-h])(?![a-z0-9]))?\\)?";
const HEAD = new RegExp(`^${WORD}(?: (?:de |d')?${WORD})? ?(?:n[o°]\\.? ?)?(?:${CODE})?(?=$|[ :.;,)\\-–])`);

/** The outcome, output or indicator that a text begins with: `Outcome Indicator 1a: …`, `Produit 1.1 : …`; `null` for other texts. */
export function codedHead(text: string): CodedHead | null {
  const start = normalise(text, 80);
  const match = HEAD.exec(start);
  if (match === null) return null;
  const [whole, first = "", second, numbers, letter] = match;
  const kinds = [WORDS[first], second === undefined ? undefined : WORDS[second]];
  const indicator = kinds.includes("indicator");
  if (!indicator && numbers === undefined) return null;
  const level = kinds.find((kind) => kind === "outcome" || kind === "output");
  const code =
    numbers === undefined ? null : letter === undefined ? numbers : `${numbers}.${letter.charCodeAt(0) - 96}`;
  // Normalised text is shorter where spaces before signs are left out: the rest begins behind as many letters and digits.
  const count = (whole.match(/[\p{L}\p{N}]/gu) ?? []).length;
  let [index, seen] = [0, 0];
  while (index < text.length && seen < count) {
    if (/[\p{L}\p{N}]/u.test(text[index] ?? "")) seen += 1;
    index += 1;
  }
  const behind = text.slice(index);
  const written = numbers === undefined ? null : `${numbers}${/[ .]?[a-h]\)?$/.exec(whole)?.[0] ?? ""}`;
  return {
    kind: indicator ? "indicator" : (kinds[0] ?? "outcome"),
    code,
    written: written === code ? null : written,
    level: level === "outcome" || level === "output" ? level : null,
    rest: behind.replace(/^[\s:.;,)\-–]+/, ""),
  };
}
