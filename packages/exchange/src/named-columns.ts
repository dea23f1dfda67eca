import { type Bilingual, type Problem, refuse } from "@cadre/core";
import type { Observation } from "@cadre/core/observations";
import { columnOf } from "./csv/layout/columns.ts";

/** A field that a column holds, by the field's own name or a name for it; or a mark that rows take back. */
export type NamedField = Exclude<keyof Observation, "categories"> | "withdrawn";

/** Which column of a columnar file holds what. */
export interface NamedColumns {
  /** Name of the column by field. */
  fields: ReadonlyMap<NamedField, string>;
  /** Columns that hold no field: axes, by their names. */
  axes: string[];
}

/** A cell of a column of any type as CSV would write it. @throws where it is a list, a structure or bytes. */
export function cellText(cell: unknown): string | undefined {
  if (typeof cell === "string") return cell;
  if (cell === null || cell === undefined || Number.isNaN(cell)) return undefined;
  if (typeof cell === "number" || typeof cell === "bigint" || typeof cell === "boolean") return String(cell);
  if (cell instanceof Date) return instantText(cell.getTime());
  throw new Error("a column holds lists, structures or bytes, and no text");
}

/** Milliseconds from 1970 as a day, or, within a day, as an instant. */
export function instantText(time: number): string {
  if (!Number.isFinite(time)) throw new Error("a column holds a time that is none");
  return new Date(time).toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "Z");
}

/**
 * A cell of a column of numbers. An integer that a double cannot hold exactly stays a text, and is refused with its row; so is what is no
 * number.
 */
export function cellNumber(cell: unknown): number | undefined {
  if (typeof cell === "bigint") {
    const number = Number(cell);
    return (Number.isSafeInteger(number) ? number : String(cell)) as number;
  }
  // `null` would withdraw: what is not there is nothing.
  return (cell ?? undefined) as number | undefined;
}

/** Why a columnar file cannot be read as observations. */
export const columnarProblem = (
  code: string,
  message: Bilingual,
  found: string,
  expected: string,
): Problem => ({
  code,
  where: { path: "observations" },
  message,
  found,
  expected,
});

/** That bytes are not of the format that they should be. */
export function notOfFormat(format: "Parquet" | "Arrow", error: unknown): Problem {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  return columnarProblem(
    `observations-not-${format.toLowerCase()}`,
    {
      en: `These ${format} data cannot be read: ${text}`,
      fr: `Ce ne sont pas des données ${format} lisibles : ${text}`,
    },
    text,
    format,
  );
}

/** The row numbers that pandas stores beside the columns. */
const PANDAS_INDEX = /^__index_level_\d+__$/;

/**
 * Finds the columns by the names that CSV headings go by, `withdrawn` beside them; any other is an axis, whatever its type. Columns of lists
 * and structures are passed over.
 */
export function namedColumns(
  columns: readonly { name: string; flat: boolean }[],
): { ok: true; value: NamedColumns } | { ok: false; problems: Problem[] } {
  const fields = new Map<NamedField, string>();
  const axes: string[] = [];
  const seen = new Set<string>();
  for (const { name, flat } of columns) {
    if (!flat || PANDAS_INDEX.test(name)) continue;
    const column = columnOf(name);
    const field = name === "withdrawn" ? name : "field" in column ? column.field : null;
    const key = field ?? `axis ${name}`;
    if (name === "" || seen.has(key))
      return refuse(
        columnarProblem(
          "columns-ambiguous",
          {
            en: `Two columns are called “${name}”, or one has no name.`,
            fr: `Deux colonnes s’appellent « ${name} », ou l’une n’a pas de nom.`,
          },
          name,
          "a name of its own for each column",
        ),
      );
    seen.add(key);
    if (field !== null) fields.set(field, name);
    else axes.push(name);
  }
  const absent = [
    ...(["indicator", "period"] as const).filter((field) => !fields.has(field)),
    ...(fields.has("value") || fields.has("numerator") ? [] : ["value"]),
  ];
  if (absent.length === 0) return { ok: true, value: { fields, axes } };
  return refuse(
    columnarProblem(
      "columns-missing",
      {
        en: `There is no column for ${absent.join(", ")}.`,
        fr: `Il n’y a pas de colonne pour ${absent.join(", ")}.`,
      },
      [...seen].join(", ").slice(0, 200),
      "indicator, period, value (or numerator, denominator)",
    ),
  );
}
