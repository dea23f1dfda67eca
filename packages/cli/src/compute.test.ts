import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parquetWriteBuffer } from "hyparquet-writer";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK, REPORT } from "../test/terminal.ts";

const BIN = fileURLToPath(new URL("./bin.ts", import.meta.url));
const HEAD = "indicator,period,value,sex,age,source,place,recordedAt";
const ROWS = [
  HEAD,
  "2.1.1,2020-Q1,100,female,18-35,PAM,Mopti,2020-04-10",
  "2.1.1,2020-Q1,20,male,18-35,PAM,Mopti,2020-04-10",
  "2.1.1,2020-Q1,0,female,36+,PAM,Mopti,2020-04-10",
  "2.1.1,2020-Q1,0,male,36+,PAM,Mopti,2020-04-10",
  "2.1.1,2020-Q2,50,female,36+,FAO,Gao,2020-07-10",
  "2.1.1,2020-Q2,0,male,36+,FAO,Gao,2020-07-10",
  "2.1.1,2020-Q2,0,female,18-35,FAO,Gao,2020-07-10",
  "2.1.1,2020-Q2,0,male,18-35,FAO,Gao,2020-07-10",
  "2.1.1,2020-Q1,80,female,18-35,PAM,Mopti,2020-07-20",
  "2.1.4,2020-Q2,5,,,OIM,,2020-07-10",
].join("\n");

const { at, file } = temporaryFiles();

const Row = z.looseObject({
  code: z.string(),
  value: z.number().nullable(),
  percentOfTarget: z.number().nullable(),
  progress: z.number().nullable(),
  status: z.enum(["achieved", "on-track", "at-risk", "off-track"]).nullable(),
  cells: z.array(z.object({ value: z.number().nullable() }).loose()),
});
const computed = (out: string) => z.array(Row).parse(JSON.parse(out));

describe("cadre compute", () => {
  it("says what is odd about rows, and treats rows of the same keys as asked", async () => {
    const rows = file(
      "odd.csv",
      [
        "indicator,period,value,recordedAt",
        "2.1.1,2020-Q2,5,2020-07-10",
        "2.1.1,2020-Q2,7.5,2020-07-10",
      ].join("\n"),
    );
    const run = async (...more: string[]) =>
      cadre("compute", FRAMEWORK, rows, "--json", "--lang", "en", ...more);
    const reached = (out: string) => computed(out).find(({ code }) => code === "2.1.1")?.value;
    const refused = await run();
    expect([refused.exit, reached(refused.out)]).toEqual([1, null]);
    expect(refused.error).toContain("rows-conflict");
    const added = await run("--same-key", "add");
    expect([added.exit, reached(added.out)]).toEqual([0, 12.5]);
    expect(added.error).toContain("row-not-whole");
    const last = await run("--same-key", "last");
    expect([last.exit, reached(last.out)]).toEqual([0, 7.5]);
  });
});

