import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";

/**
 * A DHIS2 time stamp (`2020-04-10T09:30:00.000+0000`; without an offset it is taken for universal time) as an instant; midnight is the bare
 * day, whose beginning it is. `null` where it is none.
 */
export function instantOf(stamp: string): string | null {
  const zoned = /T[\d:.]+$/.test(stamp) ? `${stamp}Z` : stamp;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(stamp) ? parseISO(`${stamp}T00:00:00Z`) : parseISO(zoned);
  if (!isValid(date)) return null;
  const text = date.toISOString();
  if (text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  return text.replace(".000Z", "Z");
}

/** An instant as DHIS2 writes it. */
export function stampOf(instant: string): string {
  return new Date(instant).toISOString().replace("Z", "+0000");
}
