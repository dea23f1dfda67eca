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
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { finding } from "../reading.ts";
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
import type { SqlContext } from "./rows.ts";
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
  rowCount: number;
  /** Rows among them that the framework does not admit; they were left out. */
  refusedCount: number;
  /** Rows that contradict another one of the same keys and time: none of them counts. */
  conflictCount: number;
}

async function all(session: SqlSession, statement: Statement, pull: Pull): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for await (const batch of session.rows(statement, pull)) for (const row of batch) found.push(row);
  return found;
}

async function profileOf(session: SqlSession, context: SqlContext, pull: Pull) {
  const { framework, query } = context;
  const rowsOf = (statement: Statement) => all(session, statement, pull);
  let [rows, refused, conflicts] = [0, 0, 0];
  const profile: RowsProfile = { kinds: [], indicators: [], names: {} };
  for (const row of await rowsOf(compileProfile(context))) {
    const [i = -1, axes = 0, count = 0, bad = 0, decimals = 0, magnitude = 0, ...flags] = row.map(Number);
    const [ratio, bare, negative, unvalued] = flags.map((flag) => flag === 1);
    rows += count;
    refused += bad;
    const indicator = framework.indicators[i]?.code;
    if (indicator === undefined || count === bad) continue;
    profile.kinds.push({
      ...{ indicator, axes: axesOf(framework, axes), rows: count - bad, decimals, magnitude },
      ...{ ratio: ratio === true, bare: bare === true, negative: negative === true },
      unvalued: unvalued === true,
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
  for (const [i, ...row] of await rowsOf(compileUse(context))) {
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
  for (const [i, unknown, reports, rows] of await rowsOf(compileCounts(context)))
    aboutOf(i).reports.push({
      unknown: axesOf(framework, Number(unknown)),
      reports: Number(reports),
      rows: Number(rows),
    });
  const beside = compileBeside(context);
  if (beside !== null)
    for (const [i, replaced, repeated, conflicting] of await rowsOf(beside)) {
      Object.assign(aboutOf(i), { replaced: Number(replaced), repeated: Number(repeated) });
      conflicts += Number(conflicting);
    }
  profile.indicators = [...about.values()];
  for (const { name, statement } of compileNames(context))
    profile.names[name] = (await rowsOf(statement)).map(([text]) => String(text));
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
  rows: Omit<SqlContext, "query">,
  options: Query & Pull = {},
): Promise<Result<PushDownResults>> {
  const { onProgress: _, signal, ...query } = options;
  try {
    const value = await pushed(session, { ...rows, query }, options);
    return { ok: true, value, findings: refusedFindings(value) };
  } catch (error) {
    signal?.throwIfAborted();
    return refusedByDatabase(error);
  }
}

async function pushed(session: SqlSession, context: SqlContext, pull: Pull): Promise<PushDownResults> {
  const { framework, query } = context;
  const { profile, rows, refused, conflicts } = await profileOf(session, context, pull);
  const pushDown = planPushDown(framework, profile, query);
  const compiled = compileQuery(context, pushDown);
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
  return {
    results: pushDownResults(incoming),
    compiled,
    rowCount: rows,
    refusedCount: refused,
    conflictCount: conflicts,
  };
}

type Take = (indicator: string, columns: Parameters<typeof addReports>[2]) => void;

/** Gathers the rows of one indicator after the other; only one indicator's are in memory at a time. */
function reportReader({ indicators, periods, axes }: MeasurementFramework, give: Take) {
  let current = -1;
  let columns: unknown[][] = [];
  const end = () => {
    const indicator = indicators[current]?.code;
    const column = (index: number) => columns[index] ?? [];
    const texts = (index: number) => column(index).map(String);
    const numbers = (index: number) =>
      column(FIRST_AXIS + axes.length + index).map((cell) =>
        (cell ?? null) === null ? undefined : Number(cell),
      );
    const reason = column(FIRST_AXIS + axes.length + 3) as (string | null)[];
    const categories = axes.map(({ name }, axis) => [name, column(FIRST_AXIS + axis) as (string | null)[]]);
    if (indicator !== undefined)
      give(indicator, {
        period: { texts: periods.map(({ id }) => id), codes: column(1).map(Number) },
        ...{ source: texts(2), place: texts(3), id: texts(4) },
        categories: Object.fromEntries(categories),
        ...{ value: numbers(0), numerator: numbers(1), denominator: numbers(2) },
        ...(reason.some((each) => each !== null) && { reason }),
      });
    columns = [];
  };
  const take = (row: unknown[]) => {
    if (Number(row[0]) !== current) end();
    current = Number(row[0]);
    for (const [index, cell] of row.entries()) {
      columns[index] ??= [];
      columns[index].push(cell);
    }
  };
  return { take, end };
}
/** Where the categories of a report begin, after its indicator, period, source, place and id. */
const FIRST_AXIS = 5;

/** What a user should know of rows that were left out. */
function refusedFindings({ rowCount, refusedCount }: PushDownResults): Finding[] {
  const what = message(en.rowsNotAdmitted, fr.rowsNotAdmitted, refusedCount, rowCount);
  const refused = finding("warning", "observations-refused", "observations", what, refusedCount, 0);
  return refusedCount === 0 ? [] : [refused];
}
