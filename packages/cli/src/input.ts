import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type FrameworkDocument, type Problem, parseFramework, type Result, refuse } from "@cadre/core";
import { decodeText, inputTooLarge, MAX_TEXT_BYTES, readReport } from "@cadre/documents";

const asProblem = (
  code: string,
  line: number | null,
  en: string,
  fr: string,
  found: string,
  expected: string,
): Problem => ({
  code,
  where: line === null ? { path: "file" } : { path: "file", line },
  message: { en, fr },
  found,
  expected,
});

/** Reads a file of at most so many bytes; one of gigabytes is refused without being loaded. */
export async function bytesOf(path: string, most = MAX_TEXT_BYTES): Promise<Result<Uint8Array>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > most) return refuse(inputTooLarge(size, most));
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) return refuse(inputTooLarge(length, most));
    }
    return { ok: true, value: Buffer.concat(chunks), findings: [] };
  } finally {
    await file.close();
  }
}

/** Why a file could not be opened. */
export function notOpened(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  const found = { ENOENT: "no such file", EISDIR: "a folder", EACCES: "no permission" }[code] ?? code;
  return asProblem(
    "file-not-readable",
    null,
    `The file cannot be read: ${found}.`,
    `Le fichier ne peut être lu : ${found}.`,
    found,
    "a readable file",
  );
}

/** Parses JSON at the border; where it is none, the line says from where on. */
export function parseJson(bytes: Uint8Array, most = MAX_TEXT_BYTES): Result<unknown> {
  const text = decodeText(bytes, most);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value), findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const end = position === undefined ? text.value.length : Number(position);
    const line = text.value.slice(0, end).split("\n").length;
    const found =
      text.value
        .slice(end, end + 20)
        .replace(/\s+/g, " ")
        .trim() || "the end of the text";
    const [en, fr] = [`This is not JSON (line ${line}).`, `Ce n’est pas du JSON (ligne ${line}).`];
    return refuse(asProblem("json-invalid", line, en, fr, found, "JSON"));
  }
}

function readFramework(bytes: Uint8Array): Result<FrameworkDocument> {
  const json = parseJson(bytes);
  return json.ok ? parseFramework(json.value) : json;
}

/** Reads a supported file: a framework document as `.json`, everything else as a progress report in text. */
export async function readInput(path: string): Promise<Result<FrameworkDocument>> {
  let bytes: Result<Uint8Array>;
  try {
    bytes = await bytesOf(path);
  } catch (error) {
    return refuse(notOpened(error));
  }
  if (!bytes.ok) return bytes;
  return extname(path).toLowerCase() === ".json" ? readFramework(bytes.value) : readReport(bytes.value);
}
