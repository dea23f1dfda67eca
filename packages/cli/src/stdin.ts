import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** The argument that means standard input. */
export const STDIN = "-";

/** Extension of what begins with these bytes: what reads rows goes by a file's name. */
function extensionOf(start: Buffer): string {
  const text = start.toString("latin1").trimStart();
  if (text.startsWith("PAR1")) return ".parquet";
  if (text.startsWith("ARROW1")) return ".arrow";
  if (/^(ï»¿)?[[{]/.test(text)) return ".json";
  return /^(ï»¿)?</.test(text) ? ".xml" : ".csv";
}

async function spool(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "stdin");
  await pipeline(process.stdin, createWriteStream(path));
  const file = await open(path);
  const start = Buffer.alloc(512);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  await file.close();
  const named = path + extensionOf(start.subarray(0, bytesRead));
  await rename(path, named);
  return named;
}

let spooled: Promise<string> | undefined;

/**
 * The file that an argument names. Standard input is copied to a file once, since formats are recognised by their first bytes and some are
 * read from their end; the file goes with the process.
 */
export function fileOf(path: string): Promise<string> {
  if (path !== STDIN) return Promise.resolve(path);
  spooled ??= spool();
  return spooled;
}
