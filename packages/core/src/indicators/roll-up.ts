import { sumDecimals } from "../values/exact-sum.ts";
import { isReported, type Reading, type Summary, summarise } from "./measure.ts";

/** From the ground up. A mapping goes to a higher level, or stays where a common indicator gathers its own kind. */
export const ROLL_UP_LEVELS = ["activity", "output", "outcome", "project", "portfolio"] as const;
/** A level of the results framework. */
export type RollUpLevel = (typeof ROLL_UP_LEVELS)[number];

/** An indicator anywhere in the portfolio, with its own value where one was reported at that very level. */
export interface RollUpIndicator {
  /** Unique over the portfolio: `ML-1/2.1.1`, `people-trained`. */
  id: string;
  /** Where in the results framework it is. */
  level: RollUpLevel;
  /** What kind of thing it measures. */
  measure: Reading["measure"];
  /** Compared to the letter: `people`, `%`, `USD`. */
  unit?: string;
  /** Absent where nothing is reported at this level and the value comes from below. */
  reading?: Reading;
  /** What the value was read from: a list of participants, a survey, a partner's return. One source counts once. */
  source?: string;
  /** Levels of a qualitative scale, lowest first. */
  levels?: readonly string[];
}

/** States that one indicator's value is part of another's. */
export interface RollUpMapping {
  /** Id of the indicator that is part. */
  from: string;
  /** Id of the indicator that it is part of. */
  to: string;
  /** Left out on purpose, and why. */
  exclude?: string;
}

/**
 * Why an indicator that is mapped to another did not count. `reported-above`: it is part of a value that was reported above it and counted.
 * `same-source`: a value that counted already rests on its source.
 */
export type LeftOutReason =
  | "excluded"
  | "unknown-indicator"
  | "not-upward"
  | "units-differ"
  | "measures-differ"
  | "same-source"
  | "reported-above"
  | "no-actual";

/** A mapping that did not count. */
export interface LeftOut {
  /** Id of the indicator that is part. */
  from: string;
  /** Id of the indicator that it is mapped to. */
  to: string;
  /** Why it did not count. */
  why: LeftOutReason;
  /** The reason given for an exclusion, or what was found and what was expected. */
  detail: string | null;
}

/** The value of a common indicator, and what it is made of. */
export interface RolledUp {
  /** Id of the common indicator. */
  id: string;
  /** Where values overlap by an amount that was not reported, it has no value but `low` and `high`, and the reason `overlap-unknown`. */
  summary: Summary;
  /** Indicators whose own values it is made of. */
  parts: string[];
  /** Indicators that several of those contain, with the value that was taken off once for each too many; `null` where it is unknown. */
  overlaps: {
    /** Id of the indicator. */
    id: string;
    /** Its value; `null` where it is unknown. */
    value: number | null;
  }[];
  /** Sources that gave different values for the same thing: it is not known which counts, so there is no value. */
  conflicts: string[];
  /** Mappings that did not count. */
  leftOut: LeftOut[];
}

/**
 * The value of a common indicator from those that are mapped to it, directly or over several levels (activity → output → outcome → project →
 * portfolio). A value that was reported at a level covers all that is mapped to it, where it is known; `null` does not, and what is below
 * counts instead. However many ways lead up, an indicator counts once, and so does a source. Values that were reported above and contain the
 * same indicator below overlap by its value; where that is unknown, the result is bounds. Units and measures must be the same all the way.
 * Whatever is left out is listed with its reason.
 * @throws RangeError where `id` is no indicator.
 */
