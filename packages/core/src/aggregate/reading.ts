import type { Asked, Family } from "../bounds/known-sums.ts";
import type { ObservationTable } from "../observations/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { Geometry } from "./geometry.ts";
import type { AxisUse, CellAsk } from "./kinds.ts";

/** How reports of several periods go together: they add up, each is alone, the last one counts, or they are running totals. */
export type Time = "add" | "apart" | "last" | "running";

/** How an indicator's periods go together in a result. */
export function timeOf({ accumulation }: IndicatorDefinition, byPeriod: boolean): Time {
  if (accumulation === "cumulative") return "running";
  if (accumulation === "sum") return "add";
  return accumulation === "latest" && !byPeriod ? "last" : "apart";
}

/** One report: what a source says of one period and place under one `id`. */
export interface Report {
  id: number;
  /** Combinations of categories, by code, with the values stated, in whole units. */
  combinations: number[];
  /** NaN: reported without a value. */
  values: number[];
  /** NaN: no denominator; -1: not reported. */
  below: number[];
  /** The rows of each statement: several where rows of the same keys add up. */
  rows: number[][];
}

/** The reports of one place and period. */
export interface Node {
  place: number;
  period: number;
  ids: Report[];
}

/** What is asked of where and when; `places` `null`: wherever it was reported. */
export interface Region {
  places: readonly number[] | null;
  periods: readonly number[];
  /** Position in time of the last period. */
  until: number;
}

/** What one source says of a cell. */
export interface Found {
  low: number;
  high: number;
  contradicts: boolean;
  overlaps: boolean;
  /** A report that speaks of it has no value. */
  unvalued: boolean;
  /** Rows that speak of the people asked for. */
  rows: number[];
  /** Positions of the earliest and the latest period that it is from. */
  from: number;
  to: number;
}

/** A source's reports that touch one another, with what they say of every cell; `null` where they say nothing of it. */
export interface Element {
  place: number;
  period: number;
  found: (Found | null)[];
}

/** What is needed to read the reports of one indicator. */
export interface Reading {
  table: ObservationTable;
  geometry: Geometry;
  uses: readonly AxisUse[];
  asks: readonly CellAsk[];
  time: Time;
  placesAdd: boolean;
  /** Sums of fractions that are no short decimals differ by less. */
  slack: number;
  shapes: Map<string, Shape>;
}

/** Several places, or several periods. */
export const SEVERAL = -1;

/** Reports that state the same combinations, prepared once. */
export interface Shape {
  family: Family;
  asked: Asked[];
  /** By question: place in the report of the statement of just that, or -1. */
  stated: number[];
  /** By question: places in the report of the statements that speak of the people asked for. */
  speaking: number[][];
  empty: number[][];
  /** Statements by the set of axes that they name. */
  breakdowns: number[][];
}
