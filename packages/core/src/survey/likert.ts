import type { SampleDesign } from "./design.ts";
import { type EstimateOptions, estimateSurvey, type SurveyEstimate } from "./estimate.ts";

/** A scale of answers, lowest first. */
export interface LikertScale {
  /** Answers as written. */
  levels: readonly string[];
  /** Levels that count for the net score, and against it. Default: those above and those below the middle. */
  positive?: readonly string[];
  /** Levels that count against the net score. Default: those below the middle. */
  negative?: readonly string[];
}

/** How answers spread over a scale. A scale has no mean: its levels are in order, not at equal distances. */
export interface LikertResult {
  /** The group that it is of: `{ sex: "female" }`; empty for all. */
  at: Record<string, string>;
  /** The share of each level, lowest first, each with its own interval. */
  levels: {
    /** The level as written. */
    level: string;
    /** Its share of the answers. */
    estimate: SurveyEstimate;
  }[];
  /** The level in the middle; two where exactly half of the weight lies below. */
  median: string[];
  /** The share of positive levels less that of negative ones: −1 to 1. */
  net: SurveyEstimate;
}

/**
 * The distribution of answers on a scale, and its net score. An answer that is no level of the scale (`don't know`) must be passed as
 * `null`: it is counted as missing.
 * @throws RangeError where an answer is no level.
 */
export function likert(
  design: SampleDesign,
  answers: readonly (string | null)[],
  scale: LikertScale,
  options: Omit<EstimateOptions, "kind"> = {},
): LikertResult {
  const { levels } = scale;
  const half = (levels.length - 1) / 2;
  const positive = scale.positive ?? levels.filter((_, index) => index > half);
  const negative = scale.negative ?? levels.filter((_, index) => index < half);
  for (const answer of [...answers, ...positive, ...negative])
    if (answer !== null && !levels.includes(answer))
      throw new RangeError(`found the answer “${answer}”, expected one of ${levels.join(", ")}`);
  const shares = levels.map((level) => ({
    level,
    estimate: estimateSurvey(
      design,
      answers.map((answer) => (answer === null ? null : Number(answer === level))),
      { ...options, kind: "share" },
    ),
  }));
  const score = (answer: string) => Number(positive.includes(answer)) - Number(negative.includes(answer));
  const net = estimateSurvey(
    design,
    answers.map((answer) => (answer === null ? null : score(answer))),
    { ...options, kind: "mean" },
  );
  const ends = { low: net.low && Math.max(-1, net.low), high: net.high && Math.min(1, net.high) };
  return { at: options.at ?? {}, levels: shares, median: medianOf(shares), net: { ...net, ...ends } };
}

function medianOf(shares: LikertResult["levels"]): string[] {
  let below = 0;
  for (const [index, { level, estimate }] of shares.entries()) {
    below += estimate.estimate ?? 0;
    // Sums of shares are rounded; half is meant.
    if (Math.abs(below - 0.5) < 1e-12) {
      const next = shares.slice(index + 1).find((other) => (other.estimate.estimate ?? 0) > 0);
      return next === undefined ? [level] : [level, next.level];
    }
    if (below > 0.5) return [level];
  }
  return [];
}
