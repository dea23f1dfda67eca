import { Readable } from "node:stream";
import Papa from "papaparse";

/** Some records that follow one another, and the line on which each begins. */
export interface Records {
  records: string[][];
  lines: ArrayLike<number>;
}

/** Why a text is no CSV, with its line. */
export class CsvFault extends Error {
  readonly code: string;
  readonly line: number;
  constructor(code: string, line: number, message: string) {
    super(message);
    [this.name, this.code, this.line] = ["CsvFault", code, line];
  }
}

/** A record is no longer than this: a quotation mark that nobody closes must not swallow the file. */
export const MOST_CHARACTERS = 1_000_000;

/** Bytes that are parsed at once: few enough to stay where the engine keeps what is soon let go of. */
const PIECE = 2 ** 16;

/** What the parser says next: records, the end, or why it cannot go on. */
type Step = { result: Papa.ParseResult<string[]> } | { end: true } | { error: unknown };

/** Line ends within a record: cells may hold some. */
function innerLines(record: readonly string[]): number {
  let count = 0;
  for (const cell of record)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}

/**
 * Records of a text, a piece at a time; empty lines are none. One piece is in memory at a time, and the next is parsed when it is asked for.
 * @throws CsvFault, and what the text throws.
 */
export async function* recordsOf(
  text: AsyncIterable<Buffer>,
  delimiter: string,
  /** Line on which the text begins. */
  firstLine = 1,
): AsyncGenerator<Records> {
  let fed = 0;
  let quoted = false;
  const steps: Step[] = [];
  let [told, asked] = [() => {}, () => {}];
  const tell = (step: Step) => {
    steps.push(step);
    told();
  };
  /** Pieces of the text, each given when what came of the one before it was taken. */
  async function* asNeeded() {
    // A piece may end within a character.
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    for await (const bytes of inPieces(text)) {
      const piece = decoder.decode(bytes, { stream: true });
      fed += piece.length;
      quoted ||= piece.includes('"');
      yield piece;
      if (steps.length > 0)
        await new Promise<void>((resolve) => {
          asked = resolve;
        });
    }
  }
  const stream = Readable.from(asNeeded());
  Papa.parse<string[]>(stream, {
    ...{ delimiter, newline: "\n", quoteChar: '"', escapeChar: '"' },
    chunk: (result) => tell({ result }),
    complete: () => tell({ end: true }),
    error: (error) => tell({ error }),
  });
  let line = firstLine;
  try {
    for (;;) {
      const step = steps.shift();
      if (step === undefined) {
        const next = new Promise<void>((resolve) => {
          told = resolve;
        });
        asked();
        await next;
        continue;
      }
      if ("error" in step) throw step.error;
      if ("end" in step) return;
      const { data, errors, meta } = step.result;
      const fault = errors.find(({ type }) => type === "Quotes");
      if (fed - meta.cursor > MOST_CHARACTERS)
        throw new CsvFault("MaxRecordSize", line, `a record of more than ${MOST_CHARACTERS} characters`);
      const lines = new Int32Array(data.length);
      // Seldom is there an empty line: then the records are those of the parser.
      let records = data;
      for (let at = 0; at < data.length; at += 1) {
        const record = data[at] as string[];
        if (fault?.row === at) throw new CsvFault(fault.code, line, fault.message);
        if (record.length === 1 && record[0] === "") {
          if (records === data) records = data.slice(0, at);
        } else {
          if (records !== data) records.push(record);
          lines[records === data ? at : records.length - 1] = line;
        }
        line += 1 + (quoted ? innerLines(record) : 0);
      }
      if (fault !== undefined) throw new CsvFault(fault.code, line, fault.message);
      if (records.length > 0) yield { records, lines };
    }
  } finally {
    stream.destroy();
    asked();
  }
}

/** A text in pieces that are not too large. */
export async function* inPieces(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const whole of text)
    for (let at = 0; at < whole.length; at += PIECE) yield whole.subarray(at, at + PIECE);
}
