import type { FrameworkDocument } from "../document/index.ts";
import type { CalendarDate } from "../values/date.ts";

/** The project's first and last day; `null` where one is unknown or they are out of order, which is a finding of its own. */
export function projectSpan({
  project: { startDate, endDate },
}: FrameworkDocument): { start: CalendarDate; end: CalendarDate } | null {
  if (startDate === null || endDate === null || startDate >= endDate) return null;
  return { start: startDate, end: endDate };
}
