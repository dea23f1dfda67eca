import { type CalendarDate, daysBetween, shiftDate } from "../values/date.ts";

/** Days on which work goes on. */
export interface WorkingCalendar {
  /** Days of the week without work: 0 Sunday to 6 Saturday. */
  weekend: readonly number[];
  /** Further days without work, ISO 8601. */
  holidays: readonly CalendarDate[];
}

/** Days counted as working days. Index 0 is the first working day on or after 3 January 2000, a Monday. */
export interface DayCount {
  /** Index of the first working day on or after a date. */
  indexOf(date: CalendarDate): number;
  /** The working day of an index. */
  dateOf(index: number): CalendarDate;
}

const MONDAY = "2000-01-03";

/**
 * Counts days by a calendar. Default: every day is a working day.
 * @throws RangeError where no day of the week is left for work.
 */
export function dayCount(calendar: WorkingCalendar | null = null): DayCount {
  if (calendar === null)
    return {
      indexOf: (date) => daysBetween(MONDAY, date),
      dateOf: (index) => shiftDate(MONDAY, index),
    };
  const free = new Set(calendar.weekend);
  // Working days of a week before each of its days, from Monday.
  const before = [0];
  for (let day = 0; day < 7; day += 1) before.push((before[day] ?? 0) + (free.has((day + 1) % 7) ? 0 : 1));
  const perWeek = before[7] ?? 0;
  if (perWeek === 0) throw new RangeError("a working calendar needs a working day");
  const weekday = (day: number) => ((day % 7) + 7) % 7;
  const holidays = [...new Set(calendar.holidays)]
    .map((date) => daysBetween(MONDAY, date))
    .filter((day) => !free.has((weekday(day) + 1) % 7))
    .sort((a, b) => a - b);
  const count = (day: number): number => {
    let passed = 0;
    for (const holiday of holidays) if (holiday < day) passed += 1;
    return Math.floor(day / 7) * perWeek + (before[weekday(day)] ?? 0) - passed;
  };
  return {
    indexOf: (date) => count(daysBetween(MONDAY, date)),
    dateOf: (index) => {
      // The last day before which there are `index` working days.
      let [low, high] = [-1, 1];
      while (count(high) <= index) high *= 2;
      while (count(low) > index) low *= 2;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (count(middle) <= index) low = middle;
        else high = middle;
      }
      return shiftDate(MONDAY, low);
    },
  };
}
