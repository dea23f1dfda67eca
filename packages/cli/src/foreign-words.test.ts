import { mkdirSync } from "node:fs";
import { Readable } from "node:stream";
import { type Finding, type Problem, parseFramework, type Result } from "@cadre/core";
import { measurementOf } from "@cadre/core/aggregate";
import { createFramework, parseFrameworkInput } from "@cadre/core/create";
import { parseJson } from "@cadre/core/json";
import { createTable, loadObservations } from "@cadre/core/observations";
import { openDocument, readAnnex, readReportDocx } from "@cadre/documents";
import { memoryStore } from "@cadre/engine";
import { jsonSource } from "@cadre/exchange";
import { csvSource, parseTableMapping } from "@cadre/exchange/csv";
import { parseDhis2Mapping } from "@cadre/exchange/dhis2";
import { readIati } from "@cadre/exchange/iati";
import { parseKoboForm } from "@cadre/exchange/kobo";
import { createServer, makeKey } from "@cadre/server";
import { foreignIn, foreignWords } from "@cadre/test-services/foreign-words";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK, REPORT } from "../test/terminal.ts";

/** Shapes that nobody asked for. */
const SHAPES: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    2 ** 60,
    12n,
    "",
    "x",
    "\u0000",
    "é".repeat(1e5),
  ],
  ...[
    [],
    [[]],
    [null],
    {},
    { a: 1 },
    { constructor: 1 },
    new Date(Number.NaN),
    () => 1,
    Symbol("s"),
    new Map(),
  ],
];

/** An input with each of the shapes in place of each member, down to a depth. */
function* spoilt(input: unknown, depth = 4): Generator<unknown> {
  yield* SHAPES;
  if (depth === 0 || typeof input !== "object" || input === null) return;
  const entries = Object.entries(input).slice(0, 30);
  for (const [key, member] of entries)
    for (const other of spoilt(member, depth - 1))
      yield Array.isArray(input)
        ? input.map((each, index) => (String(index) === key ? other : each))
        : { ...input, [key]: other };
  if (!Array.isArray(input)) yield { ...input, unknownField: 1 };
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
/** Files that are not what they say. */
const FILES: readonly (readonly [name: string, content: Uint8Array])[] = [
  ["empty", bytes("")],
  ["zeros", bytes(Array.from({ length: 400 }, () => 0))],
  ["zip-cut.docx", bytes([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0], "word/document.xml")],
  [
    "zip-end-alone.xlsx",
    bytes(
      [0x50, 0x4b, 5, 6],
      Array.from({ length: 18 }, () => 255),
    ),
  ],
  [
    "pdf-cut.pdf",
    bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 9 0 R >>\n%%EOF"),
  ],
  ["pdf-alone.pdf", bytes("%PDF-1.4")],
  ["rtf-cut.rtf", bytes("{\\rtf1{\\fonttbl{{{{")],
  ["ole.doc", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "x".repeat(600))],
  ["html.html", bytes("<!DOCTYPE html><html><body><table><tr><td>&nope;</table>")],
  ["latin.txt", bytes("Donn", [0xe9], "es\n")],
  ["cut-in-character.txt", bytes("Donn", [0xc3])],
  ["json-cut.json", bytes('{"format":"cadre/framework","outcomes":[{"code":')],
  ["json-token.json", bytes('{"a":tru}')],
  ["json-list.json", bytes("[1,2,")],
  ["json-twice.json", bytes('{"a":1,"a":2}')],
  ["json-deep.json", bytes("[".repeat(3000))],
  ["xml-cut.xml", bytes('<?xml version="1.0"?><iati-activities><iati-activity>')],
  ["xml-crossed.xml", bytes("<iati-activities><a></b></iati-activities>")],
  ["xml-entity.xml", bytes("<iati-activities>&nope;</iati-activities>")],
  ["xml-attribute.xml", bytes("<iati-activities version=2></iati-activities>")],
  ["xml-two-roots.xml", bytes("<iati-activities/><iati-activities/>")],
  ["xml-doctype.xml", bytes('<!DOCTYPE a [<!ENTITY b "c">]><iati-activities/>')],
  ["quotes.csv", bytes('indicator,period,value\n"1.1,2020,5\n')],
  ["quotes-inside.csv", bytes('indicator,period,value\n"1.1"x,2020,5\n')],
  [
    "parquet.parquet",
    bytes(
      "PAR1",
      Array.from({ length: 40 }, () => 7),
      "PAR1",
    ),
  ],
  ["parquet-cut.parquet", bytes("PAR1")],
  [
    "arrow.arrow",
    bytes(
      "ARROW1\0\0",
      Array.from({ length: 40 }, () => 9),
    ),
  ],
];

