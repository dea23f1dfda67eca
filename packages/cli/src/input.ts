import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type FrameworkDocument, type Problem, type Reader, type Result, refuse } from "@cadre/core";
import { inputTooLarge, MAX_TEXT_BYTES, reportTextReader } from "@cadre/documents";
import { iatiReader, readIati } from "@cadre/exchange/iati";
import { READERS } from "./formats/index.ts";

/** Reads a file of at most so many bytes; one of gigabytes is refused without being loaded. */
export async function bytesOf(path: string, limit = MAX_TEXT_BYTES): Promise<Result<Uint8Array>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > limit) return refuse(inputTooLarge(size, limit));
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) return refuse(inputTooLarge(length, limit));
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
  return {
    code: "file-not-readable",
    where: { path: "file" },
    message: { en: `The file cannot be read: ${found}.`, fr: `Le fichier ne peut être lu : ${found}.` },
    found,
    expected: "a readable file",
  };
}

/** The reader of a file: by its ending, and by what its beginning looks like where several formats share that. */
async function readerOf(path: string): Promise<Reader> {
  const extension = extname(path).toLowerCase();
  const candidates = READERS.filter(({ extensions }) => extensions.includes(extension));
  const sure = candidates.find(({ recognises }) => recognises === undefined) ?? reportTextReader;
  if (candidates.every(({ recognises }) => recognises === undefined)) return sure;
  const file = await open(path);
  try {
    const start = new Uint8Array(4096);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    const seen = start.subarray(0, bytesRead);
    return candidates.find(({ recognises }) => recognises?.(seen) === true) ?? candidates[0] ?? sure;
  } finally {
    await file.close();
  }
}

const notIati = (activity: string): Problem => ({
  code: "activity-without-iati",
  where: { path: "--activity" },
  message: {
    en: "--activity chooses one activity of a file of IATI; this is none.",
    fr: "--activity choisit une activité d’un fichier de l’IITA ; ceci n’en est pas un.",
  },
  found: activity,
  expected: "<iati-activities>",
});

/** The activity that is meant, where a file is of IATI by its name. */
export const activityFor = (path: string, activity: string | undefined): string | undefined =>
  iatiReader.extensions.includes(extname(path).toLowerCase()) ? activity : undefined;

/** Reads a supported file, by the formats' readers. `activity`: which one of a file of IATI, by its identifier. */
export async function readInput(path: string, activity?: string): Promise<Result<FrameworkDocument>> {
  let reader: Reader;
  let bytes: Result<Uint8Array>;
  try {
    reader = await readerOf(path);
    // Files of any size: one activity is in memory at a time.
    if (reader === iatiReader)
      return await readIati(createReadStream(path), {
        ...(activity !== undefined && { identifier: activity }),
      });
    if (activity !== undefined) return refuse(notIati(activity));
    bytes = await bytesOf(path, reader.maxBytes);
  } catch (error) {
    return refuse(notOpened(error));
  }
  return bytes.ok ? reader.read(bytes.value) : bytes;
}
