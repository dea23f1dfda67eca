import type { Result } from "@cadre/core";
import * as z from "zod";
import { REASON } from "../columnar/columns.ts";
import { parseBounded } from "../mapping/bounded.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";

const Name = z.string().min(1);

/**
 * Which column of a table, view or Parquet file holds what of an observation. It is written by hand, once for a table. Names of
 * indicators, periods and categories are the framework's.
 */
export const ObservationRelation = z
  .object({
    /** Names of the columns. A field without a column is absent in every observation. */
    columns: z.object({
      /** Codes of the indicators. */
      indicator: Name.default("indicator"),
      /** Ids of the reporting periods. */
      period: Name.default("period"),
      /** Numbers; of a ratio, numerator and denominator instead. */
      value: Name.optional(),
      /** What is divided, of a ratio or a percentage. */
      numerator: Name.optional(),
      /** What it is divided by. */
      denominator: Name.optional(),
      /** True where a row takes back what was reported before. */
      withdrawn: Name.optional(),
      /** Why a row has no value: `to-be-determined` or `no-data`. Nothing in rows that have one. */
      reason: Name.optional(),
      /** Who reports. */
      source: Name.optional(),
      /** Where it was observed. */
      place: Name.optional(),
      /** A training, a submission: rows of the same keys that differ in it add up. */
      id: Name.optional(),
      /** Day or time, in universal time, at which a row became known. Without it rows are known from the beginning. */
      recordedAt: Name.optional(),
      /**
       * Which of two rows recorded at one time was given last: a number that grows. Without it, the order in which the database keeps
       * them.
       */
      order: Name.optional(),
      /** What a row rests on. Values do not need it; a source gives it. */
      evidence: Name.optional(),
      /** Column of each axis; nothing in it, or an empty text, is the axis's total. */
      categories: z.record(z.string(), Name).default({}),
    }),
    /** False where no row ever corrects or withdraws another: every row counts, and nothing need be compared. */
    corrected: z.boolean().default(true),
  })
  .refine(({ columns }) => columns.value !== undefined || columns.numerator !== undefined, {
    error: en.expectedValueColumn,
    params: { fr: fr.expectedValueColumn },
    path: ["columns", "value"],
  })
  .meta({ id: "ObservationRelation", description: "Which column of a table holds what of an observation" });
/** Which column of a table, view or Parquet file holds what of an observation. */
export type ObservationRelation = z.infer<typeof ObservationRelation>;

/** Validates a relation document. */
export const parseRelation = (input: unknown): Result<ObservationRelation> =>
  parseBounded(ObservationRelation, input, "mapping-invalid");

/** The columns that the table `observations` has where nothing else is said: named as the fields are, axes by their own names. */
export const usualRelation = (axes: readonly string[], columns: readonly string[]): ObservationRelation => {
  const has = (name: string) => columns.includes(name);
  const named = [
    ...(["value", "numerator", "denominator", "withdrawn"] as const),
    ...(["source", "place", "id", "recordedAt", "evidence"] as const),
  ];
  return {
    columns: {
      indicator: "indicator",
      period: "period",
      ...Object.fromEntries(named.filter(has).map((name) => [name, name])),
      ...(has(REASON) && { reason: REASON }),
      categories: Object.fromEntries(axes.filter(has).map((axis) => [axis, axis])),
    },
    corrected: true,
  };
};
