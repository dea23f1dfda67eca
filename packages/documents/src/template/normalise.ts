/**
 * A text in the form in which labels are compared: case, accents, typographic quotes, ligatures and spaces before punctuation do not
 * count. Long texts are cut, since labels stand at the start.
 */
export function normalise(text: string, length = 240): string {
  return text
    .slice(0, length)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/ ([:;?!,.])/g, "$1")
    .trim();
}

/** Normalised, without the bullet or box that stands before it. */
export function bare(text: string): string {
  return normalise(text.replace(/^[\s·•▪◦*\-–☐☒☑□■✓✔✗✘]+/u, ""));
}

/** Reads one of the printed words of a choice; `null` where a text is none of them. */
export const oneOf =
  <T>(choices: Record<string, T>) =>
  (text: string): T | null => {
    const wanted = normalise(text).replace(/[.;]$/, "");
    return Object.entries(choices).find(([printed]) => wanted === normalise(printed))?.[1] ?? null;
  };