export function rollUpIndicator(
  indicators: readonly RollUpIndicator[],
  mappings: readonly RollUpMapping[],
  id: string,
): RolledUp {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const top = byId.get(id);
  if (top === undefined) throw new RangeError(`there is no indicator ${id}`);
  const leftOut: LeftOut[] = [];
  const links = linksFrom(top, byId, mappings, leftOut);

  // Values on the way down that no value above them on that path covers.
  const counted = new Set<string>();
  const seen = new Set<string>();
  const gather = (each: string): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const { reading } = byId.get(each) ?? {};
    const below = links.get(each) ?? [];
    // Reported and unknown, with nothing below: it counts as missing.
    if (isReported(reading) || (reading !== undefined && below.length === 0)) counted.add(each);
    else below.forEach(gather);
  };
  gather(id);
  const contents = new Map([...counted].map((each) => [each, belowOf(each, links)]));
  for (const each of counted)
    if ([...counted].some((other) => contents.get(other)?.has(each))) counted.delete(each);
  for (const [to, list] of links)
    for (const from of list)
      if ([...counted].some((each) => contents.get(each)?.has(from)))
        leftOut.push({ from, to, why: "reported-above", detail: null });

  const conflicts = leaveOutSameSource(id, counted, contents, byId, leftOut);
  const overlaps = overlapsOf(counted, contents, links, byId);
  const from = [...counted];
  const readings = from.flatMap((each) => byId.get(each)?.reading ?? []);
  const summary = summarise(readings, { levels: top.levels ?? [] });
  const { reported, missingCount: missing } = summary;
  return {
    id,
    summary:
      conflicts.length > 0
        ? { value: null, reason: "sources-differ", reported, missingCount: missing }
        : lessOverlaps(summary, readings, overlaps),
    parts: from,
    overlaps: overlaps.map(({ id: each, value }) => ({ id: each, value })),
    conflicts,
    leftOut,
  };
}

/** What is mapped to each indicator from the top down, where it fits; the rest goes to `leftOut`. */
function linksFrom(
  top: RollUpIndicator,
  byId: ReadonlyMap<string, RollUpIndicator>,
  mappings: readonly RollUpMapping[],
  leftOut: LeftOut[],
): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const open = [top];
  for (let upper = open.pop(); upper !== undefined; upper = open.pop()) {
    if (links.has(upper.id)) continue;
    const list: string[] = [];
    links.set(upper.id, list);
    for (const mapping of mappings.filter(({ to }) => to === upper.id)) {
      const lower = byId.get(mapping.from);
      const why = misfit(mapping, lower, upper);
      if (why !== null) leftOut.push({ from: mapping.from, to: mapping.to, ...why });
      else if (lower !== undefined) {
        if (lower.reading === undefined && !mappings.some(({ to }) => to === lower.id))
          leftOut.push({ from: lower.id, to: upper.id, why: "no-actual", detail: null });
        else {
          if (!list.includes(lower.id)) list.push(lower.id);
          open.push(lower);
        }
      }
    }
  }
  return links;
}

function misfit(
  { exclude }: RollUpMapping,
  lower: RollUpIndicator | undefined,
  upper: RollUpIndicator,
): Pick<LeftOut, "why" | "detail"> | null {
  if (exclude !== undefined) return { why: "excluded", detail: exclude };
  if (lower === undefined) return { why: "unknown-indicator", detail: null };
  if (!upward(lower, upper)) return { why: "not-upward", detail: `${lower.level} → ${upper.level}` };
  if (lower.measure !== upper.measure)
    return { why: "measures-differ", detail: `${lower.measure} ≠ ${upper.measure}` };
  if (lower.unit !== upper.unit)
    return { why: "units-differ", detail: `${lower.unit ?? "—"} ≠ ${upper.unit ?? "—"}` };
  return null;
}

/** Everything below an indicator. */
function belowOf(id: string, links: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(links.get(id) ?? [])];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (found.has(each) || each === id) continue;
    found.add(each);
    open.push(...(links.get(each) ?? []));
  }
  return found;
}

