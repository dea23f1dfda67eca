import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import { type Finding, type Problem, parseFramework, type Result, refuse } from "@cadre/core";
import { type MeasurementFramework, measurementOf, parseMeasurement } from "@cadre/core/figures";
import {
  createTable,
  type Loaded,
  loadObservations,
  type ObservationSource,
  type ObservationTable,
  parsePeriod,
} from "@cadre/core/observations";
import { decodeText } from "@cadre/documents";
import { jsonSource } from "@cadre/exchange";
import { csvSource } from "@cadre/exchange/csv";
import { parquetSource } from "@cadre/exchange/parquet";
import { bytesOf, notOpened } from "./input.ts";
import { jsonAt, type Mapped, readMapping } from "./mapped.ts";

/** A portfolio's framework is larger than a report; beyond this it is another file. */
const MOST_BYTES = 256 * 2 ** 20;

/** What observations are computed by, and what was read of them. */
export interface Observed {
  framework: MeasurementFramework;
  reading: Loaded;
  /** What the reader noticed: values that became no observation. */
  findings: Finding[];
}

/** How a long reading is followed, and stopped. */
export interface Following {
  onProgress: (share: number, rows: number) => void;
  signal: AbortSignal;
}

/** How the rows of a file are to be taken. */
export interface Taking {
  /** The mapping's file. */
  mapping?: string;
  /** The form's file, for a mapping of KoboToolbox. */
  form?: string;
}

/** A framework, once the axes that observations name are known, and the periods (`null`: not yet). */
export type FrameworkFor = (axes: string[], periods: string[] | null) => Result<MeasurementFramework>;

/** Reads a framework of either kind; the answer waits for the axes and periods that the observations name. */
export async function frameworkAt(path: string): Promise<Result<FrameworkFor>> {
  const json = await jsonAt(path, MOST_BYTES);
  if (!json.ok) return json;
  const { format } = (json.value ?? {}) as { format?: unknown };
  if (format === "cadre/measurement") {
    const parsed = parseMeasurement(json.value);
    return parsed.ok ? { ok: true, value: () => parsed, findings: [] } : parsed;
  }
  const parsed = parseFramework(json.value);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    findings: [],
    value: (names, labels) => {
      const axes = names.map((name) => ({ name, kind: "partition" as const }));
      if (labels === null || parsed.value.periods !== undefined)
        return { ok: true, value: measurementOf(parsed.value, { axes }), findings: [] };
      const periods = labels.map((label) => ({ label, period: parsePeriod(label) }));
      const unknown = periods.find(({ period }) => period === null);
      if (unknown !== undefined) return refuse(notAPeriod(unknown.label));
      return {
        ok: true,
        value: measurementOf(parsed.value, {
          axes,
          // The label as it was written stays the period's name.
          periods: periods.flatMap(({ label, period }) =>
            period === null ? [] : [{ ...period, id: label }],
          ),
        }),
        findings: [],
      };
    },
  };
}

const notAPeriod = (label: string): Problem => ({
  code: "not-a-period",
  where: { path: "observations/period" },
  message: {
    en: `“${label}” names no period, and the framework has none of that name.`,
    fr: `« ${label} » ne désigne aucune période, et le cadre n’en a pas de ce nom.`,
  },
  found: label,
  expected: "2020, 2020-H1, 2020-Q2, 2020-03, 2020-01-15/2020-07-14",
});

/** A file that was opened as a source, and how it is let go of. */
interface OpenedFile {
  source: ObservationSource;
  /** The share that was read, where the source itself cannot tell. */
  share?: () => number;
  close?: () => Promise<void>;
}

/** A Parquet file, pieces of which are read as they are needed. */
async function parquetAt(path: string): Promise<OpenedFile> {
  const file = await open(path);
  const { size } = await file.stat();
  const source = parquetSource({
    byteLength: size,
    slice: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, (end ?? size) - start));
      await file.read(bytes, 0, bytes.length, start);
      return bytes.buffer;
    },
  });
  return { source, close: () => file.close() };
}

