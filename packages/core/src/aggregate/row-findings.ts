import type { Finding, Severity } from "../diagnostics/problem.ts";
import { bilingual } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { holds, type ObservationTable } from "../observations/index.ts";
import { CHUNK, chunkOf, lineOf } from "../observations/table.ts";
import { rowsBesideOf } from "../observations/use.ts";
import type { CalendarDate } from "../values/date.ts";
import { exactSum } from "../values/exact-sum.ts";
import { groupBy } from "../values/group-by.ts";
import { contradictionsOf } from "./contradictions.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";

/** What is noticed about rows that were admitted, and how serious it is. */
export const ROW_RULES = {
  "row-outside-project": "warning",
  "row-in-future": "warning",
  "row-not-whole": "warning",
  "row-negative": "warning",
  "row-parts-beyond-total": "error",
  "row-numerator-beyond-denominator": "warning",
  "row-total-fell": "warning",
  "row-contradicts": "warning",
  "row-replaced": "info",
} as const satisfies Record<string, Severity>;
/** A rule about rows. */
export type RowRule = keyof typeof ROW_RULES;

/** Which day is today, and what was known when. */
export interface RowFindingOptions {
  /** A period that begins later is in the future. Without it, none is. */
  on?: CalendarDate;
}

interface Row {
  /** Number of the row in the table. */
  at: number;
  indicator: number;
  period: number;
  combination: number;
  value: number;
  /** NaN: none; below zero: not reported. */
  denominator: number;
  /** Source, place and id in one text. */
  from: string;
}

/** Later than everything that was recorded, and before what never ends. */
const NOW = Number.MAX_VALUE;

/** Rows in force, by indicator. */
function rowsByIndicator(table: ObservationTable): Map<number, Row[]> {
  const rows: Row[] = [];
  for (let index = 0; index < table.size; index += 1) {
    const chunk = chunkOf(table, index);
    const position = index % CHUNK;
    if (!holds(chunk, position, NOW) || Number.isNaN(chunk.value[position])) continue;
    const cellKey = chunk.cellKey[position] as number;
    const row: Row = {
      at: index,
      indicator: chunk.indicator[position] as number,
      period: table.cellKeys.period[cellKey] as number,
      combination: table.cellKeys.cell[cellKey] as number,
      value: chunk.value[position] as number,
      denominator: chunk.denominator?.[position] ?? Number.NaN,
      from: `${chunk.source[position]} ${chunk.place[position]} ${chunk.id?.[position] ?? 0}`,
    };
    rows.push(row);
  }
  return groupBy(rows, ({ indicator }) => indicator);
}

/** The total of one report and the parts that are more than it: a category, or the categories of a partition together. */
function beyondTotal({ combinations }: ObservationTable, report: readonly Row[]): Row[] {
  const { axes, codes } = combinations;
  const total = report.find(({ combination }) => combinations.axisMasks[combination] === 0);
  if (total === undefined) return [];
  const single = report.filter(({ value }) => value > total.value);
  const sums = axes.flatMap(({ kind }, axis) => {
    const parts = report.filter(
      ({ combination }) => kind === "partition" && combinations.axisMasks[combination] === 2 ** axis,
    );
    const known = parts.filter(({ combination }) => (codes[combination * axes.length + axis] ?? 0) > 0);
    return exactSum(known.map(({ value }) => value)) > total.value ? known : [];
  });
  const parts = new Set([...single, ...sums]);
  return parts.size === 0 ? [] : [total, ...parts];
}

/** What one source said of the same people before, and running totals that are less than that. */
function fallen(rows: readonly Row[], end: (row: Row) => string): [before: Row, later: Row][] {
  return [...groupBy(rows, ({ from, combination }) => `${from} ${combination}`).values()].flatMap(
    (series) => {
      const inOrder = [...series].sort((a, b) => (end(a) < end(b) ? -1 : 1));
      return inOrder.flatMap((later, index): [Row, Row][] => {
        const before = inOrder[index - 1];
        return before !== undefined && later.value < before.value ? [[before, later]] : [];
      });
    },
  );
}

/**
 * Rows that contradict one another otherwise: by sex and by age, a district and its region, a quarter and its year. Those of which every
 * row is named already are left out.
 */
function contradicting(
  framework: MeasurementFramework,
  table: ObservationTable,
  definition: IndicatorDefinition,
  rows: readonly Row[],
  named: readonly Row[],
): Row[] {
  const byNumber = new Map(rows.map((row) => [row.at, row]));
  const known = new Set(named.map(({ at }) => at));
  return contradictionsOf(framework, table, definition, [...byNumber.keys()])
    .filter((conflict) => !conflict.every((at) => known.has(at)))
    .flatMap((conflict) => conflict.flatMap((at) => byNumber.get(at) ?? []));
}

/** Lines that a message lists. */
const SHOWN = 5;

