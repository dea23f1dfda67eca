import * as z from "zod";
import { CalendarDate } from "../values/date.ts";
import { decimalsOf } from "../values/money.ts";

const Currency = z.string().refine(
  (code) => {
    try {
      return decimalsOf(code) >= 0;
    } catch {
      return false;
    }
  },
  { error: "an ISO 4217 currency code" },
);

/**
 * Rates of exchange, each in force from a day until the next one of its currency: units of the currency for one unit of `base`, as in the
 * United Nations' operational rates (`{ currency: "XOF", since: "2020-05-01", rate: 603.5 }`, base `USD`). The user loads them: none are built in.
 */
export const RateTable = z
  .object({
    /** ISO 4217 code of the currency that rates are given for one unit of: `USD`. */
    base: Currency,
    /** One for each currency and day, in any order. */
    rates: z.array(
      z.object({
        /** ISO 4217 code. */
        currency: Currency,
        /** First day on which the rate holds. */
        since: CalendarDate,
        /** Units of the currency for one unit of `base`. */
        rate: z.number().positive(),
      }),
    ),
    /** Where the rates are from. */
    source: z.string().optional(),
  })
  .refine(
    ({ rates }) => new Set(rates.map(({ currency, since }) => `${currency} ${since}`)).size === rates.length,
    { error: "one rate of a currency for each day" },
  )
  .meta({ id: "RateTable" });
export type RateTable = z.infer<typeof RateTable>;

/** The rate in force on a day, and since when; `null` where the table begins later or does not have the currency. */
export function rateOn(
  { base, rates }: RateTable,
  currency: string,
  on: CalendarDate,
): { rate: number; since: CalendarDate | null } | null {
  if (currency === base) return { rate: 1, since: null };
  let found: RateTable["rates"][number] | null = null;
  for (const each of rates)
    if (each.currency === currency && each.since <= on && each.since >= (found?.since ?? "")) found = each;
  return found === null ? null : { rate: found.rate, since: found.since };
}
