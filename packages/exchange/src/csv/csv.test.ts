import type { MeasurementFramework } from "@cadre/core/aggregate";
import { asWritten, neutral } from "@cadre/core/internal";
import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CsvSourceOptions,
  csvSource,
  explainTableMapping,
  guessTableMapping,
  parseTableMapping,
  sampleTable,
} from "./index.ts";
import { recordsOfCells } from "./text/cells.ts";
import { type TextEncoding, textOf } from "./text/text.ts";
import { cellsOf } from "./text/tokenize.ts";

const FRAMEWORK: MeasurementFramework = {
  format: "cadre/measurement",
  indicators: [
    { code: "2.1.1", text: "Nombre de cadres de concertation", baselines: [], targets: [], milestones: [] },
    { code: "2.1.2", text: "Nombre de femmes formées", baselines: [], targets: [], milestones: [] },
  ] as unknown as MeasurementFramework["indicators"],
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["18-35", "36+"] },
  ],
  periods: [],
};

async function* bytes(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
}
const partition = (axes: string[]) =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) });
async function rowsOf(text: string | Uint8Array, options: CsvSourceOptions = {}) {
  const read = await loadObservations(csvSource(bytes(text), options), { table: partition });
  if (!read.ok) throw new Error(`${read.problems[0]?.code}: ${read.problems[0]?.message.en}`);
  const { table, rejections } = read.value;
  return { rows: Array.from({ length: table.size }, (_, row) => observationAt(table, row)), rejections };
}
const problemOf = async (text: string | Uint8Array, options: CsvSourceOptions = {}) => {
  const read = await loadObservations(csvSource(bytes(text), options), { table: partition });
  return read.ok ? null : read.problems[0];
};

describe("a number that may be a thousand here and one elsewhere", () => {
  const valuesOf = async (delimiter: string, values: string[], options: CsvSourceOptions = {}) => {
    const lines = values.map((value, at) => ["2.1.1", `2020-Q${at + 1}`, value].join(delimiter));
    const { rows, rejections } = await rowsOf(
      [`indicator${delimiter}period${delimiter}value`, ...lines].join("\n"),
      options,
    );
    return [rows.map(({ value }) => value), rejections.map(({ found }) => found)];
  };
  it("is refused where commas can be decimal: points with semicolons, both with tabs", async () => {
    expect(await valuesOf(";", ["1.234", "1,234", "0.125", "12.5"])).toEqual([
      [1.234, 0.125, 12.5],
      ["1.234"],
    ]);
    expect(await valuesOf("\t", ["1.234", "1,234", "0,125", "12,5"])).toEqual([
      [0.125, 12.5],
      ["1.234", "1,234"],
    ]);
    expect(await valuesOf(",", ["1.234", '"1,234"'])).toEqual([[1.234], ["1,234"]]);
  });
  it("is read as the mapping says, which the guess says only where a value shows it", async () => {
    const guessed = async (values: string[]) => {
      const lines = values.map((value, at) => `2.1.1\t2020-Q${at + 1}\t${value}`);
      const head = await sampleTable(bytes(["Code\tPeriod\tValue", ...lines].join("\n")));
      if (!head.ok) throw new Error(head.problems[0]?.message.en);
      return guessTableMapping(head.value, FRAMEWORK).mapping.decimalComma;
    };
    expect(await guessed(["1,234", "5"])).toBe(undefined);
    expect(await guessed(["1,234", "5,5"])).toBe(true);
    expect(await guessed(["1,234", "5.5"])).toBe(false);
  });
});