describe("cadre compute --json", () => {
  it("takes a framework that is written by hand, and one that a report has", async () => {
    const byHand = file(
      "by-hand.json",
      JSON.stringify({
        title: "Dialogue",
        outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 10 }] }],
      }),
    );
    const rows = file("rows-by-hand.csv", "indicator,period,value\n1.1,2020-Q1,4\n");
    const { exit, out } = await cadre("compute", byHand, rows, "--json");
    expect([exit, computed(out)[0]]).toEqual([
      0,
      expect.objectContaining({ value: 4, percentOfTarget: 0.4 }),
    ]);
    const report = await cadre("compute", REPORT, rows, "--json");
    expect(computed(report.out).find(({ code }) => code === "1.1")?.value).toBe(4);
  });

  it("computes the same from Parquet as from CSV", async () => {
    const [head = [], ...rows] = ROWS.split("\n").map((line) => line.split(","));
    const path = at("rows.parquet");
    const columnData = head.map((name, index) => ({
      name,
      ...(name === "value"
        ? { data: rows.map((row) => Number(row[index])), type: "DOUBLE" as const }
        : { data: rows.map((row) => row[index] || null), type: "STRING" as const }),
    }));
    writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData })));
    const by = ["--by", "sex,period", "--json"];
    const [parquet, csv] = [
      await cadre("compute", FRAMEWORK, path, ...by),
      await cadre("compute", FRAMEWORK, file("rows.csv", ROWS), ...by),
    ];
    expect(parquet.exit).toBe(0);
    expect(computed(parquet.out)).toEqual(computed(csv.out));
  });

  it("computes every indicator of a framework document from rows of CSV", async () => {
    const { exit, out, error } = await cadre(
      "compute",
      FRAMEWORK,
      file("rows.csv", ROWS),
      "--by",
      "sex,age",
      "--json",
    );
    expect({ exit, error }).toEqual({ exit: 0, error: expect.stringContaining("i row-replaced") });
    const results = computed(out);
    expect(results).toHaveLength(40);
    const of = (code: string) => results.find((each) => each.code === code);
    expect(of("2.1.1")).toMatchObject({
      value: 150,
      percentOfTarget: 0.75,
      progress: 0.75,
      cells: [
        { at: { sex: "female", age: "18-35" }, value: 80 },
        { at: { sex: "female", age: "36+" }, value: 50 },
        { at: { sex: "male", age: "18-35" }, value: 20 },
        { at: { sex: "male", age: "36+" }, value: 0 },
      ],
    });
    expect(of("2.1.4")).toMatchObject({ value: 5, percentOfTarget: 1.25, status: "achieved" });
    expect(of("1.4")).toMatchObject({
      value: null,
      reason: "no-actual",
      undefinedBecause: "target-tbd",
      status: null,
    });
  });

  it("answers what was known on a day", async () => {
    const rows = file("rows.csv", ROWS);
    const { out } = await cadre("compute", FRAMEWORK, rows, "--as-of", "2020-07-15", "--json");
    expect(computed(out).find(({ code }) => code === "2.1.1")).toMatchObject({ value: 170, cells: [] });
  });

  it("gives the same from JSON, from a measurement framework and into a file", async () => {
    const csv = await cadre("compute", FRAMEWORK, file("rows.csv", ROWS), "--json");
    const [, ...lines] = ROWS.split("\n").map((line) => line.split(","));
    const json = lines.map(([indicator, period, value, sex, age, source, place, recordedAt]) => ({
      indicator,
      period,
      value: Number(value),
      ...(source && { source }),
      ...(place && { place }),
      categories: { ...(sex && { sex }), ...(age && { age }) },
      recordedAt,
    }));
    const out = at("results.json");
    const written = await cadre(
      "compute",
      FRAMEWORK,
      file("rows.json", JSON.stringify(json)),
      "--json",
      "--out",
      out,
    );
    expect(written).toEqual({ exit: 0, out: "", error: expect.stringContaining("i row-replaced") });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(JSON.parse(csv.out));
    const measurement = {
      format: "cadre/measurement",
      axes: [
        { name: "sex", kind: "partition" },
        { name: "age", kind: "partition" },
      ],
      periods: [
        { id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" },
        { id: "2020-Q2", start: "2020-04-01", end: "2020-06-30" },
      ],
      indicators: ["2.1.1", "2.1.4"].map((code) => ({
        code,
        measure: "count",
        accumulation: "sum",
        combination: { sources: "sum", places: "sum" },
        targets: [{ value: code === "2.1.1" ? 200 : 4 }],
      })),
    };
    const own = await cadre(
      "compute",
      file("measurement.json", JSON.stringify(measurement)),
      file("rows.csv", ROWS),
      "--json",
    );
    expect(computed(own.out).map(({ value, percentOfTarget }) => [value, percentOfTarget])).toEqual([
      [150, 0.75],
      [5, 1.25],
    ]);
  });
});

