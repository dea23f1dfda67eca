import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import {
  type Axis,
  type Finding,
  type FrameworkDocument,
  type Problem,
  type Result,
  refuse,
} from "@cadre/core";
import { type MeasurementFramework, measurementOf, parseMeasurement } from "@cadre/core/aggregate";
import {
  createTable,
  type Loaded,
  loadObservations,
  type ObservationSource,
  type ObservationTable,
  parsePeriod,
  type SameKey,
} from "@cadre/core/observations";
import { decodeText, fileNotReadable, readFileBytes } from "@cadre/documents/internal";
import { jsonSource } from "@cadre/exchange";
import { csvSource } from "@cadre/exchange/csv";
import {
  chooseActivity,
  type IatiSourceOptions,
  iatiSource,
  measurementOfActivity,
} from "@cadre/exchange/iati";
import { parquetSource } from "@cadre/exchange/parquet";
import { parseFrameworkJson } from "./formats/framework-json.ts";
import { readInput } from "./input.ts";
import { jsonAt, type Mapped, readMapping } from "./mapped.ts";
import { both } from "./messages.ts";

/** A portfolio's framework is larger than a report; beyond this it is another file. */
const MAX_BYTES = 256 * 2 ** 20;

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
  /** Which activity of a file of IATI, by its identifier. */
  activity?: string;
  /** What becomes of rows of the same keys and time that differ. Default: both are refused. */
  sameKey?: SameKey;
}

/**
 * A framework, once the axes that observations name are known, and the periods (`null`: not yet). `kind`: what axes are taken for of which
 * nothing else is said.
 */
export type FrameworkFor = (
  axes: string[],
  periods: string[] | null,
  kind?: Axis["kind"],
) => Result<MeasurementFramework>;

/** A document's framework. */
export const frameworkOf =
  (document: FrameworkDocument): FrameworkFor =>
  (names, labels, kind = "partition") => {
    const axes = names.map((name) => ({ name, kind }));
    if (labels === null || document.periods !== undefined)
      return { ok: true, value: measurementOf(document, { axes }), findings: [] };
    const periods = labels.map((label) => ({ label, period: parsePeriod(label) }));
    const unknown = periods.find(({ period }) => period === null);
    if (unknown !== undefined) return refuse(notAPeriod(unknown.label));
    return {
      ok: true,
      value: measurementOf(document, {
        axes,
        // The label as it was written stays the period's name.
        periods: periods.flatMap(({ label, period }) => (period === null ? [] : [{ ...period, id: label }])),
      }),
      findings: [],
    };
  };

const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);
const isIati = (path: string): boolean =>
  isUrl(path)
    ? /\.xml$|\/activity\/iati$/i.test(new URL(path).pathname)
    : extname(path).toLowerCase() === ".xml";

/** Reads a framework of any kind; the answer waits for the axes and periods that the observations name. */
export async function frameworkAt(path: string, activity?: string): Promise<Result<FrameworkFor>> {
  if (isIati(path)) {
    try {
      const chosen = await chooseActivity(createReadStream(path), {
        ...(activity !== undefined && { identifier: activity }),
      });
      if (!chosen.ok) return chosen;
      const { framework, findings } = measurementOfActivity(chosen.value);
      return { ok: true, value: () => ({ ok: true, value: framework, findings: [] }), findings };
    } catch (error) {
      return refuse(fileNotReadable(error));
    }
  }
  if (!isUrl(path) && ![".json", ""].includes(extname(path).toLowerCase())) {
    const read = await readInput(path);
    return read.ok ? { ok: true, value: frameworkOf(read.value), findings: [] } : read;
  }
  const json = await jsonAt(path, MAX_BYTES);
  if (!json.ok) return json;
  const { format } = (json.value ?? {}) as { format?: unknown };
  if (format === "cadre/measurement") {
    const parsed = parseMeasurement(json.value);
    return parsed.ok ? { ok: true, value: () => parsed, findings: [] } : parsed;
  }
  const parsed = parseFrameworkJson(json.value);
  return parsed.ok ? { ok: true, value: frameworkOf(parsed.value), findings: [] } : parsed;
}

const notAPeriod = (label: string): Problem => ({
  code: "not-a-period",
  where: { path: "observations/period" },
  message: both(({ problems }) => problems.noSuchPeriod(label)),
  found: label,
  expected: "2020, 2020-H1, 2020-Q2, 2020-03, 2020-01-15/2020-07-14",
});

