import { crc32, inflateRawSync } from "node:zlib";
import { type Bilingual, bilingual, type Problem, type Result, refuse } from "@cadre/core";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { excerpt, problem } from "../problem.ts";

/** What a package may unfold to. A report of 60 pages has 30 parts and 2 MB of XML; photographs come on top of it. */
export interface PackageLimits {
  /** Entries of the archive. */
  entries: number;
  /** Bytes of one part that is read, unfolded. */
  partBytes: number;
  /** Bytes of all parts together, unfolded, read or not. */
  totalBytes: number;
  /** Unfolded ÷ stored size of one part; asked only of parts over 1 MiB, since small ones may well be all alike. */
  ratio: number;
}

/** Limits for the fund's reports and annexes. */
export const PACKAGE_LIMITS: PackageLimits = {
  entries: 4096,
  partBytes: 16 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 250,
};

/** An opened package: the names of its parts are known and safe, none is unfolded yet. */
export interface OfficePackage {
  /** Names of its parts, `word/document.xml`; directories left out. */
  names: readonly string[];
  has: (name: string) => boolean;
  /** One part, unfolded and checked against its checksum, or why it cannot be had. */
  part: (name: string) => Result<Uint8Array>;
}

interface Stored {
  entry: Entry;
  start: number;
}

const RATIO_FROM = 1024 * 1024;
const STORED = 0;

const broken = (found: string, message: Bilingual = bilingual(en.packageBroken, fr.packageBroken)): Problem =>
  problem("package-broken", { path: "file" }, message, excerpt(found), "a zip package");

const bytesOf = (count: number) => bilingual(en.sizeBytes, fr.sizeBytes, String(count));
const entriesOf = (count: number) => bilingual(en.sizeEntries, fr.sizeEntries, String(count));

const tooLarge = (found: Bilingual, limit: Bilingual): Problem =>
  problem(
    "package-too-large",
    { path: "file" },
    bilingual(en.packageTooLarge, fr.packageTooLarge, found, limit),
    found.en,
    limit.en,
  );

const unsafeName = (name: string): Problem =>
  problem(
    "package-name",
    { path: "file" },
    bilingual(en.packageName, fr.packageName, excerpt(name)),
    excerpt(name),
    "distinct names inside of the package",
  );

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    );
  });

/** Why an entry is not let in, or `null`. */
function refusalOf(entry: Entry, total: number, limits: PackageLimits): Problem | null {
  if (entry.isEncrypted()) {
    return problem(
      "package-encrypted",
      { path: "file" },
      bilingual(en.packageEncrypted, fr.packageEncrypted),
      "encrypted",
      "a package",
    );
  }
  if (!entry.canDecodeFileData())
    return broken(
      `compression method ${entry.compressionMethod}`,
      bilingual(en.packageMethod, fr.packageMethod, String(entry.compressionMethod)),
    );
  if (total > limits.totalBytes) return tooLarge(bytesOf(total), bytesOf(limits.totalBytes));
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > RATIO_FROM && ratio > limits.ratio) {
    return tooLarge(
      bilingual(en.sizeTimesStored, fr.sizeTimesStored, String(Math.round(ratio))),
      bilingual(en.sizeTimes, fr.sizeTimes, String(limits.ratio)),
    );
  }
  return null;
}

/** A name as it is compared: parts of a package are the same whatever their case (ECMA-376, part 2). */
const keyOf = (name: string) => name.toLowerCase();

async function directoryOf(zip: ZipFile, limits: PackageLimits): Promise<Map<string, Stored> | Problem> {
  if (zip.entryCount > limits.entries) {
    return tooLarge(entriesOf(zip.entryCount), entriesOf(limits.entries));
  }
  const parts = new Map<string, Stored>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    total += entry.uncompressedSize;
    const refusal = refusalOf(entry, total, limits);
    if (refusal !== null) return refusal;
    if (parts.has(keyOf(entry.fileName))) return unsafeName(entry.fileName);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    parts.set(keyOf(entry.fileName), { entry, start: fileDataStart });
  }
  return parts;
}

/** Unfolds one entry. What it claims to be is an upper bound for the memory that it gets. */
function unfold(bytes: Uint8Array, { entry, start }: Stored): Uint8Array | Problem {
  const stored = bytes.subarray(start, start + entry.compressedSize);
  let data: Uint8Array = stored;
  if (entry.compressionMethod !== STORED) {
    try {
      data = inflateRawSync(stored, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
    } catch {
      return broken(
        entry.fileName,
        bilingual(en.packagePartBroken, fr.packagePartBroken, excerpt(entry.fileName)),
      );
    }
  }
  if (data.length !== entry.uncompressedSize)
    return broken(entry.fileName, bilingual(en.packagePartSize, fr.packagePartSize, excerpt(entry.fileName)));
  return crc32(data) === entry.crc32
    ? data
    : broken(
        entry.fileName,
        bilingual(en.packagePartChecksum, fr.packagePartChecksum, excerpt(entry.fileName)),
      );
}

/**
 * Opens an office package (.docx, .xlsx: a zip archive) from bytes that nobody vouches for.
 *
 * Refused: what is no zip, too many entries, more bytes than {@link PackageLimits} allow (by what the directory claims; an entry that
 * unfolds to more than its claim is refused when it is read), encrypted entries, absolute names and names with `..`, names that are used
 * twice. Nothing is unfolded before it is asked for.
 */
export async function openPackage(
  bytes: Uint8Array,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<Result<OfficePackage>> {
  let parts: Map<string, Stored> | Problem;
  try {
    parts = await directoryOf(await open(bytes), limits);
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    const name = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
      why,
    )?.[1];
    return refuse(name === undefined ? broken("a broken package") : unsafeName(name));
  }
  if (!(parts instanceof Map)) return refuse(parts);
  const known = parts;
  return {
    ok: true,
    findings: [],
    value: {
      names: [...known.values()].map(({ entry }) => entry.fileName),
      has: (name) => known.has(keyOf(name)),
      part: (name) => {
        const stored = known.get(keyOf(name));
        if (stored === undefined) {
          return refuse(
            problem(
              "part-missing",
              { path: name },
              bilingual(en.partMissing, fr.partMissing, name),
              null,
              name,
            ),
          );
        }
        const size = stored.entry.uncompressedSize;
        if (size > limits.partBytes) {
          return refuse(
            tooLarge(
              bilingual(en.sizeNamed, fr.sizeNamed, excerpt(name), String(size)),
              bytesOf(limits.partBytes),
            ),
          );
        }
        const data = unfold(bytes, stored);
        return data instanceof Uint8Array ? { ok: true, value: data, findings: [] } : refuse(data);
      },
    },
  };
}
