import { excerpt } from "../diagnostics/excerpt.ts";
import type { Rejection } from "./observation.ts";
import type { ObservationTable } from "./table.ts";

const WORDS: Record<Rejection["code"], [expected: string, en: string, fr: string]> = {
  missing: ["a number or a name", "is missing", "manque"],
  "not-text": ["text", "is no text", "n’est pas un texte"],
  "not-a-number": ["a finite number", "is no finite number", "n’est pas un nombre fini"],
  "out-of-range": ["a level of the scale, or 0 or 1", "is out of range", "est hors de l’échelle"],
  "negative-denominator": ["0 or more", "is negative", "est négatif"],
  "unknown-indicator": [
    "an indicator of the framework",
    "is not in the framework",
    "n’est pas dans le cadre",
  ],
  "unknown-period": ["a period of the framework", "is not in the framework", "n’est pas dans le cadre"],
  "unknown-axis": [
    "axes of the framework",
    "names an axis that is not in the framework",
    "nomme un axe absent du cadre",
  ],
  "unknown-category": [
    "a category of the axis",
    "is no category of the axis",
    "n’est pas une catégorie de l’axe",
  ],
  "not-an-instant": [
    "YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ",
    "is no day or instant",
    "n’est ni un jour ni un instant",
  ],
  "value-and-numerator": [
    "either a value or a numerator",
    "is given with a numerator",
    "accompagne un numérateur",
  ],
  "rows-conflict": [
    "one value for the same indicator, period, source, place and categories",
    "differs in rows of the same keys and recordedAt; give each an id, or say with sameKey what to do",
    "diffère entre des lignes de mêmes clés et de même recordedAt ; un id les distingue, ou sameKey dit quoi faire",
  ],
  "not-a-row": ["an object", "is no object", "n’est pas un objet"],
};

const shown = (found: unknown): string | number | null => {
  if (found === undefined || found === null) return null;
  if (typeof found === "number") return Number.isFinite(found) ? found : String(found);
  return excerpt(found);
};

/** Says why a row is handed back. */
export function refusal<Row>(
  table: ObservationTable,
  input: Row,
  row: number,
  column: string,
  code: Rejection["code"],
): Rejection<Row> {
  const fields = input as Record<string, unknown> | null | undefined;
  const isAxis = table.combinations.axes.some(({ name }) => name === column);
  const found = shown(
    column === ""
      ? input
      : isAxis
        ? (fields?.categories as Record<string, unknown> | undefined)?.[column]
        : fields?.[column],
  );
  const [expected, en, fr] = WORDS[code];
  const what = column === "" ? "" : `, ${column}`;
  const quoted = found === null ? "" : ` (${found})`;
  return {
    row,
    column,
    code,
    found,
    expected,
    message: { en: `Row ${row}${what}${quoted} ${en}.`, fr: `Ligne ${row}${what}${quoted} ${fr}.` },
    input,
  };
}
