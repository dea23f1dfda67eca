import type { MeasurementFramework, Query } from "@cadre/core/aggregate";
import { knownBy } from "@cadre/core/internal";
import { own } from "../common.ts";
import type { ObservationRelation } from "./relation.ts";
import { type Binder, oneOf, part, quoted } from "./statement.ts";

/** Where the rows are: what is after FROM, and what gives the order in which they are kept. */
export interface RowsIn {
  /** Such as `"project"."observations"`, or a function over files whose parameters are bound first. */
  from: string;
  /** Texts that the parameters of `from` are bound to: paths of files. */
  bound: readonly string[];
  /** An expression that grows with a row's position; `null` where there is none. */
  order: string | null;
  /** A function that makes a number of a row's columns, wide enough to be the same for few others; `null` where there is none. */
  hash: string | null;
  /**
   * What makes a table of a query for the length of the transaction, where it is better to keep names in one; `null` where statements hold them.
   * DuckDB reports no progress of a statement that reads anything but tables and files.
   */
  making: string | null;
}

/** What a statement is compiled for: a query of a framework over the rows of a relation. */
export interface SqlContext {
  framework: MeasurementFramework;
  relation: ObservationRelation;
  rows: RowsIn;
  query: Query;
}

/** An indicator as the rows are read for it: whatever of it a statement needs beside its code. */
export interface AskedIndicator {
  code: string;
  scale?: number;
}

export const VALUE = "coalesce(v, n)";
export const finite = (name: string) =>
  `(${name} > CAST('-Infinity' AS float8) AND ${name} < CAST('Infinity' AS float8))`;

/** What values of an indicator are admitted: 0 any, 1 ratios too, else 2 + the highest whole number (as the table has it). */
function limitOf(definition: MeasurementFramework["indicators"][number]): number {
  const { measure, levels } = definition;
  if (measure === "ratio" || measure === "percentage") return 1;
  if (measure === "yes-no") return 3;
  return measure === "scale" && levels !== undefined ? 1 + levels.length : 0;
}

/** The column of an axis, as the statements call it. */
export const axisColumn = (axis: number) => `c${axis}`;

/** Axes that rows name, as bits. */
export const axisMask = (framework: MeasurementFramework): string =>
  framework.axes
    .map((_, axis) => `CASE WHEN ${axisColumn(axis)} IS NULL THEN 0 ELSE ${2 ** axis} END`)
    .join(" + ") || "0";

/**
 * The rows of the indicators that are asked for, with numbers for indicator and period: `seen` holds all of them, `good` says whether the
 * table of observations would admit them.
 */
export function seenRows(
  { framework, relation: { columns }, rows }: SqlContext,
  asked: readonly AskedIndicator[],
  bind: Binder,
): string {
  const definitions = new Map(framework.indicators.map((each, index) => [each.code, { ...each, at: index }]));
  const chosen = asked.flatMap((each) => {
    const definition = definitions.get(each.code);
    return definition === undefined ? [] : [{ ...each, definition }];
  });
  const column = (name: string | undefined, type: string) =>
    name === undefined ? `CAST(NULL AS ${type})` : `CAST(r.${quoted(name)} AS ${type})`;
  const text = (name: string | undefined) =>
    name === undefined ? "''" : `coalesce(${column(name, "text")}, '')`;
  const categories = framework.axes.map(
    ({ name }, axis) => `nullif(${column(own(columns.categories, name), "text")}, '') AS ${axisColumn(axis)}`,
  );
  const closed = framework.axes.flatMap(({ categories }, axis) => {
    const name = axisColumn(axis);
    if (categories === undefined) return [];
    return [`(${name} IS NULL OR ${oneOf(name, [...categories, "unknown"], "texts", rows.making, bind)})`];
  });
  const good = [
    "t IS NOT NULL",
    "k IS NOT NULL",
    `(x OR (q IN ('to-be-determined', 'no-data') AND v IS NULL AND n IS NULL AND d IS NULL)
      OR (q IS NULL AND n IS NULL AND d IS NULL AND ${finite("v")}
        AND (top <= 1 OR (v >= 0 AND v <= top - 2 AND v = floor(v))))
      OR (q IS NULL AND v IS NULL AND top = 1 AND ${finite("n")} AND (d IS NULL OR (d >= 0 AND ${finite("d")}))))`,
    ...closed,
  ];
  const order = columns.order === undefined ? (rows.order ?? "0") : `r.${quoted(columns.order)}`;
  const periods = framework.periods.map(({ id }) => id);
  const codes = part(
    "wanted",
    rows.making,
    bind,
    (own) => `SELECT unnest(${own.texts(chosen.map(({ code }) => code))}) AS code,
  unnest(${own.integers(chosen.map(({ definition }) => definition.at))}) AS i,
  unnest(${own.integers(chosen.map(({ definition }) => limitOf(definition)))}) AS top,
  unnest(${own.doubles(chosen.map(({ scale = 1 }) => scale))}) AS scale`,
  );
  const ids = part(
    "periods",
    rows.making,
    bind,
    (own) =>
      `SELECT unnest(${own.texts(periods)}) AS id, unnest(${own.integers(periods.map((_, index) => index))}) AS t`,
  );
  const seen = `seen AS NOT MATERIALIZED (SELECT *, coalesce(${good.join("\n    AND ")}, false) AS good
  FROM (SELECT w.i, w.top, w.scale, p.t, ${text(columns.source)} AS s, ${text(columns.place)} AS l,
    ${[
      ...categories,
      `${text(columns.id)} AS u`,
      `${column(columns.value, "float8")} AS v`,
      `${column(columns.numerator, "float8")} AS n`,
      `${column(columns.denominator, "float8")} AS d`,
      `${columns.withdrawn === undefined ? "false" : `coalesce(${column(columns.withdrawn, "boolean")}, false)`} AS x`,
      `nullif(${text(columns.reason)}, '') AS q`,
      `${columns.recordedAt === undefined ? "CAST('1970-01-01' AS timestamp)" : column(columns.recordedAt, "timestamp")} AS k`,
      `${order} AS o`,
    ].join(", ")}
    FROM ${rows.from} AS r JOIN ${codes.name} AS w ON w.code = r.${quoted(columns.indicator)}
    LEFT JOIN ${ids.name} AS p ON p.id = r.${quoted(columns.period)}) AS named)`;
  return [...codes.within, ...ids.within, seen].join(",\n");
}

