import { type Bilingual, type Finding, formatNumber, type Severity } from "@cadre/core";
import {
  axisNames,
  columnName,
  type DisplayLanguage,
  fieldName,
  type NamedField,
  questionName,
  textIn,
  topicName,
} from "@cadre/core/locale";
import { clip, html, type Markup, type Part } from "../markup/index.ts";
import { messagesIn, textPart } from "../messages/index.ts";
import { type FindingRow, findingRows } from "../results/index.ts";
import { badge } from "../shapes/index.ts";
import { SEVERITY_FILLS } from "../theme/index.ts";
import type { TableColumn } from "./table.ts";

/** Severities, the worst first. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Columns that a rule names where it found something missing in them. */
const COLUMN_NAMES = new Set(["text", "baseline", "milestone", "target", "actual", "remark"]);

/** A fact as it was found or expected. */
const fact = (value: FindingRow["found"], language: DisplayLanguage): Part => {
  if (value === null) return html`<span class="cadre-none">${messagesIn(language).none}</span>`;
  return clip(typeof value === "number" ? formatNumber(value, { language, decimals: 4 }) : value, 80);
};

const axisName = (axis: string) => axisNames([axis]);
/** The name that the core has for something, or that a language of an agency's own has. */
function nameIn(named: (name: string) => Bilingual, name: string, language: DisplayLanguage): string {
  const { names } = messagesIn(language);
  const own = Object.hasOwn(names, name) ? names[name as NamedField] : undefined;
  return own ?? textIn(named(name), { language });
}

/** What was found: names of columns in words, anything else as it is. */
function foundText(found: FindingRow["found"], language: DisplayLanguage): FindingRow["found"] {
  if (typeof found !== "string") return found;
  const names = found.split(", ");
  const words = names.map((name) => nameIn(columnName, name, language));
  return names.every((name) => COLUMN_NAMES.has(name)) ? words.join(", ") : found;
}

/** What was expected, in words: a field by its name, lists of axes, ratings or events by theirs, phrases as each language has them. */
function expectedPart(row: FindingRow, language: DisplayLanguage): FindingRow["found"] {
  if (row.expected === null || typeof row.expected === "number") return row.expected;
  const expected = typeof row.expected === "string" ? row.expected : row.expected.en;
  const { ratings, events } = messagesIn(language);
  const [, field] = /^(?:project|budget)\/(\w+)$/.exec(expected) ?? [];
  if (field !== undefined) return columnText(field, language);
  const known: Readonly<Record<string, string>> = { ...ratings, ...events };
  const named = (names: readonly string[], name: (each: string) => string) =>
    names.every((each) => name(each) !== each) ? names.map(name) : null;
  const choices = named(
    expected.split(" | "),
    (each) => (Object.hasOwn(known, each) ? known[each] : each) ?? each,
  );
  if (choices !== null) return choices.join(" | ");
  const axes = named(expected.split(", "), (each) => nameIn(axisName, each, language));
  if (axes !== null) return axes.join(", ");
  return typeof row.expected === "string" ? expected : textIn(row.expected, { language });
}

/** A column, a field, a question or a part in prose by its name in words; unchanged where it has none. */
function columnText(column: string, language: DisplayLanguage): string {
  const known = Object.entries(messagesIn(language).columns).find(([name]) => name === column)?.[1].name;
  if (known !== undefined) return known;
  const names = [fieldName, topicName, questionName, columnName].map((named) =>
    nameIn(named, column, language),
  );
  return names.find((name) => name !== column) ?? column;
}

/** Where a finding is, as text: `Indicator 2.1.1, Target, line 431`. */
export function locationText({ subject, line, path }: FindingRow, language: DisplayLanguage): string {
  const messages = messagesIn(language);
  const column = subject.column === null ? null : columnText(subject.column, language);
  const parts = [
    `${messages.kinds[subject.kind]}${subject.code === null ? "" : ` ${subject.code}`}`,
    column,
    line === null ? null : messages.line(String(line)),
  ];
  return subject.kind === "report" && column === null
    ? path
    : parts.filter((part) => part !== null && part !== "").join(", ");
}

/** The columns of a table of findings. `link` makes the place lead somewhere. */
export function findingColumns(
  language: DisplayLanguage,
  link: (row: FindingRow, text: string) => Part = (_, text) => text,
): TableColumn<FindingRow>[] {
  const { columns, severities, kinds, table } = messagesIn(language);
  const item = (column: "found" | "expected", said: (row: FindingRow) => FindingRow["found"]) => ({
    column,
    sort: said,
    fields: [{ name: columns[column].name, value: said }],
    cell: (row: FindingRow) => fact(said(row), language),
  });
  return [
    {
      column: "severity",
      sort: ({ severity }) => SEVERITIES.indexOf(severity),
      fields: [{ name: columns.severity.name, value: ({ severity }) => severities[severity].one }],
      cell: ({ severity }) =>
        badge(severities[severity].one, SEVERITY_FILLS[severity], severities[severity].meaning),
    },
    {
      column: "place",
      sort: (row) => locationText(row, language),
      fields: [
        { name: columns.place.name, value: (row) => locationText(row, language) },
        { name: table.about, value: ({ subject }) => kinds[subject.kind] },
        { name: columns.code.name, value: ({ subject }) => subject.code },
        { name: table.line, value: ({ line }) => line },
      ],
      cell: (row) => link(row, locationText(row, language)),
    },
    {
      column: "message",
      heads: true,
      sort: ({ message }) => textIn(message, { language }),
      fields: [{ name: columns.message.name, value: ({ message }) => textIn(message, { language }) }],
      cell: ({ message }) => textPart(message, language),
    },
    item("found", ({ found }) => foundText(found, language)),
    item("expected", (row) => expectedPart(row, language)),
    {
      column: "rule",
      sort: ({ code }) => code,
      fields: [{ name: columns.rule.name, value: ({ code }) => code }],
      cell: ({ code }) => html`<code>${code}</code>`,
    },
  ];
}

/** The findings that speak of something, beside it: sign, message, location. */
export function findingNotes(rows: readonly FindingRow[], language: DisplayLanguage): Markup | null {
  if (rows.length === 0) return null;
  const messages = messagesIn(language);
  return html`<ul class="cadre-notes">${rows.map(
    (row) =>
      html`<li>${badge(messages.severities[row.severity].one, SEVERITY_FILLS[row.severity])} ${textPart(row.message, language)}${
        row.line !== null && html` <small>(${messages.line(String(row.line))})</small>`
      }</li>`,
  )}</ul>`;
}

/** A mark beside a cell that findings speak of, with the worst one's sign; their messages are read out by a screen reader. */
export function findingSymbol(rows: readonly FindingRow[], language: DisplayLanguage): Markup | null {
  const worst =
    rows.find(({ severity }) => severity === "error") ??
    rows.find(({ severity }) => severity === "warning") ??
    rows[0];
  if (worst === undefined) return null;
  const { severities, colon } = messagesIn(language);
  const text = rows
    .map(({ severity, message }) => `${severities[severity].one}${colon} ${textIn(message, { language })}`)
    .join("\n");
  return html`<span class="cadre-symbol" style="--fill:${SEVERITY_FILLS[worst.severity].fill}" role="img" aria-label="${text}" title="${text}">${SEVERITY_FILLS[worst.severity].sign}</span>`;
}

/** Findings as rows, worst first. */
export function findingRowsOf(findings: readonly Finding[]): FindingRow[] {
  const rank = ({ severity }: FindingRow) => SEVERITIES.indexOf(severity);
  return findingRows(findings).sort((a, b) => rank(a) - rank(b));
}
