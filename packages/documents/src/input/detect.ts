/** A format by what the file contains. `zip`: an office document or workbook, as its parts show. */
export type FileKind = "pdf" | "zip" | "ole" | "rtf" | "html" | "mhtml" | "picture" | "text";

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x47, 0x49, 0x46, 0x38],
];
const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta[\s>]|<table[\s>]|<style[\s>]|<div[\s>]|<p[\s>])/i;
/** What Windows puts before HTML that is copied. */
const CLIPBOARD = /^Version:\d\.\d\r?\nStartHTML:/i;

/** What a file is by its first bytes, 4,096 or all that it has. */
export function kindOf(start: Uint8Array): FileKind {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte);
  if (begins([0x50, 0x4b, 0x03, 0x04])) return "zip";
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) return "ole";
  if (PICTURES.some(begins)) return "picture";
  // Zeros between the letters of UTF-16 do not matter here.
  const head = latin1(start.subarray(0, 4096))
    .replaceAll("\0", "")
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, "");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (HTML.test(head) || CLIPBOARD.test(head)) return "html";
  if (
    /^(?:From|MIME-Version|Content-Type|Subject|Date):/im.test(head.slice(0, 200)) &&
    /multipart\/related/i.test(head)
  )
    return "mhtml";
  return "text";
}

/** What an OLE file (Word, Excel and PowerPoint up to 2003) holds, by the names in its directory. */
export function oleContent(bytes: Uint8Array): "word" | "excel" | "powerpoint" | "encrypted" | "other" {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => file.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return "encrypted";
  if (has("WordDocument")) return "word";
  if (has("PowerPoint Document")) return "powerpoint";
  return has("Workbook") || has("Book") ? "excel" : "other";
}
