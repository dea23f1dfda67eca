import {
  type Finding,
  type FrameworkDocument,
  type ReportedValue,
  VALUE_COLUMNS,
  type ValueState,
  valueState,
  type Writer,
} from "@cadre/core";
import { csvLine } from "@cadre/core/internal";

/** One value of a framework document, or a part of one. */
export interface ValueRow {
  /** Code of the outcome: `1`. */
  outcome: string;
  /** Code of the output; `null` of an outcome's indicator. */
  output: string | null;
  /** Code of the indicator: `1.1.1`. */
  indicator: string;
  /** What the indicator measures, as written. */
  text: string;
  /** Which of the four columns: baseline, target, milestone, actual. */
  kind: (typeof VALUE_COLUMNS)[number];
  /** Of which group it is, as the document names it; `null` of the whole. */
  part: string | null;
  /** A number (zero is one), to be determined, nothing, text, or withheld: five things that an empty cell cannot distinguish. */
  state: ValueState;
  /** `null` where `state` is not a number. */
  value: number | null;
  /** Unit of the number: `%`, `personnes`. `null` where none is written. */
  unit: string | null;
  /** How the number is meant: `at-least`, `about`, `change`. */
  qualifier: string | null;
  /** The ends of a range, or of what the qualifier leaves open. */
  low: number | null;
  /** See `low`. */
  high: number | null;
  /** The cell as it was written. */
  written: string | null;
}

function rowsOf(
  row: Pick<ValueRow, "outcome" | "output" | "indicator" | "text" | "kind">,
  { value, breakdown, raw }: ReportedValue,
): ValueRow[] {
  const whole: ValueRow = {
    ...row,
    part: null,
    state: valueState(value),
    value: value.kind === "number" ? value.value : null,
    unit: value.kind === "number" ? (value.unit ?? null) : null,
    qualifier: value.kind === "number" ? (value.qualifier ?? null) : null,
    low: value.kind === "number" ? (value.low ?? null) : null,
    high: value.kind === "number" ? (value.high ?? null) : null,
    written: raw ?? (value.kind === "text" ? value.text : value.kind === "tbd" ? (value.note ?? null) : null),
  };
  const parts = (breakdown?.parts ?? []).map(
    (part): ValueRow => ({
      ...whole,
      part: part.label,
      state: "number",
      value: part.value,
      qualifier: null,
      low: null,
      high: null,
      written: null,
    }),
  );
  const suppressed = (breakdown?.suppressed ?? []).map(
    (part): ValueRow => ({
      ...whole,
      ...{ part, state: "suppressed", value: null, qualifier: null, low: null, high: null, written: null },
    }),
  );
  return [whole, ...parts, ...suppressed];
}

/** All values of a document's indicators, a row each, in the document's order. */
export function valueRows(document: FrameworkDocument): ValueRow[] {
  return document.outcomes.flatMap((outcome) =>
    [
      ...outcome.indicators.map((indicator) => ({ output: null as string | null, indicator })),
      ...outcome.outputs.flatMap((output) =>
        output.indicators.map((indicator) => ({ output: output.code, indicator })),
      ),
    ].flatMap(({ output, indicator }) =>
      VALUE_COLUMNS.flatMap((column) =>
        rowsOf(
          { outcome: outcome.code, output, indicator: indicator.code, text: indicator.text, kind: column },
          indicator[column],
        ),
      ),
    ),
  );
}

/** The columns of the table of values, and their hashtags. */
export const VALUE_TAGS = {
  outcome: "#impact+outcome+code",
  output: "#output+code",
  indicator: "#indicator+code",
  text: "#indicator+name",
  kind: "#indicator+type",
  part: "#group+name",
  state: "#status+value",
  value: "#indicator+value",
  unit: "#indicator+unit",
  qualifier: "#indicator+qualifier",
  low: "#indicator+value+low",
  high: "#indicator+value+high",
  written: "#description+written",
} as const satisfies Record<keyof ValueRow, string>;

/** What a table of values leaves out. */
export function leftOut(document: FrameworkDocument, format: string): Finding[] {
  const parts = [
    ...(document.activities.length > 0 ? ["activities"] : []),
    ...((document.budget.lines ?? []).length > 0 || document.budget.total !== null ? ["budget"] : []),
    ...(document.report !== null ? ["report"] : []),
  ];
  return parts.map(
    (path): Finding => ({
      code: "table-not-carried",
      severity: "info",
      where: { path },
      message: {
        en: `A table of values (${format}) does not contain ${path}.`,
        fr: `Un tableau de valeurs (${format}) ne contient pas ${path}.`,
      },
      found: path,
      expected: "a table of values",
    }),
  );
}

const writer = (format: "csv" | "hxl"): Writer => ({
  format,
  extension: format === "csv" ? ".csv" : ".hxl.csv",
  mediaType: "text/csv",
  write: async (document) => {
    const names = Object.keys(VALUE_TAGS) as (keyof ValueRow)[];
    const lines = [
      csvLine(names),
      ...(format === "hxl" ? [`${Object.values(VALUE_TAGS).join(",")}\r\n`] : []),
      ...valueRows(document).map((row) => csvLine(names.map((name) => row[name]))),
    ];
    return { bytes: new TextEncoder().encode(lines.join("")), findings: leftOut(document, format) };
  },
});

/** The values of a framework document as CSV: one row for each, its state beside its value. */
export const valuesCsvWriter: Writer = writer("csv");
/** The same with a row of HXL hashtags. */
export const valuesHxlWriter: Writer = writer("hxl");
