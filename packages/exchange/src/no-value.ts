import {
  type NoValueReason,
  type NumberColumn,
  noValueReasonIn,
  type Observation,
  type ObservationColumns,
} from "@cadre/core/observations";

const reasonOf = (value: unknown): NoValueReason | undefined =>
  typeof value === "string" ? noValueReasonIn(value) : undefined;

/** A row whose value, or numerator, is a reason in words as one with that reason; any other as it is. */
export function rowWithReason(row: Observation): Observation {
  const reason = reasonOf(row?.value) ?? reasonOf(row?.numerator);
  if (reason === undefined) return row;
  const { value: _, numerator: _n, denominator: _d, ...about } = row;
  return { ...about, value: null, reason };
}

/** The same of columns. A denominator in such words was not reported. */
export function columnsWithReasons(columns: ObservationColumns): ObservationColumns {
  const { value, numerator, denominator } = columns;
  const read = (column: NumberColumn | undefined): readonly unknown[] =>
    Array.isArray(column) ? column : [];
  const [values, above, below] = [read(value), read(numerator), read(denominator)];
  if (columns.reason !== undefined || ![values, above, below].some((column) => column.some(reasonOf)))
    return columns;
  const rows = Math.max(values.length, above.length, below.length);
  const reason = Array.from({ length: rows }, (_, row) => reasonOf(values[row]) ?? reasonOf(above[row]));
  const without = (column: NumberColumn): NumberColumn =>
    Array.from(column, (each, row) => (reason[row] !== undefined || reasonOf(each) ? undefined : each));
  return {
    ...columns,
    reason,
    ...(value !== undefined && { value: without(value) }),
    ...(numerator !== undefined && { numerator: without(numerator) }),
    ...(denominator !== undefined && { denominator: without(denominator) }),
  };
}
