import {
  CalendarDate,
  type FrameworkDocument,
  formatNumber,
  type Language,
  parseWith,
  type Result,
  refuse,
} from "@cadre/core";
import { convertBudget, RateTable } from "@cadre/core/currency";
import { readTable } from "@cadre/exchange/csv";
import { fileAt, jsonAt } from "../mapped.ts";
import { both, MESSAGES } from "../messages.ts";
import type { Terminal } from "./command.ts";

/** Options of every command that can convert amounts. */
export interface RateOptions {
  rates?: string;
  currency?: string;
  ratesOn?: string;
}

/** Limit of a file of rates in bytes: all rates ever published take less. */
const MAX_BYTES = 2 ** 24;

/** What is wrong with the options by themselves; `null`: nothing. */
export function wrongRates({ rates, currency, ratesOn }: RateOptions, language: Language): string | null {
  const { found, expected, colon, ratesTogether } = MESSAGES[language];
  if ((rates === undefined) !== (currency === undefined)) return ratesTogether;
  if (rates === undefined && ratesOn !== undefined) return ratesTogether;
  if (ratesOn !== undefined && !CalendarDate.safeParse(ratesOn).success)
    return `--rates-on: ${found}${colon} ${ratesOn}, ${expected}${colon} YYYY-MM-DD`;
  if (currency !== undefined && !RateTable.shape.base.safeParse(currency).success)
    return `--currency: ${found}${colon} ${currency}, ${expected}${colon} USD, XOF, …`;
  return null;
}

/** The table of rates that is named; `null` where none is. A table in CSV is per dollar, as the United Nations publish their rates. */
export async function ratesOf({ rates }: RateOptions): Promise<Result<RateTable> | null> {
  if (rates === undefined) return null;
  if (rates.toLowerCase().endsWith(".json")) {
    const json = await jsonAt(rates);
    return json.ok ? parseWith(RateTable, json.value, "rates-invalid") : json;
  }
  const rows = await fileAt(rates, MAX_BYTES, (bytes) => readTable(bytes));
  if (!rows.ok) return rows;
  return parseWith(
    RateTable,
    {
      base: "USD",
      rates: rows.value.map(({ currency, since, rate }) => ({
        ...{ currency: currency ?? "", since: since ?? "" },
        rate: rate === undefined || String(rate).trim() === "" ? null : Number(rate),
      })),
    },
    "rates-invalid",
  );
}

/** A document that was read, in the currency that was asked for. */
export function inCurrency(
  read: Result<FrameworkDocument>,
  { currency, ratesOn }: RateOptions,
  rates: Result<RateTable> | null,
): Result<FrameworkDocument> {
  if (!read.ok || rates === null || currency === undefined) return read;
  if (!rates.ok) return rates;
  const budgetOn = ratesOn ?? read.value.project.startDate ?? read.value.report?.asOf ?? null;
  if (budgetOn === null)
    return refuse({
      code: "rate-missing",
      where: { path: "project/startDate" },
      message: both(({ problems }) => problems.ratesDay),
      found: null,
      expected: "YYYY-MM-DD",
    });
  const converted = convertBudget(read.value, { to: currency, rates: rates.value, budgetOn });
  return converted.ok ? { ...converted, findings: read.findings } : converted;
}

/** Says by which rates amounts were converted. */
export function reportConverted(
  { budget: { converted } }: FrameworkDocument,
  language: Language,
  terminal: Terminal,
): void {
  if (converted === undefined) return;
  const number = (value: number) => formatNumber(value, { language, decimals: 4 });
  const { to } = converted;
  const rates = converted.rates.map(({ currency, on, rate }) =>
    rate < 1
      ? `1 ${currency} = ${number(1 / rate)} ${to} (${on})`
      : `1 ${to} = ${number(rate)} ${currency} (${on})`,
  );
  terminal.error(`cadre: ${MESSAGES[language].converted(converted.to, rates.join(", "), converted.source)}`);
}
