import type { Problem } from "@cadre/core";
import {
  addObservations,
  createTable,
  loadObservations,
  type ObservationSource,
  type ObservationTable,
  observationAt,
} from "@cadre/core/observations";

/** Bytes at once, or as they come. */
export type Input = Uint8Array | AsyncIterable<Uint8Array>;
/** What was read, as text, or why not. */
export type Outcome = { ok: true; value: string } | { ok: false; problems: Problem[] };

/** A hostile file, and the code that it is refused with; `null`: it is read. */
export interface HostileCase {
  make: () => Input | Promise<Input>;
  code: string | null;
}

/** A reader, and the files that are held against it. */
export interface HostileReader {
  /** Names under which it is exported, with what it reads by. */
  covers: string[];
  good: () => Uint8Array | Promise<Uint8Array>;
  read: (input: Input) => Promise<Outcome>;
  cases: Readonly<Record<string, HostileCase>>;
}

/** For tests: a table with a row of each kind. */
export function someTable(): ObservationTable {
  const table = createTable({ axes: [{ name: "sex", kind: "partition" }] });
  addObservations(table, [
    {
      ...{ indicator: "1.1.a", period: "2020-Q1", value: 3.5, source: "PAM", place: "Mopti" },
      ...{ cells: { sex: "female" }, recordedAt: "2020-04-10", evidence: "a list" },
    },
    {
      ...{ indicator: "1.1.a", period: "2020-Q2", value: 4, source: "FAO", cells: { sex: "male" } },
      recordedAt: "2020-04-11",
    },
    { indicator: "1.1.b", period: "2020-Q2", numerator: 4, denominator: 9, recordedAt: "2020-04-12" },
    { indicator: "1.1.b", period: "2020-Q2", value: null, recordedAt: "2020-04-13" },
  ]);
  return table;
}

const rowsOf = (table: ObservationTable): string =>
  JSON.stringify(Array.from({ length: Math.min(table.size, 1000) }, (_, row) => observationAt(table, row)));

async function loaded(source: ObservationSource): Promise<Outcome> {
  const read = await loadObservations(source, {
    table: (axes) => createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) }),
  });
  if (!read.ok) return read;
  const { table, rejections } = read.value;
  return { ok: true, value: `${rowsOf(table)} ${rejections.map(({ row, code }) => `${row} ${code}`)}` };
}

async function whole(input: Input): Promise<Uint8Array> {
  if (input instanceof Uint8Array) return input;
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
}

const arrow = (form: "file" | "stream"): HostileReader => ({
  covers: ["arrowSource"],
  good: async () => {
    const { tableToIPC } = await import("apache-arrow");
    return tableToIPC((await import("../arrow/index.ts")).observationsArrow(someTable()), form);
  },
  read: async (input) => loaded((await import("../arrow/index.ts")).arrowSource(input)),
  cases: {},
});

/** All readers of the package, by name. */
export const READERS: Readonly<Record<string, HostileReader>> = {
  parquet: {
    covers: ["parquetSource"],
    good: async () => (await import("../parquet/index.ts")).observationsParquet(someTable()),
    read: async (input) => {
      const { parquetSource } = await import("../parquet/index.ts");
      const bytes = await whole(input);
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      return loaded(
        parquetSource({ byteLength: buffer.byteLength, slice: async (from, to) => buffer.slice(from, to) }),
      );
    },
    cases: {},
  },
  "arrow, a file": arrow("file"),
  "arrow, a stream": arrow("stream"),
};
