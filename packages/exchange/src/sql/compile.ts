import { type MeasurementFramework, openDimensions, type PushDown, type Query } from "@cadre/core/aggregate";
import type { ObservationRelation } from "./relation.ts";
import {
  cellName,
  FIGURE,
  knownCondition,
  liveRows,
  type RowsIn,
  seenRows,
  signature,
  slotConditions,
  type Wanted,
} from "./rows.ts";
import { binder, inOrder, oneOf, part, type Statement, statement } from "./statement.ts";

/** Decimals that a figure is written with; 10 where more than nine. The test is core's: the whole number of units divided gives it back. */
const decimals = (figure: string): string => {
  const digits = Array.from({ length: 10 }, (_, k) => {
    const power = `CAST(1e${k} AS float8)`;
    const whole = k === 0 ? `round(${figure})` : `round(${figure} * ${power})`;
    return `WHEN ${k === 0 ? whole : `${whole} / ${power}`} = ${figure} AND abs(${whole}) <= 1e15 THEN ${k}`;
  });
  return `CASE WHEN ${figure} IS NULL THEN 0 ${digits.join(" ")} ELSE 10 END`;
};

const wantedOf = (framework: MeasurementFramework, query: Query): Wanted[] => {
  const chosen = query.indicators ?? query.where?.indicator;
  return framework.indicators.filter(({ code }) => chosen === undefined || chosen.includes(code));
};

/**
 * What must be known of the rows before the query can be divided: how many of each indicator name which axes, with how many decimals.
 * Columns: place of the indicator in the framework, axes as bits, rows, refused rows, decimals, size, ratio.
 */
export function compileProfile(
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rows: RowsIn,
  query: Query,
): Statement {
  const bind = binder(rows.bound);
  const text = `WITH ${seenRows(framework, relation, rows, wantedOf(framework, query), bind)}
SELECT i, axes, count(*), sum(CASE WHEN good THEN 0 ELSE 1 END),
  max(CASE WHEN good THEN greatest(${decimals(FIGURE)}, ${decimals("d")}) ELSE 0 END),
  coalesce(sum(CASE WHEN good THEN abs(coalesce(${FIGURE}, 0)) + coalesce(d, 0) ELSE 0 END), 0),
  max(CASE WHEN good AND n IS NOT NULL THEN 1 ELSE 0 END)
FROM (SELECT *, ${signature(framework)} AS axes FROM seen) AS told GROUP BY i, axes ORDER BY i, axes`;
  return statement(text, bind);
}

/** The names that occur of an open dimension that the query splits by, one statement each. */
export function compileNames(
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rows: RowsIn,
  query: Query,
): { name: string; statement: Statement }[] {
  return openDimensions(framework, query)
    .filter((name) => query.by?.includes(name) ?? false)
    .map((name) => {
      const bind = binder(rows.bound);
      const axis = framework.axes.findIndex((each) => each.name === name);
      const column = name === "source" ? "s" : name === "place" ? "l" : cellName(axis);
      const text = `WITH ${seenRows(framework, relation, rows, wantedOf(framework, query), bind)}
SELECT DISTINCT ${column} FROM seen WHERE good AND ${column} IS NOT NULL`;
      return { name, statement: statement(text, bind) };
    });
}

/** A query compiled for a database: what is added up there, and the rows that are read here. Either may be none. */
export interface CompiledQuery {
  /** Columns: indicator, then the dimensions that are split by, then sum, rows, denominators, rows without one, rows that stand alone. */
  sums: Statement | null;
  /** Columns: indicator, period, source, place, a category for each axis, value, numerator, denominator, rows. In order of indicators. */
  reports: Statement | null;
  /** Both, and what is run before them, to be shown. */
  text: string;
  values: Statement["values"][];
}

/** Compiles a query that was divided by `planPushDown`. Every value is bound, every name of a column quoted. */
export function compileQuery(
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rows: RowsIn,
  pushDown: PushDown,
): CompiledQuery {
  const sums = pushDown.summed.length > 0 ? compileSums(framework, relation, rows, pushDown) : null;
  const reports = pushDown.read.length > 0 ? compileReports(framework, relation, rows, pushDown) : null;
  const both = inOrder([sums, reports].filter((each) => each !== null));
  return {
    sums,
    reports,
    text: both.map(({ text }) => text).join(";\n\n"),
    values: both.map(({ values }) => values),
  };
}

const periodsChosen = (framework: MeasurementFramework, { where = {} }: Query): number[] | null => {
  const { period } = where;
  if (period === undefined) return null;
  return framework.periods.flatMap(({ id }, at) => (period.includes(id) ? [at] : []));
};