describe("cadre compute", () => {
  it.each(["en", "fr"])("fits a screen of 80 columns (%s)", async (lang) => {
    const { out } = await cadre(
      "compute",
      FRAMEWORK,
      file("rows.csv", ROWS),
      "--by",
      "sex,place",
      "--lang",
      lang,
    );
    for (const line of out.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    expect(out).toMatch(/female · Mopti +80/);
    expect(out).not.toMatch(/undefined|NaN/);
  });

  it("keeps good rows, reports bad ones by line and fails", async () => {
    const rows = file("rows.csv", `${ROWS}\n9.9,2020-Q1,1,,,,,2020-04-10\n2.1.4,2020-Q3,x,,,,,2020-04-10\n`);
    const { exit, out, error } = await cadre("compute", FRAMEWORK, rows, "--json");
    expect(exit).toBe(1);
    expect(computed(out).find(({ code }) => code === "2.1.4")?.value).toBe(5);
    expect(error).toMatch(/indicator \(line 12\).*\[unknown-indicator\]\n {2}found: 9\.9/);
    expect(error).toMatch(/value \(line 13\).*\[not-a-number\]\n {2}found: x/);
    expect(error).toMatch(/rows refused: 2; rows computed: 10/);
  });

  it.each([
    ["an axis that there is not", ["--by", "sex,wealth"], /wealth.*period \| source \| place \| sex/],
    ["a day that there is not", ["--as-of", "2020-02-30"], /2020-02-30/],
    ["an unknown option", ["--fast"], /--fast/],
  ])("refuses %s as wrong use", async (_, args, message) => {
    const { exit, out, error } = await cadre("compute", FRAMEWORK, file("rows.csv", ROWS), ...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(error).toMatch(message);
  });

  it.each([
    ["an empty file", "rows.csv", "", "observations-empty"],
    ["no observations", "rows.csv", "a,b\n1,2\n", "columns-missing"],
    ["a period that nobody knows", "rows.csv", `${HEAD}\n2.1.1,soon,1,,,,,2020-01-01\n`, "not-a-period"],
    ["no JSON", "rows.json", "[{", "json-invalid"],
    ["a file called Parquet that is none", "rows.parquet", "PAR1", "observations-not-parquet"],
  ])("refuses %s, naming file, place, found and expected", async (_, name, text, code) => {
    const path = file(name, text);
    const { exit, out, error } = await cadre("compute", FRAMEWORK, path);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(error).toMatch(new RegExp(`^cadre: ${path}: .*\\[${code}\\]\n {2}found: .+\n {2}expected: .+$`));
  });

  it("names the file that is missing", async () => {
    const rows = file("rows.csv", ROWS);
    expect((await cadre("compute", "/nowhere.json", rows)).error).toContain("/nowhere.json: file");
    expect((await cadre("compute", FRAMEWORK, "/nowhere.csv")).error).toContain("/nowhere.csv: file");
  });
});

describe("an interruption", () => {
  it("stops a long computation with 130, nothing printed and no file left, half or whole", async () => {
    const rows = file(
      "many.csv",
      `${HEAD}\n${"2.1.1,2020-Q1,1,female,18-35,PAM,Mopti,2020-04-10\n".repeat(400_000)}`,
    );
    const place = mkdtempSync(at("out-"));
    const out = join(place, "results.json");
    const child = spawn(
      process.execPath,
      ["--conditions=cadre-source", BIN, "compute", FRAMEWORK, rows, "--json", "--progress", "--out", out],
      { env: { ...process.env, NODE_OPTIONS: "" } },
    );
    let [printed, message, sent] = ["", "", false];
    child.stdout.on("data", (data) => {
      printed += data;
    });
    child.stderr.on("data", (data) => {
      message += data;
      // The first sign of progress: it is in the midst of reading.
      if (!sent && message.includes("%")) sent = child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, printed }).toEqual({ code: 130, printed: "" });
    expect(message).not.toContain("100");
    expect(message).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(place)).toEqual([]);
  });
});
