import type { PartialDate } from "@cadre/core";
import type { NarrativeCues } from "./cues.ts";

/** A date that a sentence gives, and where in it. */
export interface FoundDate {
  date: PartialDate;
  at: number;
  /** Last month of a span, where it is one. */
  until?: PartialDate;
}

const two = (part: number) => String(part).padStart(2, "0");

/**
 * The dates that a sentence gives, each as precise as it gives it; of a span, its first day. A month without a year is one of the
 * report's year, or none where that is unknown.
 */
export function datesIn(sentence: string, year: number | null, cues: NarrativeCues): FoundDate[] {
  return [...sentence.matchAll(cues.date)].flatMap((match) => {
    const { day, month = "", lastMonth, year: written } = match.groups ?? {};
    const number = cues.months.indexOf(month.toLowerCase()) + 1;
    const ofYear = written ?? year;
    if (ofYear === null || number === 0) return [];
    const position = match.index;
    const whole = day !== undefined && Number(day) >= 1 && Number(day) <= 31;
    const last = cues.months.indexOf((lastMonth ?? "").toLowerCase()) + 1;
    return [
      {
        ...{ date: `${ofYear}-${two(number)}${whole ? `-${two(Number(day))}` : ""}`, at: position },
        ...(last > 0 ? { until: `${ofYear}-${two(last)}` } : {}),
      },
    ];
  });
}

/** The date that belongs to what is at `index`: the first behind it, else the last before it. */
export function dateNear(dates: readonly FoundDate[], index: number): PartialDate | null {
  return (dates.find((date) => date.at >= index) ?? dates.at(-1))?.date ?? null;
}

/** `2021`, `mars 2021`, `janvier` as a partial date; `null` where it is none. */
export function readPartialDate(text: string, year: number | null, cues: NarrativeCues): PartialDate | null {
  const [found] = datesIn(text, year, cues);
  return found?.date ?? /\b20\d\d\b/.exec(text)?.[0] ?? null;
}
