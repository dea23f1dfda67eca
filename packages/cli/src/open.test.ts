import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ResultError, unwrap } from "@cadre/core";
import { createFramework } from "@cadre/core/create";
import { afterAll, describe, expect, it } from "vitest";
import { WRITERS } from "./formats/index.ts";
import { open } from "./open.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-open-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const document = createFramework({
  ...{ title: "Dialogue along the river", startDate: "2020-01-15", endDate: "2020-12-14" },
  outcomes: [{ code: "1", indicators: [{ code: "1.1", text: "Mediators trained", target: 200 }] }],
});

describe("open", () => {
  it.each(["json", "xlsx", "docx", "iati"])(
    "reads what was written as %s, by what the file contains",
    async (format) => {
      const writer = WRITERS.find((each) => each.format === format);
      const path = join(folder, `a file of ${format}`);
      writeFileSync(path, (await writer?.write(document, { language: "en" }))?.bytes ?? "");
      const read = unwrap(await open(path));
      expect([read.project.title, read.outcomes[0]?.indicators[0]?.target.value]).toEqual([
        "Dialogue along the river",
        { kind: "number", value: 200 },
      ]);
    },
  );

  it("reads a framework as people write it by hand, and refuses a misspelt field of it", async () => {
    const path = join(folder, "by-hand.json");
    const input = {
      title: "Dialogue",
      outcomes: [{ code: "1", indicators: [{ code: "1.1", target: 200 }] }],
    };
    writeFileSync(path, JSON.stringify(input));
    expect(unwrap(await open(path))).toEqual(createFramework(input));
    writeFileSync(path, JSON.stringify({ ...input, tilte: "Dialogue" }));
    const misspelt = await open(path);
    expect(misspelt.ok ? [] : misspelt.problems).toMatchObject([
      { code: "framework-invalid", found: "tilte" },
    ]);
  });

  it("says what a file that it cannot read is", async () => {
    const missing = await open(join(folder, "nowhere"));
    expect(missing.ok ? null : missing.problems[0]?.code).toBe("file-not-readable");
    expect(() => unwrap(missing)).toThrow(ResultError);
  });
});
