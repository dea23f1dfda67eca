import { boundsOf, numberOf, type Value } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { labelOf, messagesIn } from "../messages/index.ts";
import type { IndicatorRow, PartsOfValue } from "../results/index.ts";
import { numberText, valueText } from "../shapes/index.ts";
import { type DataField, perCent } from "./data.ts";
import { shareNote } from "./shares.ts";

type Fields = readonly DataField<IndicatorRow>[];

/** The number that a value states exactly, and nothing else. */
function exactNumber(value: Value): number | null {
  const bounds = boundsOf(value);
  return bounds !== null && bounds.low === bounds.high ? numberOf(value) : null;
}

/** What is to be said beside a number or in its place: how it is qualified, a unit of its own, or why there is none. */
function valueNote(value: Value, unit: string | null, language: DisplayLanguage): string | null {
  const { tbdMeaning, noneMeaning, reasons } = messagesIn(language);
  switch (value.kind) {
    case "number":
      return exactNumber(value) !== null && (value.unit === undefined || value.unit === unit)
        ? null
        : valueText(value, language);
    case "tbd":
      return value.note === undefined ? tbdMeaning : `${tbdMeaning} (${value.note})`;
    case "none":
      return value.because === "suppressed" ? reasons.suppressed : noneMeaning;
    case "text":
      return value.text;
  }
}

/** The parts of a value in words, what is withheld among them. */
export function partsText(
  { parts, suppressed }: Pick<PartsOfValue, "parts" | "suppressed">,
  language: DisplayLanguage,
  separator = " · ",
): string {
  const { reasons, colon, members } = messagesIn(language);
  return [
    ...parts.map(
      ({ label, value }) => `${numberText(value, null, language)}\u00a0${labelOf(members, label)}`,
    ),
    ...suppressed.map((label) => `${labelOf(members, label)}${colon} ${reasons.suppressed}`),
  ].join(separator);
}

/** What a file of indicators says, by the table's columns. */
export function indicatorFields(
  language: DisplayLanguage,
): Record<
  | "code"
  | "indicator"
  | "baseline"
  | "milestone"
  | "actual"
  | "target"
  | "trend"
  | "percentOfTarget"
  | "status",
  Fields
> {
  const { columns, kinds, table, statuses, reasons } = messagesIn(language);
  const value = (column: "baseline" | "milestone" | "actual" | "target"): Fields => [
    { name: columns[column].name, value: (row) => exactNumber(row[column]) },
    { name: table.note(columns[column].name), value: (row) => valueNote(row[column], row.unit, language) },
  ];
  const parts = (column: "actual" | "target"): Fields => [
    ...value(column),
    {
      name: table.breakdown(columns[column].name),
      value: (row) => {
        const found = row.parts.find((each) => each.column === column);
        return found === undefined ? null : partsText(found, language);
      },
    },
  ];
  return {
    code: [
      { name: columns.code.name, value: ({ code }) => code },
      { name: kinds.outcome, value: ({ outcome }) => outcome },
      { name: kinds.output, value: ({ output }) => output },
    ],
    indicator: [
      { name: columns.indicator.name, value: ({ text }) => text },
      { name: columns.unit.name, value: ({ unit }) => unit },
    ],
    baseline: value("baseline"),
    milestone: value("milestone"),
    actual: parts("actual"),
    target: parts("target"),
    trend: [
      {
        name: columns.trend.name,
        value: ({ series }) =>
          series.length === 0
            ? null
            : series.map((point) => `${point.date}: ${numberText(point.value, null, language)}`).join(" · "),
      },
    ],
    percentOfTarget: [
      { name: columns.percentOfTarget.name, value: ({ percentOfTarget }) => perCent(percentOfTarget) },
      { name: table.percent(columns.progress.name), value: ({ progress }) => perCent(progress) },
      { name: table.note(columns.percentOfTarget.name), value: (row) => shareNote(row, language) },
    ],
    status: [
      { name: columns.status.name, value: ({ status }) => statuses[status ?? "unknown"] },
      {
        name: table.reason(columns.status.name),
        value: ({ statusReason }) => (statusReason === null ? null : reasons[statusReason]),
      },
      { name: columns.remark.name, value: ({ remark }) => remark },
    ],
  };
}
