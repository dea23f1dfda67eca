import { Readable } from "node:stream";
import { type Result, refuse } from "@cadre/core";
import { addObservations, type Observation, type ObservationTable } from "@cadre/core/observations";
import { CsvError, parse } from "csv-parse";
import {
  excerpt,
  MOST_REJECTIONS,
  type ObservationReading,
  problem,
  type ReadRejection,
} from "../reading.ts";
import { type Column, columnOf, delimiterOf } from "./columns.ts";
import { figureIn } from "./figure.ts";

/** How to read. */
export interface CsvOptions {
  /** Makes the table that rows go to, once the names of its axes are known. */
  table: (axes: string[]) => ObservationTable;
  /** Told now and then how many bytes and rows have been read. */
  onProgress?: (bytes: number, rows: number) => void;
  /** Stops the reading, which then throws the signal's reason. */
  signal?: AbortSignal;
}

/** A heading line, or a row, is no longer than this: a quotation mark that nobody closes must not swallow the file. */
const MOST_CHARACTERS = 1_000_000;
const BATCH = 8192;
/** Without a column that says when, rows are known from the beginning. */
const ALWAYS = "1970-01-01";

/** Text of a byte stream, with the number of bytes so far. @throws TypeError where it is not UTF-8. */
async function* decoded(source: AsyncIterable<Uint8Array | string>, count: (bytes: number) => void) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of source) {
    count(typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.length);
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** The heading line, and all of the text with it. */
async function heading(text: AsyncGenerator<string>): Promise<{ line: string; all: AsyncGenerator<string> }> {
  let start = "";
  let end = -1;
  for (;;) {
    const { value, done } = await text.next();
    if (done === true) break;
    start += value;
    end = start.search(/[\r\n]/);
    if (end >= 0 || start.length > MOST_CHARACTERS) break;
  }
  async function* all() {
    yield start;
    yield* text;
  }
  return { line: end < 0 ? start : start.slice(0, end), all: all() };
}

const missing = (columns: Column[]): string[] => {
  const has = (field: string) => columns.some((column) => "field" in column && column.field === field);
  return [
    ...["indicator", "period"].filter((field) => !has(field)),
    ...(has("value") || has("numerator") ? [] : ["value"]),
  ];
};

/**
 * Reads observations from CSV as a stream: what is kept is the table. Good rows go into it; bad ones are counted and handed back with
 * line, column and reason. What is refused as a whole (no text, no heading, a quotation mark that is never closed) is a problem with its
 * line; rows before it are lost with the table.
 * @throws the signal's reason where it was stopped.
 */
export async function readObservationsCsv(
  source: AsyncIterable<Uint8Array | string>,
  options: CsvOptions,
): Promise<Result<ObservationReading>> {
  let bytes = 0;
  let line = 1;
  try {
    const { line: first, all } = await heading(
      decoded(source, (more) => {
        bytes += more;
      }),
    );
    const plain = first.replace(/^\ufeff/, "");
    if (plain.trim() === "")
      return refuse(
        problem(
          "observations-empty",
          1,
          { en: "There is no heading line.", fr: "Il n’y a pas de ligne d’en-tête." },
          bytes === 0 ? "nothing" : "an empty line",
          "indicator, period, value, …",
        ),
      );
    const delimiter = delimiterOf(plain);
    const parser = Readable.from(all, { objectMode: false }).pipe(
      parse({
        delimiter,
        bom: true,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: MOST_CHARACTERS,
      }),
    );
    let reader: RowReader | null = null;
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number };
      record: string[];
    }>) {
      if (reader === null) {
        const columns = record.map(columnOf);
        const absent = missing(columns);
        if (absent.length > 0)
          return refuse(
            problem(
              "columns-missing",
              1,
              {
                en: `The heading line names no column for ${absent.join(", ")}.`,
                fr: `La ligne d’en-tête ne nomme pas de colonne pour ${absent.join(", ")}.`,
              },
              excerpt(record.join(", "), 200),
              "indicator, period, value (or numerator, denominator)",
            ),
          );
        const axes = columns.flatMap((column) => ("axis" in column ? [column.axis] : []));
        const twice = axes.find((axis, at) => axis === "" || axes.indexOf(axis) !== at);
        if (twice !== undefined)
          return refuse(
            problem(
              "columns-ambiguous",
              1,
              {
                en: `Two columns are called “${twice}”, or one has no name.`,
                fr: `Deux colonnes s’appellent « ${twice} », ou l’une n’a pas de nom.`,
              },
              twice,
              "a name of its own for each column",
            ),
          );
        reader = rowReader(columns, options.table(axes), delimiter !== ",");
        continue;
      }
      line = info.lines;
      if (reader.take(record, line)) {
        options.signal?.throwIfAborted();
        options.onProgress?.(bytes, reader.rows());
      }
    }
    if (reader === null) throw new Error("a heading line that is not empty is a record");
    options.signal?.throwIfAborted();
    const reading = reader.end();
    options.onProgress?.(bytes, reader.rows());
    return { ok: true, value: reading, findings: [] };
  } catch (error) {
    if (error instanceof CsvError) return refuse(notCsv(error, line));
    if (error instanceof TypeError && /encod|utf-8/i.test(error.message))
      return refuse(
        problem(
          "observations-not-utf8",
          line,
          {
            en: `From about line ${line} on this is not UTF-8.`,
            fr: `À partir de la ligne ${line} environ, ce n’est pas de l’UTF-8.`,
          },
          "other bytes",
          "UTF-8",
        ),
      );
    throw error;
  }
}

