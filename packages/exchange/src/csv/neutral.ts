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
