import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { layoutOfHxl, tagsIn } from "../layout/hxl.ts";
import { HEAD_RECORDS, type TableHead } from "../text/head.ts";
import { columnAt } from "./guess-columns.ts";
import { notesOn, notesOnHeadings } from "./guess-notes.ts";
import type { GuessedMapping, TableMapping } from "./mapping.ts";

/** The mapping that a row of hashtags says; `null` where there is none, or where it says what a mapping cannot. */
export function mappingOfTags(head: TableHead): GuessedMapping | null {
  const tags = tagsIn(head.records.slice(0, HEAD_RECORDS));
  if (tags === null) return null;
  const invalid = tags.invalid.map((tag) => message(en.notAHashtag, fr.notAHashtag, tag));
  const layout = layoutOfHxl({ ...tags, invalid: [] }, head.delimiter !== ",");
  const headings = tags.cells.map((cell) => cell.trim());
  const filled = headings.filter(Boolean);
  if ("code" in layout || new Set(filled).size < filled.length) return null;
  const used = new Set<number>();
  const column = (index: number): string => {
    used.add(index);
    return headings[index] ?? "";
  };
  const origins = Object.entries(layout.texts).flatMap(([field, origin]) =>
    "is" in origin || origin.until !== undefined ? [] : [[field, { column: column(origin.column) }] as const],
  );
  if (origins.length < Object.keys(layout.texts).length) return null;
  const texts: Record<string, { column: string }> = Object.fromEntries(origins);
  const mapping: TableMapping = {
    ...{ format: "cadre/table-mapping", version: 1, headingRow: tags.record + 1 },
    ...{ delimiter: head.delimiter, skip: 0 },
    ...(layout.decimalComma !== "unsure" && { decimalComma: layout.decimalComma }),
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
      ...Object.fromEntries(Object.entries(columns).map(([field, index]) => [field, column(index)])),
      categories: { ...categories },
    })),
  };
  const body = head.records.slice(tags.record + 1);
  const left = headings.flatMap((heading, index) =>
    heading === "" || used.has(index) || tags.tags[index] === null ? [] : [columnAt(body, heading, index)],
  );
  return {
    mapping,
    notes: [...invalid, ...notesOn(mapping, left), ...notesOnHeadings(headings, body)],
  };
}
