/** Bytes of an encoded part. */
function decoded(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64");
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, "latin1");
  const text = body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(text, "latin1");
}

/** The HTML of a web page that is saved as a single file (.mht, .mhtml), with its character set; `null` where it has none. */
export function htmlOfMhtml(bytes: Uint8Array): { html: Uint8Array; charset: string | null } | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const boundary = /boundary="?([^"\r\n;]{1,100})"?/i.exec(source.slice(0, 4096))?.[1];
  if (boundary === undefined) return null;
  for (const part of source.split(`--${boundary}`).slice(1, 1000)) {
    const end = /\r?\n\r?\n/.exec(part);
    if (end === null) continue;
    const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    const encoding = /^content-transfer-encoding:\s*([^\r\n]*)/im.exec(head)?.[1] ?? "";
    const charset = /charset="?([\w-]+)/i.exec(head)?.[1] ?? null;
    return { html: decoded(part.slice(end.index + end[0].length), encoding), charset };
  }
  return null;
}
