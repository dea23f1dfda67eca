const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How much two texts have in common, from 0 to 1: twice the words that both have, each as often as in both, ÷ all words (Dice). Case,
 * accents and punctuation do not count. Two texts without words are alike.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) both += 1;
    counts.set(word, count - 1);
  }
  return (2 * both) / (left.length + right.length);
}
