/** A number at the start of a text. */
export interface ScannedNumber {
  /** The digits before and after the decimal sign, as written, without separators: exact, unlike a float. */
  whole: string;
  decimals: string;
  value: number;
  /** Where the text goes on. */
  end: number;
}

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

function digitsFrom(text: string, from: number): string {
  let to = from;
  while (to < text.length && isDigit(text, to)) to += 1;
  return text.slice(from, to);
}

/** More digits than a double can hold are no figure that anybody reported. */
const MAX_DIGITS = 15;

/**
 * Reads the number that a text begins with, as French and English reports write it: `4 000`, `1 072 749,17`, `1,000,000`, `12.5`.
 * White space must be folded to plain spaces. One pass, no backtracking.
 *
 * `null` where there is no number; `"ambiguous"` where one cannot be told: `9,937` is nine thousand in an English hand and nine
 * point nine in a French one. Where the hand is known to be English, `thousands` is the comma.
 */
export function scanNumber(
  text: string,
  from = 0,
  thousands: "," | null = null,
): ScannedNumber | "ambiguous" | null {
  if (!isDigit(text, from)) return null;
  const groups = [digitsFrom(text, from)];
  const first = groups[0] ?? "";
  let end = from + first.length;
  const done = (decimals: string): ScannedNumber | "ambiguous" => {
    const whole = groups.join("");
    if (whole.length + decimals.length > MAX_DIGITS) return "ambiguous";
    return { whole, decimals, value: Number(decimals === "" ? whole : `${whole}.${decimals}`), end };
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
  while ((text[end] === "," || text[end] === ".") && isDigit(text, end + 1)) {
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
    if (last.sign !== thousands) return "ambiguous";
    groups.push(last.digits);
    return done("");
  }
  groups.push(...before.map(({ digits }) => digits));
  if (repeated) {
    groups.push(last.digits);
    return done("");
  }
  return done(last.digits);
}
