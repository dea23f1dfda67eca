import type { Bilingual, Problem } from "@cadre/core";
import type { ObservationTable, Rejection } from "@cadre/core/observations";

/** A row that was refused, with its line in the file. */
export interface ReadRejection extends Rejection {
  /** Line, from 1. In JSON, the number of the element, from 1. */
  line: number;
}

/** Observations that were read, and what became of the others. */
export interface ObservationReading {
  table: ObservationTable;
  accepted: number;
  /** Rows that were refused, all of them counted. */
  rejected: number;
  /** The first thousand of those. */
  rejections: ReadRejection[];
  /** Names of columns or fields that were taken for axes. */
  axes: string[];
}

/** Refusals that are kept with their rows; of a file in which every row is wrong, nobody reads more. */
export const MOST_REJECTIONS = 1000;

/** Why observations were not read. */
export const problem = (
  code: string,
  line: number,
  message: Bilingual,
  found: string | number | null,
  expected: string,
): Problem => ({ code, where: { path: "observations", line }, message, found, expected });

/** The start of a text, for a message. */
export const excerpt = (text: string, most = 60): string => {
  const plain = text
    .slice(0, 4 * most)
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
};
