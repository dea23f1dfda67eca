import { wilsonInterval } from "./interval.ts";
import { powerOfChange } from "./power.ts";
import { normalQuantile } from "./quantiles.ts";

/** A share that is to be estimated within a margin. */
export interface MarginAim {
  /** The share that is expected, as a fraction. Default: 0.5, which needs the largest sample. */
  share?: number;
  /** Half the width of the interval, as a fraction: 0.05 is 5 points. */
  margin: number;
}

/** A change of a share that is to be found between two rounds of equal size. */
export interface ChangeAim {
  /** The share in the first round, as a fraction. */
  from: number;
  /** The share in the second round, as a fraction. */
  to: number;
  /** The probability with which the change is to be found. Default: 0.8. */
  power?: number;
}

/** What a survey is to find out, and how it will be drawn. */
export interface SurveyRequest {
  /** An estimate within a margin, or a change that is to be found. */
  aim: MarginAim | ChangeAim;
  /** Default: 0.95. */
  level?: number;
  /** How much larger the variance is than that of a simple random sample. Default: from `perCluster`, else 1. */
  designEffect?: number;
  /** Respondents in each cluster, and how alike those of one cluster are (the intraclass correlation, 0 to 1). */
  perCluster?: number;
  /** How alike those of one cluster are: the intraclass correlation, 0 to 1. Default: 0. */
  intraclass?: number;
  /** People that the sample is drawn from, where they are few. */
  population?: number;
  /** The share of those asked who answer. Default: 1. */
  responseRate?: number;
  /** Groups that are each to be known as well: the sample is drawn for each. Default: 1. */
  groupCount?: number;
}

/** How many are to be asked, and each step on the way. Numbers of people are whole, rounded up. */
export interface SurveyPlan {
  /** A simple random sample that reaches the aim. */
  simple: number;
  /** How much larger the variance is than that of a simple random sample. */
  designEffect: number;
  /** Answers needed in each group: times the design effect, less what a small population saves. */
  answersPerGroup: number;
  /** Groups times answers. */
  allAnswers: number;
  /** Those to be asked in all, since some do not answer. */
  sample: number;
  /** Clusters to be drawn in all; `null` where the sample is not clustered. */
  clusterCount: number | null;
  /** What the sample reaches: half the width of the interval, or the power. */
  reached: Pick<MarginAim, "margin"> | Required<Pick<ChangeAim, "power">>;
}

/** Effective sizes above this are refused: the aim needs a census, or is none. */
const MAX_SIZE = 100_000;

/**
 * Plans the size of a sample. The aim is reached exactly and not by a rule of thumb: the margin is that of Wilson's interval, the power that of
 * Newcombe's, computed over every outcome of both rounds.
 * @throws RangeError where a number is out of range, or the aim needs more than 100,000 independent respondents.
 */
export function planSurvey(request: SurveyRequest): SurveyPlan {
  const {
    aim,
    level = 0.95,
    population,
    responseRate = 1,
    groupCount: groups = 1,
    perCluster,
    intraclass = 0,
  } = request;
  within("level", level, 0, 1);
  if (!(responseRate > 0 && responseRate <= 1)) throw outOfRange("responseRate", responseRate);
  if (!(Number.isInteger(groups) && groups >= 1)) throw outOfRange("groupCount", groups);
  if (!(intraclass >= 0 && intraclass <= 1)) throw outOfRange("intraclass", intraclass);
  if (perCluster !== undefined && !(Number.isInteger(perCluster) && perCluster >= 1))
    throw outOfRange("perCluster", perCluster);
  if (population !== undefined && !(Number.isInteger(population) && population >= 1))
    throw outOfRange("population", population);
  const designEffect = request.designEffect ?? 1 + ((perCluster ?? 1) - 1) * intraclass;
  if (!(designEffect > 0)) throw outOfRange("designEffect", designEffect);
  const simple = "margin" in aim ? sizeForMargin(aim, level) : sizeForChange(aim, level);
  const infinite = Math.ceil(round(simple * designEffect));
  const answers =
    population === undefined
      ? infinite
      : Math.min(population, Math.ceil(round(infinite / (1 + (infinite - 1) / population))));
  const allAnswers = answers * groups;
  const sample = Math.ceil(round(allAnswers / responseRate));
  return {
    ...{ simple, designEffect, answersPerGroup: answers, allAnswers, sample },
    clusterCount:
      perCluster === undefined ? null : groups * Math.ceil(round(answers / responseRate) / perCluster),
    reached:
      "margin" in aim
        ? { margin: marginOf(aim.share ?? 0.5, simple, level) }
        : { power: powerOfChange([aim.from, aim.to], [simple, simple], { level }) },
  };
}

// A quotient such as 110 ÷ 1.1 must not be rounded up for its last digit.
const round = (value: number): number => Number(value.toPrecision(12));

const outOfRange = (name: string, found: number) => new RangeError(`${name}: ${found} is out of range`);
const within = (name: string, value: number, low: number, high: number): void => {
  if (!(value > low && value < high)) throw outOfRange(name, value);
};

/** Half the width of Wilson's interval. */
function marginOf(share: number, size: number, level: number): number {
  const { low, high } = wilsonInterval(share, size, { level });
  return (high - low) / 2;
}

function sizeForMargin({ share = 0.5, margin }: MarginAim, level: number): number {
  if (!(share >= 0 && share <= 1)) throw outOfRange("share", share);
  within("margin", margin, 0, 0.5);
  return smallest((size) => marginOf(share, size, level) <= margin);
}

function sizeForChange({ from, to, power = 0.8 }: ChangeAim, level: number): number {
  within("from", from, 0, 1);
  within("to", to, 0, 1);
  within("power", power, 0, 1);
  if (from === to) throw new RangeError("a change needs two shares that differ");
  // The usual formula gives the neighbourhood; power is not quite monotone there, so the size must hold for the next ones as well.
  const quantiles = normalQuantile((1 + level) / 2) + normalQuantile(power);
  const rule = (quantiles ** 2 * (from * (1 - from) + to * (1 - to))) / (to - from) ** 2;
  if (rule > MAX_SIZE) throw tooLarge();
  const enough = (size: number) => powerOfChange([from, to], [size, size], { level }) >= power;
  let size = Math.max(2, Math.floor(rule * 0.9));
  const stride = Math.max(1, Math.floor(size / 200));
  while (size > 2 && enough(size)) size -= stride;
  while (!enough(size)) size += stride;
  while (stride > 1 && size > 2 && enough(size - 1)) size -= 1;
  return size;
}

const tooLarge = () => new RangeError(`the aim needs more than ${MAX_SIZE} independent respondents`);

/** The smallest whole number from which on something holds. */
function smallest(holds: (size: number) => boolean): number {
  let high = 1;
  while (!holds(high)) {
    high *= 2;
    if (high > MAX_SIZE * 2) throw tooLarge();
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
