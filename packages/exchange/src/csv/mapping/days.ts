/** In which order days are written. */
export const DAY_ORDERS = ["year-month-day", "day-month-year", "month-day-year"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** Where year, month and day are. */
const PARTS: Record<DayOrder, readonly number[]> = {
  "year-month-day": [0, 1, 2],
  "day-month-year": [2, 1, 0],
  "month-day-year": [2, 0, 1],
};
const DAY = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})/;

/** Whether a text begins with a day, in whatever order. */
export const isDay = (text: string): boolean => DAY.test(text);

/** The order that a day seems to be written in; where it could be the other, the day comes before the month, as the fund’s documents have it. */
export const orderOf = (text: string): DayOrder =>
  /^\d{4}/.test(text) ? "year-month-day" : "day-month-year";

/** A day as `YYYY-MM-DD`; what is no day of this order stays as it is, and is refused with its row. */
export function dayIn(text: string, order: DayOrder): string {
  if (order === "year-month-day") return text;
  const parts = text.split(/[./-]/).map((part) => part.trim());
  const [year = "", month = "", day = ""] = PARTS[order].map((at) => parts[at] ?? "");
  const whole = /^\d{4}$/.test(year) && [month, day].every((part) => /^\d{1,2}$/.test(part));
  return whole ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}
