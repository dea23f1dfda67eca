/** Text as it is compared: without accents, case, punctuation or white space. `O.I.M. ` and `oim` are one. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Whether one slip of the pen leads from one word to the other: a letter left out, put in, taken for another, or two changed round. */
export function oneSlipApart(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long === short || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  const [rest, other] = [long.slice(at), short.slice(at)];
  if (long.length > short.length) return rest.slice(1) === other;
  if (rest.slice(1) === other.slice(1)) return true;
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
}
