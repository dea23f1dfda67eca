/** What a spreadsheet takes for the beginning of a formula, after any apostrophes that already hold one back. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** A text that no spreadsheet runs: an apostrophe goes before one that begins like a formula (OWASP, CSV injection). */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before {@link neutral}. */
export const asWritten = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
