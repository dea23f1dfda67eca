import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";

/**
 * A time stamp of another system (`2020-04-10T09:30:00.000+0000`; without an offset it is taken for universal time) as an instant; midnight is
 * the bare day, whose beginning it is. `null` where it is none.
 */
export function instantOf(stamp: string): string | null {
  const zoned = /^\d{4}-\d{2}-\d{2}$/.test(stamp)
    ? `${stamp}T00:00:00Z`
    : stamp.replace(/(T[\d:.]+)$/, "$1Z");
  const date = parseISO(zoned);
  if (!isValid(date)) return null;
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.replace(".000Z", "Z");
}
