import type { Finding, Result } from "@cadre/core";
import type { MeasurementFramework, Query, ResultSet } from "@cadre/core/aggregate";
import {
  addReports,
  addSum,
  openPushDown,
  planPushDown,
  pushDownResults,
  type RowsOfIndicator,
  type RowsProfile,
} from "@cadre/core/internal";
import type { Pull } from "@cadre/core/observations";
import {
  type CompiledQuery,
  compileBeside,
  compileCounts,
  compileNames,
  compileProfile,
  compileQuery,
  compileUse,
  openAxes,
} from "./compile.ts";
import { refusedByDatabase } from "./database-refusal.ts";
import type { ObservationRelation } from "./relation.ts";
import type { RowsIn } from "./rows.ts";
import type { Statement } from "./statement.ts";

/** A connection in the midst of one transaction: everything that it is asked sees the same rows. */
export interface SqlSession {
  /** Rows as they come in, batch by batch; numbers, texts, `null`. */
  rows: (statement: Statement, pull: Pull) => AsyncIterable<unknown[][]>;
}

/** Values that a database made most of, with the statements that it was asked. */
export interface PushDownResults {
  /** The values, as `computeResults` gives them. */
  results: ResultSet;
  /** The statements that the database was asked. */
  compiled: CompiledQuery;
  /** Rows of the indicators that were asked for, and those among them that the framework does not admit. */
  rows: number;
  /** Rows among them that the framework does not admit; they were left out. */
  refused: number;
  /** Rows that contradict another one of the same keys and time: none of them counts. */
  conflicts: number;
}

async function all(session: SqlSession, statement: Statement, pull: Pull): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for await (const batch of session.rows(statement, pull)) for (const row of batch) found.push(row);
  return found;
}

async function profileOf(
  session: SqlSession,
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rowsIn: RowsIn,
  query: Query,
  pull: Pull,
) {
  let [rows, refused, conflicts] = [0, 0, 0];
  const profile: RowsProfile = { kinds: [], indicators: [], names: {} };
  for (const row of await all(session, compileProfile(framework, relation, rowsIn, query), pull)) {
    const [
      i = -1,
      axes = 0,
      count = 0,
      bad = 0,
      decimals = 0,
      magnitude = 0,
      ratio = 0,
      bare = 0,
      negative = 0,
    ] = row.map(Number);
    rows += count;
    refused += bad;
    const indicator = framework.indicators[i]?.code;
    if (indicator === undefined || count === bad) continue;
    profile.kinds.push({
      indicator,
      axes: axesOf(framework, axes),
      rows: count - bad,
      decimals,
      magnitude,
      ...{ ratio: ratio === 1, bare: bare === 1, negative: negative === 1 },
    });
  }
  const about = new Map<number, RowsAbout>();
  const aboutOf = (i: unknown): RowsAbout => {
    const known = about.get(Number(i));
    if (known !== undefined) return known;
    const indicator = framework.indicators[Number(i)]?.code ?? "";
    const rows: RowsAbout = {
      indicator,
      ...{ places: [], periods: [], reports: [], replaced: 0, repeated: 0 },
      categories: Object.create(null),
    };
    about.set(Number(i), rows);
    return rows;
  };
  const open = openAxes(framework);
  for (const [i, ...row] of await all(session, compileUse(framework, relation, rowsIn, query), pull)) {
    const own = aboutOf(i);
    const columns = 2 + open.length;
    // What a row was not grouped by shows which column it is of.
    const column = row.slice(columns).findIndex((grouping) => Number(grouping) === 0);
    const name = row[column];
    if (name === null || name === undefined) continue;
    if (column === 0) own.periods.push(framework.periods[Number(name)]?.id ?? "");
    else if (column === 1) own.places.push(String(name));
    else {
      const axis = framework.axes[open[column - 2] ?? 0]?.name ?? "";
      own.categories[axis] = [...(own.categories[axis] ?? []), String(name)];
    }
  }
  for (const [i, unknown, reports, rows] of await all(
    session,
    compileCounts(framework, relation, rowsIn, query),
    pull,
  ))
    aboutOf(i).reports.push({
      unknown: axesOf(framework, Number(unknown)),
      reports: Number(reports),
      rows: Number(rows),
    });
  const beside = compileBeside(framework, relation, rowsIn, query);
  if (beside !== null)
    for (const [i, replaced, repeated, conflicting] of await all(session, beside, pull)) {
      Object.assign(aboutOf(i), { replaced: Number(replaced), repeated: Number(repeated) });
      conflicts += Number(conflicting);
    }
  profile.indicators = [...about.values()];
  for (const { name, statement } of compileNames(framework, relation, rowsIn, query))
    profile.names[name] = (await all(session, statement, pull)).map(([text]) => String(text));
  for (const [name, members] of Object.entries(query.where ?? {}))
    if (profile.names[name] === undefined) profile.names[name] = [...members];
  return { profile, rows, refused, conflicts };
}

/** Names of axes that a number holds as bits. */
const axesOf = (framework: MeasurementFramework, bits: number): string[] =>
  framework.axes.flatMap(({ name }, axis) => (Math.floor(bits / 2 ** axis) % 2 === 1 ? [name] : []));

