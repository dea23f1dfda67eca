/** A number at the start of a text. */
export interface ScannedNumber {
  /** The digits before and after the decimal sign, as written, without separators: exact, unlike a float. */
  whole: string;
  decimals: string;
  value: number;
  /** Index behind the number. */
  end: number;
  /** Both readings of a number such as `9,937`, where the document's habit decided between them. */
  decided?: readonly [number, number];
}

/**
 * How a document writes numbers, as far as its unambiguous numbers show: the sign between groups of three digits and the decimal sign.
 * `null`: not shown.
 */
export interface NumberHabit {
  thousands: "," | "." | null;
  decimal: "," | "." | null;
  /** The sign between groups that the document's language uses anyway: a number read by it needs no remark. */
  usual?: ",";
}

export const NO_HABIT: NumberHabit = { thousands: null, decimal: null };
/** What an amount such as `1 200,50` shows, as French writes it. */
export const FRENCH_HABIT: NumberHabit = { thousands: ".", decimal: "," };
/** What holds in English where a document shows nothing else. */
export const ENGLISH_HABIT: NumberHabit = { thousands: ",", decimal: ".", usual: "," };

const isDigit = (text: string, index: number) => {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
};

function digitsFrom(text: string, from: number): string {
  let to = from;
  while (to < text.length && isDigit(text, to)) to += 1;
  return text.slice(from, to);
}

/** More digits than a double can hold are no number that anybody reported. */
const MAX_DIGITS = 15;

/**
 * Reads the number that a text begins with, as French and English reports write it: `4 000`, `1 072 749,17`, `1,000,000`, `12.5`.
 * White space must be folded to plain spaces. One pass, no backtracking.
 *
 * `null` where there is no number; `"ambiguous"` where one cannot be determined: `9,937` may be 9937 or 9.937. The document's habit
 * decides where it is known; the result then has both readings in `decided`.
 */
export function scanNumber(
  text: string,
  from = 0,
  habit: NumberHabit = NO_HABIT,
): ScannedNumber | "ambiguous" | null {
  if (!isDigit(text, from)) return null;
  const groups = [digitsFrom(text, from)];
  const first = groups[0] ?? "";
  let end = from + first.length;
  const done = (decimals: string, decided?: readonly [number, number]): ScannedNumber | "ambiguous" => {
    const whole = groups.join("");
    if (whole.length + decimals.length > MAX_DIGITS) return "ambiguous";
    const value = Number(decimals === "" ? whole : `${whole}.${decimals}`);
    const remarkable = decided !== undefined && (decimals !== "" || habit.usual === undefined);
    return { whole, decimals, value, end, ...(remarkable && { decided }) };
  };
  // Groups of three behind spaces.
  if (first.length <= 3) {
    while (text[end] === " " && digitsFrom(text, end + 1).length === 3) {
      groups.push(digitsFrom(text, end + 1));
      end += 4;
    }
  }
  const spaced = groups.length > 1;
  const tails: { sign: string; digits: string }[] = [];
  while ((text[end] === "," || text[end] === "." || text[end] === "'") && isDigit(text, end + 1)) {
    const digits = digitsFrom(text, end + 1);
    tails.push({ sign: text[end] ?? "", digits });
    end += 1 + digits.length;
  }
  const last = tails.at(-1);
  if (last === undefined) return done("");
  const before = tails.slice(0, -1);
  const grouping = before.every(({ sign, digits }) => sign === before[0]?.sign && digits.length === 3);
  if (!grouping || (before.length > 0 && (spaced || first.length > 3))) return "ambiguous";
  const repeated = before[0]?.sign === last.sign;
  if (repeated && last.digits.length !== 3) return "ambiguous";
  if (
    before.length === 0 &&
    last.digits.length === 3 &&
    !spaced &&
    first.length <= 3 &&
    !/^0+$/.test(first)
  ) {
    const readings = [Number(first + last.digits), Number(`${first}.${last.digits}`)] as const;
    const isThousands = last.sign === "'" || last.sign === habit.thousands;
    if (isThousands === (last.sign === habit.decimal)) return "ambiguous";
    if (!isThousands) return done(last.digits, readings);
    groups.push(last.digits);
    return done("", readings);
  }
  if (last.sign === "'" && !repeated) return "ambiguous";
  groups.push(...before.map(({ digits }) => digits));
  if (repeated) {
    groups.push(last.digits);
    return done("");
  }
  return done(last.digits);
}

/** The two numbers that an ambiguous one may be: `1.500` → 1500 and 1.5; `null` for any other text. */
export function readingsOf(text: string): [number, number] | null {
  const [, first, rest] = /^(\d{1,3})[.,](\d{3})(?![\d.,]*\d)/.exec(text) ?? [];
  return first === undefined || rest === undefined
    ? null
    : [Number(first + rest), Number(`${first}.${rest}`)];
}

/** Numbers whose form shows a habit: groups twice (`1,200,000`), both signs (`1,200.50`), a decimal part that is no group (`12,5`). */
const CANDIDATE = /(?<![\d.,/])\d[\d.,]*\d(?![\d/])/g;
/** Enough to know a habit; work on a long text stays bounded. */
const MAX_EVIDENCE = 2000;

/**
 * The habit that a document's unambiguous numbers show. Signs that are used both ways show nothing. `fallback` says what holds where
 * nothing is shown.
 */
export function habitOf(texts: Iterable<string>, fallback: NumberHabit = NO_HABIT): NumberHabit {
  const thousands = { ",": 0, ".": 0 };
  const decimal = { ",": 0, ".": 0 };
  let seen = 0;
  for (const text of texts) {
    for (const [number] of text.slice(0, 4000).matchAll(CANDIDATE)) {
      if (seen >= MAX_EVIDENCE) break;
      seen += 1;
      const signs = number.replace(/\d/g, "");
      if (signs.length === 0 || signs.length > 5) continue;
      const [sign, last] = [signs[0] as "," | ".", signs.at(-1) as "," | "."];
      const parts = number.split(/[.,]/);
      const groups = parts.slice(1, -1).every((part) => part.length === 3) && (parts[0] ?? "").length <= 3;
      if (signs.length === 1) {
        // Dots with one or two digits may also be codes and dates: only commas, and dots with a money sign, would show a decimal part.
        if ((parts[1] ?? "").length !== 3 && sign === ",") decimal[","] += 1;
      } else if (!groups) continue;
      else if (new Set(signs).size === 1 && (parts.at(-1) ?? "").length === 3) thousands[sign] += 1;
      else if (sign !== last && new Set(signs.slice(0, -1)).size === 1) {
        thousands[sign] += 1;
        decimal[last] += 1;
      }
    }
  }
  const shown = (counts: Record<"," | ".", number>): "," | "." | null =>
    counts[","] > 0 === counts["."] > 0 ? null : counts[","] > 0 ? "," : ".";
  const [group, point] = [shown(thousands), shown(decimal)];
  if (group === null && point === null) return fallback;
  if (group !== null && group === point) return NO_HABIT;
  const other = (sign: "," | "." | null) => (sign === null ? null : sign === "," ? "." : ",");
  return {
    thousands: group ?? other(point),
    decimal: point ?? other(group),
    ...(fallback.usual !== undefined &&
      fallback.usual === (group ?? other(point)) && { usual: fallback.usual }),
  };
}
