import type { Finding, Result } from "../diagnostics/problem.ts";
import type { Profile } from "../lifecycle/profile.ts";
import type { Language } from "../locale/language.ts";
import type { FrameworkDocument } from "./document.ts";

/**
 * Port: a format that a framework document is read from. Every reader of ours passes `readerConformance` of `@cadre/testkit`, and so can
 * a stranger's.
 */
export interface Reader {
  /** Name of the format, as messages and options have it: `docx`, `iati`. */
  format: string;
  /** Endings of the names of its files, in lower case with their dot. */
  extensions: readonly string[];
  /** Whether a file's first 4,096 bytes look like this format, for endings that several formats share. Without it, the ending decides. */
  recognises?: (start: Uint8Array) => boolean;
  /** A file of more bytes than this is refused before it is loaded. */
  maxBytes: number;
  /** The document with what was found on the way, or the reasons why there is none. It never throws for what the bytes say. */
  read: (bytes: Uint8Array) => Promise<Result<FrameworkDocument>>;
}

/** A document in another format, with what that format could not carry. */
export interface Written {
  /** The file. */
  bytes: Uint8Array;
  /** What the format could not hold. */
  findings: Finding[];
}

/** Port: a format that a framework document is written to. Its conformance suite is `writerConformance` of `@cadre/testkit`. */
export interface Writer {
  /** Name of the format, as `cadre convert --to` takes it. */
  format: string;
  /** Ending of the names of its files, in lower case with its dot. */
  extension: string;
  /** Its media type, without parameters. */
  mediaType: string;
  /** Writes a document whole; what the format cannot carry is in the findings. */
  write: (document: FrameworkDocument, options: WriteOptions) => Promise<Written>;
}

/** Options of a writer. */
export interface WriteOptions {
  /** The language of labels; the document's own texts stay as they are. */
  language: Language;
  /** What the document's reader found, for formats that show findings. */
  findings?: readonly Finding[];
  /** What an agency adds to the fund's states, events and causes, for formats that show them. Default: nothing. */
  profile?: Profile | undefined;
}
