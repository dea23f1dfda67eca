/**
 * Characters as the template's limits count them: Unicode code points with spaces, where a run of white space (line breaks
 * included) counts once and white space at the ends not at all.
 */
export function characterCount(text: string): number {
  return [...text.replace(/\s+/g, " ").trim()].length;
}
