/**
 * Folds runs of white space to one space, with no-break, narrow no-break and en spaces (empty form fields). Hyphens that
 * do not break a line become hyphens, soft hyphens disappear, accents are composed.
 */
export function fold(text: string): string {
  return (
    text
      .normalize()
      .replaceAll("\u00ad", "")
      // Control characters, which word processors leave at controls and fields.
      .replace(/[^\P{Cc}\t\n\v\f\r]/gu, "")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ")
      .trim()
  );
}