/** A file that was opened as a source, and how it is let go of. */
interface OpenedFile {
  source: ObservationSource;
  /** The share that was read, where the source does not know it. */
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

/** The actuals of an activity of IATI. */
function iatiAt(path: string, size: number, how: IatiSourceOptions): OpenedFile {
  let share = 0;
  const onBytes = (bytes: number) => {
    share = size === 0 ? 1 : Math.min(1, bytes / size);
  };
  return { source: iatiSource(createReadStream(path), { ...how, onBytes }), share: () => share };
}

/** A server as a source of observations. The variable `CADRE_AUTHORIZATION` holds what is sent as `Authorization`. */
async function serverAt(
  url: string,
  how: Mapped | null,
  iati: IatiSourceOptions,
): Promise<Result<OpenedFile>> {
  const authorization = process.env.CADRE_AUTHORIZATION;
  const options = authorization === undefined ? {} : { headers: { authorization } };
  if (how?.kind === "whole")
    return { ok: true, value: { source: await how.live(url, options) }, findings: [] };
  const { iatiLive, liveBytes } = await import("@cadre/exchange/live");
  if (how === null && isIati(url))
    return { ok: true, value: { source: iatiLive(url, { ...iati, ...options }) }, findings: [] };
  const bytes = await liveBytes(url, options);
  if (!bytes.ok) return bytes;
  const { value } = bytes;
  async function* whole() {
    yield value;
  }
  const source = csvSource(whole(), { bytes: value.length, ...(how && { mapping: how.mapping }) });
  return { ...bytes, value: { source } };
}

/** The file as a source of observations: as the mapping says, or else by its ending. */
async function sourceAt(
  path: string,
  how: Mapped | null,
  iati: IatiSourceOptions,
): Promise<Result<OpenedFile>> {
  if (isUrl(path)) return serverAt(path, how, iati);
  const { size } = await stat(path);
  const extension = extname(path).toLowerCase();
  const opened = (file: OpenedFile): Result<OpenedFile> => ({ ok: true, value: file, findings: [] });
  if (how === null && isIati(path)) return opened(iatiAt(path, size, iati));
  if (how?.kind !== "whole" && extension === ".parquet") return opened(await parquetAt(path));
  if (how?.kind !== "whole" && (extension === ".arrow" || extension === ".feather"))
    return opened(await arrowAt(path, size));
  if (how?.kind !== "whole" && extension !== ".json") {
    const stream = createReadStream(path, { highWaterMark: 2 ** 18 });
    return opened({ source: csvSource(stream, { bytes: size, ...(how && { mapping: how.mapping }) }) });
  }
  const bytes = await readFileBytes(path, MAX_BYTES);
  if (!bytes.ok) return bytes;
  if (how?.kind === "whole") {
    const source = await how.source(bytes.value);
    return source.ok ? opened({ source: source.value }) : source;
  }
  const text = decodeText(bytes.value, MAX_BYTES);
  return text.ok ? opened({ source: jsonSource(text.value) }) : text;
}

/** Which of the files was refused, and why. */
export type Refused = { ok: false; file: string; problems: Problem[] };

/**
 * Reads a framework (a document, a measurement framework, or an activity of IATI) and observations of it, as {@link readObservations} does.
 * @throws the signal's reason where it was stopped.
 */
export async function readObserved(
  frameworkPath: string,
  path: string,
  how: Following & Taking,
): Promise<({ ok: true } & Observed) | Refused> {
  const framework = await frameworkAt(frameworkPath, how.activity);
  if (!framework.ok) return { ok: false, file: frameworkPath, problems: framework.problems };
  const observed = await readObservations(framework.value, path, how);
  return observed.ok ? { ...observed, findings: [...framework.findings, ...observed.findings] } : observed;
}

/**
 * Reads observations of a framework. Periods that a document does not lay down are those that the observations name; so are its axes, which
 * are then taken for partitions, or, of IATI, which does not say so, for groups that may overlap.
 * @throws the signal's reason where it was stopped.
 */
export async function readObservations(
  target: FrameworkFor,
  path: string,
  { onProgress, signal, mapping, form, activity, sameKey = "refuse" }: Following & Taking,
): Promise<({ ok: true } & Observed) | Refused> {
  const refusedAt = (file: string, { problems }: { problems: Problem[] }): Refused => ({
    ok: false,
    file,
    problems,
  });
  const kind = isIati(path) ? "overlapping" : "partition";
  const table = (axes: string[]): ObservationTable => {
    const framework = target(axes, null, kind);
    if (!framework.ok) throw new Error("without periods no framework is refused");
    const { periods, ...open } = framework.value;
    return createTable(periods.length === 0 ? open : framework.value, { sameKey });
  };
  const mapped =
    mapping === undefined ? null : await readMapping(mapping, form, (axes) => target(axes, null));
  if (mapping !== undefined && mapped?.ok === false) return refusedAt(mapping, mapped);
  const laidDown = target([], null);
  let reading: Result<Loaded>;
  let file: OpenedFile | null = null;
  try {
    const opened = await sourceAt(path, mapped?.ok === true ? mapped.value : null, {
      ...(activity !== undefined && { identifier: activity }),
      ...(laidDown.ok && { periods: laidDown.value.periods }),
    });
    if (!opened.ok) return refusedAt(path, opened);
    file = opened.value;
    const { source, share } = file;
    reading = await loadObservations(source, {
      table,
      signal,
      onProgress: (progress) => onProgress(progress.share ?? share?.() ?? 0, progress.rowCount),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return refusedAt(path, refuse(fileNotReadable(error)));
  } finally {
    await file?.close?.();
  }
  if (!reading.ok) return refusedAt(path, reading);
  const framework = target(reading.value.axes, reading.value.table.periods.texts, kind);
  if (!framework.ok) return refusedAt(path, framework);
  return { ok: true, framework: framework.value, reading: reading.value, findings: reading.findings };
}
