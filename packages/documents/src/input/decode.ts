import { type Bilingual, bilingual, type Failure, type Problem, type Result, refuse } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { problem } from "./problem.ts";

/** A report of 60 pages has some 200 kB of text; what is larger than this is no report. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;

const EXPECTED = "text in UTF-8";
const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** What a file is by its first bytes, where it is no text in UTF-8. */
function signatureOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "PDF";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "ZIP (.docx, .xlsx, .odt)";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "OLE (.doc, .xls)";
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return "RTF";
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return "UTF-16";
  // Without a byte order mark, UTF-16 of a European language still has a zero in every other byte.
  const head = bytes.subarray(0, 512);
  const zeros = head.reduce((count, byte) => count + Number(byte === 0), 0);
  if (zeros > head.length / 4) return "UTF-16";
  return zeros > 0 ? "binary" : null;
}

/** Line (from 1) of the first byte that UTF-8 does not allow. */
function lineOfFirstInvalid(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let from = 0;
  for (let index = bytes.indexOf(0x0a); from < bytes.length; index = bytes.indexOf(0x0a, from)) {
    const to = index < 0 ? bytes.length : index + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
    line += 1;
  }
  return line;
}

const notText = (found: string, message: Bilingual, line?: number): Failure =>
  refuse(
    problem(
      "input-not-text",
      line === undefined ? { path: "file" } : { path: "file", line },
      message,
      found,
      EXPECTED,
    ),
  );

/** Why a file of `size` bytes is not read. A caller that knows the size need not load such a file at all. */
export function inputTooLarge(size: number, limit = MAX_TEXT_BYTES): Problem {
  const [found, expected] = [`${size} bytes`, `at most ${limit} bytes`];
  return problem(
    "input-too-large",
    { path: "file" },
    bilingual(en.inputTooLarge, fr.inputTooLarge, limit),
    found,
    expected,
  );
}

/** The text of a file, or why it is none: empty, too large, another format, another encoding. */
export function decodeText(bytes: Uint8Array, limit = MAX_TEXT_BYTES): Result<string> {
  if (bytes.length > limit) return refuse(inputTooLarge(bytes.length, limit));
  const signature = signatureOf(bytes);
  if (signature !== null)
    return notText(
      signature,
      signature === "binary"
        ? bilingual(en.inputBinary, fr.inputBinary)
        : bilingual(en.inputNotText, fr.inputNotText, signature),
    );
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return notText(
      "not UTF-8 (Latin-1 or Windows-1252?)",
      bilingual(en.inputNotUtf8, fr.inputNotUtf8),
      lineOfFirstInvalid(bytes),
    );
  }
  try {
    decoder.decode();
  } catch {
    return notText(
      "cut off inside of a character",
      bilingual(en.inputCutOff, fr.inputCutOff),
      text.split("\n").length,
    );
  }
  if (text.trim() === "") {
    return refuse(
      problem("input-empty", { path: "file" }, bilingual(en.inputEmpty, fr.inputEmpty), null, EXPECTED),
    );
  }
  return { ok: true, value: text, findings: [] };
}
