import { type Reading, type Summary, summarise } from "./measure.ts";

/** From the ground up. A mapping goes to a higher level, or stays where a common indicator gathers its own kind. */
export const ROLL_UP_LEVELS = ["activity", "output", "outcome", "project", "portfolio"] as const;
/** A level of the results framework. */
export type RollUpLevel = (typeof ROLL_UP_LEVELS)[number];

/** An indicator anywhere in the portfolio, with its own figure where one was reported at that very level. */
export interface RollUpIndicator {
  /** Unique over the portfolio: `ML-1/2.1.1`, `people-trained`. */
  id: string;
  level: RollUpLevel;
  measure: Reading["measure"];
  /** Compared to the letter: `people`, `%`, `USD`. */
  unit?: string;
  /** Absent where nothing is reported at this level and the figure comes from below. */
  reading?: Reading;
  /** What the figure was read from: a list of participants, a survey, a partner's return. One source counts once. */
  source?: string;
  /** Levels of a qualitative scale, lowest first. */
  levels?: readonly string[];
}

/** Says that one indicator's figure is part of another's. */
export interface RollUpMapping {
  from: string;
  to: string;
  /** Left out on purpose, and why. */
  exclude?: string;
}

/** Why an indicator that is mapped to another did not count. `reported-above`: the upper one has a figure of its own. */
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
  from: string;
  to: string;
  why: LeftOutReason;
  /** The reason given for an exclusion, or what was met and what was expected. */
  detail: string | null;
}

/** The figure of a common indicator, and what it is made of. */
export interface RolledUp {
  id: string;
  summary: Summary;
  /** Indicators whose own figures it is made of. */
  from: string[];
  /** Sources that gave different figures for the same thing: nobody can say which counts, so there is no value. */
  conflicts: string[];
  leftOut: LeftOut[];
}

type Counted = { indicator: RollUpIndicator; reading: Reading };

/**
 * The figure of a common indicator from those that are mapped to it, directly or over several levels (activity → output → outcome →
 * project → portfolio). A figure that was reported at a level stands for all that is mapped to it. However many ways lead up, an
 * indicator counts once, and so does a source that reports to several: the second is left out as `same-source` where the figures agree;
 * where they do not, the result has no value and names the conflict. Units and measures must be the same all the way. What is left
 * out is told with its reason, nothing is dropped in silence.
 * @throws RangeError where `id` is no indicator.
 */
export function rollUp(
  id: string,
  indicators: readonly RollUpIndicator[],
  mappings: readonly RollUpMapping[],
): RolledUp {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const top = byId.get(id);
  if (top === undefined) throw new RangeError(`no indicator ${id}`);
  const leftOut: LeftOut[] = [];
  const counted = new Map<string, Counted>();
  const visited = new Set<string>();

  function gather(indicator: RollUpIndicator): void {
    if (visited.has(indicator.id)) return;
    visited.add(indicator.id);
    const below = mappings.filter(({ to }) => to === indicator.id);
    const { reading } = indicator;
    if (reading !== undefined) counted.set(indicator.id, { indicator, reading });
    for (const { from, to, exclude } of below) {
      const leave = (why: LeftOutReason, detail: string | null = null) =>
        leftOut.push({ from, to, why, detail });
      const lower = byId.get(from);
      if (exclude !== undefined) leave("excluded", exclude);
      else if (lower === undefined) leave("unknown-indicator");
      else if (!upward(lower, indicator)) leave("not-upward", `${lower.level} → ${indicator.level}`);
      else if (lower.measure !== indicator.measure)
        leave("measures-differ", `${lower.measure} ≠ ${indicator.measure}`);
      else if (lower.unit !== indicator.unit)
        leave("units-differ", `${lower.unit ?? "—"} ≠ ${indicator.unit ?? "—"}`);
      else if (reading !== undefined) leave("reported-above");
      else if (lower.reading === undefined && !mappings.some((mapping) => mapping.to === from))
        leave("no-actual");
      else gather(lower);
    }
  }
  gather(top);

  const kept = new Map<string, Counted>();
  const conflicts = new Set<string>();
  for (const one of counted.values()) {
    const { id: from, source } = one.indicator;
    const key = source === undefined ? `indicator ${from}` : `source ${source}`;
    const other = kept.get(key);
    if (other === undefined) {
      kept.set(key, one);
      continue;
    }
    leftOut.push({ from, to: id, why: "same-source", detail: other.indicator.id });
    if (source !== undefined && !sameReading(one.reading, other.reading)) conflicts.add(source);
  }
  const all = [...kept.values()];
  const summary = summarise(
    all.map(({ reading }) => reading),
    top.levels ?? [],
  );
  return {
    id,
    summary:
      conflicts.size === 0
        ? summary
        : { value: null, reason: "sources-differ", reported: summary.reported, missing: summary.missing },
    from: all.map(({ indicator }) => indicator.id),
    conflicts: [...conflicts],
    leftOut,
  };
}

/** A portfolio's common indicators may gather into wider ones of their own level; a project's figures never go down. */
const upward = (lower: RollUpIndicator, upper: RollUpIndicator) => {
  const [from, to] = [ROLL_UP_LEVELS.indexOf(lower.level), ROLL_UP_LEVELS.indexOf(upper.level)];
  return from < to || (from === to && lower.id !== upper.id);
};

const sameReading = (a: Reading, b: Reading) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (reading: Reading) =>
  Object.entries(reading)
    .map(([key, value]) => [
      key,
      typeof value === "object" && value !== null ? Object.entries(value).sort() : value,
    ])
    .sort();
