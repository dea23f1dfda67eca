import type { MeasurementFramework } from "@cadre/core/aggregate";
import { openDimensions, type PushDown } from "@cadre/core/internal";
import {
  axisColumn,
  axisMask,
  keyColumns,
  keyConditions,
  knownCondition,
  liveRows,
  type SqlContext,
  seenRows,
  VALUE,
  valueColumns,
} from "./rows.ts";
import { type Binder, binder, inOrder, oneOf, type Statement, statement } from "./statement.ts";

/** Decimals that a value is written with; 10 where more than nine. The test is core's: the whole number of units divided gives it back. */
const decimals = (value: string): string => {
  const digits = Array.from({ length: 10 }, (_, k) => {
    const power = `CAST(1e${k} AS float8)`;
    const whole = k === 0 ? `round(${value})` : `round(${value} * ${power})`;
    return `WHEN ${k === 0 ? whole : `${whole} / ${power}`} = ${value} AND abs(${whole}) <= 1e15 THEN ${k}`;
  });
  return `CASE WHEN ${value} IS NULL THEN 0 ${digits.join(" ")} ELSE 10 END`;
};

/** The rows of the indicators that a query asks for, under the name `seen`. */
function seenOfQuery(context: SqlContext, bind: Binder): string {
  const { framework, query } = context;
  const chosen = query.indicators ?? query.where?.indicator;
  const asked = framework.indicators.filter(({ code }) => chosen === undefined || chosen.includes(code));
  return seenRows(context, asked, bind);
}

/**
 * What must be known of the rows before the query can be divided: how many of each indicator name which axes, with how many decimals.
 * Columns: index of the indicator in the framework, axes as bits, rows, refused rows, decimals, size, whether there is a ratio, a value
 * without a denominator, a value below zero, a row without a value.
 */
export function compileProfile(context: SqlContext): Statement {
  const { framework, rows } = context;
  const bind = binder(rows.bound);
  const text = `WITH ${seenOfQuery(context, bind)}
SELECT i, axes, count(*), sum(CASE WHEN good THEN 0 ELSE 1 END),
  max(CASE WHEN good THEN greatest(${decimals(VALUE)}, ${decimals("d")}) ELSE 0 END),
  coalesce(sum(CASE WHEN good THEN abs(coalesce(${VALUE}, 0)) + coalesce(d, 0) ELSE 0 END), 0),
  max(CASE WHEN good AND n IS NOT NULL THEN 1 ELSE 0 END),
  max(CASE WHEN good AND NOT x AND q IS NULL AND (v IS NOT NULL OR d IS NULL) THEN 1 ELSE 0 END),
  max(CASE WHEN good AND NOT x AND ${VALUE} < 0 THEN 1 ELSE 0 END),
  max(CASE WHEN good AND NOT x AND q IS NOT NULL THEN 1 ELSE 0 END)
FROM (SELECT *, ${axisMask(framework)} AS axes FROM seen) AS counted GROUP BY i, axes ORDER BY i, axes`;
  return statement(text, bind);
}

/**
 * What the rows of each indicator are about. Columns: index of the indicator in the framework, period, place, a category for each open
 * axis; one of them is given a row.
 */
export function compileUse(context: SqlContext): Statement {
  const { framework, rows } = context;
  const bind = binder(rows.bound);
  const columns = ["t", "l", ...openAxes(framework).map(axisColumn)];
  const text = `WITH ${seenOfQuery(context, bind)}
SELECT i, ${columns.join(", ")}, ${columns.map((column) => `grouping(${column})`).join(", ")} FROM seen WHERE good
GROUP BY GROUPING SETS (${columns.map((column) => `(i, ${column})`).join(", ")})`;
  return statement(text, bind);
}

/** Axes whose categories the framework does not lay down, by number. */
export const openAxes = (framework: MeasurementFramework): number[] =>
  framework.axes.flatMap(({ categories }, axis) => (categories === undefined ? [axis] : []));

/**
 * How many reports of each indicator are in force. Columns: index of the indicator in the framework, axes on which the reports name the
 * category `unknown`, as bits, reports, rows.
 */
export function compileCounts(context: SqlContext): Statement {
  const { framework, rows } = context;
  const bind = binder(rows.bound);
  const seen = seenOfQuery(context, bind);
  const unknown =
    framework.axes
      .map((_, axis) => `CASE WHEN ${axisColumn(axis)} = 'unknown' THEN ${2 ** axis} ELSE 0 END`)
      .join(" + ") || "0";
  const text = `WITH ${seen},
${liveRows(context, knownCondition(context, bind), seen, bind)},
reports AS (SELECT i, t, s, l, u, bit_or(CAST(${unknown} AS int8)) AS n, count(*) AS z FROM live GROUP BY i, t, s, l, u)
SELECT i, n, count(*), sum(z) FROM reports GROUP BY i, n`;
  return statement(text, bind);
}

/**
 * What became of the other rows that were known. Columns: index of the indicator in the framework, rows that a later one took the place
 * of, rows that said the same again, rows that contradict another one of their keys and time.
 */
