import type { ReportedValue, Value, ValueColumn } from "@cadre/core";
import { percentOfFraction } from "./value.ts";

type Values = Record<ValueColumn, ReportedValue>;

const isPercent = (value: Value) => value.kind === "number" && value.unit === "%";
const isNumeric = (value: Value) => value.kind === "number";

/** A fraction without a value: what it counts is decided by the row. */
function settleFraction(value: Value, others: readonly Value[], text: string): Value {
  if (value.kind !== "number" || value.value !== null) return value;
  const { numerator, denominator } = value;
  if (numerator === undefined || denominator === undefined || value.low !== undefined) return value;
  const asksPercent =
    others.some(isPercent) ||
    /^(?:%|pourcentage|percentage|proportion|part |share |taux|rate)/i.test(text.trim());
  if (asksPercent && value.unit === undefined)
    return { ...value, value: null, unit: "%", ...percentOfFraction(numerator, denominator) };
  // `3 out of 4` against a target of 4, or beside plain counts: three of what is counted. What is at most 1 may
  // be a share; what has a unit of its own may be another thing.
  const counted = others.some(
    (other) =>
      other.kind === "number" &&
      other.unit !== "%" &&
      (other.value === denominator ||
        other.denominator === denominator ||
        (value.unit === undefined && other.numerator === undefined && (other.value ?? other.high ?? 0) > 1)),
  );
  return counted ? { ...value, value: numerator } : value;
}

/**
 * What only the row as a whole decides: whether `12/15` is a share or a count, and whether `not started` is the absence of a number or a
 * state of an indicator that is described in words.
 */
export function settleRow(values: Values, text: string): Values {
  const columns = Object.keys(values) as ValueColumn[];
  const settled = { ...values };
  for (const column of columns) {
    const others = columns.filter((each) => each !== column).map((each) => values[each].value);
    const { value, raw } = values[column];
    if (value.kind === "none" && value.because === "not-started") {
      const described = others.some((other) => other.kind === "text") && !others.some(isNumeric);
      if (described && raw !== undefined)
        settled[column] = { ...values[column], value: { kind: "text", text: raw } };
    } else {
      const fraction = settleFraction(value, others, text);
      if (fraction !== value) settled[column] = { ...values[column], value: fraction };
    }
  }
  return settled;
}
