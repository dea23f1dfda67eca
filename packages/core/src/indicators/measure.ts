import { sumDecimals, sumMoney } from "../values/exact-sum.ts";
import { quotient as quotientOf } from "../values/fraction.ts";
import type { Money } from "../values/money.ts";

/** One reported value by what it measures. `null`: not reported, which is not zero. */
export type Reading =
  | {
      measure: "count";
      /** What was reported; `null`: nothing. */
      value: number | null;
    }
  /** A `percentage` is in points (25 is 25 %), a `ratio` is a fraction. `value` where only the quotient is known. */
  | {
      /** Which of the measures. */
      measure: "ratio" | "percentage";
      /** What is divided. */
      numerator?: number | null;
      /** What it is divided by. */
      denominator?: number | null;
      /** What was reported; `null`: nothing. */
      value?: number | null;
    }
  | {
      measure: "currency";
      /** What was reported; `null`: nothing. */
      value: Money | null;
    }
  /** A score on a numeric scale that ends at `of`. */
  | {
      measure: "score";
      /** What was reported; `null`: nothing. */
      value: number | null;
      /** The highest score. Default: unknown; scores of unlike scales are not averaged. */
      of?: number;
    }
  /** A level of a qualitative scale. */
  | {
      measure: "scale";
      /** The level as written; `null`: not reported. */
      level: string | null;
    }
  | {
      measure: "yes-no";
      /** The answer; `null`: not reported. */
      yes: boolean | null;
    }
  /** An estimate from a sample: a share in points, or a mean. */
  | {
      /** Which of the measures. */
      measure: "survey-share" | "survey-mean";
      /** What was reported; `null`: nothing. */
      value: number | null;
    };

/** Why several readings come to no number. */
export type SummaryReason =
  | "no-actual"
  | "measures-differ"
  | "denominator-missing"
  | "denominator-zero"
  | "currencies-differ"
  | "scores-differ"
  | "sources-differ"
  | "overlap-unknown"
  | "survey-estimates"
  | "no-number";

/** What several readings of one measure come to. */
export interface Summary {
  /** The value where there is one: sum, quotient, mean score, number of yes. */
  value: number | null;
  /** Why there is no number; `null` where there is one. */
  reason: SummaryReason | null;
  /** Readings that hold a value, and those that do not. */
  reported: number;
  /** Readings that hold no value. */
  missingCount: number;
  /** Of a ratio: what was divided. */
  numerator?: number;
  /** What it is divided by. */
  denominator?: number;
  /** Of percentages without denominators, and of survey estimates: whatever the weights, the common one lies between these. */
  low?: number;
  /** Upper end, as `low`. */
  high?: number;
  /** Of money: a sum for each currency. */
  money?: Money[];
  /** Of a scale, by level, lowest first; of yes/no, by answer. */
  counts?: Record<string, number>;
  /** Of a scale: the level in the middle, or the two on either side of it. */
  median?: string[];
}

/**
 * Brings readings of one measure together in the way that the measure admits. Counts add up, exactly. Ratios and percentages add
 * numerators and denominators and are never averaged: without denominators they are known to lie between the smallest and the largest.
 * Money adds up by currency. Scores are averaged where they have the same scale. Levels of a qualitative scale are counted and have a
 * median, never a mean. Yes and no are counted. Estimates from different surveys are not put together: their populations are not known.
 * @param levels of a qualitative scale, lowest first. @throws RangeError for a level that the scale does not have.
 */