describe("a table with hashtags of HXL", () => {
  const LONG = [
    "Partner,Where,,Code,Quarter,Sex,Reported,Value",
    "#org+reporting,#adm1+name,#adm3 +name,#indicator+code,#date+period,#group+sex,#date+reported,#indicator+value",
    "PAM,Mopti,Bandiagara,2.1.1,2020-Q1,female,2020-04-10,12",
    "FAO,Gao,,2.1.1,2020-Q1,,2020-04-11,0",
  ].join("\n");

  it("gives a row for an observation, the closest place, and the total where no group is reported", async () => {
    expect((await rowsOf(LONG)).rows).toEqual([
      {
        ...{ indicator: "2.1.1", period: "2020-Q1", value: 12, source: "PAM", place: "Bandiagara" },
        ...{ categories: { sex: "female" }, recordedAt: "2020-04-10" },
      },
      { indicator: "2.1.1", period: "2020-Q1", value: 0, source: "FAO", recordedAt: "2020-04-11" },
    ]);
  });

  it("gives one for each group's column that is filled in; title lines above it are passed over", async () => {
    const wide = [
      "Visits,,,,,",
      "Code,From,To,Women 18 to 35,Men,All",
      "#indicator+code,#date+start,#date+end,#reached+f+age_18_35,#reached+m,#reached",
      "2.1.1,2020-01-01,2020-06-30,5,,6",
      "2.1.2,2020-01-01,2020-06-30,,null,",
    ].join("\n");
    const { rows } = await rowsOf(wide);
    expect(
      rows.map(({ indicator, period, value, categories }) => [indicator, period, value, categories]),
    ).toEqual([
      ["2.1.1", "2020-01-01/2020-06-30", 5, { sex: "female", age: "18-35" }],
      ["2.1.1", "2020-01-01/2020-06-30", 6, undefined],
      ["2.1.2", "2020-01-01/2020-06-30", null, { sex: "male" }],
    ]);
  });

  it("reads what rows add up by", async () => {
    for (const tag of ["#meta+id", "#event+id"]) {
      const { rows } = await rowsOf(
        `#indicator+code,#date+period,#indicator+value,${tag}\n2.1.1,2020,12,t1\n2.1.1,2020,8,t2\n`,
      );
      expect(rows.map(({ id }) => id)).toEqual(["t1", "t2"]);
    }
  });

  it("is refused where two columns are the same, or one is missing", async () => {
    const two = "#indicator+code,#date,#reached+f,#affected+f\n2.1.1,2020,1,2\n";
    expect(await problemOf(two)).toMatchObject({ code: "columns-ambiguous" });
    expect(await problemOf("#indicator+code,#reached\n2.1.1,2\n")).toMatchObject({ code: "columns-missing" });
  });
});