/** A file of Arrow, as a stream. */
async function arrowAt(path: string, size: number): Promise<OpenedFile> {
  // Loaded when it is asked for: no other format needs it.
  const { arrowSource } = await import("@cadre/exchange/arrow");
  let bytes = 0;
  async function* counted() {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 })) {
      bytes += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  }
  return { source: arrowSource(counted()), share: () => (size === 0 ? 1 : bytes / size) };
}

/** The file as a source of observations: as the mapping says, or else by its ending. */
async function sourceAt(path: string, how: Mapped | null): Promise<Result<OpenedFile>> {
  const { size } = await stat(path);
  const extension = extname(path).toLowerCase();
  const given = (file: OpenedFile): Result<OpenedFile> => ({ ok: true, value: file, findings: [] });
  if (how?.kind !== "whole" && extension === ".parquet") return given(await parquetAt(path));
  if (how?.kind !== "whole" && (extension === ".arrow" || extension === ".feather"))
    return given(await arrowAt(path, size));
  if (how?.kind !== "whole" && extension !== ".json") {
    const stream = createReadStream(path, { highWaterMark: 2 ** 18 });
    return given({ source: csvSource(stream, { bytes: size, ...(how && { mapping: how.mapping }) }) });
  }
  const bytes = await bytesOf(path, MOST_BYTES);
  if (!bytes.ok) return bytes;
  if (how?.kind === "whole") {
    const source = how.source(bytes.value);
    return source.ok ? given({ source: source.value }) : source;
  }
  const text = decodeText(bytes.value, MOST_BYTES);
  return text.ok ? given({ source: jsonSource(text.value) }) : text;
}

/** Which of the files was refused, and why. */
export type Refused = { ok: false; file: string; problems: Problem[] };

/**
 * Reads a framework (a document, or a measurement framework) and observations of it. Periods that a document does not lay down are those
 * that the observations name; so are its axes, which are then taken for partitions.
 * @throws the signal's reason where it was stopped.
 */
export async function readObserved(
  frameworkPath: string,
  path: string,
  { onProgress, signal, mapping, form }: Following & Taking,
): Promise<({ ok: true } & Observed) | Refused> {
  const refusedAt = (file: string, { problems }: { problems: Problem[] }): Refused => ({
    ok: false,
    file,
    problems,
  });
  const wanted = await frameworkAt(frameworkPath);
  if (!wanted.ok) return refusedAt(frameworkPath, wanted);
  const table = (axes: string[]): ObservationTable => {
    const framework = wanted.value(axes, null);
    if (!framework.ok) throw new Error("without periods no framework is refused");
    const { periods, ...open } = framework.value;
    return createTable(periods.length === 0 ? open : framework.value);
  };
  const mapped =
    mapping === undefined ? null : await readMapping(mapping, form, (axes) => wanted.value(axes, null));
  if (mapping !== undefined && mapped?.ok === false) return refusedAt(mapping, mapped);
  let reading: Result<Loaded>;
  let file: OpenedFile | null = null;
  try {
    const opened = await sourceAt(path, mapped?.ok === true ? mapped.value : null);
    if (!opened.ok) return refusedAt(path, opened);
    file = opened.value;
    const { source, share } = file;
    reading = await loadObservations(source, {
      table,
      signal,
      onProgress: (told) => onProgress(told.share ?? share?.() ?? 0, told.rows),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return refusedAt(path, refuse(notOpened(error)));
  } finally {
    await file?.close?.();
  }
  if (!reading.ok) return refusedAt(path, reading);
  const framework = wanted.value(reading.value.axes, reading.value.table.periods.texts);
  if (!framework.ok) return refusedAt(path, framework);
  return { ok: true, framework: framework.value, reading: reading.value, findings: reading.findings };
}
