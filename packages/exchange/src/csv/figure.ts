const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * A figure in a cell: a number, `null` for the word `null` (withdrawn), nothing for an empty cell, or the text as it is where it is no
 * number. Decimal commas are read where commas do not divide columns. Thousands are not guessed at: `1,000` may be one or a thousand.
 */
export function figureIn(cell: string, decimalComma: boolean): number | null | undefined | string {
  const text = cell.trim();
  if (text === "") return undefined;
  if (text === "null") return null;
  const plain = decimalComma ? text.replace(",", ".") : text;
  return PLAIN.test(plain) ? Number(plain) : text;
}
