import type { DecimalComma } from "../../number.ts";
import type { HeadingFault } from "./headings.ts";
import { groupOf, parseTag, showTag, type Tag } from "./hxl-tag.ts";
import { absentFrom, type Origin, type TableLayout, type ValueColumns } from "./layout.ts";

/** The row of hashtags: which record it is, and the tag of each column (none where a column has none). */
export interface TagRow {
  record: number;
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
    if (!filled.every((cell) => cell.startsWith("#")) || !filled.some((cell) => parseTag(cell) !== null))
      continue;
    return { record, tags: cells.map(parseTag), invalid: filled.filter((cell) => parseTag(cell) === null) };
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

function valuesIn(tags: readonly (Tag | null)[]): ValueColumns[] | HeadingFault {
  const found = new Map<string, ValueColumns>();
  for (const [column, tag] of tags.entries()) {
    if (tag === null || !isValueTag(tag)) continue;
    const groups = tag.attributes.flatMap((attribute) => {
      const group = groupOf(attribute);
      return group === null ? [] : [group];
    });
    const categories: Record<string, string> = Object.create(null);
    for (const [axis, category] of groups) categories[axis] = category;
    const field = has(tag, "denominator") ? "denominator" : has(tag, "numerator") ? "numerator" : "value";
    const key = JSON.stringify(Object.entries(categories).sort());
    const known = found.get(key) ?? { columns: {}, categories };
    if (known.columns[field] !== undefined || groups.length !== Object.keys(categories).length)
      return { code: "columns-ambiguous", names: [showTag(tag)] };
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

/**
 * The layout that a row of hashtags describes. `#indicator+code` says of what, `#date+period` (or `+start` and `+end`) when, `#org` who
 * reports, the closest of `#adm1` … `#loc` where, `#group+sex` a category on the axis `sex`, `#date+reported` when it became known, `#meta+id` or `#event+id` which training or submission;
 * values are in `#indicator+value`, `#reached`, `#affected` or `#value`, with `+f`, `+m`, `+age_18_35` of those groups. Columns of
 * other tags, and of none, are passed over.
 */
export function layoutOfHxl(
  { record, tags, invalid }: TagRow,
  decimalComma: DecimalComma,
): TableLayout | HeadingFault {
  if (invalid.length > 0) return { code: "hashtags-invalid", names: invalid };
  const values = valuesIn(tags);
  if ("code" in values) return values;
  const texts: TableLayout["texts"] = {};
  const column = (field: Exclude<keyof typeof texts, undefined>, found: number | null) => {
    if (found !== null) texts[field] = { column: found };
  };
  column(
    "indicator",
    best(tags, (tag) =>
      tag.name !== "indicator" || isValueTag(tag) ? 0 : has(tag, "code", "id") ? 3 : has(tag, "name") ? 1 : 2,
    ),
  );
  const period = periodIn(tags);
  if (period !== undefined) texts.period = period;
  column(
    "recordedAt",
    best(tags, (tag) => (tag.name === "date" && has(tag, ...RECORDED) ? 1 : 0)),
  );
  column(
    "source",
    best(tags, (tag) =>
      tag.name !== "org" ? 0 : has(tag, "reporting") ? 4 : has(tag, "name") ? 3 : has(tag, "code") ? 1 : 2,
    ),
  );
  column(
    "place",
    best(tags, (tag) => {
      const depth = PLACE_TAGS.indexOf(tag.name) + 1;
      return depth === 0 ? 0 : 4 * depth + (has(tag, "code") ? 0 : has(tag, "name") ? 2 : 1);
    }),
  );
  column(
    "evidence",
    best(tags, (tag) => (tag.name === "meta" && has(tag, "evidence") ? 1 : 0)),
  );
  column(
    "id",
    best(tags, (tag) => ((tag.name === "meta" || tag.name === "event") && has(tag, "id") ? 1 : 0)),
  );
  const axes = tags.flatMap((tag, index) =>
    tag?.name === "group" ? [{ name: tag.attributes[0] ?? "group", origin: { column: index } }] : [],
  );
  const twice = axes.find(({ name }, index) => axes.findIndex((axis) => axis.name === name) !== index);
  if (twice !== undefined) return { code: "columns-ambiguous", names: [`#group+${twice.name}`] };
  const used = new Set<number>();
  const origins: Origin[] = [...Object.values(texts), ...axes.map(({ origin }) => origin)];
  for (const origin of origins)
    if ("column" in origin) used.add(origin.column).add(origin.until ?? origin.column);
  for (const { columns } of values) for (const at of Object.values(columns)) used.add(at);
  const leftOut = tags.flatMap((tag, at) => (tag === null || used.has(at) ? [] : [showTag(tag)]));
  const layout: TableLayout = {
    ...{ columns: tags.length, nameless: [], skip: record + 1, texts, axes, values, decimalComma },
    ...(leftOut.length > 0 && { leftOut }),
  };
  const absent = absentFrom(layout);
  return absent.length === 0 ? layout : { code: "columns-missing", names: absent };
}
