import { open } from "node:fs/promises";
import { extname } from "node:path";
import {
  type Bilingual,
  bilingual,
  type FrameworkDocument,
  type Problem,
  type Reader,
  type Result,
  refuse,
} from "@cadre/core";
import type { PortfolioReport } from "@cadre/core/portfolio";
import { isAnnexDocument, readAnnex, readAnnexBlocks } from "./annex/index.ts";
import { inputTooLarge } from "./input/decode.ts";
import { kindOf } from "./input/detect.ts";
import { openPackage } from "./input/ooxml/index.ts";
import { MAX_DOCUMENT_BYTES, readDocument } from "./input/read-document.ts";
import * as en from "./messages.en.ts";
import * as fr from "./messages.fr.ts";
import { isProjectDocument, readProjectDocument } from "./project-document/index.ts";
import { readBlocks } from "./report/assemble.ts";
import { OPENINGS } from "./template/openings.ts";

/** How a file is opened. */
export interface OpenOptions {
  /** The file's name. Its ending chooses among `readers` where none recognises the content. */
  name?: string;
  /** Readers of further formats; each is asked whether it recognises the file. */
  readers?: readonly Reader[];
}

/** Bytes by which a format is recognised. */
const START = 4096;

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Whether a zip package is a workbook. */
async function isWorkbook(bytes: Uint8Array): Promise<boolean> {
  if (!isZip(bytes)) return false;
  const opened = await openPackage(bytes);
  return opened.ok && opened.value.names.some((name) => /^xl\//i.test(name));
}

/**
 * Opens a document of the fund, whatever format it has: a progress report, a project document, a results framework or budget as a workbook,
 * or the budget annex as a Word table.
 * The format is found by what the bytes contain. Refused, with what was found and what to do: other formats, other documents.
 */
export async function openDocument(
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<Result<FrameworkDocument>> {
  const start = bytes.subarray(0, START);
  const { name = "", readers = [] } = options;
  const isText = kindOf(start) === "text";
  const reader =
    readers.find(({ recognises }) => recognises?.(start) === true) ??
    readers.find(({ extensions }) => isText && extensions.includes(extname(name).toLowerCase()));
  if (reader !== undefined) return reader.read(bytes);
  if (await isWorkbook(bytes)) return readAnnex(bytes);
  const read = await readDocument(bytes, OPENINGS);
  if (!read.ok) return read;
  const { blocks, findings } = read.value;
  if (isProjectDocument(blocks)) return readProjectDocument(blocks, findings);
  return isAnnexDocument(blocks) ? readAnnexBlocks(blocks, findings) : readBlocks(blocks, findings);
}

/** The code of the problem of a file that is not there or cannot be opened. */
export const FILE_NOT_READABLE = "file-not-readable";

/** Why a file cannot be opened, by the code of the error. */
const NOT_READABLE: Readonly<Record<string, { found: string; message: Bilingual }>> = {
  ENOENT: { found: "no such file", message: bilingual(en.fileMissing, fr.fileMissing) },
  EISDIR: { found: "a folder", message: bilingual(en.fileIsFolder, fr.fileIsFolder) },
  ENOTDIR: { found: "a path through a file", message: bilingual(en.fileBelowFile, fr.fileBelowFile) },
  ENAMETOOLONG: {
    found: "a name that is too long",
    message: bilingual(en.fileNameTooLong, fr.fileNameTooLong),
  },
  ERR_INVALID_ARG_VALUE: {
    found: "an invalid name",
    message: bilingual(en.fileNameInvalid, fr.fileNameInvalid),
  },
  EPERM: { found: "no permission", message: bilingual(en.fileNotPermitted, fr.fileNotPermitted) },
  EACCES: { found: "no permission", message: bilingual(en.fileNotPermitted, fr.fileNotPermitted) },
};

/** A file that cannot be opened or written, by the code of the error of `node:fs`; any other error is a fault of ours and thrown on. */
export function fileNotReadable(error: unknown): Problem {
  if (!(error instanceof Error && "code" in error)) throw error;
  const code = String(error.code);
  const { found, message } = NOT_READABLE[code] ?? {
    found: "an unreadable file",
    message: bilingual(en.fileNotReadable, fr.fileNotReadable),
  };
  return {
    code: FILE_NOT_READABLE,
    where: { path: "file" },
    message,
    found,
    expected: "a readable file",
  };
}

/** Reads a file of at most `limit` bytes; a larger one is refused without being loaded. */
export async function readFileBytes(path: string, limit = MAX_DOCUMENT_BYTES): Promise<Result<Uint8Array>> {
  try {
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
  } catch (error) {
    return refuse(fileNotReadable(error));
  }
}

/** Opens a file as {@link openDocument} does. */
export async function openFile(path: string, options: OpenOptions = {}): Promise<Result<FrameworkDocument>> {
  const limit = Math.max(MAX_DOCUMENT_BYTES, ...(options.readers ?? []).map(({ maxBytes }) => maxBytes));
  const bytes = await readFileBytes(path, limit);
  return bytes.ok ? openDocument(bytes.value, { name: path, ...options }) : bytes;
}

/**
 * Reads the files of reports, one after the other, for a portfolio: each with the name that it was given by and what its reader noticed.
 * @throws Error where a file cannot be read; its message says which, and why.
 */
export async function openReports(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<PortfolioReport[]> {
  const reports: PortfolioReport[] = [];
  for (const path of paths) {
    const read = await openFile(path, options);
    if (!read.ok) throw new Error(`${path}: ${read.problems.map(({ message }) => message.en).join(" ")}`);
    reports.push({ name: path, document: read.value, findings: read.findings });
  }
  return reports;
}

/** Any document of the fund, in any format that is read. */
export const documentReader: Reader = {
  format: "document",
  extensions: [
    ".docx",
    ".docm",
    ".odt",
    ".pdf",
    ".rtf",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".xlsx",
    ".xlsm",
    ".txt",
    ".tsv",
  ],
  maxBytes: MAX_DOCUMENT_BYTES,
  read: (bytes) => openDocument(bytes),
};
