import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, paragraph, run } from "./testing/docx.ts";

const CHILD = fileURLToPath(new URL("testing/peak-memory.ts", import.meta.url));
const ESBUILD = fileURLToPath(new URL("../../../node_modules/.bin/esbuild", import.meta.url));
const REPORT = readFileSync(new URL("../fixtures/report.fr.docx", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cadre-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  problem: { code: string; found: unknown; message: { en: string; fr: string } } | null;
  findings: string[];
  ms: number;
  peakMb: number;
}
/** A shell between this process and the child: a child's peak starts from that of the process that it is forked from. */
const SHELL = '"$0" "$@"; exit $?';

/** Reads documents in a process of their own, since memory is measured per process. */
function readApart(documents: readonly Uint8Array[]): Seen[] {
  const files = documents.map((bytes, at) => {
    const file = join(folder, `${at}.docx`);
    writeFileSync(file, bytes);
    return file;
  });
  // Bundled, since Node's own reading of TypeScript takes more memory than all that is measured here.
  const bundle = join(folder, "child.cjs");
  const options = ["--bundle", "--platform=node", "--conditions=cadre-source", `--outfile=${bundle}`];
  const built = spawnSync(ESBUILD, [CHILD, ...options], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
  return files.map((file) => {
    const child = spawnSync("sh", ["-c", SHELL, process.execPath, bundle, file], {
      encoding: "utf8",
      timeout: 60_000,
    });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout);
  });
}

const withPart = (name: string, part: string | Uint8Array) =>
  zipSync({ ...unzipSync(REPORT), [name]: typeof part === "string" ? strToU8(part) : part });

/** A zip of `count` entries that share one deflated body: what 1 MB can claim to hold. Sizes beyond the truth where `claimed` says so. */
function overlapping(
  body: Uint8Array,
  size: number,
  count: number,
  names: (at: number) => string,
): Uint8Array {
  const local = (name: string) => {
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(body.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30);
    return header;
  };
  const first = Buffer.concat([local(names(0)), body]);
  const entries = Array.from({ length: count }, (_, at) => {
    const name = names(at);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(first.length, 16);
  return Buffer.concat([first, directory, end]);
}

const MB = 1024 * 1024;
/** 4 MB of zeros deflate to some 4 kB. */
const zeros = (bytes: number) => deflateRawSync(Buffer.alloc(bytes), { level: 9 });

describe("hostile documents are refused in bounded memory and time", () => {
  const cases: [string, () => Uint8Array, string | null][] = [
    [
      "one entry of 1 GB from 1 MB",
      () => overlapping(zeros(64 * MB), 1024 * MB, 1, () => "word/document.xml"),
      "package-too-large",
    ],
    [
      "64 entries over one body, 4 GB together from less than 1 MB",
      () => overlapping(zeros(64 * MB), 64 * MB, 64, (at) => `word/${at}.xml`),
      "package-too-large",
    ],
    [
      "a body that unfolds to 64 MB and claims 1 kB",
      () => {
        const bytes = overlapping(zeros(64 * MB), 1024, 2, (at) =>
          at === 0 ? "_rels/.rels" : "word/document.xml",
        );
        return bytes;
      },
      "package-broken",
    ],
    ["a cell of 100 MB", () => docx(paragraph(run("a1 ".repeat((100 * MB) / 3)))), "package-too-large"],
    [
      "the same, as random text that does not fold well",
      () => {
        const text = Buffer.from(
          Array.from({ length: 24 * MB }, (_, at) => 97 + ((at * 7919 + (at >> 7) * 104729) % 26)),
        ).toString("latin1");
        return docx(paragraph(run(text)));
      },
      "package-too-large",
    ],
    [
      "entities that expand to billions",
      () =>
        withPart(
          "word/document.xml",
          `<!DOCTYPE l [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`).join("")}]><l>&j;</l>`,
        ),
      "xml-doctype",
    ],
    [
      "an external entity in the styles",
      () => withPart("word/styles.xml", '<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><s>&e;</s>'),
      "xml-doctype",
    ],
    [
      "an external document type in the relationships",
      () => withPart("_rels/.rels", '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x"><r/>'),
      "xml-doctype",
    ],
    ["a name that leads out of the package", () => withPart("../../tmp/evil.xml", "x"), "package-name"],
    ["elements nested two thousand deep", () => docx("<w:sdt>".repeat(2000)), "xml-broken"],
    ["a package that is cut off", () => REPORT.subarray(0, 9000), "package-broken"],
    [
      "7 MB of text in one cell, which the limits let through",
      () => {
        const words = Array.from({ length: 1_000_000 }, (_, at) => `mot${at * 7}`).join(" ");
        return docx(paragraph("COUNTRY: MALI") + paragraph(words.slice(0, 7 * MB)));
      },
      "report-unrecognised",
    ],
    [
      "a table of sixty thousand rows with spans of billions",
      () => {
        const row = (at: number) =>
          `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>x${at * 31}</w:t></w:r></w:p></w:tc></w:tr>`;
        return docx(`<w:tbl>${Array.from({ length: 60_000 }, (_, at) => row(at)).join("")}</w:tbl>`);
      },
      "report-unrecognised",
    ],
    [
      "styles and lists named like prototypes",
      () =>
        docx(
          paragraph("x", '<w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="constructor"/></w:numPr>'),
          {
            styles: '<w:style w:styleId="__proto__"><w:basedOn w:val="constructor"/></w:style>',
          },
        ),
      "report-unrecognised",
    ],
    ["parts named like prototypes, in a report", () => withPart("__proto__/constructor", "x"), null],
    ["macros, in a report", () => withPart("word/vbaProject.bin", new Uint8Array(100_000).fill(7)), null],
  ];

  let seen: Seen[] = [];
  beforeAll(() => {
    seen = readApart(cases.map(([, make]) => make()));
  }, 120_000);

  it.each(cases.map(([name, , code], at) => [name, code, at] as const))("%s", (_, code, at) => {
    const { problem, peakMb, ms } = seen[at] ?? { problem: null, peakMb: Number.NaN, ms: Number.NaN };
    expect(problem?.code ?? null).toBe(code);
    if (code !== null)
      expect([problem?.message.en, problem?.message.fr].every((message) => message)).toBe(true);
    expect(peakMb).toBeLessThan(256);
    expect(ms).toBeLessThan(20_000);
  });

  it("macros are told, and nothing else is wrong", () => {
    const macros = cases.findIndex(([name]) => name.startsWith("macros"));
    expect(seen[macros]?.findings).toContain("macros-ignored");
  });
});
