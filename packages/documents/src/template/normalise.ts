/**
 * A text in the form in which labels are compared: case, accents, typographic quotes, ligatures and spaces before punctuation do not
 * count. Long texts are cut, since labels are at the start.
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

/** Normalised, without the bullet or box that is before it. */
export function bare(text: string): string {
  return normalise(text.replace(/^[\s·•▪◦*\-–☐☒☑□■✓✔✗✘]+/u, ""));
}

/** Reads one of the printed words of a choice; `null` where a text is none of them. */
export const oneOf =
  <T>(choices: Record<string, T>) =>
  (text: string): T | null => {
    const answer = normalise(text).replace(/[.;]$/, "");
    return Object.entries(choices).find(([printed]) => answer === normalise(printed))?.[1] ?? null;
  };

/** How long a label is at least, for a slip of the pen in it to be forgiven: in short ones a slip makes another word. */
const FORGIVEN = 8;

/** Whether a text begins with a label but for one slip of the pen: a sign left out, put in, taken for another. Both normalised. */
export function startsNearly(text: string, label: string): boolean {
  if (label.length < FORGIVEN) return false;
  let index = 0;
  while (index < label.length && text[index] === label[index]) index += 1;
  const rest = label.slice(index);
  return (
    text.startsWith(rest.slice(1), index + 1) ||
    text.startsWith(rest.slice(1), index) ||
    text.startsWith(rest, index + 1)
  );
}

/** Whether a word is another, or that but for one slip of the pen. */
export const isNearly = (text: string, word: string): boolean =>
  text === word || (Math.abs(text.length - word.length) <= 1 && startsNearly(`${text}\n`, `${word}\n`));
