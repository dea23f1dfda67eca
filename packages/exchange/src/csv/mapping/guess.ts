import type { MeasurementFramework } from "@cadre/core/aggregate";
import { decimalCommaOf } from "../../number.ts";
import { tagsIn } from "../layout/hxl.ts";
import { isTotal } from "../layout/likeness.ts";
import { HEAD_RECORDS, type TableHead } from "../text/head.ts";
import { orderOf } from "./days.ts";
import { type Column, Columns, columnAt, distinct, namesFor } from "./guess-columns.ts";
import {
  dividedNote,
  MAX_COLUMNS,
  notesOn,
  notesOnHeadings,
  notesOnLabels,
  notesOnTotals,
  notesOnWidth,
} from "./guess-notes.ts";
import { axesIn, indicatorIn, periodIn, valuesIn } from "./guess-parts.ts";
import { mappingOfTags } from "./guess-tags.ts";
import { type GuessedMapping, headingsOf, type TableMapping } from "./mapping.ts";

/**
 * Guesses at what the columns of a table hold, by their headings in English and French and by what is in them: codes and texts of the
 * framework's indicators, its periods, categories of its axes, numbers; where there is a row of hashtags, it says what they hold. A person looks it over, mends it, and keeps it.
 */
export function guessTableMapping(head: TableHead, framework: MeasurementFramework): GuessedMapping {
  const tagged = mappingOfTags(head);
  if (tagged !== null) return tagged;
  const { records, delimiter } = head;
  const tags = tagsIn(records.slice(0, HEAD_RECORDS));
  const index = Math.max(
    0,
    records.findIndex((record) => record.filter((cell) => cell.trim() !== "").length > 1),
  );
  const first = (records[index] ?? []).findIndex((cell) => cell.trim() !== "");
  /** A line of headings below the first: nothing in the first column, and no number. */
  const isHeading = (record: readonly string[] = []) =>
    record.some((cell) => cell.trim() !== "") &&
    (record[first] ?? "").trim() === "" &&
    record.every((cell) => !/\d/.test(cell));
  let below = 0;
  while (tags === null && isHeading(records[index + 1 + below])) below += 1;
  const skip = tags !== null && tags.record > index ? tags.record - index : below;
  const isDivided = (column: number) =>
    records.slice(index + 1, index + 1 + below).some((record) => (record[column] ?? "").trim() !== "");
  const headings = headingsOf(records, { headingRow: index + 1, headingRowCount: 1 + below }).slice(
    0,
    MAX_COLUMNS,
  );
  const body = records.slice(index + 1 + skip);
  const columns = new Columns(
    headings.flatMap((heading, column) =>
      heading === "" || headings.indexOf(heading) !== column ? [] : [columnAt(body, heading, column)],
    ),
  );
  const cells = body.flat().map((cell) => cell.trim());
  const decimal = (sign: string) => {
    const [number, group] = [`^-?\\d+${sign}\\d+$`, `^-?[1-9]\\d{0,2}${sign}\\d{3}$`].map(
      (own) => new RegExp(own),
    );
    return cells.some((cell) => number?.test(cell) && !group?.test(cell));
  };
  // What a cell shows is certain; else the delimiter says what is usual.
  const decimalComma =
    delimiter === "," || (decimal("\\.") && !decimal(","))
      ? false
      : decimal(",") || decimalCommaOf(delimiter);
  const recordedAt = columns.named("recordedAt");
  const indicator = indicatorIn(columns, framework);
  const period = periodIn(columns, framework);
  const axes = axesIn(columns, framework);
  const [source, place, evidence, id] = ["source", "place", "evidence", "id"].map((what) =>
    columns.named(what),
  );
  const planned = columns.named("target") !== null;
  const values = valuesIn(columns, framework, decimalComma, indicator === undefined);
  const [only, ...others] = framework.indicators;
  const always =
    values.every((each) => each.indicator === undefined) && others.length === 0 ? only : undefined;
  const left = new Set(columns.left.map(({ heading }) => heading));
  const divided = new Set(headings.filter((heading, column) => heading !== "" && isDivided(column)));
  const headingRows = [...divided].some((heading) => !left.has(heading)) ? 1 + below : undefined;
  const origin = (column: Column) => ({ column: column.heading });
  const mapping: TableMapping = {
    ...{ format: "cadre/table-mapping", version: 1, headingRow: index + 1, delimiter },
    ...(headingRows === undefined ? { skip } : { headingRowCount: headingRows, skip: 0 }),
    ...(decimalComma !== "unsure" && { decimalComma }),
    ...(indicator ? { indicator } : always && { indicator: { is: always.code } }),
    ...(period && { period }),
    ...(source && { source: origin(source) }),
    ...(place && {
      place: { ...origin(place), ...namesFor(distinct(place), (cell) => (isTotal(cell) ? "" : cell)) },
    }),
    ...(recordedAt && {
      recordedAt: { ...origin(recordedAt), days: orderOf(recordedAt.cells[0] ?? "2020") },
    }),
    ...(evidence && { evidence: origin(evidence) }),
    ...(id && { id: origin(id) }),
    axes,
    values,
    withoutValue: planned ? "leave-out" : "refuse",
  };
  return {
    mapping,
    notes: [
      ...notesOn(
        mapping,
        columns.left.filter(({ heading }) => headingRows !== undefined || !divided.has(heading)),
      ),
      ...notesOnTotals(mapping),
      ...notesOnLabels(mapping),
      ...(headingRows === undefined ? (records[index] ?? []) : []).flatMap((heading, column) =>
        heading.trim() !== "" && isDivided(column) ? [dividedNote(heading.trim())] : [],
      ),
      ...notesOnHeadings(headings, body),
      ...notesOnWidth(records[index]?.length ?? 0),
    ],
  };
}
