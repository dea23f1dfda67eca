import type { ReportedValue, Value } from "@cadre/core";
import { fold } from "../blocks/index.ts";
import { type BreakdownWords, readBreakdown } from "./breakdown.ts";
import { scanNumber } from "./number.ts";

/** The words that a language's reports use in cells; data of the template grammar. */
export interface CellWords extends BreakdownWords {
  /** To be determined, in lower case. */
  tbd: string[];
  /** Nothing to say, in lower case. */
  none: string[];
}

/** A cell as read, and whether anything of it was left to its text. */
export interface ReadFigure {
  figure: ReportedValue;
  /** Why it was not read whole; `null` where it was. */
  unread: "words" | "ambiguous-number" | "two-quantities" | "breakdown" | null;
}

const whole = (value: Value, raw: string): ReadFigure => ({ figure: { value, raw }, unread: null });
const asText = (raw: string, unread: NonNullable<ReadFigure["unread"]>): ReadFigure => ({
  figure: { value: { kind: "text", text: raw }, raw },
  unread,
});

function readTbd(raw: string, words: CellWords): ReadFigure | null {
  const lower = raw.toLowerCase();
  const word = words.tbd.find((candidate) => lower === candidate || lower.startsWith(`${candidate} `));
  if (word === undefined) return null;
  const note = raw
    .slice(word.length)
    .replace(/^ ?\(?/, "")
    .replace(/\)$/, "")
    .trim();
  return whole(note === "" ? { kind: "tbd" } : { kind: "tbd", note }, raw);
}

/** Splits what follows a number into the words of its unit and the text of its breakdown. */
function splitRest(rest: string, words: CellWords): { unit: string; list: string | null; after: string } {
  const open = rest.indexOf("(");
  if (open >= 0) {
    const close = rest.indexOf(")", open);
    const to = close < 0 ? rest.length : close;
    return {
      unit: rest.slice(0, open).trim(),
      list: rest.slice(open + 1, to),
      after: rest.slice(to + 1).trim(),
    };
  }
  const lower = rest.toLowerCase();
  for (const word of [...words.partition, ...words.subsets]) {
    const at = lower.indexOf(`${word} `);
    if (at >= 0 && (at === 0 || " ,".includes(rest[at - 1] ?? ""))) {
      return {
        unit: rest
          .slice(0, at)
          .replace(/[ ,]+$/, "")
          .trim(),
        list: rest.slice(at),
        after: "",
      };
    }
  }
  return { unit: rest.trim(), list: null, after: "" };
}

/**
 * Reads a cell of the indicator table. It forgives what real reports contain; whatever it cannot read whole keeps its words: a cell
 * with two quantities is text, never one of the two.
 */
export function readFigure(cell: string, words: CellWords): ReadFigure {
  const raw = fold(cell);
  if (raw === "" || words.none.includes(raw.toLowerCase())) return whole({ kind: "none" }, raw);
  const tbd = readTbd(raw, words);
  if (tbd !== null) return tbd;
  const number = scanNumber(raw, 0, words.grouping);
  if (number === "ambiguous") return asText(raw, "ambiguous-number");
  if (number === null) return asText(raw, "words");
  const rest = raw.slice(number.end).trimStart();
  if (rest === "%" || rest === "% ") return whole({ kind: "number", value: number.value, unit: "%" }, raw);
  const { unit, list, after } = splitRest(rest, words);
  if (/\d/.test(unit) || /\d/.test(after)) return asText(raw, "two-quantities");
  const value: Value =
    unit === "" ? { kind: "number", value: number.value } : { kind: "number", value: number.value, unit };
  if (list === null) return whole(value, raw);
  const breakdown = readBreakdown(list, number.value, words);
  // What stands in brackets without any number is a remark; a list that is not understood is told.
  if (breakdown === null || after !== "") {
    const remarkOnly = breakdown === null && !/\d/.test(list) && after === "";
    return { figure: { value, raw }, unread: remarkOnly ? null : "breakdown" };
  }
  return { figure: { value, breakdown, raw }, unread: null };
}
