import { inspect } from "@cadre/core/results";
import { describe, expect, it } from "vitest";
import { differences } from "../test/expected-report.ts";
import { formDocx, formText, MADE_UP_REPORTS } from "../test/made-up/index.ts";
import { openDocument } from "./open.ts";

describe.each(MADE_UP_REPORTS)("$name", (report) => {
  it.each([
    ["text", formText],
    ["docx", formDocx],
  ] as const)("as %s is read as a careful reader reads it, without an error", async (_, render) => {
    const read = await openDocument(render(report));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(differences(report.expected, read.value)).toEqual([]);
    const { findings } = inspect(read.value, { readerFindings: read.findings });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, where, message }) => `${code} ${where.path}: ${message.en}`)).toEqual([]);
  });
});