/** What was known by the day that is asked about, as a condition; all of it without one. */
export function knownCondition({ query: { asOf } }: SqlContext, bind: Binder): string[] {
  if (asOf === undefined) return [];
  const next = new Date(knownBy(asOf) + 1).toISOString().replace("Z", "");
  return [`k < CAST(${bind.text(next)} AS timestamp)`];
}

/** The keys that a query asks about, so far as all rows of the same keys are asked about or not: their source, their place. */
export function keyConditions(
  { query: { where = {} }, rows: { making } }: SqlContext,
  bind: Binder,
  names: readonly ("source" | "place")[],
): string[] {
  return names.flatMap((name) => {
    const members = where[name];
    return members === undefined
      ? []
      : [oneOf(name === "source" ? "s" : "l", members, "texts", making, bind)];
  });
}

/** The columns that rows correct one another by. */
export const keyColumns = (framework: MeasurementFramework): string =>
  ["i", "t", "s", "l", "u", ...framework.axes.map((_, axis) => axisColumn(axis))].join(", ");

/** The columns that say what a row reports. */
export const valueColumns = ({ columns }: ObservationRelation): string[] =>
  columns.reason === undefined ? ["v", "n", "d"] : ["v", "n", "d", "q"];

/** Whether rows of the same keys and time say the same, as a condition over a window `w` of them. */
const same = (relation: ObservationRelation): string =>
  `min(CAST(x AS integer)) OVER w = max(CAST(x AS integer)) OVER w AND ${valueColumns(relation)
    .map(
      (name) =>
        `min(CASE WHEN x THEN NULL ELSE ${name} END) OVER w IS NOT DISTINCT FROM max(CASE WHEN x THEN NULL ELSE ${name} END) OVER w
      AND count(CASE WHEN x THEN NULL ELSE ${name} END) OVER w IN (0, count(*) OVER w)`,
    )
    .join(" AND ")}`;

/**
 * The rows in force: of those of the same keys the one recorded last, less those that withdraw. Rows of one time that say the same count
 * once; where they differ, none of them counts. To put every row in order costs most of a query, and few rows are ever corrected: where
 * the database can hash, only those whose keys occur twice are put in order. `seen`: what `seenRows` gave, and `bind` what was bound for it
 * and the conditions.
 */
export function liveRows(
  { framework, relation, rows: { hash, making } }: SqlContext,
  conditions: readonly string[],
  seen: string,
  bind: Binder,
): string {
  const known = `known AS NOT MATERIALIZED (SELECT * FROM seen WHERE ${["good", ...conditions].join(" AND ")})`;
  if (!relation.corrected)
    return `${known},\nlive AS (SELECT *, 1 AS nth, true AS same FROM known WHERE NOT x)`;
  const keys = keyColumns(framework);
  const lastOf = (rows: string) =>
    `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY ${keys} ORDER BY k DESC, o DESC) AS nth,
      ${same(relation)} AS same
    FROM ${rows} WINDOW w AS (PARTITION BY ${keys}, k)) AS numbered WHERE nth = 1 AND same AND NOT x`;
  if (hash === null) return `${known},\nlive AS (${lastOf("known")})`;
  const hashes = `SELECT h FROM (SELECT ${hash}(${keys}) AS h FROM known) AS hashed GROUP BY h HAVING count(*) > 1`;
  let twice = "twice";
  if (making !== null) {
    twice = "cadre_twice";
    bind.setup.push({
      text: `${making} ${twice} AS WITH ${seen},\n${known}\n${hashes}`,
      values: [...bind.values],
    });
  }
  return `${known},${making === null ? `\n${twice} AS MATERIALIZED (${hashes}),` : ""}
live AS NOT MATERIALIZED (SELECT *, 1 AS nth, true AS same FROM known WHERE ${hash}(${keys}) NOT IN (SELECT h FROM ${twice}) AND NOT x
  UNION ALL ${lastOf(`(SELECT * FROM known WHERE ${hash}(${keys}) IN (SELECT h FROM ${twice})) AS again`)})`;
}