describe("a mapping", () => {
  const TABLE = [
    "Suivi;;;;;;",
    "Indicateur;Date;Femmes;Hommes 36+;Commune;Agence;Remarque",
    "Nombre de cadres de concertation;03/05/2020;1,5;2;Gao;PAM;x",
    "Nombre de femmes formées;31/12/2020;;0;Mopti;FAO;",
  ].join("\n");

  it("is what a row of hashtags says, below headings of groups, and says what it leaves out", async () => {
    const table = [
      "Where,,Who reached,,,",
      "Commune,Code,Women,Men,Note,Note",
      "#adm3+name,#indicator+code,#reached+f,#reached+m,#meta+note,#date+period",
      "Gao,2.1.1,3,4,x,2020-Q2",
    ].join("\n");
    const head = await sampleTable(bytes(table));
    if (!head.ok) throw new Error(head.problems[0]?.message.en);
    const { mapping, notes } = guessTableMapping(head.value, FRAMEWORK);
    expect(mapping).toMatchObject({
      headingRow: 3,
      indicator: { column: "#indicator+code" },
      period: { column: "#date+period" },
      place: { column: "#adm3+name" },
      values: [
        { value: "#reached+f", categories: { sex: "female" } },
        { value: "#reached+m", categories: { sex: "male" } },
      ],
    });
    expect(notes.map(({ en }) => en)).toContain(
      "Column “#meta+note” is left out: its texts (x) are no indicators, periods or categories of the framework.",
    );
    expect(parseTableMapping(JSON.parse(JSON.stringify(mapping)), FRAMEWORK)).toMatchObject({ ok: true });
    const [mapped, tagged] = [await rowsOf(table, { mapping }), await rowsOf(table, {})];
    expect(mapped.rows).toEqual(tagged.rows);
    expect(mapped.rows).toHaveLength(2);
  });

  it("names the columns that it leaves out, and why", async () => {
    const head = await sampleTable(
      bytes("indicator,period,value,,Budget,Empty,value\n2.1.1,2020-Q2,3,x,500,,4\n"),
    );
    if (!head.ok) throw new Error(head.problems[0]?.message.en);
    const notes = guessTableMapping(head.value, FRAMEWORK)
      .notes.map(({ en }) => en)
      .join("\n");
    expect(notes).toContain("“Budget” is left out: its numbers (500)");
    expect(notes).toContain("“Empty” is left out: it is empty");
    expect(notes).toContain("Column 4 is left out: it has no heading");
    expect(notes).toContain("Column 7 is left out: another column is called “value”, too");
  });

  it("is guessed by headings and contents, explained, and reads the table", async () => {
    const head = await sampleTable(bytes(TABLE));
    if (!head.ok) throw new Error(head.problems[0]?.message.en);
    const { mapping, notes } = guessTableMapping(head.value, FRAMEWORK);
    expect(mapping).toMatchObject({
      headingRow: 2,
      delimiter: ";",
      decimalComma: true,
      indicator: {
        column: "Indicateur",
        names: { "Nombre de cadres de concertation": "2.1.1", "Nombre de femmes formées": "2.1.2" },
      },
      period: { column: "Date", days: "day-month-year", by: "quarter" },
      source: { column: "Agence" },
      place: { column: "Commune" },
      values: [
        { value: "Femmes", categories: { sex: "female" } },
        { value: "Hommes 36+", categories: { sex: "male", age: "36+" } },
      ],
    });
    expect(notes.map(({ en }) => en)).toEqual([
      "Nothing says when a row became known: rows count as known from the beginning.",
      "Column “Remarque” is left out: its texts (x) are no indicators, periods or categories of the framework.",
    ]);
    expect(parseTableMapping(JSON.parse(JSON.stringify(mapping)), FRAMEWORK)).toMatchObject({ ok: true });
    const sentences = explainTableMapping(mapping, FRAMEWORK).map(({ fr }) => fr);
    expect(sentences).toContain("La colonne « Hommes 36+ » est une valeur : sex = male, age = 36+.");
    expect(sentences).toContain("La période est le trimestre du jour dans la colonne « Date ».");
    const { rows } = await rowsOf(TABLE, { mapping });
    expect(rows).toEqual([
      expect.objectContaining({
        indicator: "2.1.1",
        period: "2020-Q2",
        value: 1.5,
        categories: { sex: "female" },
        place: "Gao",
      }),
      expect.objectContaining({
        indicator: "2.1.1",
        period: "2020-Q2",
        value: 2,
        categories: { sex: "male", age: "36+" },
      }),
      // The empty cell of the women is no observation; the men's zero is one.
      expect.objectContaining({ indicator: "2.1.2", period: "2020-Q4", value: 0, source: "FAO" }),
    ]);
  });

  it("takes a column of identifiers for the trainings that rows add up by", async () => {
    const table = "Indicator,Period,Value,Training ID\n2.1.1,2020,12,t1\n2.1.1,2020,8,t2\n";
    const head = await sampleTable(bytes(table));
    if (!head.ok) throw new Error(head.problems[0]?.message.en);
    const { mapping } = guessTableMapping(head.value, FRAMEWORK);
    expect(mapping.id).toEqual({ column: "Training ID" });
    expect(explainTableMapping(mapping, FRAMEWORK).map(({ en }) => en)).toContain(
      "Rows that differ in nothing else add up by the identifier in column “Training ID”.",
    );
    const { rows, rejections } = await rowsOf(table, { mapping });
    expect([rows.map(({ id, value }) => [id, value]), rejections]).toEqual([
      [
        ["t1", 12],
        ["t2", 8],
      ],
      [],
    ]);
  });

  it("says what the framework or the file does not have", async () => {
    const mapping = {
      ...{ format: "cadre/table-mapping", version: 1 },
      indicator: { is: "9.9.9" },
      axes: { sex: { column: "Sexe", names: { X: "neither" } }, colour: { is: "red" } },
      values: [{ value: "Nombre" }],
    };
    const parsed = parseTableMapping(mapping, FRAMEWORK);
    expect(parsed.ok ? [] : parsed.problems.map(({ code, where }) => [code, where.path])).toEqual([
      ["mapping-incomplete", "period"],
      ["mapping-unknown-indicator", "indicator/is"],
      ["mapping-unknown-category", "axes/sex/sex"],
      ["mapping-unknown-axis", "axes/colour/colour"],
    ]);
    const good = parseTableMapping(
      { ...mapping, indicator: { column: "Ind" }, period: { is: "2020" }, axes: {} },
      FRAMEWORK,
    );
    if (!good.ok) throw new Error(good.problems[0]?.message.en);
    const unknown = await loadObservations(
      csvSource(bytes("Indicateur,Valeur\n2.1.1,5\n"), { mapping: good.value }),
      { table: partition },
    );
    // Each of them is reported, not the first alone.
    expect(
      unknown.ok ? [] : unknown.problems.map(({ code, found, expected }) => [code, found, expected]),
    ).toEqual([
      ["mapping-unknown-column", "Ind", "Indicateur | Valeur"],
      ["mapping-unknown-column", "Nombre", "Indicateur | Valeur"],
    ]);
    expect(parseTableMapping({ ...mapping, values: [{}] }, FRAMEWORK)).toMatchObject({ ok: false });
  });
});

