/** Runs of white space, no-break and narrow no-break spaces and the en spaces of empty form fields included, fold to one space; accents are composed. */
export function fold(text: string): string {
  return text
    .normalize()
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ")
    .trim();
}
