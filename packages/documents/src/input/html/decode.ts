/** The text of an HTML file, by its byte order mark, `charset`, or what it declares; else UTF-8, and Windows-1252 where it is not that. */
export function decodeHtml(bytes: Uint8Array, charset: string | null = null): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const declared = charset ?? /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
  for (const label of [marked, declared, "utf-8"]) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not what it declares, or a character set that is not known: the next.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