/**
 * What is odd about the rows that a table admitted, one finding for each rule and indicator, with the lines of the first rows: periods outside
 * the project or in the future, counts that are fractions or negative, parts that are more than the total of their report, numerators beyond
 * denominators, running totals that fall, rows of one source that contradict one another, rows that were replaced. Every row counts all the
 * same. Different values of the same keys are refused when they are added (`rows-conflict`).
 * @returns findings whose `where.path` is `indicators/CODE` and `where.line` the first row's line in its source; `found` is the number of rows.
 */
export function rowFindings(
  framework: MeasurementFramework,
  table: ObservationTable,
  { on }: RowFindingOptions = {},
): Finding[] {
  const periods = new Map(framework.periods.map((period) => [period.id, period]));
  const periodOf = ({ period }: Row) => periods.get(table.periods.texts[period] ?? "");
  const { replaced } = rowsBesideOf(table, NOW);
  const byCode = rowsByIndicator(table);
  return framework.indicators.flatMap((definition): Finding[] => {
    const code = table.indicators.codes.get(definition.code) ?? -1;
    const rows = byCode.get(code) ?? [];
    const finding = (rule: RowRule, count: number, shown: string, line?: number): Finding[] => {
      if (count === 0) return [];
      const [english, french, expected] = TEXTS[rule];
      const where = { path: `indicators/${definition.code}`, ...(line !== undefined && { line }) };
      const message = bilingual(english, french, definition.code, shown);
      return [{ code: rule, severity: ROW_RULES[rule], where, message, found: count, expected }];
    };
    const odd = (rule: RowRule, wrong: readonly Row[]): Finding[] => {
      const lines = wrong.map(({ at }) => lineOf(table, at)).sort((a, b) => a - b);
      const shown = lines.slice(0, SHOWN).join(", ") + (lines.length > SHOWN ? ", …" : "");
      return finding(rule, lines.length, shown, lines[0]);
    };
    const { measure } = definition;
    const counts = measure === "count";
    const beyond =
      counts || measure === "currency"
        ? [...groupBy(rows, ({ from, period }) => `${from} ${period}`).values()].flatMap((each) =>
            beyondTotal(table, each),
          )
        : [];
    const pairs =
      definition.accumulation === "cumulative" ? fallen(rows, (row) => periodOf(row)?.end ?? "") : [];
    const again = replaced[code] ?? 0;
    return [
      ...odd(
        "row-outside-project",
        rows.filter((row) => isOutside(framework, periodOf(row))),
      ),
      ...odd(
        "row-in-future",
        rows.filter((row) => on !== undefined && (periodOf(row)?.start ?? "") > on),
      ),
      ...odd("row-not-whole", counts ? rows.filter(({ value }) => !Number.isInteger(value)) : []),
      ...odd("row-negative", cannotBeNegative(definition) ? rows.filter(({ value }) => value < 0) : []),
      ...odd("row-parts-beyond-total", beyond),
      ...odd(
        "row-numerator-beyond-denominator",
        measure === "percentage"
          ? rows.filter(({ value, denominator }) => denominator >= 0 && value > denominator)
          : [],
      ),
      ...odd(
        "row-total-fell",
        pairs.map(([, later]) => later),
      ),
      ...odd(
        "row-contradicts",
        contradicting(framework, table, definition, rows, [...beyond, ...pairs.flat()]),
      ),
      ...finding("row-replaced", again, String(again)),
    ];
  });
}

const cannotBeNegative = ({ measure }: IndicatorDefinition): boolean =>
  measure === "count" || measure === "percentage" || measure === "currency";

const isOutside = (
  { start, end }: MeasurementFramework,
  period: { start: string; end: string } | undefined,
): boolean =>
  period !== undefined &&
  ((start !== undefined && period.end < start) || (end !== undefined && period.start > end));

/** Message in both languages, with the indicator and the lines; and what was expected. */
const TEXTS = {
  "row-outside-project": [en.rowOutsideProject, fr.rowOutsideProject, en.expectedWithinProject],
  "row-in-future": [en.rowInFuture, fr.rowInFuture, en.expectedBegun],
  "row-not-whole": [en.rowNotWhole, fr.rowNotWhole, en.expectedWhole],
  "row-negative": [en.rowNegative, fr.rowNegative, en.expectedZeroOrMore],
  "row-parts-beyond-total": [en.rowPartsBeyondTotal, fr.rowPartsBeyondTotal, en.expectedPartsWithin],
  "row-numerator-beyond-denominator": [
    en.rowNumeratorBeyondDenominator,
    fr.rowNumeratorBeyondDenominator,
    en.expectedNumerators,
  ],
  "row-total-fell": [en.rowTotalFell, fr.rowTotalFell, en.expectedNotFalling],
  "row-contradicts": [en.rowContradicts, fr.rowContradicts, en.expectedSameTotal],
  "row-replaced": [en.rowReplaced, fr.rowReplaced, en.expectedOwnId],
} as const satisfies Record<RowRule, readonly [en: string, fr: string, expected: string]>;
