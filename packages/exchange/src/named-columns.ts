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

/**
 * A number of fewer bits as the decimal that it was made of, and that CSV would show: 0.1 of 32 bits is 0.1, not 0.10000000149011612.
 * @param round to the number of fewer bits that is closest.
 */
export function shortest(number: number, round: (number: number) => number): number {
  if (Number.isInteger(number) || !Number.isFinite(number)) return number;
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(number.toPrecision(digits));
    if (round(short) === number) return short;
  }
  return number;
}

/** The number of 16 bits that is closest, or its neighbour. */
export function toHalf(number: number): number {
  const step = 2 ** (Math.max(-14, Math.floor(Math.log2(Math.abs(number)))) - 10);
  return Math.round(number / step) * step;
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
 * Finds the columns by the names that CSV headings go by, `withdrawn` beside them; any other is an axis, whatever its type. A column that
 * holds no value a row that could be read (`unreadable` says what it holds) is refused: without it, rows would say more than they do.
 */
export function namedColumns(
  columns: readonly { name: string; unreadable?: string }[],
): { ok: true; value: NamedColumns } | { ok: false; problems: Problem[] } {
  const fields = new Map<NamedField, string>();
  const axes: string[] = [];
  const seen = new Set<string>();
  for (const { name, unreadable } of columns) {
    if (PANDAS_INDEX.test(name)) continue;
    if (unreadable !== undefined)
      return refuse(
        columnarProblem(
          "column-unreadable",
          {
            en: `The column “${name}” holds ${unreadable}, which is no text, number or time. Write the file without it, or as text.`,
            fr: `La colonne « ${name} » contient ${unreadable} : ni texte, ni nombre, ni date. Écrivez le fichier sans elle, ou en texte.`,
          },
          `${name}: ${unreadable}`,
          "a text, a number, a day or an instant in each row",
        ),
      );
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