export function summarise(
  readings: readonly Reading[],
  { levels = [] }: { levels?: readonly string[] | undefined } = {},
): Summary {
  const [first] = readings;
  const base = { value: null, reported: 0, missingCount: readings.length };
  if (first === undefined) return { ...base, reason: "no-actual" };
  if (readings.some(({ measure }) => measure !== first.measure))
    return { ...base, reason: "measures-differ" };

  const present = readings.filter(isReported);
  const some = { value: null, reported: present.length, missingCount: readings.length - present.length };
  if (present.length === 0) return { ...some, reason: "no-actual" };
  const found = (value: number, more: Partial<Summary> = {}): Summary => ({
    ...some,
    ...more,
    value,
    reason: null,
  });
  const numbers = present.flatMap((reading) =>
    "value" in reading && typeof reading.value === "number" ? [reading.value] : [],
  );

  switch (first.measure) {
    case "count":
      return found(sumDecimals(numbers));
    case "ratio":
    case "percentage":
      return quotient(present, first.measure === "percentage" ? 100 : 1, some);
    case "currency": {
      const money = sumMoney(
        present.flatMap((reading) =>
          reading.measure === "currency" && reading.value !== null ? [reading.value] : [],
        ),
      );
      // The exact amount is the money; no number of dollars is made of it.
      return { ...some, money, reason: money.length === 1 ? "no-number" : "currencies-differ" };
    }
    case "score": {
      const ends = new Set(present.map((reading) => (reading.measure === "score" ? reading.of : undefined)));
      if (ends.size > 1) return { ...some, reason: "scores-differ" };
      return found(quotientOf(sumDecimals(numbers), numbers.length), {
        low: Math.min(...numbers),
        high: Math.max(...numbers),
      });
    }
    case "scale": {
      const counts = Object.fromEntries(levels.map((level) => [level, 0]));
      for (const reading of present) {
        const level = reading.measure === "scale" ? (reading.level ?? "") : "";
        const count = counts[level];
        if (count === undefined) throw new RangeError(`the scale has no level ${level}`);
        counts[level] = count + 1;
      }
      const sorted = levels.flatMap((level) => Array<string>(counts[level] ?? 0).fill(level));
      const middle = [(sorted.length - 1) >> 1, sorted.length >> 1].flatMap((index) => sorted[index] ?? []);
      return { ...some, counts, median: [...new Set(middle)], reason: "no-number" };
    }
    case "survey-share":
    case "survey-mean": {
      const [only] = numbers;
      if (numbers.length === 1 && only !== undefined) return found(only);
      return { ...some, low: Math.min(...numbers), high: Math.max(...numbers), reason: "survey-estimates" };
    }
    case "yes-no": {
      const yes = present.filter((reading) => reading.measure === "yes-no" && reading.yes).length;
      return found(yes, { counts: { yes, no: present.length - yes } });
    }
  }
}

/** Whether a reading holds a value. */
export function isReported(reading: Reading | undefined): boolean {
  if (reading === undefined) return false;
  if (reading.measure === "scale") return reading.level !== null;
  if (reading.measure === "yes-no") return reading.yes !== null;
  if (reading.measure === "ratio" || reading.measure === "percentage")
    return (reading.numerator ?? reading.value ?? null) !== null;
  return reading.value !== null;
}

function quotient(
  readings: readonly Reading[],
  points: number,
  some: Pick<Summary, "value" | "reported" | "missingCount">,
): Summary {
  const [numerators, denominators, quotients]: [number[], number[], number[]] = [[], [], []];
  for (const reading of readings) {
    if (reading.measure !== "ratio" && reading.measure !== "percentage") continue;
    const { numerator = null, denominator = null, value = null } = reading;
    if (numerator !== null && denominator !== null) {
      numerators.push(numerator);
      denominators.push(denominator);
    }
    if (value !== null) quotients.push(value);
    else if (numerator !== null && denominator !== null && denominator !== 0)
      quotients.push(quotientOf(numerator, denominator, points));
  }
  if (denominators.length < readings.length) {
    const [only] = quotients;
    if (readings.length === 1 && only !== undefined) return { ...some, value: only, reason: null };
    const confined = quotients.length === readings.length;
    const ends = confined ? { low: Math.min(...quotients), high: Math.max(...quotients) } : {};
    return { ...some, ...ends, reason: "denominator-missing" };
  }
  const [numerator, denominator] = [sumDecimals(numerators), sumDecimals(denominators)];
  if (denominator === 0) return { ...some, numerator, denominator, reason: "denominator-zero" };
  return { ...some, numerator, denominator, value: quotientOf(numerator, denominator, points), reason: null };
}
