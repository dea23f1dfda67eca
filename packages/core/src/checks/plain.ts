/** Text as it is compared: without accents, case, punctuation or white space. `O.I.M. ` and `oim` are one. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Whether the words differ by one typing error: a letter left out, added, replaced, or two letters swapped. */
export function differByOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long === short || long.length - short.length > 1) return false;
  let index = 0;
  while (index < short.length && long[index] === short[index]) index += 1;
  const [rest, other] = [long.slice(index), short.slice(index)];
  if (long.length > short.length) return rest.slice(1) === other;
  if (rest.slice(1) === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
}

/** A spelling with its number of occurrences. */
interface Spelling {
  count: number;
}

/** Bounds the work: further spellings are not compared. */
const MAX_SPELLINGS = 2000;

/** Pairs of spellings that may be the same name, the more frequent first; of two equally frequent ones, the earlier. */
export function spellingPairs<T extends Spelling>(
  all: Iterable<T>,
  mayBeOne: (one: T, other: T) => boolean,
): [usual: T, rare: T][] {
  const names = [...all].slice(0, MAX_SPELLINGS);
  return names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => mayBeOne(one, other))
      .map((other): [T, T] => (one.count >= other.count ? [one, other] : [other, one])),
  );
}
