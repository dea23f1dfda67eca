import { type ConfinedBounds, confine } from "./confine.ts";

/** An age band in completed years, both ends included: 18 to 35. `to: null` is open (60 and over). */
export interface AgeBand {
  /** Lowest age in completed years. */
  from: number;
  /** Highest age in completed years; `null`: open. */
  to: number | null;
}

/** How many people one source counts in each of its bands, and in all where it says so. The bands may overlap or leave ages out. */
export interface AgeReport {
  /** The bands that it counts. */
  bands: readonly (AgeBand & {
    /** How many people are in it. */
    value: number;
  })[];
  /** How many people there are in all. Default: not reported. */
  total?: number;
}

const end = (band: AgeBand) => band.to ?? Number.POSITIVE_INFINITY;

/** The band that words name: `18-29`, `18 à 35 ans`, `60+`, `60 ans et plus`, `<18`, `under 18`, `moins de 18 ans`; else `null`. */
export function parseAgeBand(label: string): AgeBand | null {
  const text = label
    .toLowerCase()
    .replace(/\b(years?|yrs?|old|ans?|aged?|âgée?s?)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, from, to] = /^(\d{1,3}) ?(?:[-–—]|to|à) ?(\d{1,3})$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return Number(from) <= Number(to) ? { from: Number(from), to: Number(to) } : null;
  const [, least] =
    /^(?:≥ ?)?(\d{1,3}) ?(?:\+|and over|and above|or more|et plus|et \+)$/.exec(text) ??
    /^≥ ?(\d{1,3})$/.exec(text) ??
    [];
  if (least !== undefined) return { from: Number(least), to: null };
  const [, above] = /^(?:>|over|plus de) ?(\d{1,3})$/.exec(text) ?? [];
  if (above !== undefined) return { from: Number(above) + 1, to: null };
  const [, below] = /^(?:<|under|below|moins de) ?(\d{1,3})$/.exec(text) ?? [];
  return below === undefined || Number(below) === 0 ? null : { from: 0, to: Number(below) - 1 };
}

/**
 * How many people of one source are in a band that it did not report. People are never spread over a band by its width: a band that
 * lies within the asked one counts whole, one that touches it counts between nobody and everybody. Sharp by the search of
 * {@link confine} over the elementary intervals that all the bands cut.
 * @returns `null` where the bands contradict one another or the total.
 */
export function ageBounds(report: AgeReport, asked: AgeBand): ConfinedBounds | null {
  const all = [...report.bands, asked];
  const cuts = [...new Set([0, ...all.flatMap((band) => [band.from, end(band) + 1])])]
    .filter((age) => Number.isFinite(age))
    .sort((a, b) => a - b);
  const within = (band: AgeBand) =>
    cuts.flatMap((age, atom) => (band.from <= age && age <= end(band) ? [atom] : []));
  const known = report.bands.map((band) => ({ atoms: within(band), low: band.value, high: band.value }));
  const { total } = report;
  if (total !== undefined) known.push({ atoms: cuts.map((_, atom) => atom), low: total, high: total });
  return confine(cuts.length, known, within(asked));
}

/**
 * Sources whose bands differ, brought together in one: youth as 18 to 29 here, 18 to 35 there. The bounds are the sums of each source's
 * own, sharp as long as no person is counted by two sources. `contradictory` names, by place in the list, sources whose values do not
 * agree with themselves; they are left out of the sum.
 */
export function combineAgeBands(
  reports: readonly AgeReport[],
  asked: AgeBand,
): ConfinedBounds & { contradictory: number[] } {
  const all: ConfinedBounds & { contradictory: number[] } = {
    low: 0,
    high: 0,
    sharp: true,
    contradictory: [],
  };
  for (const [index, report] of reports.entries()) {
    const bounds = ageBounds(report, asked);
    if (bounds === null) {
      all.contradictory.push(index);
      continue;
    }
    all.low += bounds.low;
    all.high = all.high === null || bounds.high === null ? null : all.high + bounds.high;
    all.sharp &&= bounds.sharp;
  }
  return all;
}
