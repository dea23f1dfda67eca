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
