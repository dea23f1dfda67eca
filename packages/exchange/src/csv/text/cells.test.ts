import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureIn, plainFigure } from "../figure.ts";
import { csvSource } from "../source.ts";
import { cellAt, cellsInLines, cellsOfRecords, recordsInLines } from "./cells.ts";
import { recordsOf } from "./records.ts";
import { hashOf, Spellings, UNSEEN } from "./spellings.ts";

const units = (...each: string[]) => fc.string({ unit: fc.constantFrom(...each), maxLength: 12 });

async function parsed(text: string) {
  async function* whole() {
    yield Buffer.from(text);
  }
  const records: string[][] = [];
  const lines: number[] = [];
  for await (const piece of recordsOf(whole(), ",")) {
    records.push(...piece.records);
    lines.push(...Array.from(piece.lines).slice(0, piece.records.length));
  }
  return { records, lines };
}

const all = (cells: NonNullable<ReturnType<typeof cellsInLines>>) =>
  Array.from(cells.lines, (_, record) =>
    Array.from({ length: cells.columns }, (_, column) => cellAt(cells, record, column)),
  );

describe("lines without quotation marks", () => {
  it("have the cells that the parser finds, or are left to it", async () => {
    await fc.assert(
      fc.asyncProperty(
        units("a", "é", ",", ",", "\n", " "),
        fc.integer({ min: 1, max: 4 }),
        async (text, columns) => {
          fc.pre(text !== "");
          const whole = await parsed(text);
          expect(recordsInLines(Buffer.from(text), 1, ",")).toEqual(whole);
          const cells = cellsInLines(Buffer.from(text), 1, columns, ",");
          const alike = whole.records.every((record) => record.length === columns);
          const noneEmpty = !/^\n|\n\n/.test(text);
          expect(cells !== null).toBe(alike && noneEmpty);
          if (cells === null) return;
          expect({ records: all(cells), lines: Array.from(cells.lines) }).toEqual(whole);
          const recut = cellsOfRecords(whole, columns);
          expect(all(recut)).toEqual(whole.records);
          expect(Array.from(recut.hashes)).toEqual(Array.from(cells.hashes.subarray(0, recut.hashes.length)));
          // What stood in the arrays before does not shine through.
          const again = cellsInLines(Buffer.from("x,y\nz,w"), 7, 2, ",", cells);
          expect(again && all(again)).toEqual([
            ["x", "y"],
            ["z", "w"],
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("give the table that the parser gives, whose first cell is quoted", async () => {
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
          const { table, ...told } = loaded.value;
          return [told, Array.from({ length: table.size }, (_, row) => observationAt(table, row))];
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

it("a plain figure is the number that it is read as, and all else is no plain one", () => {
  const figure = fc.oneof(
    units("0", "1", "9", ".", ",", "-", "e", " "),
    fc.double({ noNaN: true }).map(String),
    fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}.${b}`),
  );
  fc.assert(
    fc.property(figure, fc.boolean(), (text, decimalComma) => {
      const plain = plainFigure(Buffer.from(text), 0, text.length, decimalComma);
      if (!Number.isNaN(plain)) expect(plain).toBe(figureIn(text, decimalComma));
      else expect(text).not.toMatch(/^\d{1,15}$/);
    }),
    { numRuns: 2000 },
  );
});