function compileSums(
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rows: RowsIn,
  { plan: { query, dimensions }, summed, asked }: PushDown,
): Statement {
  const bind = binder(rows.bound);
  const seen = seenRows(framework, relation, rows, summed, bind);
  const conditions = [...knownCondition(query, bind), ...slotConditions(query, rows, bind)];
  const periods = periodsChosen(framework, query);
  if (periods !== null) conditions.push(oneOf("t", periods, "integers", rows.making, bind));
  const axisNamed = (name: string) => framework.axes.findIndex((axis) => axis.name === name);
  for (const name of asked) {
    const members = query.where?.[name];
    const column = cellName(axisNamed(name));
    conditions.push(
      members === undefined ? `${column} IS NOT NULL` : oneOf(column, members, "texts", rows.making, bind),
    );
  }
  const columnOf = ({ name }: { name: string }): string =>
    ({ indicator: "i", period: "t", source: "s", place: "l" })[name] ?? cellName(axisNamed(name));
  const by = dimensions.map(columnOf).join(", ");
  const units = (figure: string) => `CAST(round(${figure} * scale) AS int8)`;
  const text = `WITH ${seen},
${liveRows(framework, relation, rows, conditions, seen, bind)}
SELECT ${by}, CAST(sum(${units(FIGURE)}) AS float8), count(*), CAST(coalesce(sum(${units("d")}), 0) AS float8),
  count(*) FILTER (WHERE n IS NOT NULL AND d IS NULL), count(*) FILTER (WHERE v IS NOT NULL)
FROM live GROUP BY ${by}`;
  return statement(text, bind);
}

function compileReports(
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rows: RowsIn,
  { plan: { query }, read, asked }: PushDown,
): Statement {
  const bind = binder(rows.bound);
  const seen = seenRows(framework, relation, rows, read, bind);
  const conditions = [...knownCondition(query, bind), ...slotConditions(query, rows, bind)];
  const periods = periodsChosen(framework, query);
  if (periods !== null)
    conditions.push(`(carried = 1 OR ${oneOf("t", periods, "integers", rows.making, bind)})`);
  const categories = framework.axes.map((_, axis) => cellName(axis));
  const live = `WITH ${seen},
${liveRows(framework, relation, rows, conditions, seen, bind)}`;
  const columns = ["i", "t", "s", "l", ...categories].join(", ");
  const places = new Map(framework.indicators.map(({ code }, at) => [code, at]));
  const names = framework.axes.map(({ name }) => name);
  const folds = read.flatMap(({ code, collapsible }) =>
    collapsible.map((axes) => ({
      i: places.get(code) ?? -1,
      axes: axes.reduce((mask, name) => mask + 2 ** names.indexOf(name), 0),
    })),
  );
  if (folds.length === 0)
    return statement(`${live}\nSELECT ${columns}, v, n, d, 1 FROM live ORDER BY i`, bind);
  // Any one category stands for all of an axis that is added up: which one does not matter, that there is one does.
  const kept = framework.axes.flatMap(({ name }, axis) => (asked.includes(name) ? [cellName(axis)] : []));
  const folded = framework.axes.map(({ name }, axis) =>
    asked.includes(name) ? cellName(axis) : `min(${cellName(axis)})`,
  );
  const foldList = part(
    "folds",
    rows.making,
    bind,
    (own) =>
      `SELECT unnest(${own.integers(folds.map(({ i }) => i))}) AS fi, unnest(${own.integers(folds.map(({ axes }) => axes))}) AS fa`,
  );
  const signed = `signed AS MATERIALIZED (SELECT *, ${signature(framework)} AS axes FROM live)`;
  const text = `${[live, signed, ...foldList.within].join(",\n")}
SELECT * FROM (
  SELECT ${columns}, v, n, d, 1 AS z FROM signed LEFT JOIN ${foldList.name} ON fi = i AND fa = axes WHERE fi IS NULL
  UNION ALL
  SELECT ${["i", "t", "s", "l", ...folded].join(", ")}, CAST(sum(CAST(round(v * scale) AS int8)) AS float8) / scale,
    CAST(NULL AS float8), CAST(NULL AS float8), count(*)
  FROM signed JOIN ${foldList.name} ON fi = i AND fa = axes GROUP BY ${["i", "t", "s", "l", "axes", "scale", ...kept].join(", ")}
) AS reports ORDER BY i`;
  return statement(text, bind);
}
