import type { Problem } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import type { DecimalComma } from "../../number.ts";
import { atLine, problem } from "../../reading.ts";
import { ambiguous } from "../text/refusals.ts";
import { completed } from "./headings.ts";
import { groupOf, parseTag, showTag, type Tag } from "./hxl-tag.ts";
import type { Origin, TableLayout, TextField, ValueColumns } from "./layout.ts";

/** The row of hashtags: which record it is, and the tag of each column (none where a column has none). */
export interface TagRow {
  record: number;
  cells: readonly string[];
  tags: (Tag | null)[];
  /** What begins like a hashtag and is none. */
  invalid: string[];
}

/**
 * The row of hashtags among a table's first records: a row in which whatever is filled in begins with `#`, and at least one is a hashtag. `null`
 * where there is none.
 */
export function tagsIn(records: readonly string[][]): TagRow | null {
  for (const [record, cells] of records.entries()) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const invalid = filled.filter((cell) => parseTag(cell) === null);
    if (filled.every((cell) => cell.startsWith("#")) && invalid.length < filled.length)
      return { record, cells, tags: cells.map(parseTag), invalid };
  }
  return null;
}

/** Tags that hold found by themselves; `#indicator` does with an attribute of {@link VALUE_ATTRIBUTES}. */
const VALUE_TAGS = new Set(["reached", "affected", "value"]);
const VALUE_ATTRIBUTES = ["value", "num", "number", "n"];
const RECORDED = ["reported", "recorded", "published", "updated"];
/** Places from the widest to the closest. */
const PLACE_TAGS = ["country", "region", "adm1", "adm2", "adm3", "adm4", "adm5", "loc"];
const has = (tag: Tag, ...attributes: string[]) => attributes.some((each) => tag.attributes.includes(each));

/** The column of a kind that comes first by these wishes, the first of the table among equals. */
function best(tags: readonly (Tag | null)[], score: (tag: Tag) => number): number | null {
  let [found, highest]: [number | null, number] = [null, 0];
  for (const [column, tag] of tags.entries()) {
    const own = tag === null ? 0 : score(tag);
    if (own > highest) [found, highest] = [column, own];
  }
  return found;
}

const isValueTag = (tag: Tag): boolean =>
  VALUE_TAGS.has(tag.name) ||
  (tag.name === "indicator" && has(tag, ...VALUE_ATTRIBUTES, "numerator", "denominator"));

function valuesIn(tags: readonly (Tag | null)[]): ValueColumns[] | Problem {
  const found = new Map<string, ValueColumns>();
  for (const [column, tag] of tags.entries()) {
    if (tag === null || !isValueTag(tag)) continue;
    const groups = tag.attributes.map(groupOf).filter((group) => group !== null);
    const categories: Record<string, string> = Object.create(null);
    for (const [axis, category] of groups) categories[axis] = category;
    const field = has(tag, "denominator") ? "denominator" : has(tag, "numerator") ? "numerator" : "value";
    const key = JSON.stringify(Object.entries(categories).sort());
    const known = found.get(key) ?? { columns: {}, categories };
    if (known.columns[field] !== undefined || groups.length !== Object.keys(categories).length)
      return ambiguous(showTag(tag));
    known.columns[field] = column;
    found.set(key, known);
  }
  return [...found.values()];
}

function periodIn(tags: readonly (Tag | null)[]): Origin | undefined {
  const dates = (...attributes: string[]) =>
    best(tags, (tag) => (tag.name === "date" && has(tag, ...attributes) ? 1 : 0));
  const named = dates("period", "quarter", "month", "year");
  if (named !== null) return { column: named };
  const [start, end] = [dates("start"), dates("end")];
  if (start !== null && end !== null) return { column: start, until: end };
  const plain = best(tags, (tag) => (tag.name === "date" && !has(tag, ...RECORDED, "start", "end") ? 1 : 0));
  return plain === null ? undefined : { column: plain };
}

/** How well a tag fits a field, whose column is that of the best; 0: not at all. */
const FITS: Record<Exclude<TextField, "period">, (tag: Tag) => number> = {
  indicator: (tag) =>
    tag.name !== "indicator" || isValueTag(tag) ? 0 : has(tag, "code", "id") ? 3 : has(tag, "name") ? 1 : 2,
  recordedAt: (tag) => Number(tag.name === "date" && has(tag, ...RECORDED)),
  source: (tag) =>
    tag.name !== "org" ? 0 : has(tag, "reporting") ? 4 : has(tag, "name") ? 3 : has(tag, "code") ? 1 : 2,
  place: (tag) => {
    const depth = PLACE_TAGS.indexOf(tag.name) + 1;
    return depth === 0 ? 0 : 4 * depth + (has(tag, "code") ? 0 : has(tag, "name") ? 2 : 1);
  },
  evidence: (tag) => Number(tag.name === "meta" && has(tag, "evidence")),
  id: (tag) => Number((tag.name === "meta" || tag.name === "event") && has(tag, "id")),
};

/**
 * The layout that a row of hashtags describes. `#indicator+code` says of what, `#date+period` (or `+start` and `+end`) when, `#org` who
 * reports, the closest of `#adm1` … `#loc` where, `#group+sex` a category on the axis `sex`, `#date+reported` when it became known, `#meta+id` or `#event+id` which training or submission;
 * values are in `#indicator+value`, `#reached`, `#affected` or `#value`, with `+f`, `+m`, `+age_18_35` of those groups. Columns of
 * other tags, and of none, are passed over.
 */
export function layoutOfHxl(
  { record, cells, tags, invalid }: TagRow,
  decimalComma: DecimalComma,
): TableLayout | Problem {
  const list = invalid.join(", ");
  if (list !== "") {
    const what = message(en.hashtagsInvalid, fr.hashtagsInvalid, list);
    return problem("hashtags-invalid", atLine(1), what, list, "#indicator+value+f");
  }
  const values = valuesIn(tags);
  if ("code" in values) return values;
  const texts: TableLayout["texts"] = {};
  const period = periodIn(tags);
  if (period !== undefined) texts.period = period;
  for (const [field, score] of Object.entries(FITS) as [keyof typeof FITS, (tag: Tag) => number][]) {
    const column = best(tags, score);
    if (column !== null) texts[field] = { column };
  }
  const axes = tags.flatMap((tag, index) =>
    tag?.name === "group" ? [{ name: tag.attributes[0] ?? "group", origin: { column: index } }] : [],
  );
  const twice = axes.find(({ name }, index) => axes.findIndex((axis) => axis.name === name) !== index);
  if (twice !== undefined) return ambiguous(`#group+${twice.name}`);
  const origins: Origin[] = [...Object.values(texts), ...axes.map(({ origin }) => origin)];
  const used = new Set([
    ...origins.flatMap((origin) => ("is" in origin ? [] : [origin.column, origin.until ?? origin.column])),
    ...values.flatMap(({ columns }) => Object.values(columns)),
  ]);
  const leftOut = tags.flatMap((tag, at) => (tag === null || used.has(at) ? [] : [showTag(tag)]));
  return completed(
    {
      ...{ columns: tags.length, nameless: [], skip: record + 1, texts, axes, values, decimalComma },
      ...(leftOut.length > 0 && { leftOut }),
    },
    cells,
  );
}
