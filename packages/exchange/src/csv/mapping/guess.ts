import type { Bilingual } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { parsePeriod, periodOf } from "@cadre/core/observations";
import { periodOfDays } from "../../mapping/period-of-days.ts";
import { columnOf } from "../layout/columns.ts";
import { layoutOfHxl, tagsIn } from "../layout/hxl.ts";
import { categoriesOfHeading, categoryOf, folded, isHeadingOf } from "../layout/likeness.ts";
import { valueIn } from "../number.ts";
import { HEAD_RECORDS, type TableHead } from "../text/head.ts";
import { type DayOrder, dayIn, isDay, orderOf, periodOfSpan } from "./days.ts";
import type { TableMapping, TableOrigin, TablePeriod, TableValue } from "./mapping.ts";

/** A mapping that was guessed, and what is to be looked over. */
export interface GuessedMapping {
  /** As complete as the file allows; {@link parseTableMapping} says what is missing. */
  mapping: TableMapping;
  /** What the file does not show, and columns that were passed over. */
  notes: Bilingual[];
}

/** A column of the sample. */
interface Column {
  heading: string;
  cells: string[];
}

/** Share of a column's cells from which on it is taken to be what they look like. */
const MAX = 0.8;
const shareOf = ({ cells }: Column, is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
const distinct = ({ cells }: Column): string[] => [...new Set(cells)];

/** Columns that are not yet taken for something. */
class Columns {
  #left: Column[];
  constructor(all: Column[]) {
    this.#left = all;
  }
  get left(): readonly Column[] {
    return this.#left;
  }
  /** Takes the column that is it most, where one is it enough. */
  take(share: (column: Column) => number): Column | null {
    let [best, limit]: [Column | null, number] = [null, MAX];
    for (const column of this.#left) {
      const own = share(column);
      if (own >= limit && (best === null || own > limit)) [best, limit] = [column, own];
    }
    this.#left = this.#left.filter((column) => column !== best);
    return best;
  }
  named(what: string): Column | null {
    return this.take(({ heading }) => (isHeadingOf(heading, what) ? 1 : 0));
  }
}

function indicatorIn(columns: Columns, { indicators }: MeasurementFramework): TableOrigin | undefined {
  const codes = new Set(indicators.map(({ code }) => code));
  const byCode = columns.take((column) => shareOf(column, (cell) => codes.has(cell)));
  if (byCode !== null) return { column: byCode.heading };
  const texts = new Map(indicators.map(({ code, text = "" }) => [folded(text), code]));
  texts.delete("");
  const byText = columns.take((column) => shareOf(column, (cell) => texts.has(folded(cell))));
  if (byText !== null)
    return {
      column: byText.heading,
      names: Object.fromEntries(
        distinct(byText).flatMap((cell) => {
          const code = texts.get(folded(cell));
          return code === undefined ? [] : [[cell, code]];
        }),
      ),
    };
  const named = columns.take(({ heading }) => {
    const column = columnOf(heading);
    return "field" in column && column.field === "indicator" ? 1 : 0;
  });
  return named === null ? undefined : { column: named.heading };
}

/** Columns of numbers that are called as an indicator is, by code or text, with or without a group: one column for each indicator. */
function indicatorColumns(
  columns: Columns,
  { indicators, axes }: MeasurementFramework,
  numeric: (column: Column) => boolean,
): TableValue[] {
  const found = columns.left.flatMap((column): TableValue[] => {
    const heading = folded(column.heading);
    if (!numeric(column) && column.cells.length > 0) return [];
    for (const { code, text = "" } of indicators)
      for (const name of [folded(code), folded(text)].filter(Boolean)) {
        if (heading === name) return [{ value: column.heading, indicator: code, categories: {} }];
        if (!heading.startsWith(`${name} `)) continue;
        const categories = categoriesOfHeading(heading.slice(name.length), axes);
        if (categories !== null) return [{ value: column.heading, indicator: code, categories }];
      }
    return [];
  });
  for (const { value } of found) columns.take(({ heading }) => (heading === value ? 1 : 0));
  return found;
}

/** The framework's own names of periods, by the days that a table gives, where they are not the calendar's. */
function ownNames(spans: readonly string[], periods: MeasurementFramework["periods"], days: DayOrder) {
  const own = new Map(periods.map(({ id, start, end }) => [periodOfDays(start, end).id, id]));
  const entries = spans.flatMap((span) => {
    const id = periodOfSpan(span, days, new Map());
    const name = own.get(id);
    return name === undefined || name === id ? [] : [[id, name] as const];
  });
  return entries.length === 0 ? {} : { names: Object.fromEntries(entries) };
}

/** Two columns of days that are named as the beginning and the end of a period. */
function spanIn(columns: Columns, { periods }: MeasurementFramework): TablePeriod | undefined {
  const column = (what: string) =>
    columns.left.find((each) => isHeadingOf(each.heading, what) && shareOf(each, isDay) >= MAX);
  const [start, end] = [column("start"), column("end")];
  if (start === undefined || end === undefined) return undefined;
  for (const each of [start, end]) columns.take((other) => (other === each ? 1 : 0));
  const days = orderOf(start.cells[0] ?? "");
  const spans = start.cells.map((from, at) => `${from} - ${end.cells[at] ?? ""}`);
  return { start: start.heading, end: end.heading, days, ...ownNames(spans, periods, days) };
}

function periodIn(columns: Columns, framework: MeasurementFramework): TablePeriod | undefined {
  const { periods } = framework;
  const ids = new Set(periods.map(({ id }) => id));
  const isSpan = (cell: string) => periodOfSpan(cell, orderOf(cell), new Map()) !== cell;
  const isPeriod = (cell: string) =>
    ids.has(cell) ||
    isSpan(cell) ||
    (parsePeriod(cell) !== null && (!/^\d{4}$/.test(cell) || /^(19|20)/.test(cell)));
  const named = columns.take((column) => {
    const field = columnOf(column.heading);
    const says = "field" in field && field.field === "period" ? 2 : 0;
    return says + shareOf(column, isPeriod);
  });
  if (named !== null) {
    const spans = distinct(named).filter(isSpan);
    return { column: named.heading, ...ownNames(spans, periods, orderOf(spans[0] ?? "")) };
  }
  const span = spanIn(columns, framework);
  if (span !== undefined) return span;
  const dated = columns.take((column) => shareOf(column, isDay));
  if (dated === null) return undefined;
  const days = orderOf(dated.cells[0] ?? "");
  const first = dayIn(dated.cells[0] ?? "", days).slice(0, 10);
  const calendars = ["quarter", "half-year", "year", "month"] as const;
  const by = calendars.find((calendar) => ids.has(periodOf(first, calendar)?.id ?? "")) ?? "quarter";
  return { column: dated.heading, days, by };
}

function axesIn(columns: Columns, { axes }: MeasurementFramework): Record<string, TableOrigin> {
  const found: Record<string, TableOrigin> = {};
  for (const axis of axes) {
    const { name } = axis;
    const column =
      columns.take((each) => shareOf(each, (cell) => categoryOf(cell, axis) !== null)) ?? columns.named(name);
    if (column === null) continue;
    const names = Object.fromEntries(
      distinct(column).flatMap((cell) => {
        const category = categoryOf(cell, axis);
        return category === null || category === cell ? [] : [[cell, category]];
      }),
    );
    found[name] = { column: column.heading, ...(Object.keys(names).length > 0 && { names }) };
  }
  return found;
}

function valuesIn(
  columns: Columns,
  framework: MeasurementFramework,
  decimalComma: boolean,
  withoutIndicator: boolean,
): TableValue[] {
  const isNumber = (cell: string) => typeof valueIn(cell, decimalComma) === "number";
  const numeric = (column: Column) => shareOf(column, isNumber) >= MAX;
  const named = (what: string) =>
    columns.take((column) =>
      isHeadingOf(column.heading, what) && (column.cells.length === 0 || numeric(column)) ? 1 : 0,
    )?.heading;
  const byIndicator = withoutIndicator ? indicatorColumns(columns, framework, numeric) : [];
  if (byIndicator.length > 0) return byIndicator;
  // A system's export has columns for quotients in tables of counts, too.
  const quotients = columns.left.some(
    ({ heading, cells }) => isHeadingOf(heading, "numerator") && cells.length > 0,
  );
  const counts = columns.left.some(({ heading, cells }) => isHeadingOf(heading, "value") && cells.length > 0);
  const [numerator, denominator] =
    quotients || !counts ? [named("numerator"), named("denominator")] : [undefined, undefined];
  const value = named("value");
  const wide = columns.left.flatMap((column): TableValue[] => {
    const categories = numeric(column) ? categoriesOfHeading(column.heading, framework.axes) : null;
    return categories === null ? [] : [{ value: column.heading, categories }];
  });
  for (const { value } of wide) columns.take(({ heading }) => (heading === value ? 1 : 0));
  const row: TableValue[] =
    numerator !== undefined
      ? [{ numerator, ...(denominator !== undefined && { denominator }), categories: {} }]
      : value !== undefined
        ? [{ value, categories: {} }]
        : [];
  if (row.length + wide.length > 0) return [...row, ...wide];
  const last = columns.take((column) => (numeric(column) ? 1 : 0));
  return last === null ? [] : [{ value: last.heading, categories: {} }];
}

/**
 * Guesses at what the columns of a table hold, by their headings in English and French and by what is in them: codes and texts of the
 * framework's indicators, its periods, categories of its axes, numbers; where there is a row of hashtags, it says what they hold. A person looks it over, mends it, and keeps it.
 */
export function guessTableMapping(head: TableHead, framework: MeasurementFramework): GuessedMapping {
  const tagged = mappingOfTags(head);
  if (tagged !== null) return tagged;
  const { records, delimiter } = head;
  const tags = tagsIn(records.slice(0, HEAD_RECORDS));
  const at = Math.max(
    0,
    records.findIndex((record) => record.filter((cell) => cell.trim() !== "").length > 1),
  );
  const first = (records[at] ?? []).findIndex((cell) => cell.trim() !== "");
  /** A line of headings below the first: nothing in the first column, and no number. */
  const isHeading = (record: readonly string[] = []) =>
    record.some((cell) => cell.trim() !== "") &&
    (record[first] ?? "").trim() === "" &&
    record.every((cell) => !/\d/.test(cell));
  let below = 0;
  while (tags === null && isHeading(records[at + 1 + below])) below += 1;
  const skip = tags !== null && tags.record > at ? tags.record - at : below;
  const isDivided = (column: number) =>
    records.slice(at + 1, at + 1 + below).some((record) => (record[column] ?? "").trim() !== "");
  const headings = (records[at] ?? []).slice(0, MAX_COLUMNS).map((cell) => cell.trim());
  const body = records.slice(at + 1 + skip);
  const columns = new Columns(
    headings.flatMap((heading, column) =>
      heading === "" || headings.indexOf(heading) !== column || isDivided(column)
        ? []
        : [
            {
              heading,
              cells: body.map((record) => record[column]?.trim() ?? "").filter((cell) => cell !== ""),
            },
          ],
    ),
  );
  const commas = body.flat().filter((cell) => /^-?\d+,\d+$/.test(cell.trim())).length > 0;
  const decimalComma = delimiter !== "," && commas;
  const recordedAt = columns.named("recordedAt");
  const indicator = indicatorIn(columns, framework);
  const period = periodIn(columns, framework);
  const axes = axesIn(columns, framework);
  const [source, placeColumn, evidence, id] = [
    columns.named("source"),
    columns.named("place"),
    columns.named("evidence"),
    columns.named("id"),
  ];
  const planned = columns.named("target") !== null;
  const values = valuesIn(columns, framework, decimalComma, indicator === undefined);
  const [only, ...others] = framework.indicators;
  const always =
    values.every((each) => each.indicator === undefined) && others.length === 0 ? only : undefined;
  const mapping: TableMapping = {
    ...{ format: "cadre/table-mapping", version: 1, headings: at + 1, delimiter, skip },
    decimalComma,
    ...(indicator ? { indicator } : always && { indicator: { is: always.code } }),
    ...(period && { period }),
    ...(source && { source: { column: source.heading } }),
    ...(placeColumn && { place: { column: placeColumn.heading } }),
    ...(recordedAt && {
      recordedAt: {
        column: recordedAt.heading,
        days: orderOf(recordedAt.cells[0] ?? "2020"),
      },
    }),
    ...(evidence && { evidence: { column: evidence.heading } }),
    ...(id && { id: { column: id.heading } }),
    axes,
    values,
    withoutValue: planned ? "leave-out" : "refuse",
  };
  return {
    mapping,
    notes: [
      ...notesOn(mapping, columns.left),
      ...headings.flatMap((heading, column) =>
        heading !== "" && isDivided(column) ? [dividedNote(heading)] : [],
      ),
      ...notesOnHeadings(headings, body),
      ...notesOnWidth(records[at]?.length ?? 0),
    ],
  };
}

/** Columns that are looked at: each is compared with all others. */
const MAX_COLUMNS = 500;
const notesOnWidth = (columns: number): Bilingual[] =>
  columns <= MAX_COLUMNS
    ? []
    : [
        {
          en: `Of ${columns} columns the first ${MAX_COLUMNS} were looked at.`,
          fr: `Des ${columns} colonnes, les ${MAX_COLUMNS} premières ont été regardées.`,
        },
      ];

function notesOn(
  { indicator, period, values, recordedAt }: TableMapping,
  left: readonly Column[],
): Bilingual[] {
  const lacking = (what: { en: string; fr: string }, field: string): Bilingual => ({
    en: `Nothing in the file says ${what.en}: write "${field}": { "is": … } or name a column.`,
    fr: `Rien dans le fichier ne dit ${what.fr} : écrire "${field}": { "is": … } ou nommer une colonne.`,
  });
  return [
    ...(indicator === undefined && !values.every((each) => each.indicator !== undefined)
      ? [lacking({ en: "of which indicator a row is", fr: "de quel indicateur est une ligne" }, "indicator")]
      : []),
    ...(period === undefined
      ? [lacking({ en: "of which period a row is", fr: "de quelle période est une ligne" }, "period")]
      : []),
    ...(values.length === 0
      ? [
          {
            en: "No column of numbers was found: name one in “values”.",
            fr: "Aucune colonne de nombres n’a été trouvée : en nommer une dans « values ».",
          },
        ]
      : []),
    ...(recordedAt === undefined
      ? [
          {
            en: "Nothing says when a row became known: rows count as known from the beginning.",
            fr: "Rien ne dit quand une ligne a été connue : les lignes comptent comme connues depuis le début.",
          },
        ]
      : []),
    ...left.map(leftOutNote),
  ];
}

/** Why a column is no part of the mapping. */
function leftOutNote(column: Column): Bilingual {
  const { heading, cells } = column;
  const texts = distinct(column);
  const isNumber = (cell: string) => typeof valueIn(cell, true) === "number";
  const shown = texts.slice(0, 3).join(", ") + (texts.length > 3 ? ", …" : "");
  const [en, fr] =
    cells.length === 0
      ? ["it is empty", "elle est vide"]
      : cells.every(isNumber)
        ? [
            `its numbers (${shown}) have a heading that names no value and no group of the framework`,
            `ses nombres (${shown}) ont un en-tête qui ne nomme ni une valeur ni un groupe du cadre`,
          ]
        : [
            `its texts (${shown}) are no indicators, periods or categories of the framework`,
            `ses textes (${shown}) ne sont ni des indicateurs, ni des périodes, ni des catégories du cadre`,
          ];
  return {
    en: `Column “${heading}” is left out: ${en}.`,
    fr: `La colonne « ${heading} » est laissée de côté : ${fr}.`,
  };
}

/** Why a column is no part of the mapping whose heading is that of several. */
const dividedNote = (heading: string): Bilingual => ({
  en: `Column “${heading}” is left out: it is divided by further lines of headings.`,
  fr: `La colonne « ${heading} » est laissée de côté : d’autres lignes d’en-tête la divisent.`,
});

/** Columns that a mapping cannot name. */
const notesOnHeadings = (headings: readonly string[], body: readonly string[][]): Bilingual[] =>
  headings.flatMap((heading, at): Bilingual[] => {
    const filled = body.some((record) => (record[at] ?? "").trim() !== "");
    if (heading === "" && filled)
      return [
        {
          en: `Column ${at + 1} is left out: it has no heading.`,
          fr: `La colonne ${at + 1} est laissée de côté : elle n’a pas d’en-tête.`,
        },
      ];
    if (heading === "" || headings.indexOf(heading) === at) return [];
    return [
      {
        en: `Column ${at + 1} is left out: another column is called “${heading}”, too.`,
        fr: `La colonne ${at + 1} est laissée de côté : une autre colonne s’appelle aussi « ${heading} ».`,
      },
    ];
  });

/** The mapping that a row of hashtags says; `null` where there is none, or where it says what a mapping cannot. */
function mappingOfTags(head: TableHead): GuessedMapping | null {
  const tags = tagsIn(head.records.slice(0, HEAD_RECORDS));
  if (tags === null) return null;
  const invalid = tags.invalid.map((tag) => ({
    en: `“${tag}” is not a hashtag of HXL; its column is left out.`,
    fr: `« ${tag} » n’est pas un hashtag HXL ; sa colonne est laissée de côté.`,
  }));
  const layout = layoutOfHxl({ ...tags, invalid: [] }, head.delimiter !== ",");
  const headings = (head.records[tags.record] ?? []).map((cell) => cell.trim());
  if ("code" in layout || new Set(headings.filter(Boolean)).size < headings.filter(Boolean).length)
    return null;
  const used = new Set<number>();
  const column = (at: number): string => {
    used.add(at);
    return headings[at] ?? "";
  };
  const origins = Object.entries(layout.texts).flatMap(([field, origin]) =>
    "is" in origin || origin.until !== undefined ? [] : [[field, { column: column(origin.column) }] as const],
  );
  if (origins.length < Object.keys(layout.texts).length) return null;
  const texts: Record<string, { column: string }> = Object.fromEntries(origins);
  const mapping: TableMapping = {
    ...{
      format: "cadre/table-mapping",
      version: 1,
      headings: tags.record + 1,
      delimiter: head.delimiter,
      skip: 0,
    },
    decimalComma: layout.decimalComma,
    ...texts,
    ...(texts.recordedAt !== undefined && {
      recordedAt: { ...texts.recordedAt, days: "year-month-day" as const },
    }),
    axes: Object.fromEntries(
      layout.axes.flatMap(({ name, origin }) =>
        "is" in origin ? [] : [[name, { column: column(origin.column) }]],
      ),
    ),
    withoutValue: "refuse",
    values: layout.values.map(({ columns, categories }) => ({
      ...Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, column(at)])),
      categories: { ...categories },
    })),
  };
  const body = head.records.slice(tags.record + 1);
  const left = headings.flatMap((heading, at): Column[] =>
    heading === "" || used.has(at) || tags.tags[at] === null
      ? []
      : [{ heading, cells: body.map((record) => record[at]?.trim() ?? "").filter((cell) => cell !== "") }],
  );
  return {
    mapping,
    notes: [...invalid, ...notesOn(mapping, left), ...notesOnHeadings(headings, body)],
  };
}
