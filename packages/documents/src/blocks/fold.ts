/**
 * Runs of white space, no-break and narrow no-break spaces and the en spaces of empty form fields included, fold to one space; hyphens that
 * do not break a line are hyphens, those that only might break one are nothing; accents are composed.
 */
export function fold(text: string): string {
  return text
    .normalize()
    .replaceAll("\u00ad", "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ")
    .trim();
}