/** What is being found out of an indicator's rows. */
interface RowsAbout extends RowsOfIndicator {
  categories: Record<string, string[]>;
}

/**
 * The values of a query over rows that stay in a database: it adds up what is a plain sum and hands over the reports of what is not;
 * reasons, bounds and comparisons are made by the engine that computes in memory.
 * What the database refuses is a problem with its own message.
 * @throws RangeError where the query names what neither framework nor rows know; the signal's reason where it was stopped.
 */
export async function resultsBySql(
  session: SqlSession,
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rowsIn: RowsIn,
  query: Query = {},
  pull: Pull = {},
): Promise<Result<PushDownResults>> {
  try {
    const value = await pushed(session, framework, relation, rowsIn, query, pull);
    return { ok: true, value, findings: refusedFindings(value) };
  } catch (error) {
    pull.signal?.throwIfAborted();
    return refusedByDatabase(error);
  }
}

async function pushed(
  session: SqlSession,
  framework: MeasurementFramework,
  relation: ObservationRelation,
  rowsIn: RowsIn,
  query: Query,
  pull: Pull,
): Promise<PushDownResults> {
  const { profile, rows, refused, conflicts } = await profileOf(
    session,
    framework,
    relation,
    rowsIn,
    query,
    pull,
  );
  const pushDown = planPushDown(framework, profile, query);
  const compiled = compileQuery(framework, relation, rowsIn, pushDown);
  const incoming = openPushDown(pushDown);
  const codes = framework.indicators.map(({ code }) => code);
  const periods = framework.periods.map(({ id }) => id);
  const dimensions = pushDown.plan.dimensions.slice(1).map(({ name }) => name);
  if (compiled.sums !== null)
    for await (const batch of session.rows(compiled.sums, pull))
      for (const [i, ...row] of batch) {
        const at = Object.fromEntries(
          dimensions.map((name, index) => [
            name,
            name === "period" ? (periods[Number(row[index])] ?? "") : String(row[index]),
          ]),
        );
        const [sum = 0, count = 0, denominator = 0, missing = 0, bare = 0] = row
          .slice(dimensions.length)
          .map(Number);
        addSum(incoming, { indicator: codes[Number(i)] ?? "", at, sum, count, denominator, missing, bare });
      }
  if (compiled.reports !== null) {
    const reports = reportReader(framework, (indicator, columns) => addReports(incoming, indicator, columns));
    for await (const batch of session.rows(compiled.reports, pull))
      for (const row of batch) reports.take(row);
    reports.end();
  }
  return { results: pushDownResults(incoming), compiled, rows, refused, conflicts };
}

type Take = (indicator: string, columns: Parameters<typeof addReports>[2]) => void;

/** Gathers the rows of one indicator after the other; only one indicator's are in memory at a time. */
function reportReader(framework: MeasurementFramework, give: Take) {
  let current = -1;
  const numbers = () => [] as number[];
  let rows = fresh();
  function fresh() {
    return {
      period: numbers(),
      source: [] as string[],
      place: [] as string[],
      id: [] as string[],
      categories: framework.axes.map(() => [] as (string | null)[]),
      value: [] as (number | undefined)[],
      numerator: [] as (number | undefined)[],
      denominator: [] as (number | undefined)[],
    };
  }
  const number = (cell: unknown) => (cell === null || cell === undefined ? undefined : Number(cell));
  const flush = () => {
    const indicator = framework.indicators[current]?.code;
    if (indicator === undefined) return;
    const { period, categories, ...columns } = rows;
    give(indicator, {
      ...columns,
      period: { texts: framework.periods.map(({ id }) => id), codes: period },
      categories: Object.fromEntries(framework.axes.map(({ name }, axis) => [name, categories[axis] ?? []])),
    });
    rows = fresh();
  };
  return {
    take: (row: unknown[]) => {
      const i = Number(row[0]);
      if (i !== current) {
        flush();
        current = i;
      }
      const [, t, s, l, u, ...rest] = row;
      rows.period.push(Number(t));
      rows.source.push(String(s));
      rows.place.push(String(l));
      rows.id.push(String(u));
      for (const [axis, column] of rows.categories.entries())
        column.push((rest[axis] as string | null) ?? null);
      const [v, n, d] = rest.slice(rows.categories.length);
      rows.value.push(number(v));
      rows.numerator.push(number(n));
      rows.denominator.push(number(d));
    },
    end: flush,
  };
}

/** What a user should know of rows that were left out. */
function refusedFindings({ rows, refused }: { rows: number; refused: number }): Finding[] {
  if (refused === 0) return [];
  return [
    {
      code: "observations-refused",
      severity: "warning",
      where: { path: "observations" },
      message: {
        en: `${refused} of ${rows} rows are none that the framework admits; they were left out.`,
        fr: `${refused} des ${rows} lignes ne sont pas admises par le cadre ; elles ont été laissées de côté.`,
      },
      found: refused,
      expected: 0,
    },
  ];
}
