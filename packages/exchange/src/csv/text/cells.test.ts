import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { plainNumber, valueIn } from "../../number.ts";
import { csvSource } from "../source.ts";
import { beginOf, narrowed, recordsOfCells, slice } from "./cells.ts";
import { hashOf, Spellings, UNSEEN } from "./spellings.ts";
import { CsvFault, cellsOf } from "./tokenize.ts";

const units = (...each: string[]) => fc.string({ unit: fc.constantFrom(...each), maxLength: 12 });

/** The records of a text, empty lines left out, as another parser finds them; `null` where it finds fault. */
function expected(text: string): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: ",",
    newline: "\n",
    quoteChar: '"',
    escapeChar: '"',
  });
  if (errors.some(({ type }) => type === "Quotes")) return null;
  return data.filter((record) => record.length > 1 || record[0] !== "");
}

async function parsed(text: string, size: number): Promise<string[][] | null> {
  const whole = Buffer.from(text);
  async function* pieces() {
    for (let index = 0; index < whole.length; index += size) yield whole.subarray(index, index + size);
  }
  const records: string[][] = [];
  try {
    for await (const piece of cellsOf(pieces(), ",")) {
      expect(piece.lines).toHaveLength(piece.ends.length === 0 ? 0 : piece.lines.length);
      const whole = recordsOfCells(piece);
      records.push(...whole);
      for (let column = 1; column < piece.columns; column += 1)
        expect(recordsOfCells(narrowed(piece, column))).toEqual(
          whole.map((record) => record.slice(0, column)),
        );
      if (piece.lines.length > 1) expect(recordsOfCells(slice(piece, 1))).toEqual(whole.slice(1));
      for (let index = 0; index < piece.lines.length * piece.columns; index += 1) {
        const [from, to] = [beginOf(piece, index), piece.ends[index] as number];
        expect(piece.hashes[index]).toBe(hashOf(piece.bytes, from, to));
      }
    }
    return records;
  } catch (error) {
    expect(error).toBeInstanceOf(CsvFault);
    return null;
  }
}

describe("a text", () => {
  it("has the cells that another parser finds, however it comes in pieces, quoted or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        units("a", "é", ",", ",", "\n", "\n", " ", '"', '"'),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          // Space before a mark of quotation: the other parser does not agree with itself about it.
          fc.pre(!/(^|,|\n) +"|" +$/.test(text));
          expect(await parsed(text, size)).toEqual(expected(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("is cut in the same way where nothing is quoted", async () => {
    await fc.assert(
      fc.asyncProperty(units("a", "é", ",", "\n"), fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const head = "x,y\n".repeat(3);
        expect(await parsed(head + text, size)).toEqual(expected(head + text));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same table whether its heading is quoted or not", async () => {
    const cell = units("a", "é", "=", "'", " ", "1", ".", "null", "-");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 40 }), async (cells) => {
        const read = async (heading: string) => {
          async function* text() {
            yield `${heading},period,value,place\n`;
            for (const [a, b, c] of cells) yield `1.1,2020,${b},${a}${c}\n`;
          }
          const loaded = await loadObservations(csvSource(text()), { table: () => createTable() });
          if (!loaded.ok) throw new Error(loaded.problems[0]?.message.en);
          const { table, ...counts } = loaded.value;
          return [counts, Array.from({ length: table.size }, (_, row) => observationAt(table, row))];
        };
        expect(await read("indicator")).toEqual(await read('"indicator"'));
      }),
      { numRuns: 100 },
    );
  });
});

it("spellings are numbered as a map numbers texts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 9 }), { maxLength: 600 }),
      (texts) => {
        const [spellings, map] = [new Spellings(), new Map<string, number>()];
        const whole = Buffer.from(texts.join(""));
        let from = 0;
        for (const text of texts) {
          const to = from + Buffer.byteLength(text);
          // Few hashes, so that many texts share one.
          const hash = hashOf(whole, from, to) & 7;
          expect(spellings.codeOf(whole, from, to, hash)).toBe(map.get(text) ?? UNSEEN);
          if (!map.has(text)) {
            spellings.learn(whole, from, to, hash, map.size);
            map.set(text, map.size);
          }
          from = to;
        }
        expect(spellings.size).toBe(map.size);
      },
    ),
    { numRuns: 60 },
  );
});

it("a plain value is the number that it is read as, and all else is no plain one", () => {
  const number = fc.oneof(
    units("0", "1", "9", ".", ",", "-", "e", " "),
    fc.double({ noNaN: true }).map(String),
    fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`),
  );
  fc.assert(
    fc.property(number, fc.constantFrom(true, false, "unsure" as const), (text, decimalComma) => {
      const plain = plainNumber(Buffer.from(text), 0, text.length, decimalComma);
      if (!Number.isNaN(plain)) expect(plain).toBe(valueIn(text, decimalComma));
      else expect(text).not.toMatch(/^\d{1,15}$/);
    }),
    { numRuns: 2000 },
  );
});
