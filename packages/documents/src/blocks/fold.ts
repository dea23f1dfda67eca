/**
 * Folds runs of white space to one space, with no-break, narrow no-break and en spaces (empty form fields). Hyphens that
 * do not break a line become hyphens, soft hyphens disappear, accents are composed. Tick boxes that were copied from a symbol font keep
 * its private codes; they become ☐ and ☒.
 */
export function fold(text: string): string {
  return (
    text
      .normalize()
      .replaceAll("\u00ad", "")
      // Control characters, which word processors leave at controls and fields.
      .replace(/[^\P{Cc}\t\n\v\f\r]/gu, "")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/[\uf06f\uf071\uf072\uf0a8\uf0a3]/g, "☐")
      .replace(/[\uf078\uf0fb\uf0fd\uf0fe\uf052\uf053\uf054]/g, "☒")
      .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ")
      .trim()
  );
}
