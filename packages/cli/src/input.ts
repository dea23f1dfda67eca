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

/** Reads at most one byte more than is allowed, so that a file of gigabytes is refused without being loaded. */
async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MAX_TEXT_BYTES) return refuse(inputTooLarge(size));
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_TEXT_BYTES) return refuse(inputTooLarge(length));
    }
    return { ok: true, value: Buffer.concat(chunks), findings: [] };
  } finally {
    await file.close();
  }
}

function notOpened(error: unknown): Problem {
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

function readFramework(bytes: Uint8Array): Result<FrameworkDocument> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  let json: unknown;
  try {
    json = JSON.parse(text.value);
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
  return parseFramework(json);
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
