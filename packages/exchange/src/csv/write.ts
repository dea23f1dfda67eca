import { type CsvCell as Cell, csvLine } from "@cadre/core/internal";
import {
  type NoValueReason,
  type Observation,
  type ObservationTable,
  observationAt,
} from "@cadre/core/observations";
import { attributeOf } from "./layout/hxl-tag.ts";
import { columnOf, folded } from "./layout/likeness.ts";

/** How observations are written. */
export interface CsvWriteOptions {
  /** `plain`: headings alone (default); `hxl`: a row of hashtags below them. */
  style?: "plain" | "hxl";
  /** With `hxl`: the groups of sex and age that HXL has attributes for as columns of their own, `+f`, `+m`, `+age_18_35`. */
  wide?: boolean;
}

/** Rows as CSV with a heading: an empty cell for `null`, texts held back as in `csvLine`. */
export function csvTable<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  const lines = rows.map((row) => csvLine(columns.map((name) => row[name] as Cell)));
  return [csvLine(columns), ...lines].join("");
}

/** A column of the written table. */
interface Written {
  heading: string;
  tag: string;
  cell: (observation: Observation) => Cell;
}

/** The attribute that an axis goes by: its name, if it is one already. */
const slug = (name: string): string => folded(name).replace(/[^a-z0-9]+/g, "_");

function textColumns(table: ObservationTable, axes: readonly string[], hxl: boolean): Written[] {
  for (const axis of axes)
    if (hxl ? !/^[a-z][a-z0-9_]*$/.test(slug(axis)) : !("axis" in columnOf(axis)) || axis.trim() !== axis)
      throw new RangeError(
        `the axis “${axis}” cannot be the name of a column: it would be read as something else`,
      );
  const textColumn = (
    field: "source" | "place" | "evidence" | "id",
    used: boolean,
    tag: string,
  ): Written[] => (used ? [{ heading: field, tag, cell: (observation) => observation[field] }] : []);
  return [
    { heading: "indicator", tag: "#indicator+code", cell: ({ indicator }) => indicator },
    { heading: "period", tag: "#date+period", cell: ({ period }) => period },
    ...axes.map(
      (axis): Written => ({
        heading: axis,
        tag: `#group+${slug(axis)}`,
        cell: ({ categories }) => categories?.[axis],
      }),
    ),
    ...textColumn("source", table.sources.texts.length > 1, "#org+reporting"),
    ...textColumn("place", table.places.texts.length > 1, "#loc+name"),
    ...textColumn("id", table.ids.texts.length > 1, "#meta+id"),
    { heading: "recordedAt", tag: "#date+reported", cell: ({ recordedAt }) => recordedAt },
    ...textColumn("evidence", table.evidence.size > 0, "#meta+evidence"),
  ];
}

const VALUE_FIELDS = ["value", "numerator", "denominator"] as const;
const WORDS: Readonly<Record<NoValueReason, string>> = { "to-be-determined": "TBD", "no-data": "no data" };
/** A value as it is written: `null` as text, so that what was taken back is not what was never reported; words where it is not known. */
const valueCell = (observation: Observation, field: (typeof VALUE_FIELDS)[number]): Cell => {
  if (observation.reason !== undefined) return field === "value" ? WORDS[observation.reason] : undefined;
  const value = observation[field];
  return field === "value" && value === null ? "null" : value;
};

/** Fields of values that a table has. */
const valuesOf = (table: ObservationTable) => {
  const ratio = table.chunks.some(({ denominator }) => denominator !== null);
  return VALUE_FIELDS.filter((field) => field === "value" || ratio);
};

/**
 * Observations as CSV, line by line, in the order in which they were recorded: {@link csvSource} reads the same ones back. A value that
 * was not reported is an empty cell, one that was taken back the word `null`, one that is not known `TBD` or `no data`.
 * @throws RangeError where an axis is named as a field is, or, of `hxl`, by what can be no attribute.
 */
export function* observationsCsv(
  table: ObservationTable,
  { style = "plain", wide = false }: CsvWriteOptions = {},
): Generator<string> {
  const hxl = style === "hxl";
  const axes = table.combinations.axes.map(({ name }) => name);
  const fields = valuesOf(table);
  if (hxl && wide) return yield* wideCsv(table, axes, fields);
  const columns: Written[] = [
    ...textColumns(table, axes, hxl),
    ...fields.map(
      (field): Written => ({
        heading: field,
        tag: `#indicator+${field}`,
        cell: (observation) => valueCell(observation, field),
      }),
    ),
  ];
  yield csvLine(columns.map(({ heading }) => heading));
  if (hxl) yield `${columns.map(({ tag }) => tag).join(",")}\r\n`;
  for (let row = 0; row < table.size; row += 1) {
    const observation = observationAt(table, row);
    yield csvLine(columns.map(({ cell }) => cell(observation)));
  }
}

/** The categories of an observation that HXL has attributes for, and the others. */
function divided(categories: Readonly<Record<string, string>> = {}) {
  const [attributes, rest]: [string[], Record<string, string>] = [[], {}];
  for (const [axis, category] of Object.entries(categories)) {
    const attribute = attributeOf(axis, category);
    if (attribute === null) rest[axis] = category;
    else attributes.push(attribute);
  }
  return {
    group: attributes
      .sort()
      .map((each) => `+${each}`)
      .join(""),
    rest,
  };
}

/** One line for what differs in nothing but its group; what was reported twice of one group is on two lines. */
function* wideCsv(
  table: ObservationTable,
  axes: readonly string[],
  fields: readonly (typeof VALUE_FIELDS)[number][],
): Generator<string> {
  const lines = new Map<string, { observation: Observation; groups: Map<string, Observation> }>();
  const groups = new Set<string>();
  const used = new Set<string>();
  for (let row = 0; row < table.size; row += 1) {
    const observation = observationAt(table, row);
    const { group, rest } = divided(observation.categories);
    groups.add(group);
    for (const axis of Object.keys(rest)) used.add(axis);
    const { value, numerator, denominator, reason, categories, ...about } = observation;
    for (let copy = 0; ; copy += 1) {
      const key = JSON.stringify([about, Object.entries(rest).sort(), copy]);
      const line = lines.get(key) ?? {
        observation: { ...about, categories: rest } as Observation,
        groups: new Map(),
      };
      if (line.groups.has(group)) continue;
      lines.set(key, line);
      line.groups.set(group, observation);
      break;
    }
  }
  const texts = textColumns(
    table,
    axes.filter((axis) => used.has(axis)),
    true,
  );
  const valueColumns = [...groups].sort().flatMap((group) => fields.map((field) => ({ group, field })));
  const heading = ({ group, field }: (typeof valueColumns)[number]) =>
    group === "" ? field : `${field} ${group.slice(1).replaceAll("+", " ")}`;
  yield csvLine([...texts.map((column) => column.heading), ...valueColumns.map(heading)]);
  yield `${[...texts.map(({ tag }) => tag), ...valueColumns.map(({ group, field }) => `#indicator+${field}${group}`)].join(",")}\r\n`;
  for (const { observation, groups } of lines.values())
    yield csvLine([
      ...texts.map(({ cell }) => cell(observation)),
      ...valueColumns.map(({ group, field }) => {
        const found = groups.get(group);
        return found && valueCell(found, field);
      }),
    ]);
}
