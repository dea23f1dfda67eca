import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, REPORT, withFile } from "../test/terminal.ts";

const report = readFileSync(REPORT);
const framework = readFileSync(FRAMEWORK, "utf8");
const text = report.toString("utf8");
const utf16 = (order: "le" | "be") => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
/** The report without one column of its table: the fifth cell of every row. */
const withoutColumn = text.replace(/((?:^\t[^\n]*\n+){3})^\t[^\n]*\n/gm, "$1");

async function refused(name: string, content: string | Uint8Array) {
  const result = await withFile(name, content, async (path) => ({
    path,
    ...(await cadre("inspect", path)),
  }));
  expect(result).toMatchObject({ exit: 1, out: "" });
  // File, place, message with its code; then what was found and what was expected.
  const [first = "", found = "", expected = ""] = result.error.split("\n");
  expect(first.startsWith(`cadre: ${result.path}: `)).toBe(true);
  expect(first).toMatch(/\[[a-z-]+\]$/);
  expect(found).toMatch(/^ {2}found: ./);
  expect(expected).toMatch(/^ {2}expected: ./);
  expect(result.error).not.toMatch(/\n\s+at |undefined|NaN/);
  return { code: /\[([a-z-]+)\]$/.exec(first)?.[1], error: result.error };
}

describe("a file that is no report", () => {
  it.each([
    ["an empty file", "empty.txt", ""],
    ["white space", "blank.txt", " \n\t\n"],
    ["a PDF renamed", "report.txt", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n"],
    ["a Word file renamed", "report.txt", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
    ["Latin-1", "report.txt", Buffer.from(text, "latin1")],
    ["prose", "letter.txt", "Chers collègues,\n\nveuillez trouver ci-joint le rapport.\n"],
    ["no JSON", "framework.json", framework.slice(0, 2000)],
    ["JSON of another kind", "framework.json", '{"type":"FeatureCollection"}'],
    [
      "JSON with hostile keys only",
      "framework.json",
      '{"__proto__":{"format":"cadre/framework"},"constructor":1}',
    ],
  ])("is refused with place, found and expected: %s", async (_, name, content) => {
    await refused(name, content);
    expect(Reflect.get({}, "format")).toBeUndefined();
  });

  it("is named where it is missing or an empty folder", async () => {
    for (const [path, found] of [
      ["/nowhere/report.txt", "no such file"],
      [mkdtempSync(join(tmpdir(), "cadre-empty-")), "no such file"],
    ] as const) {
      const { exit, error } = await cadre("inspect", path);
      expect(exit).toBe(2);
      expect(error).toContain(`${path}: file: `);
      expect(error).toContain(`found: ${found}`);
    }
  });

  it("of 200 MB is refused without being read", async () => {
    await withFile("aaa.txt", "", async (path) => {
      const file = createWriteStream(path);
      const piece = Buffer.alloc(2 ** 20, "a");
      for (let written = 0; written < 200; written += 1) if (!file.write(piece)) await once(file, "drain");
      file.end();
      await once(file, "close");
      const before = process.memoryUsage().rss;
      const { exit, error } = await cadre("inspect", path);
      expect(exit).toBe(1);
      expect(error).toMatch(/209715200|209,715,200|200/);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
    });
  });

  it("with a single line of a megabyte is refused", async () => {
    for (const line of ["a", "1 ", "(soit 1 ", "é", "\u00a0"])
      await refused("line.txt", line.repeat(2 ** 20 / line.length));
  });
});

describe("a report in UTF-16", () => {
  it.each(["le", "be"] as const)("is read as if it were UTF-8, or refused by name (%s)", async (order) => {
    const result = await withFile("report.txt", utf16(order), (path) => cadre("inspect", path, "--json"));
    if (result.exit === 1) expect(result.error).toMatch(/UTF-16/);
    else {
      const { out } = await cadre("inspect", REPORT, "--json");
      expect(JSON.parse(result.out)).toEqual(JSON.parse(out));
    }
  });
});

describe("a table with a missing column", () => {
  it("is refused, or read with an error that names the place", async () => {
    expect(withoutColumn.length).toBeLessThan(text.length - 50);
    const result = await withFile("report.txt", withoutColumn, (path) => cadre("check", path, "--json"));
    expect(result.exit).toBe(1);
    if (result.out === "") expect(result.error).toMatch(/\[[a-z-]+\]/);
    else
      expect(JSON.parse(result.out)).toContainEqual(
        expect.objectContaining({ severity: "error", where: expect.stringMatching(/line \d+/) }),
      );
  });
});

describe("a report that is cut off anywhere", () => {
  it("is read with findings or refused clearly", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: report.length }), async (length) => {
        const { exit, out, error } = await withFile("report.txt", report.subarray(0, length), (path) =>
          cadre("inspect", path, "--json"),
        );
        if (exit === 0) {
          const { findings, indicators } = JSON.parse(out);
          if (length < report.length - 2) expect(findings.length).toBeGreaterThan(0);
          expect(indicators.length).toBeLessThanOrEqual(40);
        } else {
          expect(exit).toBe(1);
          expect(error).toMatch(/\[[a-z-]+\]/);
        }
        expect(error).not.toMatch(/\n\s+at /);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a framework document that was spoilt anywhere", () => {
  it("is read or refused, never thrown at", async () => {
    const { default: sound } = await import("../../../examples/mali-2020/framework.json", {
      with: { type: "json" },
    });
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 1e300, "", "tbd", [], {}));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), junk, async (path, value) => {
        const document = structuredClone(sound) as unknown;
        let node = document as Record<string, unknown>;
        for (const step of path) {
          const keys = Object.keys(node);
          const key = keys[step % Math.max(1, keys.length)] ?? "new";
          const next = node[key];
          if (typeof next !== "object" || next === null || step === path.at(-1)) {
            node[key] = value;
            break;
          }
          node = next as Record<string, unknown>;
        }
        const { exit, error } = await withFile("framework.json", JSON.stringify(document), (file) =>
          cadre("inspect", file),
        );
        expect([0, 1]).toContain(exit);
        if (exit === 1) expect(error).toMatch(/\[framework-invalid\]/);
      }),
      { numRuns: 200 },
    );
  });
});
