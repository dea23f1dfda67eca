import { groupBy } from "@cadre/core/internal";
import type { Box, Rule } from "./page.ts";

/** A cell between ruled lines, by the rows and columns of the grid that it takes. */
export interface GridCell extends Box {
  row: number;
  rows: number;
}

/** A ruled table on a page. */
export interface Grid extends Box {
  /** Upper edges of the grid's rows, and the lower edge of the last. */
  edges: number[];
  cells: GridCell[];
}

/** Lines closer than this (in points) are one: borders are drawn twice, edges of neighbours differ by rounding. */
const NEAR = 2.5;
/** A shared edge that is ruled by more than this separates two cells. */
const RULED = 0.6;
/** No page of a form has more rules, rows or columns. */
const MAX_RULES = 20_000;
const MAX_STRAIGHT = 4000;
const MAX_FIELDS = 10_000;

const isHorizontal = (rule: Rule) => rule.right - rule.left >= rule.bottom - rule.top;

/** Rules on one straight line that touch or overlap, as one rule. */
function merged(rules: readonly Rule[], horizontal: boolean): Rule[] {
  const across = (rule: Rule) => (horizontal ? rule.top : rule.left);
  const start = (rule: Rule) => (horizontal ? rule.left : rule.top);
  const end = (rule: Rule) => (horizontal ? rule.right : rule.bottom);
  const byLine: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => across(a) - across(b))) {
    const line = byLine.at(-1);
    const [first] = line ?? [];
    if (line !== undefined && first !== undefined && across(rule) - across(first) <= NEAR) line.push(rule);
    else byLine.push([rule]);
  }
  return byLine.flatMap((line) => {
    const index = line.reduce((sum, rule) => sum + across(rule), 0) / line.length;
    const joined: { from: number; to: number }[] = [];
    for (const rule of [...line].sort((a, b) => start(a) - start(b))) {
      const last = joined.at(-1);
      if (last !== undefined && start(rule) - last.to <= NEAR) last.to = Math.max(last.to, end(rule));
      else joined.push({ from: start(rule), to: end(rule) });
    }
    return joined.map(({ from, to }) =>
      horizontal
        ? { left: from, right: to, top: index, bottom: index }
        : { left: index, right: index, top: from, bottom: to },
    );
  });
}

const touch = (one: Rule, other: Rule) =>
  one.left <= other.right + NEAR &&
  other.left <= one.right + NEAR &&
  one.top <= other.bottom + NEAR &&
  other.top <= one.bottom + NEAR;

/** Groups of rules that touch each other. */
function components(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, index) => index);
  const root = (index: number): number => {
    let position = index;
    while (group[position] !== position) position = group[position] ?? position;
    return position;
  };
  const crossing = (one: Rule, other: Rule) => isHorizontal(one) !== isHorizontal(other) && touch(one, other);
  for (const [index, one] of rules.entries())
    for (let other = index + 1; other < rules.length; other += 1) {
      const second = rules[other];
      if (second !== undefined && crossing(one, second)) group[root(other)] = root(index);
    }
  return [...groupBy(rules.entries(), ([index]) => root(index)).values()].map((entries) =>
    entries.map(([, rule]) => rule),
  );
}

function distinct(values: readonly number[]): number[] {
  const edges: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (edges.length === 0 || value - (edges.at(-1) ?? 0) > NEAR) edges.push(value);
  }
  return edges;
}

/** How much of [from, to] rules cover that run along `at`, from 0 to 1. */
function ruledShare(
  rules: readonly Rule[],
  horizontal: boolean,
  index: number,
  from: number,
  to: number,
): number {
  let covered = 0;
  for (const rule of rules) {
    if (Math.abs((horizontal ? rule.top : rule.left) - index) > NEAR) continue;
    const [start, end] = horizontal ? [rule.left, rule.right] : [rule.top, rule.bottom];
    covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return covered / Math.max(0.1, to - from);
}

/** The cells that rules draw: fields of the grid, joined where no rule is between them. */
function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontal = rules.filter(isHorizontal);
  const vertical = rules.filter((rule) => !isHorizontal(rule));
  const ys = distinct([
    ...horizontal.map(({ top }) => top),
    ...vertical.flatMap(({ top, bottom }) => [top, bottom]),
  ]);
  const xs = distinct([
    ...vertical.map(({ left }) => left),
    ...horizontal.flatMap(({ left, right }) => [left, right]),
  ]);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || horizontal.length < 2 || vertical.length < 1) return null;
  if (rows * columns > MAX_FIELDS) return null;
  const region = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => {
    let position = index;
    while (region[position] !== position) position = region[position] ?? position;
    return position;
  };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [left = 0, right = 0] = [xs[column], xs[column + 1]];
      const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
      const index = row * columns + column;
      if (column + 1 < columns && ruledShare(vertical, false, right, top, bottom) < RULED)
        region[root(index + 1)] = root(index);
      if (row + 1 < rows && ruledShare(horizontal, true, bottom, left, right) < RULED)
        region[root(index + columns)] = root(index);
    }
  const cells = new Map<number, GridCell>();
  for (let index = 0; index < rows * columns; index += 1) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    const key = root(index);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { left, right, top, bottom, row, rows: 1 });
    else {
      cell.left = Math.min(cell.left, left);
      cell.right = Math.max(cell.right, right);
      cell.bottom = Math.max(cell.bottom, bottom);
      cell.rows = row - cell.row + 1;
    }
  }
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return { left, right, top, bottom, edges: ys, cells: [...cells.values()] };
}

/** The ruled tables of a page, outer ones before those in their cells. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  if (rules.length > MAX_RULES) return [];
  const straight = [
    ...merged(rules.filter(isHorizontal), true),
    ...merged(
      rules.filter((rule) => !isHorizontal(rule)),
      false,
    ),
  ];
  if (straight.length > MAX_STRAIGHT) return [];
  const area = ({ left, right, top, bottom }: Grid) => (right - left) * (bottom - top);
  return components(straight)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => area(b) - area(a));
}