const messagesOf = (result: Result<unknown>): (Problem | Finding)[] =>
  result.ok ? [...result.findings] : [...result.problems];

const FRAMEWORK_OBJECT = {
  ...{ format: "cadre/framework", version: 1, language: "en", source: null },
  project: { title: "x", country: null, agencies: [{ name: "FAO", budget: { minor: 1, currency: "USD" } }] },
  outcomes: [{ code: "1", title: "a", indicators: [{ code: "1.1", text: "b", target: 200 }], outputs: [] }],
  ...{ activities: [], report: null, periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }] },
};

const MEASURED = measurementOf(createFramework({ title: "x", outcomes: [{ code: "1" }] }));
const table = (axes: string[]) =>
  createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) });

const WRITTEN = {
  title: "x",
  start: "2020-01-01",
  outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 2, formula: "[1.2] +", measure: "count" }] }],
};
const TABLE_MAPPING = { columns: { indicator: "code", value: "n", period: { column: "p" } }, constants: {} };
const DHIS2_MAPPING = { elements: [{ dataElement: "a", indicator: "1.1" }], periods: {}, orgUnits: {} };

describe("no library's own words reach a user", () => {
  it.each<[string, unknown, (input: unknown) => Result<unknown>]>([
    ["parseFramework", FRAMEWORK_OBJECT, parseFramework],
    ["parseFrameworkInput", WRITTEN, parseFrameworkInput],
    ["parseTableMapping", TABLE_MAPPING, (input) => parseTableMapping(input, MEASURED)],
    ["parseDhis2Mapping", DHIS2_MAPPING, (input) => parseDhis2Mapping(input, MEASURED)],
    ["parseKoboForm", { survey: [{ type: "text", name: "a" }], choices: [] }, parseKoboForm],
  ])("that %s refuses", (_, sound, parse) => {
    expect(foreignIn([...spoilt(sound)].flatMap((input) => messagesOf(parse(input))))).toEqual([]);
  });

  it.each(FILES)("of the file %s, read as each kind", async (_, content) => {
    const text = Buffer.from(content).toString("utf8");
    const stream = () => Readable.from([content]);
    const results: Result<unknown>[] = [
      await openDocument(content),
      await readAnnex(content),
      await readReportDocx(content),
      parseJson(text),
      await readIati(stream()),
      await loadObservations(csvSource(stream()), { table }),
      await loadObservations(jsonSource(text), { table }),
    ];
    expect(foreignIn(results.flatMap(messagesOf))).toEqual([]);
  });
});

