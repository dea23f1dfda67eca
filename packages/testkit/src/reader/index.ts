import assert from "node:assert/strict";
import { type FrameworkDocument, parseFramework, type Reader, type Result } from "@cadre/core";
import { checkFindings, checkPlain, checkProblems } from "../check.ts";
import type { ConformanceCase } from "../conformance.ts";

/** A file that the reader must read. */
export interface ReaderSample {
  /** File name with its ending. */
  name: string;
  /** The whole file. */
  bytes: Uint8Array;
  /** What it must give, where the caller knows. */
  document?: FrameworkDocument;
}

/** What a reader is tried on. */
export interface ReaderTrial {
  /** The reader to try. */
  reader: Reader;
  /** At least one. */
  samples: readonly ReaderSample[];
  /** Files of other formats with the same ending that it must not recognise. */
  others?: readonly Uint8Array[];
}

/** Files that hold no results framework. */
const FOREIGN: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(),
  "one NUL": new Uint8Array(1),
  "a PDF": new TextEncoder().encode("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n"),
  "an empty zip": new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Uint8Array(18)]),
  "half a zip": new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]),
  "an image": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  "bytes without order": Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + 31) % 256),
};

/** Reads, and holds the answer to what every answer must be: never an exception. */
async function answer(reader: Reader, bytes: Uint8Array): Promise<Result<FrameworkDocument>> {
  const result = await reader.read(bytes);
  if (result.ok) {
    checkFindings(result.findings);
    checkPlain(result.value);
    const parsed = parseFramework(result.value);
    assert.ok(parsed.ok, `what was read is no framework document: ${JSON.stringify(parsed)}`);
  } else checkProblems(result.problems);
  return result;
}

/** At how many offsets each sample is cut and changed. */
const SPOILT = 40;

/**
 * What every reader must hold to: samples give valid documents, always the same; other bytes, and samples that were cut or changed anywhere,
 * are read with findings or refused with a problem in both languages, and never throw.
 */
export function readerConformance({ reader, samples, others = [] }: ReaderTrial): ConformanceCase[] {
  return [
    {
      name: "a reader says what it reads",
      run: async () => {
        assert.match(reader.format, /^[a-z0-9][a-z0-9-]*$/);
        assert.ok(reader.extensions.length > 0);
        for (const extension of reader.extensions) assert.match(extension, /^\.[a-z0-9.]+$/);
        assert.ok(reader.maxBytes > 0 && Number.isFinite(reader.maxBytes));
        assert.ok(samples.length > 0, "at least one sample");
      },
    },
    ...samples.flatMap(({ name, bytes, document }): ConformanceCase[] => [
      {
        name: `${name} gives a valid document, the same each time, and keeps its bytes`,
        run: async () => {
          const before = Uint8Array.from(bytes);
          const first = await answer(reader, bytes);
          assert.ok(first.ok, first.ok ? "" : JSON.stringify(first.problems));
          assert.deepEqual(await answer(reader, bytes), first);
          assert.deepEqual(Uint8Array.from(bytes), before, "the reader changed the bytes");
          if (document !== undefined) assert.deepEqual(first.value, document);
          if (reader.recognises !== undefined)
            assert.ok(reader.recognises(bytes.subarray(0, 4096)), "its own sample is not recognised");
        },
      },
      {
        name: `${name}, cut off anywhere, is read or refused`,
        run: async () => {
          for (let index = 0; index < SPOILT; index += 1)
            await answer(reader, bytes.slice(0, Math.floor((bytes.length * index) / SPOILT)));
        },
      },
      {
        name: `${name}, with a byte changed anywhere, is read or refused`,
        run: async () => {
          for (let index = 0; index < SPOILT; index += 1) {
            const spoilt = Uint8Array.from(bytes);
            const offset = Math.floor(((bytes.length - 1) * index) / SPOILT);
            spoilt[offset] = (spoilt[offset] ?? 0) ^ 0x15;
            await answer(reader, spoilt);
          }
        },
      },
    ]),
    ...Object.entries(FOREIGN).map(
      ([name, bytes]): ConformanceCase => ({
        name: `${name} is refused`,
        run: async () => {
          const result = await answer(reader, bytes);
          assert.equal(result.ok, false, "it was read as a framework");
        },
      }),
    ),
    {
      name: "other formats are not recognised",
      run: async () => {
        for (const bytes of [...others, ...Object.values(FOREIGN)])
          assert.notEqual(reader.recognises?.(bytes.subarray(0, 4096)), true);
      },
    },
  ];
}
