import {
  type Finding,
  type FrameworkDocument,
  type Indicator,
  type ReportedValue,
  VALUE_COLUMNS,
  type ValueState,
  valueState,
  type Writer,
} from "@cadre/core";
import { csvLine } from "@cadre/core/internal";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { finding } from "../reading.ts";

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
  const number = value.kind === "number" ? value : undefined;
  const said = value.kind === "text" ? value.text : value.kind === "tbd" ? value.note : undefined;
  const whole: ValueRow = {
    ...{ ...row, part: null, state: valueState(value), value: number?.value ?? null },
    ...{ unit: number?.unit ?? null, qualifier: number?.qualifier ?? null },
    ...{ low: number?.low ?? null, high: number?.high ?? null, written: raw ?? said ?? null },
  };
  const part = (label: string, state: ValueState, amount: number | null): ValueRow => ({
    ...{ ...whole, part: label, state, value: amount },
    ...{ qualifier: null, low: null, high: null, written: null },
  });
  return [
    whole,
    ...(breakdown?.parts ?? []).map((each) => part(each.label, "number", each.value)),
    ...(breakdown?.suppressed ?? []).map((label) => part(label, "suppressed", null)),
  ];
}

/** All values of a document's indicators, a row each, in the document's order. */
export function valueRows(document: FrameworkDocument): ValueRow[] {
  return document.outcomes.flatMap((outcome) => {
    const of = (output: string | null, indicators: readonly Indicator[]) =>
      indicators.flatMap(({ code: indicator, text, ...columns }) =>
        VALUE_COLUMNS.flatMap((kind) =>
          rowsOf({ outcome: outcome.code, output, indicator, text, kind }, columns[kind]),
        ),
      );
    return [
      ...of(null, outcome.indicators),
      ...outcome.outputs.flatMap((each) => of(each.code, each.indicators)),
    ];
  });
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
  const { activities, budget, report } = document;
  const parts = [
    ...(activities.length > 0 ? ["activities"] : []),
    ...((budget.lines ?? []).length > 0 || budget.total !== null ? ["budget"] : []),
    ...(report !== null ? ["report"] : []),
  ];
  return parts.map((path) => {
    const what = message(en.tableNotCarried, fr.tableNotCarried, format, path);
    return finding("info", "table-not-carried", path, what, path, "a table of values");
  });
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