/** Counts each source once: also one that a counted value contains from below. Gives the sources whose values differ. */
function leaveOutSameSource(
  id: string,
  counted: Set<string>,
  contents: ReadonlyMap<string, ReadonlySet<string>>,
  byId: ReadonlyMap<string, RollUpIndicator>,
  leftOut: LeftOut[],
): string[] {
  const conflicts = new Set<string>();
  /** By source, the indicator that counted with it. */
  const counts = new Map<string, string>();
  const leave = (each: string, twin: string, source: string) => {
    counted.delete(each);
    leftOut.push({ from: each, to: id, why: "same-source", detail: twin });
    if (!sameReading(byId.get(each)?.reading, byId.get(twin)?.reading)) conflicts.add(source);
  };
  for (const holder of [...counted]) {
    const own = byId.get(holder)?.source;
    const first = counts.get(own ?? "");
    if (first !== undefined && own !== undefined) {
      leave(holder, first, own);
      continue;
    }
    for (const each of [holder, ...(contents.get(holder) ?? [])]) {
      const source = byId.get(each)?.source;
      if (source !== undefined && !counts.has(source)) counts.set(source, each);
    }
  }
  // What was counted before the value that contains its source.
  for (const each of [...counted]) {
    const source = byId.get(each)?.source;
    if (source === undefined) continue;
    const twin = [...counted]
      .filter((other) => other !== each)
      .flatMap((other) => [...(contents.get(other) ?? [])])
      .find((below) => byId.get(below)?.source === source);
    if (twin !== undefined) leave(each, twin, source);
  }
  return [...conflicts];
}

interface Overlap {
  id: string;
  value: number | null;
  /** How many counted values too many contain it. */
  extra: number;
}

/** Indicators that several counted values contain, the highest ones. */
function overlapsOf(
  counted: ReadonlySet<string>,
  contents: ReadonlyMap<string, ReadonlySet<string>>,
  links: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, RollUpIndicator>,
): Overlap[] {
  const holdersOf = (each: string) => [...counted].filter((holder) => contents.get(holder)?.has(each));
  const shared = [...new Set([...counted].flatMap((holder) => [...(contents.get(holder) ?? [])]))].filter(
    (each) => holdersOf(each).length > 1,
  );
  return shared
    .filter((each) => !shared.some((other) => other !== each && belowOf(other, links).has(each)))
    .map((each) => ({ id: each, value: countOf(each, links, byId), extra: holdersOf(each).length - 1 }));
}

/** A count that is known: its own, or the sum of all that is below it. */
function countOf(
  id: string,
  links: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, RollUpIndicator>,
): number | null {
  const reading = byId.get(id)?.reading;
  if (reading?.measure === "count" && reading.value !== null) return reading.value;
  const below = (links.get(id) ?? []).map((each) => countOf(each, links, byId));
  const numbers = below.flatMap((value) => value ?? []);
  return below.length === 0 || numbers.length < below.length ? null : sumDecimals(numbers);
}

/** Takes off what was counted too often; bounds where that is unknown. Only counts overlap by an amount. */
function lessOverlaps(summary: Summary, readings: readonly Reading[], overlaps: readonly Overlap[]): Summary {
  if (overlaps.length === 0) return summary;
  const { reported, missingCount } = summary;
  const none: Summary = { value: null, reason: "overlap-unknown", reported, missingCount };
  const counts = readings.flatMap((reading) => (reading.measure === "count" ? [reading.value ?? 0] : []));
  if (summary.value === null || counts.length < readings.length) return none;
  const off = overlaps.flatMap(({ value, extra }) => (value === null ? [] : [-value * extra]));
  const high = sumDecimals([summary.value, ...off]);
  if (overlaps.every(({ value }) => value !== null)) return { ...summary, value: high };
  return { ...none, low: Math.min(Math.max(...counts), high), high };
}

/** A portfolio's common indicators may gather into wider ones of their own level; a project's values never go down. */
const upward = (lower: RollUpIndicator, upper: RollUpIndicator) => {
  const [from, to] = [ROLL_UP_LEVELS.indexOf(lower.level), ROLL_UP_LEVELS.indexOf(upper.level)];
  return from < to || (from === to && lower.id !== upper.id);
};

const sameReading = (a: Reading | undefined, b: Reading | undefined) =>
  a !== undefined && b !== undefined && inOneOrder(a) === inOneOrder(b);
/** A reading as text, whatever the order of its members. */
const inOneOrder = (reading: Reading): string =>
  JSON.stringify(reading, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort()
      : value,
  );