describe("the text of a table", () => {
  const TEXT = "indicator,period,place,value\n2.1.1,2020,Ségou,7\n";
  const utf16 = (big: boolean) => {
    const little = Buffer.from(`\ufeff${TEXT}`, "utf16le");
    return new Uint8Array(big ? Buffer.from(little).swap16() : little);
  };
  const latin = Uint8Array.from(TEXT, (character) => character.charCodeAt(0));

  it.each<[string, Uint8Array | string, TextEncoding | undefined]>([
    ["UTF-8 with a mark", `\ufeff${TEXT}`, undefined],
    ["UTF-16 with a mark", utf16(false), undefined],
    ["UTF-16 the other way round", utf16(true), undefined],
    ["Windows-1252, as given", latin, "windows-1252"],
    ["with line ends of Windows", TEXT.replaceAll("\n", "\r\n"), undefined],
    ["with line ends of old Macs", TEXT.replaceAll("\n", "\r"), undefined],
    ["divided by semicolons", TEXT.replaceAll(",", ";"), undefined],
    ["divided by tabs", TEXT.replaceAll(",", "\t"), undefined],
    ["quoted", TEXT.replace("Ségou", '"Ségou"'), undefined],
  ])("is read: %s", async (_, text, encoding) => {
    const { rows } = await rowsOf(text, { ...(encoding && { encoding }) });
    expect(rows).toMatchObject([{ place: "Ségou", value: 7 }]);
  });

  it.each<[string, Uint8Array | string, string]>([
    ["Windows-1252, not given", latin, "observations-not-utf8"],
    [
      "half a character at the end",
      new Uint8Array([...new TextEncoder().encode(TEXT), 0xc3]),
      "observations-not-utf8",
    ],
    [
      "a quotation mark that nobody closes",
      `${TEXT}2.1.1,2020,"Gao,8\n${"x,y\n".repeat(400_000)}`,
      "observations-not-csv",
    ],
    [
      "a cell of five million characters",
      `${TEXT}2.1.1,2020,"${"x".repeat(5_000_000)}",8\n`,
      "observations-not-csv",
    ],
    ["something after a closing quotation mark", `${TEXT}2.1.1,2020,"Gao" x,8\n`, "observations-not-csv"],
    ["nothing", "", "observations-empty"],
    ["empty lines", "\n\n\n", "observations-empty"],
    ["a column twice", TEXT.replace("place", "period"), "columns-ambiguous"],
    ["no column of values", TEXT.replace("value", "remark"), "columns-missing"],
    ["zeros", new Uint8Array(1000), "observations-not-utf8"],
  ])("is refused with its reason: %s", async (_, text, code) => {
    expect(await problemOf(text)).toMatchObject({ code, where: { path: "observations" } });
  });

  it("whose headings are names of JavaScript's own is a table like any other", async () => {
    const { rows, rejections } = await rowsOf("indicator,period,value,constructor\n2.1.1,2020,7,b\n");
    expect([Object.entries(rows[0]?.categories ?? {}), rejections]).toEqual([[["constructor", "b"]], []]);
    const proto = await rowsOf("indicator,period,value,__proto__\n2.1.1,2020,7,a\n");
    expect([proto.rows.length, proto.rejections]).toEqual([1, []]);
    expect({}).not.toHaveProperty("a");
  });

  it("is the same wherever a line end or a character is cut in two", async () => {
    const text = "\ufeffé,1\r\n😀,2\r\r\n\n,3\r";
    const whole = "é,1\n😀,2\n\n\n,3\n";
    const read = async (pieces: (Uint8Array | string)[]) => {
      async function* asTheyAre() {
        yield* pieces;
      }
      const found: Buffer[] = [];
      for await (const piece of textOf(asTheyAre(), () => {})) found.push(Buffer.from(piece));
      return Buffer.concat(found).toString();
    };
    const encoded = new TextEncoder().encode(text);
    for (let index = 0; index <= encoded.length; index += 1)
      expect(await read([encoded.subarray(0, index), encoded.subarray(index)])).toBe(whole);
    for (let index = 0; index <= text.length; index += 1)
      expect(await read([text.slice(0, index), text.slice(index)])).toBe(whole);
    expect(await read([Buffer.from(text, "utf16le")])).toBe(whole);
    // Half a character alone is refused, and not replaced.
    await expect(read(["a,\ud83d"])).rejects.toThrow("utf-8");
    await expect(read(["a,\ude00b"])).rejects.toThrow("utf-8");
  });

  it("gives records whole and lines right, however it is cut into pieces", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "😀", ",", '"', "\n", " ", "x") });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(7), { minLength: 1 }),
        async (table, cuts) => {
          const whole = new TextEncoder().encode(
            table.map((record) => `${record.map(quoted).join(",")}\n`).join(""),
          );
          const pieces: Uint8Array[] = [];
          for (let index = 0, n = 0; index < whole.length; n += 1) {
            const length = 1 + (cuts[n % cuts.length] as number);
            pieces.push(whole.subarray(index, index + length));
            index += length;
          }
          const [records, lines]: [string[][], number[]] = [[], []];
          for await (const piece of cellsOf(
            textOf(bytes(...pieces), () => {}),
            ",",
          )) {
            records.push(...recordsOfCells(piece));
            lines.push(...piece.lines);
          }
          expect(records).toEqual(table);
          let line = 1;
          const expected = table.map((record) => {
            const own = line;
            line += record.join("").split("\n").length;
            return own;
          });
          expect(lines).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a text in a spreadsheet", () => {
  it("never begins a formula, and reads back as it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", "\t", ";", "\n", "a") }),
        (text) => {
          for (const part of neutral(text).split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@]/);
          expect(asWritten(neutral(text))).toBe(text);
        },
      ),
    );
  });
});
