import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvSource, observationsCsv } from "./csv/index.ts";
import { jsonSource } from "./index.ts";

const table = (axes: string[]) =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) });

async function* pieces(text: string | Uint8Array, size: number) {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}
const read = (text: string | Uint8Array, size = 1 << 16) =>
  loadObservations(csvSource(pieces(text, size)), { table });
async function good(text: string | Uint8Array, size?: number) {
  const table = await read(text, size);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
}
async function bad(text: string | Uint8Array) {
  const table = await read(text);
  if (table.ok) throw new Error("was read");
  expect(table.problems[0]?.message.fr).not.toBe(table.problems[0]?.message.en);
  return table.problems[0];
}
const HEAD = "indicator,period,value,sex,source,place,recordedAt\n";

describe("observations in CSV", () => {
  it("are read by the headings, other columns being axes, an empty cell the axis's total", async () => {
    const {
      table: loaded,
      axes,
      accepted,
    } = await good(
      `${HEAD}2.1.1,2020-Q1,150,female,PAM,"Mopti, région",2020-04-10\n2.1.1,2020-Q1,-1.5e2,,,,2020-04-11T10:00:00Z\n`,
    );
    expect({ axes, accepted }).toEqual({ axes: ["sex"], accepted: 2 });
    expect(observationAt(loaded, 0)).toEqual({
      indicator: "2.1.1",
      period: "2020-Q1",
      value: 150,
      categories: { sex: "female" },
      source: "PAM",
      place: "Mopti, région",
      recordedAt: "2020-04-10",
    });
    expect(observationAt(loaded, 1)).toEqual({
      indicator: "2.1.1",
      period: "2020-Q1",
      value: -150,
      recordedAt: "2020-04-11T10:00:00.000Z",
    });
  });

  it("may be written as French offices do: semicolons, decimal commas, a mark at the start, CRLF", async () => {
    const { table: loaded } = await good(
      "\ufeffIndicateur;Période;Valeur;Agence;Sexe\r\n2.1.1;2020-T1;12,5;PAM;femmes\r\n",
    );
    expect(observationAt(loaded, 0)).toEqual({
      indicator: "2.1.1",
      period: "2020-T1",
      value: 12.5,
      source: "PAM",
      categories: { Sexe: "femmes" },
      recordedAt: "1970-01-01",
    });
  });

  it("distinguish nothing, withdrawn, zero, not known and text", async () => {
    const {
      table: loaded,
      accepted,
      rejections,
    } = await good(
      'indicator,period,value\na,2020,0\nb,2020,\nc,2020,null\nd,2020,many\ne,2020,"1,000"\nf,2020,à déterminer\ng,2020,N/D\nh,2020,n/a\n',
    );
    expect(accepted).toBe(4);
    expect(
      [0, 1, 2, 3].map((row) => {
        const { value, reason } = observationAt(loaded, row);
        return [value, reason];
      }),
    ).toEqual([
      [0, undefined],
      [null, undefined],
      [null, "to-be-determined"],
      [null, "no-data"],
    ]);
    expect(rejections.map(({ line, row, column, code, found }) => [line, row, column, code, found])).toEqual([
      [3, 1, "value", "missing", null],
      [5, 3, "value", "not-a-number", "many"],
      [6, 4, "value", "not-a-number", "1,000"],
      [9, 7, "value", "not-a-number", "n/a"],
    ]);
  });

  it("of ratios whose numerator is to be determined are not known, whose denominator is, lack it", async () => {
    const { table: loaded, rejections } = await good(
      "indicator,period,numerator,denominator\na,2020,TBD,4\na,2021,1,tbd\na,2022,TBD,TBD\n",
    );
    expect(rejections).toEqual([]);
    expect(observationAt(loaded, 0)).toMatchObject({ value: null, reason: "to-be-determined" });
    expect(observationAt(loaded, 1)).toMatchObject({ numerator: 1, denominator: null });
    expect(observationAt(loaded, 2)).toMatchObject({ value: null, reason: "to-be-determined" });
  });

  it("that are not known are written so that the same is read", async () => {
    const { table, accepted } = await good(
      `${HEAD}a,2020,TBD,female,,,2020-02-01\na,2020,no data,male,,,2020-02-01\na,2020,7,,,,2020-02-01\n`,
    );
    expect(accepted).toBe(3);
    for (const options of [{}, { style: "hxl" }, { style: "hxl", wide: true }] as const) {
      const { table: again } = await good([...observationsCsv(table, options)].join(""));
      const all = (each: typeof table) =>
        Array.from({ length: each.size }, (_, row) => JSON.stringify(observationAt(each, row))).sort();
      expect(all(again)).toEqual(all(table));
    }
  });

  it("of ratios give numerator and denominator", async () => {
    const { table: loaded } = await good("indicator,period,numerator,denominator\na,2020,1,4\na,2021,1,\n");
    expect(observationAt(loaded, 0)).toMatchObject({ numerator: 1, denominator: 4 });
    expect(observationAt(loaded, 1)).toMatchObject({ numerator: 1, denominator: null });
  });

  it("are the same however the stream is cut, in the middle of a character too", async () => {
    const text = `${HEAD}${Array.from({ length: 50 }, (_, index) => `é${index},2020,${index},"fe""m,\n${index}",,,2020-01-01`).join("\n")}`;
    const bytes = new TextEncoder().encode(text);
    const whole = (await good(bytes)).table;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        const { table: loaded } = await good(bytes, size);
        expect(loaded.size).toBe(50);
        expect(observationAt(loaded, 49)).toEqual(observationAt(whole, 49));
      }),
      { numRuns: 30 },
    );
  });

  it("hand bad rows back by line and keep the good ones, however many are bad", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) =>
      index % 3 === 0 ? `a${index},2020` : `a${index},2020,${index % 3 === 1 ? index : "x"}`,
    );
    const {
      accepted,
      rejectedCount: rejected,
      rejections,
    } = await good(`indicator,period,value\n${rows.join("\n")}\n`);
    expect({ accepted, rejected, kept: rejections.length }).toEqual({
      accepted: 10_000,
      rejected: 20_000,
      kept: 1000,
    });
    expect(rejections.slice(0, 4).map(({ line, row, code }) => [line, row, code])).toEqual([
      [2, 0, "not-a-row"],
      [4, 2, "not-a-number"],
      [5, 3, "not-a-row"],
      [7, 5, "not-a-number"],
    ]);
  });

  it.each([
    ["a nameless column, empty", "indicator,period,value,\na,2015,1,\nb,2015,2,\n", [1, 2], []],
    ["a nameless column between, empty", "indicator,,period,value\na,,2015,1\n", [1], []],
    ["rows that end in empty cells", "indicator,period,value\na,2015,1,,\nb,2015,2\n", [1, 2], []],
    [
      "a nameless column, filled in",
      "indicator,period,value,\na,2015,1,\nb,2015,2,x\nc,2015,3,\n",
      [1, 3],
      [[3, "x"]],
    ],
    ["cells beyond the heading", "indicator,period,value\na,2015,1,,9\nb,2015,2\n", [2], [[2, 5]]],
    ["a separator line", "sep=;\nindicator;period;value\na;2015;1,5\nb;2015;x\n", [1.5], [[4, "x"]]],
    ["a separator line with a mark", "\ufeffsep=;\r\nindicator;period;value\r\na;2015;1\r\n", [1], []],
    ["a separator line of tabs, quoted", '"sep=\t"\nindicator\tperiod\tvalue\na\t2015\t1\n', [1], []],
    ["quoted cells with spaces after them", 'indicator,period,value\n"a" ,"2015",1\n', [1], []],
  ])("are read whatever surrounds them: %s", async (_, text, values, refused) => {
    for (const size of [1, 7, 1 << 16]) {
      const { table: loaded, rejections } = await good(text, size);
      expect(Array.from({ length: loaded.size }, (_, row) => observationAt(loaded, row)?.value)).toEqual(
        values,
      );
      expect(rejections.map(({ line, found }) => [line, found])).toEqual(refused);
    }
  });

  it.each([
    ["", "observations-empty"],
    ["\n\n", "observations-empty"],
    ["name,2020,2021\nx,1,2\n", "columns-missing"],
    ["indicator,period,value,sex,sex\n", "columns-ambiguous"],
    ['indicator,period,value\na,2020,"1\n', "observations-not-csv"],
    [`indicator,period,value\na,2020,"${"x".repeat(1_200_000)}"\n`, "observations-not-csv"],
    ["x".repeat(1_200_000), "observations-not-csv"],
  ])("are refused as a whole where they are none (%#)", async (text, code) => {
    expect(await bad(text)).toMatchObject({ code, expected: expect.stringMatching(/./) });
  });

  it("in another encoding are refused with the line", async () => {
    const bytes = Buffer.from(`${HEAD}2.1.1,2020,1,féminin,,,2020-01-01\n`, "latin1");
    expect(await bad(bytes)).toMatchObject({ code: "observations-not-utf8" });
  });

  it("stop when asked to, with the reason", async () => {
    const stop = new AbortController();
    const rows = `${HEAD}${"a,2020,1,,,,2020-01-01\n".repeat(100_000)}`;
    let reported = 0;
    const reading = loadObservations(csvSource(pieces(rows, 4096)), {
      table,
      signal: stop.signal,
      onProgress: ({ rowCount }) => {
        reported = rowCount;
        stop.abort(new Error("enough"));
      },
    });
    await expect(reading).rejects.toThrow("enough");
    expect(reported).toBeLessThan(50_000);
  });

  it("of any text are read or refused, never thrown at", async () => {
    const text = fc.array(
      fc.constantFrom("indicator", "period", "value", ",", ";", '"', "\n", "\r", "1", "é", "\0", "a"),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        expect(typeof (await read(parts.join(""))).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});

describe("observations in JSON", () => {
  it("are read with the axes that their categories name", async () => {
    const loaded = await loadObservations(
      jsonSource(
        JSON.stringify([
          {
            indicator: "a",
            period: "2020",
            value: 1,
            categories: { sex: "female" },
            recordedAt: "2020-01-01",
          },
          { indicator: "a", period: "2020", value: "1", recordedAt: "2020-01-01" },
          null,
        ]),
      ),
      { table },
    );
    if (!loaded.ok) throw new Error("was refused");
    expect(loaded.value).toMatchObject({ accepted: 1, rejectedCount: 2, axes: ["sex"] });
    expect(loaded.value.rejections.map(({ line, code }) => [line, code])).toEqual([
      [2, "not-a-number"],
      [3, "not-a-row"],
    ]);
  });
  it.each([
    ["[", "json-invalid"],
    ["{}", "observations-not-a-list"],
    ["null", "observations-not-a-list"],
  ])("are refused where they are none: %s", async (text, code) => {
    expect(await loadObservations(jsonSource(text), { table })).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });
});
