import { readFileSync } from "node:fs";
import { indicatorsOf } from "@cadre/core";
import { readReportDocx } from "@cadre/documents";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { type Bench, measureAsync } from "./harness.ts";

const REPORT = new URL("../../packages/documents/fixtures/report.fr.docx", import.meta.url);
/** Characters on a page of prose. */
const PAGE = 2500;

/** The example report with its long paragraphs repeated until it has so many pages. */
export function reportOf(pages: number): Uint8Array {
  const parts = unzipSync(readFileSync(REPORT));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const textOf = (part: string) => part.replace(/<[^>]*>/g, "").length;
  const paragraph = /<w:p>(?:(?!<w:p>|<\/w:p>).)*<\/w:p>/gs;
  const long = xml.match(paragraph)?.filter((part) => textOf(part) > 400) ?? [];
  const missing = pages * PAGE - textOf(xml);
  const each = long.reduce((sum, part) => sum + textOf(part), 0);
  const copies = Math.max(0, Math.ceil(missing / each));
  const grown = xml.replace(paragraph, (part) => (textOf(part) > 400 ? part.repeat(copies + 1) : part));
  return zipSync({ ...parts, "word/document.xml": strToU8(grown) });
}

/** Reading a Word report of `n` pages, warm: bytes to a framework document with its findings. */
export const docx: Bench = {
  about: "reads a report of n pages as .docx, beside mammoth on the same file",
  n: 60,
  run: async (n) => {
    const buffer = Buffer.from(reportOf(n));
    const read = await readReportDocx(buffer);
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    const raw = await mammoth.extractRawText({ buffer });
    const table = indicatorsOf(read.value).filter(({ indicator }) =>
      raw.value.includes(`Indicateur ${indicator.code}`),
    );
    if (table.length < 30) throw new Error("mammoth does not see the same table");
    const results = await measureAsync(
      [
        { impl: "mammoth, raw text", run: () => mammoth.extractRawText({ buffer }) },
        { impl: "mammoth, HTML", run: () => mammoth.convertToHtml({ buffer }) },
        { impl: "readReportDocx", run: () => readReportDocx(buffer) },
      ],
      15,
      5,
    );
    return { name: "docx", n, results, notes: [`${buffer.length} bytes, ${raw.value.length} characters`] };
  },
};