export function compileBeside(context: SqlContext): Statement | null {
  const { framework, relation, rows } = context;
  if (!relation.corrected) return null;
  const bind = binder(rows.bound);
  const keys = keyColumns(framework);
  const said = valueColumns(relation);
  const text = `WITH ${seenOfQuery(context, bind)},
known AS (SELECT ${keys}, k, x, ${said.map((name) => `CASE WHEN x THEN NULL ELSE ${name} END AS ${name}`).join(", ")}
  FROM seen WHERE ${["good", ...knownCondition(context, bind)].join(" AND ")}),
different AS (SELECT ${keys}, k, x, ${said.join(", ")}, count(*) AS z FROM known GROUP BY ${keys}, k, x, ${said.join(", ")}),
moments AS (SELECT ${keys}, k, count(*) AS kinds, sum(z) AS z, max(CASE WHEN x THEN 1 ELSE 0 END) AS x FROM different GROUP BY ${keys}, k),
ordered AS (SELECT *, row_number() OVER (PARTITION BY ${keys} ORDER BY k DESC) AS nth FROM moments)
SELECT i, sum(CASE WHEN nth > 1 AND kinds = 1 AND x = 0 THEN 1 ELSE 0 END), sum(z - kinds),
  sum(CASE WHEN kinds > 1 THEN kinds ELSE 0 END)
FROM ordered GROUP BY i`;
  return statement(text, bind);
}

/** The names that occur of an open dimension that the query splits by, one statement each. */
export function compileNames(context: SqlContext): { name: string; statement: Statement }[] {
  const { framework, rows, query } = context;
  return openDimensions(framework, query)
    .filter((name) => query.by?.includes(name) ?? false)
    .map((name) => {
      const bind = binder(rows.bound);
      const axis = framework.axes.findIndex((each) => each.name === name);
      const column = name === "source" ? "s" : name === "place" ? "l" : axisColumn(axis);
      const text = `WITH ${seenOfQuery(context, bind)}
SELECT DISTINCT ${column} FROM seen WHERE good AND ${column} IS NOT NULL`;
      return { name, statement: statement(text, bind) };
    });
}

/** A query compiled for a database: what is added up there, and the rows that are read here. Either may be none. */
export interface CompiledQuery {
  /** Columns: indicator, then the dimensions that are split by, then sum, rows, denominators, rows without one, rows that are alone. */
  sums: Statement | null;
  /** Columns: indicator, period, source, place, `id`, a category for each axis, value, numerator, denominator, why there is no value. In order of indicators. */
  reports: Statement | null;
  /** Both, and what is run before them, to be shown. */
  text: string;
  /** What each statement of `text` binds, in their order. */
  values: Statement["values"][];
}

/** Compiles a query that was divided by `planPushDown`. Every value is bound, every name of a column quoted. */
export function compileQuery(asked: SqlContext, pushDown: PushDown): CompiledQuery {
  const context = { ...asked, query: pushDown.plan.query };
  const sums = pushDown.summed.length > 0 ? compileSums(context, pushDown) : null;
  const reports = pushDown.read.length > 0 ? compileReports(context, pushDown) : null;
  const both = inOrder([sums, reports].filter((each) => each !== null));
  return {
    sums,
    reports,
    text: both.map(({ text }) => text).join(";\n\n"),
    values: both.map(({ values }) => values),
  };
}

function compileSums(context: SqlContext, { plan: { dimensions }, summed, asked }: PushDown): Statement {
  const { framework, rows, query } = context;
  const bind = binder(rows.bound);
  const seen = seenRows(context, summed, bind);
  const conditions = [...knownCondition(context, bind), ...keyConditions(context, bind, ["source", "place"])];
  const chosen = query.where?.period;
  if (chosen !== undefined) {
    const periods = framework.periods.flatMap(({ id }, index) => (chosen.includes(id) ? [index] : []));
    conditions.push(oneOf("t", periods, "integers", rows.making, bind));
  }
  const axisNamed = (name: string) => framework.axes.findIndex((axis) => axis.name === name);
  for (const name of asked) {
    const members = query.where?.[name];
    const column = axisColumn(axisNamed(name));
    conditions.push(
      members === undefined ? `${column} IS NOT NULL` : oneOf(column, members, "texts", rows.making, bind),
    );
  }
  const columnOf = ({ name }: { name: string }): string =>
    ({ indicator: "i", period: "t", source: "s", place: "l" })[name] ?? axisColumn(axisNamed(name));
  const by = dimensions.map(columnOf).join(", ");
  const units = (value: string) => `CAST(round(${value} * scale) AS int8)`;
  const text = `WITH ${seen},
${liveRows(context, conditions, seen, bind)}
SELECT ${by}, CAST(sum(${units(VALUE)}) AS float8), count(*), CAST(coalesce(sum(${units("d")}), 0) AS float8),
  count(*) FILTER (WHERE n IS NOT NULL AND d IS NULL), count(*) FILTER (WHERE v IS NOT NULL)
FROM live GROUP BY ${by}`;
  return statement(text, bind);
}

function compileReports(context: SqlContext, { read }: PushDown): Statement {
  const { framework, rows } = context;
  const bind = binder(rows.bound);
  const seen = seenRows(context, read, bind);
  // Rows of other places and periods may be of what those asked for are part of.
  const conditions = [...knownCondition(context, bind), ...keyConditions(context, bind, ["source"])];
  const text = `WITH ${seen},
${liveRows(context, conditions, seen, bind)}
SELECT ${keyColumns(framework)}, v, n, d, q FROM live ORDER BY i`;
  return statement(text, bind);
}