function notCsv(error: CsvError, line: number) {
  const at = Number((error as CsvError & { lines?: number }).lines ?? line);
  return problem(
    "observations-not-csv",
    at,
    { en: `Line ${at} is not CSV: ${excerpt(error.message, 120)}`, fr: `La ligne ${at} n’est pas du CSV.` },
    error.code,
    "CSV (RFC 4180)",
  );
}

interface RowReader {
  /** Whether a batch went into the table. */
  take: (record: string[], line: number) => boolean;
  rows: () => number;
  end: () => ObservationReading;
}

function rowReader(columns: Column[], table: ObservationTable, decimalComma: boolean): RowReader {
  const axes = columns.flatMap((column) => ("axis" in column ? [column.axis] : []));
  const dated = columns.some((column) => "field" in column && column.field === "recordedAt");
  let batch: Partial<Observation>[] = [];
  let lines: number[] = [];
  let read = 0;
  let [accepted, rejected] = [0, 0];
  const rejections: ReadRejection[] = [];
  const keep = (rejection: ReadRejection) => {
    rejected += 1;
    if (rejections.length < MOST_REJECTIONS) rejections.push(rejection);
  };
  const flush = () => {
    const outcome = addObservations(table, batch);
    accepted += outcome.accepted;
    for (const each of outcome.rejected)
      keep({ ...each, row: read - batch.length + each.row, line: lines[each.row] ?? 0 });
    batch = [];
    lines = [];
  };
  return {
    take: (record, line) => {
      read += 1;
      if (record.length !== columns.length) {
        // What came before it is refused before it, each row by its own number.
        read -= 1;
        flush();
        read += 1;
        keep(wrongLength(record, columns.length, read - 1, line));
        return true;
      }
      batch.push(observationIn(record, columns, dated, decimalComma));
      lines.push(line);
      if (batch.length < BATCH) return false;
      flush();
      return true;
    },
    rows: () => read,
    end: () => {
      flush();
      return { table, accepted, rejected, rejections, axes };
    },
  };
}

function observationIn(
  record: string[],
  columns: Column[],
  dated: boolean,
  decimalComma: boolean,
): Partial<Observation> {
  const row: Record<string, unknown> = dated ? {} : { recordedAt: ALWAYS };
  let cells: Record<string, string> | undefined;
  for (let at = 0; at < columns.length; at += 1) {
    const [column, cell] = [columns[at] as Column, record[at] as string];
    if ("axis" in column) {
      const category = cell.trim();
      if (category === "") continue;
      cells ??= {};
      cells[column.axis] = category;
    } else if (column.field === "value" || column.field === "numerator" || column.field === "denominator") {
      const figure = figureIn(cell, decimalComma);
      if (figure !== undefined) row[column.field] = figure;
    } else {
      const text = cell.trim();
      if (text !== "") row[column.field] = text;
    }
  }
  if (cells !== undefined) row.cells = cells;
  return row as Partial<Observation>;
}

function wrongLength(record: string[], wanted: number, row: number, line: number): ReadRejection {
  return {
    row,
    line,
    column: "",
    code: "not-a-row",
    found: record.length,
    expected: `${wanted} columns`,
    message: {
      en: `Line ${line} has ${record.length} columns, the heading has ${wanted}.`,
      fr: `La ligne ${line} a ${record.length} colonnes, l’en-tête en a ${wanted}.`,
    },
    input: record,
  };
}
