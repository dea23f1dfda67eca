import { mismatch } from "../diagnostics/mismatch.ts";
import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { Rejection } from "./observation.ts";
import type { ObservationTable } from "./table.ts";

const EXPECTED: Readonly<Record<Rejection["code"], readonly [en: string, fr: string]>> = {
  missing: [en.expectedNumberOrName, fr.expectedNumberOrName],
  "not-text": [en.expectedText, fr.expectedText],
  "not-a-number": [en.expectedFinite, fr.expectedFinite],
  "out-of-range": [en.expectedLevel, fr.expectedLevel],
  "negative-denominator": [en.expectedNotNegative, fr.expectedNotNegative],
  "unknown-indicator": [en.expectedIndicator, fr.expectedIndicator],
  "unknown-period": [en.expectedPeriod, fr.expectedPeriod],
  "unknown-axis": [en.expectedAxes, fr.expectedAxes],
  "unknown-category": [en.expectedCategory, fr.expectedCategory],
  "not-an-instant": [en.expectedInstant, fr.expectedInstant],
  "value-and-numerator": [en.expectedValueOrNumerator, fr.expectedValueOrNumerator],
  "value-and-reason": [en.expectedValueOrReason, fr.expectedValueOrReason],
  "not-a-reason": [en.expectedReason, fr.expectedReason],
  "rows-conflict": [en.expectedOneValue, fr.expectedOneValue],
  "not-a-row": [en.expectedObject, fr.expectedObject],
};

/** Says why a row is handed back. */
export function refusal<Row>(
  table: ObservationTable,
  input: Row,
  row: number,
  column: string,
  code: Rejection["code"],
): Rejection<Row> {
  const fields = input as Record<string, unknown> | null | undefined;
  const isAxis = table.combinations.axes.some(({ name }) => name === column);
  const holder = isAxis ? (fields?.categories as typeof fields) : fields;
  const value = column === "" ? input : holder?.[column];
  const where =
    column === ""
      ? bilingualText(en.rowAlone, fr.rowAlone, String(row))
      : bilingualText(en.rowColumn, fr.rowColumn, String(row), column);
  const [expected, french] = EXPECTED[code];
  const found = mismatch(where, value ?? undefined, { en: expected, fr: french });
  return { row, column, code, expected, ...found, input };
}
