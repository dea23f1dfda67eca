import {
  type Indicator,
  indicatorsOf,
  numberOf,
  type Outcome,
  type ReportedClaim,
  type SourceLocation,
} from "@cadre/core";
import { scanNumber } from "../cells/number.ts";
import type { ClaimCues, NarrativeCues } from "./cues.ts";
import type { Sentence } from "./sentences.ts";

/** A text in which a value may be claimed. */
interface Source {
  text: string;
  location: SourceLocation;
  /** The indicator whose remark it is, which does not claim anything of itself here. */
  remarkOf: string | null;
}

/** Roots of the words that carry meaning: plural, gender and accents do not count. */
export function rootsOf(text: string, { fillers, ending }: ClaimCues): string[] {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !fillers.has(word) && !/^\d+$/.test(word))
    .map((word) => word.slice(0, 20).replace(ending, "").slice(0, 9));
}

/** What an indicator counts: `Nombre de clubs DIMITRA fonctionnels mises en location` → club, dimitra, fonctionn, mi, plac. */
function countedBy(indicator: Indicator, cues: ClaimCues): string[] {
  const match = cues.counted.exec(indicator.text);
  return match?.[1] === undefined ? [] : rootsOf(match[1], cues);
}

/** A number, the thing counted and what is said of it, up to the end of the clause. */
const COUNT = /(?<![\p{L}\p{N}.,])\d[\d ,]{0,12} ?\p{L}[^,;.()–]{0,120}/gu;

interface Count {
  value: number;
  total: boolean;
  roots: string[];
  quote: string;
  source: Source;
}

/** The sentence of a text that contains an index; what is in brackets or behind a semicolon is one of its own. */
function sentenceAround(text: string, index: number): string {
  const from = Math.max(...[". ", "; ", "(", ") "].map((sign) => text.lastIndexOf(sign, index)));
  const ends = [". ", "; ", "(", ") "].map((sign) => text.indexOf(sign, index)).filter((index) => index >= 0);
  return text.slice(Math.max(0, from), ends.length === 0 ? text.length : Math.min(...ends));
}

function countsIn(source: Source, cues: ClaimCues): Count[] {
  return [...source.text.matchAll(COUNT)].flatMap((match) => {
    const [clause] = match;
    const number = scanNumber(clause, 0, cues.habit);
    if (number === null || number === "ambiguous") return [];
    const words = clause.slice(number.end);
    if (cues.distributed.test(words) || !cues.done.test(words.toLowerCase())) return [];
    const before = source.text.slice(Math.max(0, match.index - 60), match.index);
    const lower = before.toLowerCase();
    const total = cues.total.test(lower);
    // A part of something else, of another time or location, planned, or estimated: nothing that the running total must equal.
    if (cues.partOf.test(before) || cues.notWhole.test(lower) || cues.inPlace.test(clause)) return [];
    if (!total && cues.scoped.test(sentenceAround(source.text, match.index).toLowerCase())) return [];
    return [{ value: number.value, total, roots: rootsOf(words, cues), quote: clause.trim(), source }];
  });
}

/** How much of what an indicator counts a clause names, from 0 to 1; its first word, the thing counted, must be the clause's too. */
function likeness(counted: readonly string[], roots: readonly string[]): number {
  if (counted[0] === undefined || counted[0] !== roots[0]) return 0;
  return counted.filter((root) => roots.includes(root)).length / counted.length;
}

/** Below this share of common words, two phrases are not taken to speak of the same thing. */
const ALIKE = 0.6;

/** A report that gives more values than this is none, and work on it stays bounded. */
const MAX_COUNTS = 1000;

/** Values that prose and remarks give for what an indicator counts, apart from the indicator's own remark. */
function claimsIn(
  sources: readonly Source[],
  indicators: readonly Indicator[],
  cues: ClaimCues,
): ReportedClaim[] {
  const counted = indicators.map((indicator) => ({
    code: indicator.code,
    counted: countedBy(indicator, cues),
  }));
  return sources
    .flatMap((source) => countsIn(source, cues))
    .slice(0, MAX_COUNTS)
    .flatMap(({ value, total, roots, quote, source }) => {
      const best = counted
        .map(({ code, counted: words }) => ({ code, score: likeness(words, roots) }))
        .sort((a, b) => b.score - a.score);
      const [first, second] = best;
      // Two indicators that fit alike: the clause does not say which.
      if (first === undefined || first.score < ALIKE || first.score === second?.score) return [];
      if (source.remarkOf === first.code) return [];
      return [
        {
          indicator: first.code,
          value,
          ...(total && { total }),
          evidence: { where: source.location, quote },
        },
      ];
    });
}

/** Splits by sex that add up to exactly what one indicator reports, and share a word of meaning with it. */
function splitClaims(
  sentences: readonly Sentence[],
  indicators: readonly Indicator[],
  cues: ClaimCues,
): ReportedClaim[] {
  const number = (text: string | undefined) => Number((text ?? "").replace(/[ ,]/g, ""));
  const matches = sentences.flatMap(({ text, location }) => {
    const found = [...text.matchAll(cues.split)];
    const roots = new Set(found.length === 0 ? [] : rootsOf(text, cues));
    return found.map((match) => ({ roots, location, match }));
  });
  return matches.slice(0, MAX_COUNTS).flatMap(({ roots, location, match }) => {
    const [quote] = match;
    const { whole, first, firstLabel = "", second, secondLabel = "" } = match.groups ?? {};
    const value = number(whole);
    if (number(first) + number(second) !== value || firstLabel === secondLabel) return [];
    const fitting = indicators.filter(
      (indicator) =>
        numberOf(indicator.actual.value) === value &&
        countedBy(indicator, cues)
          .slice(1)
          .some((root) => roots.has(root)),
    );
    const [only, another] = fitting;
    if (only === undefined || another !== undefined) return [];
    const parts = [
      { label: firstLabel.toLowerCase(), value: number(first) },
      { label: secondLabel.toLowerCase(), value: number(second) },
    ];
    return [
      {
        indicator: only.code,
        value,
        breakdown: { partition: true, parts },
        evidence: { where: location, quote },
      },
    ];
  });
}

/** Values for indicators that the prose and the remarks give. They never replace what the table reports. */
export function valueClaims(
  sentences: readonly Sentence[],
  outcomes: readonly Outcome[],
  lines: Readonly<Record<string, number>>,
  { claims: cues }: NarrativeCues,
): ReportedClaim[] {
  const indicators = indicatorsOf({ outcomes: [...outcomes] }).map(({ indicator }) => indicator);
  const remarks = indicators.flatMap(({ code, remark }): Source[] => {
    const path = `indicators/${code}/remark`;
    const line = lines[path];
    return remark === undefined
      ? []
      : [{ text: remark, location: line === undefined ? { path } : { path, line }, remarkOf: code }];
  });
  const prose = sentences.map(({ text, location }): Source => ({ text, location, remarkOf: null }));
  return [...claimsIn([...remarks, ...prose], indicators, cues), ...splitClaims(sentences, indicators, cues)];
}
