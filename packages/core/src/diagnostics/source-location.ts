import * as z from "zod";
import type { Language } from "../locale/language.ts";

/** The location of something: a path in the framework and, in a document, the line (from 1) or, in a workbook, the cell. */
export const SourceLocation = z
  .object({
    /** `indicators/2.1.1/target`, `outcomes/1/rating`, `narrative/overall-status`, `project/startDate`. */
    path: z.string(),
    /** Line of the file, from 1. */
    line: z.int().positive().optional(),
    /**
     * In a workbook, sheet and cell as a formula writes them: `Budget!F12`, `'Tableau 1'!F12`. In a Word document, beside the line (there
     * the number of the paragraph), its table: `table 5, row 12, cell 3`.
     */
    cell: z.string().optional(),
  })
  .meta({ id: "SourceLocation" });
export type SourceLocation = z.infer<typeof SourceLocation>;

/** A location in one line: `indicators/2.1.1/target (line 431)`, `budget/total (Budget!F12)`. */
export function formatLocation(
  location: SourceLocation,
  { language = "en" }: { language?: Language } = {},
): string {
  const french = language === "fr";
  const path = french ? location.path.replace(/^row (?=\d)/, "ligne ") : location.path;
  const cell = french
    ? location.cell?.replace(/^table (\d+), row (\d+), cell (\d+)$/, "tableau $1, ligne $2, cellule $3")
    : location.cell;
  const line = location.line === undefined ? undefined : `${french ? "ligne" : "line"} ${location.line}`;
  const where = cell ?? line;
  return where === undefined ? path : `${path} (${where})`;
}

/** A quotation with its location. */
export const Evidence = z
  .object({
    /** Where the source says it. */
    where: SourceLocation,
    /** The words of the source. */
    quote: z.string(),
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;
