import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Bilingual, Problem } from "@cadre/core";
import { messageOf, sha256 } from "../../log/index.ts";
import { messages, reasons } from "../../messages.ts";
import { storeErrorOf } from "./failure.ts";

const BLOCK = 65_536;

/** Hashes of a file, block by block, with one over all of them. */
interface Seal {
  format: "cadre/seal";
  version: 1;
  bytes: number;
  block: number;
  blocks: string[];
  digest: string;
}

const digestOf = ({ bytes, block, blocks }: Pick<Seal, "bytes" | "block" | "blocks">): string =>
  sha256(JSON.stringify({ bytes, block, blocks }));

export const sealPath = (path: string): string => `${path}-seal`;

function hashBlocks(path: string): Pick<Seal, "bytes" | "block" | "blocks"> {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(BLOCK);
    const blocks: string[] = [];
    for (let index = 0; index < size; index += BLOCK) {
      const length = readSync(file, buffer, 0, BLOCK, index);
      blocks.push(createHash("sha256").update(buffer.subarray(0, length)).digest("hex"));
    }
    return { bytes: size, block: BLOCK, blocks };
  } finally {
    closeSync(file);
  }
}

/** Takes the seal away, before the file is written to. */
export const breakSeal = (path: string): void => rmSync(sealPath(path), { force: true });

/**
 * Seals a file that nobody has open: writes the hashes of its blocks beside it, as `<path>-seal`. From then on a verification finds any byte
 * that changes, those included that hold nothing. The first append takes the seal away.
 * @throws StoreError `store-busy` where somebody has the file open.
 */
export function sealSqliteFile(path: string): void {
  try {
    const db = new DatabaseSync(path);
    try {
      // Nobody can open the file until this is over, and nothing is left in the write-ahead log.
      db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
      db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
      const hashed = hashBlocks(path);
      const seal: Seal = { format: "cadre/seal", version: 1, ...hashed, digest: digestOf(hashed) };
      writeFileSync(`${sealPath(path)}-new`, JSON.stringify(seal));
      renameSync(`${sealPath(path)}-new`, sealPath(path));
    } finally {
      db.close();
    }
  } catch (error) {
    throw storeErrorOf(error, path) ?? error;
  }
}

/** Seals a file that has no seal, unless somebody else has it open or there is no space for the seal: the log is whole without one. */
export function sealIfAlone(path: string): void {
  if (existsSync(sealPath(path))) return;
  try {
    sealSqliteFile(path);
  } catch {
    rmSync(`${sealPath(path)}-new`, { force: true });
  }
}

const written = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;

/** Holds the file against its seal: the blocks that differ; `null` where there is no seal. */
export function checkSeal(path: string): Problem[] | null {
  if (!existsSync(sealPath(path))) return null;
  const where = { path: sealPath(path) };
  const damaged = (what: Bilingual): Problem[] => [
    {
      code: "file-damaged",
      where,
      message: messageOf("file-damaged", what),
      found: null,
      expected: null,
    },
  ];
  let seal: Seal;
  try {
    seal = JSON.parse(readFileSync(sealPath(path), "utf8")) as Seal;
    if (seal.format !== "cadre/seal" || seal.version !== 1 || seal.digest !== digestOf(seal))
      return damaged(reasons.seal());
  } catch {
    return damaged(reasons.seal());
  }
  if (written(path)) return damaged(reasons.unsealed());
  const now = hashBlocks(path);
  const problems: Problem[] = [];
  for (let index = 0; index < Math.max(now.blocks.length, seal.blocks.length); index += 1) {
    const [found = null, expected = null] = [now.blocks[index], seal.blocks[index]];
    if (found === expected) continue;
    const message = messages["seal-broken"](index * BLOCK, (index + 1) * BLOCK - 1);
    problems.push({
      code: "seal-broken",
      where: { path: `${path}@${index * BLOCK}` },
      message,
      found,
      expected,
    });
  }
  return problems;
}
