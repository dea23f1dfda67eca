import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { FrameworkDocument, Result } from "@cadre/core";
import { inspect } from "@cadre/core/results";
import { describe, expect, it } from "vitest";
import { differences, ExpectedReport } from "../test/expected-report.ts";
import { readReportDocx } from "./report-docx.ts";
import { readReport } from "./report-text.ts";

// Made-up reports with what a careful reader reads in them; they are no part of the project.
const CASES = new URL("../../../../shared/reports/cases/", import.meta.url);
const there = existsSync(CASES);
if (!there) console.warn("SKIPPED: shared/reports/cases is not beside the project; no case is read.");
const names = there
  ? readdirSync(CASES).flatMap((file) =>
      file.endsWith(".expected.json") ? [file.replace(".expected.json", "")] : [],
    )
  : [];
const READERS: Record<
  string,
  (bytes: Uint8Array) => Result<FrameworkDocument> | Promise<Result<FrameworkDocument>>
> = {
  txt: readReport,
  docx: readReportDocx,
};
const files = names.flatMap((name) =>
  Object.keys(READERS).flatMap((ending) =>
    existsSync(new URL(`${name}.${ending}`, CASES)) ? [{ name, ending }] : [],
  ),
);

describe.skipIf(!there)("made-up reports (skipped where shared/reports/cases is absent)", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)("$name ($ending) is read as a careful reader reads it", async ({ name, ending }) => {
    const expected = ExpectedReport.parse(
      JSON.parse(readFileSync(new URL(`${name}.expected.json`, CASES), "utf8")),
    );
    const read = await READERS[ending]?.(readFileSync(new URL(`${name}.${ending}`, CASES)));
    if (!read?.ok) throw new Error(JSON.stringify(read?.problems));
    expect(differences(expected, read.value)).toEqual([]);
  });

  it.each(files)("$name ($ending), which is sound, gives no error", async ({ name, ending }) => {
    const read = await READERS[ending]?.(readFileSync(new URL(`${name}.${ending}`, CASES)));
    if (!read?.ok) throw new Error(JSON.stringify(read?.problems));
    const { findings } = inspect(read.value, { readerFindings: read.findings });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, where, message }) => `${code} ${where.path}: ${message.en}`)).toEqual([]);
  });
});