describe("no library's own words are answered", () => {
  const { key, secret } = makeKey({ id: "paul", role: "pbso", agency: null, projects: "all" });
  const { app } = createServer({
    ...{ events: memoryStore(), documents: memoryStore(), keys: [key], log: () => {} },
    rate: { burst: 1e6, perSecond: 1e6 },
  });
  const ROW = { indicator: "1.1", period: "2020", value: 1, categories: { sex: "female" } };
  const COMMAND = {
    type: "activity.report",
    activity: "1.1.1",
    event: { type: "delayed", date: "2020-01-01" },
  };

  it.each<[method: string, path: string, sound: unknown]>([
    ["PUT", "framework", FRAMEWORK_OBJECT],
    ["POST", "commands", COMMAND],
    ["POST", "commands", { type: "project.open", plan: { title: "x", agencies: [], activities: [] } }],
    ["POST", "observations", [ROW]],
  ])("to %s %s", async (method, path, sound) => {
    const bodies = [
      ...[...spoilt(sound, 3)].map((body) => {
        try {
          return JSON.stringify(body) ?? "";
        } catch {
          return "1n";
        }
      }),
      ...FILES.map(([, content]) => content),
    ];
    const found = new Set<string>();
    for (const [index, body] of bodies.slice(0, 400).entries()) {
      const answer = await app.request(`/v1/projects/p1/${path}`, {
        ...{ method, body },
        headers: {
          Authorization: `Bearer ${secret}`,
          "Content-Type": "application/json",
          "Accept-Language": index % 2 === 0 ? "fr" : "en",
          "Idempotency-Key": `key-${index}`,
        },
      });
      if (answer.status < 400) continue;
      const { problems = [] } = (await answer.json()) as { problems?: Problem[] };
      for (const each of foreignIn(problems)) found.add(each);
    }
    expect([...found]).toEqual([]);
  });

  it.each([
    ...[
      "/nowhere",
      "/v1/projects/p1/results?by=height",
      "/v1/projects/p1/results?by[]=%00",
      "/v1/projects/%ff",
    ],
    ...[
      "/v1/projects/p2/framework",
      "/v1/projects/p1/log?after=-1",
      "/v1/projects/p1/dashboard?asOf=2020-13-45",
    ],
  ])("to GET %s", async (path) => {
    const answer = await app.request(path, { headers: { Authorization: `Bearer ${secret}` } });
    const { problems = [] } = (await answer.json()) as { problems?: Problem[] };
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(foreignIn(problems)).toEqual([]);
  });
});

describe("no library's own words are printed", () => {
  const { at, file } = temporaryFiles();

  it.each([
    ...[
      ["inspect"],
      ["check"],
      ["compute", FRAMEWORK],
      ["convert", "--to", "json", "--out", at("out.json")],
      ["diff", REPORT],
    ],
    ...[["portfolio"], ["derive"]],
  ])("by cadre %s", async (...command) => {
    const folder = at("folder");
    mkdirSync(folder, { recursive: true });
    const paths = [
      ...FILES.map(([name, content]) => file(name, content)),
      ...[
        folder,
        at("missing.json"),
        `${file("plain.txt", "x")}/below.json`,
        at("n".repeat(300)),
        at("a\u0000b"),
      ],
    ];
    const found = new Set<string>();
    for (const path of paths)
      for (const language of ["en", "fr"]) {
        const { error } = await cadre(...command, path, "--lang", language);
        // A name is the user's own word.
        const text = error.split(path).join(" ");
        const words = foreignWords({ en: text, fr: language === "fr" ? text : "" });
        if (words.length > 0) found.add(`${words.join(", ")}: ${text}`);
      }
    expect([...found]).toEqual([]);
  });

  it.each<[string, string]>([
    ["exports nothing", "export {};"],
    ["exports something else", "export const river = { id: 1 }; export default null;"],
    ["throws as it is run", 'throw new TypeError("Cannot read properties of undefined");'],
    ["throws what is no error", "throw { code: 1 };"],
    ["is not JavaScript", "export const = ;"],
    ["imports what is not there", 'import "./nowhere.mjs";'],
    ["imports a package that is not there", 'import "no-such-package-anywhere";'],
    [
      "refuses its own vocabulary",
      `import { defineProfile } from ${JSON.stringify(import.meta.resolve("@cadre/core/lifecycle"))}; export const p = defineProfile({ id: "x", causes: { elections: {} } });`,
    ],
  ])("where the module of a profile %s", async (name, content) => {
    const path = file(`${name.replaceAll(" ", "-")}.mjs`, content);
    for (const language of ["en", "fr"]) {
      const { exit, error } = await cadre("inspect", FRAMEWORK, "--profile", path, "--lang", language);
      const text = error.split(path).join(" ");
      expect([exit, text]).toEqual([1, expect.stringContaining("[profile-invalid]")]);
      expect(foreignWords({ en: text, fr: language === "fr" ? text : "" })).toEqual([]);
    }
  });

  it.each([[at("none.mjs")], [at("folder")]])(
    "where the module of a profile is not there: %s",
    async (path) => {
      mkdirSync(at("folder"), { recursive: true });
      const { exit, error } = await cadre("inspect", FRAMEWORK, "--profile", path, "--lang", "fr");
      expect(exit).toBeGreaterThan(0);
      const text = error.split(path).join(" ");
      expect(foreignWords({ en: text, fr: text })).toEqual([]);
    },
  );
});
