import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convertAll, hasLibreOffice } from "../test/libreoffice.ts";
import { asDocx, generateReport } from "../test/report-generator/index.ts";
import { data, read } from "../test/same.ts";
import { openDocument } from "./open.ts";

const COUNT = process.env.CADRE_FULL === "1" ? 150 : 8;
const office = hasLibreOffice();
if (!office) console.warn("SKIPPED: LibreOffice is not on this machine; no report is converted.");

const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"];
const BORDERS = `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("")}</w:tblBorders>`;

/** A Word document whose tables have ruled lines, as the fund's form has. */
function ruled(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const bordered = xml.replace(
    /<w:tbl>(?:<w:tblPr\/>|<w:tblPr>(.*?)<\/w:tblPr>)?/g,
    (_, properties?: string) => `<w:tbl><w:tblPr>${properties ?? ""}${BORDERS}</w:tblPr>`,
  );
  return zipSync({ ...parts, "word/document.xml": strToU8(bordered) });
}

/** What a document says, by path. */
function leaves(value: unknown, path = "", into = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) leaves(one, `${path}/${key}`, into);
  else into.set(path, value);
  return into;
}

describe.skipIf(!office)("generated reports through LibreOffice (skipped without it)", () => {
  const files = Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [
      `r${index + 1}.docx`,
      ruled(asDocx(generateReport(index + 1))),
    ]),
  );

  it.each([
    ["pdf", 0.97],
    ["odt", 0.999],
    ["rtf", 0.97],
  ] as const)(
    "say as .%s at least the share of %d of what they say as .docx, and none is refused",
    async (format, share) => {
      const converted = convertAll(files, format);
      let [same, all] = [0, 0];
      for (const [name, docx] of Object.entries(files)) {
        const one = leaves(data(read(await openDocument(docx)).value));
        const other = leaves(data(read(await openDocument(converted[name] ?? new Uint8Array())).value));
        for (const path of new Set([...one.keys(), ...other.keys()])) {
          all += 1;
          if (one.get(path) === other.get(path)) same += 1;
        }
      }
      console.info(
        `${format}: ${COUNT} reports, ${same} of ${all} values the same (${((100 * same) / all).toFixed(2)} %)`,
      );
      expect(same / all).toBeGreaterThanOrEqual(share);
    },
    900_000,
  );
});
