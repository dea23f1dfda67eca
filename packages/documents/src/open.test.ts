import { existsSync, readFileSync } from "node:fs";
import { indicatorsOf } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { convertAll, hasLibreOffice } from "../test/libreoffice.ts";
import { data, read, rules } from "../test/same.ts";
import { openDocument } from "./open.ts";

const CASES = new URL("../../../../shared/reports/cases/", import.meta.url);
const shared = existsSync(CASES);
const office = hasLibreOffice();
const caseFile = (name: string) => new Uint8Array(readFileSync(new URL(name, CASES)));
const fixture = (language: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/report.${language}.docx`, import.meta.url)));
const open = async (bytes: Uint8Array) => read(await openDocument(bytes));
const refusal = async (bytes: Uint8Array) => {
  const result = await openDocument(bytes);
  if (result.ok) throw new Error("was read");
  return result.problems[0];
};
const encode = (text: string) => new TextEncoder().encode(text);

describe.skipIf(!shared)("one report in each format that people have (skipped without ../shared)", () => {
  it.each(["odt", "pdf", "txt"])("gives as .%s what it gives as .docx", async (format) => {
    const docx = await open(caseFile("en2020-mature.docx"));
    const other = await open(caseFile(`en2020-mature.${format}`));
    expect(data(other.value)).toEqual(data(docx.value));
    expect(rules(other)).toEqual(rules(docx));
  });

  it("gives as pdftotext lays it out the same indicators and cover", async () => {
    const [docx, layout] = [
      await open(caseFile("en2020-mature.docx")),
      await open(caseFile("en2020-mature.pdftotext-layout.txt")),
    ];
    const cells = ({ value }: typeof docx) => indicatorsOf(value).map(({ indicator }) => indicator);
    expect(cells(layout)).toEqual(cells(docx));
    expect(layout.value.project).toEqual(docx.value.project);
    expect(layout.value.budget).toEqual(docx.value.budget);
  });

  it("is refused as .doc, with the way out", async () => {
    const problem = await refusal(caseFile("en2020-mature.doc"));
    expect(problem).toMatchObject({ code: "input-old-word", found: "Word 97-2003 (.doc)" });
    expect(problem?.message.en).toContain("soffice --headless --convert-to docx");
    expect(problem?.message.fr).toContain("soffice --headless --convert-to docx");
  });
});

describe.skipIf(!office)("the fixtures through LibreOffice (skipped without it)", () => {
  it.each(["rtf", "html", "odt"])(
    "give as .%s what they give as .docx",
    async (format) => {
      const files = { "fr.docx": fixture("fr"), "en.docx": fixture("en") };
      const converted = convertAll(files, format);
      for (const [name, bytes] of Object.entries(files)) {
        const [docx, other] = [await open(bytes), await open(converted[name] ?? new Uint8Array())];
        expect(data(other.value)).toEqual(data(docx.value));
      }
    },
    120_000,
  );
});

describe("a file", () => {
  const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
  const ole = (...names: string[]) =>
    Uint8Array.from([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...names.flatMap((name) => [...Buffer.from(name, "utf16le")]),
    ]);

  it.each([
    ["a picture", PNG, "input-picture"],
    ["an old workbook", ole("Root Entry", "Workbook"), "input-old-excel"],
    ["a file with a password", ole("EncryptedPackage"), "input-encrypted"],
    ["a presentation", ole("PowerPoint Document"), "input-format"],
    ["a cut off PDF", encode("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\n"), "pdf-broken"],
    [
      "a web page without text",
      encode("<!DOCTYPE html><html><body><script>x()</script></body></html>"),
      "input-empty",
    ],
    ["prose", encode("Dear colleagues,\nplease find attached.\n"), "report-unrecognised"],
  ])("that is %s is refused by what it contains", async (_, bytes, code) => {
    const problem = await refusal(bytes);
    expect(problem?.code).toBe(code);
    expect([problem?.message.en, problem?.message.fr].every((message) => message)).toBe(true);
  });
});
