import { mismatch } from "../diagnostics/mismatch.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { Rejection } from "./observation.ts";
import type { ObservationTable } from "./table.ts";

const EXPECTED: Readonly<Record<Rejection["code"], Bilingual>> = {
  missing: { en: en.expectedNumberOrName, fr: fr.expectedNumberOrName },
  "not-text": { en: en.expectedText, fr: fr.expectedText },
  "not-a-number": { en: en.expectedFinite, fr: fr.expectedFinite },
  "out-of-range": { en: en.expectedLevel, fr: fr.expectedLevel },
  "negative-denominator": { en: en.expectedNotNegative, fr: fr.expectedNotNegative },
  "unknown-indicator": { en: en.expectedIndicator, fr: fr.expectedIndicator },
  "unknown-period": { en: en.expectedPeriod, fr: fr.expectedPeriod },
  "unknown-axis": { en: en.expectedAxes, fr: fr.expectedAxes },
  "unknown-category": { en: en.expectedCategory, fr: fr.expectedCategory },
  "not-an-instant": { en: en.expectedInstant, fr: fr.expectedInstant },
  "value-and-numerator": { en: en.expectedValueOrNumerator, fr: fr.expectedValueOrNumerator },
  "value-and-reason": { en: en.expectedValueOrReason, fr: fr.expectedValueOrReason },
  "not-a-reason": { en: en.expectedReason, fr: fr.expectedReason },
  "rows-conflict": { en: en.expectedOneValue, fr: fr.expectedOneValue },
  "not-a-row": { en: en.expectedObject, fr: fr.expectedObject },
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
  const expected = EXPECTED[code];
  return {
    row,
    column,
    code,
    expected: expected.en,
    ...mismatch(where, value ?? undefined, expected),
    input,
  };
}
