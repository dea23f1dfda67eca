/**
 * Where a spreadsheet takes what follows for a formula, after any apostrophes that already hold one back: at the beginning of a text, and
 * after what another country's spreadsheet divides columns by (a semicolon, a tab) or a line ends with.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?='*[=+\-@\t\r\n])/g;
const HELD_BACK = /(?<=^|[;\t\r\n])'(?='*[=+\-@\t\r\n])/g;

/** A text that no spreadsheet runs: an apostrophe goes before what begins like a formula (OWASP, CSV injection). */
export const neutral = (text: string): string => text.replace(FORMULA, "'");

/** The text as it was before {@link neutral}. */
export const asWritten = (text: string): string => (text.includes("'") ? text.replace(HELD_BACK, "") : text);

/** A cell of a table that is written as CSV; nothing for what is not known. */
export type CsvCell = string | number | null | undefined;

/** How CSV is written: columns divided by a comma and numbers with a point (RFC 4180), or as spreadsheets of another country expect it. */
export interface CsvStyle {
  separator: "," | ";";
  decimal: "." | ",";
}

/** A line of CSV (RFC 4180). Texts that a spreadsheet would run as a formula are held back by an apostrophe; numbers are numbers. */
export function csvLine(
  cells: readonly CsvCell[],
  { separator, decimal }: CsvStyle = { separator: ",", decimal: "." },
): string {
  const written = cells.map((cell) => {
    if (cell === null || cell === undefined) return "";
    if (typeof cell === "number") return String(cell).replace(".", decimal);
    const text = neutral(cell);
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(separator)}\r\n`;
}
