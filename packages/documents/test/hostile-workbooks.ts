import { overlapping, zeros } from "./overlapping.ts";
import { type RawSheet, rawWorkbook } from "./raw-workbook.ts";

const MB = 1024 * 1024;
const HEAD = ["Activity", "Agency", "Amount", "% GEWE"];
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const SHEET = "xl/worksheets/sheet1.xml";
const budget = (rows: RawSheet["rows"] = [HEAD, ["1.1.1", "PAM", 10, 0.3]]) => ({ name: "Budget", rows });
/** Values that a zip cannot fold a hundredfold. */
const spread = (index: number) => Math.imul(index, 2654435761) >>> 0;
const rowsOf = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join("");
const sheetXml = (rows: string, before = "") =>
  `<?xml version="1.0"?>${before}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
const inlineRow = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
const entities = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY ${"bcdefghij"[index]} "${`&${"abcdefghi"[index]};`.repeat(10)}">`,
).join("");

/** For tests: workbooks that mean harm, and the code of their refusal; `null`: nothing in them hinders reading. */
export const hostileWorkbooks = (): [string, () => Uint8Array, string | null][] => [
  [
    "64 entries over one body, 4 GB together from less than 1 MB",
    () => overlapping(zeros(64 * MB), 64 * MB, 64, (index) => `xl/worksheets/sheet${index}.xml`),
    "package-too-large",
  ],
  [
    "a body that unfolds to 64 MB and claims 1 kB",
    () => overlapping(zeros(64 * MB), 1024, 2, (index) => (index === 0 ? "_rels/.rels" : "xl/workbook.xml")),
    "package-broken",
  ],
  [
    "entities that expand to billions",
    () =>
      rawWorkbook([budget()], {
        [SHEET]: sheetXml(inlineRow("&j;"), `<!DOCTYPE l [<!ENTITY a "lol">${entities}]>`),
      }),
    "xml-doctype",
  ],
  [
    "an external entity in the shared texts",
    () =>
      rawWorkbook([budget()], {
        "xl/sharedStrings.xml": `<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst ${MAIN}><si><t>&e;</t></si></sst>`,
      }),
    "xml-doctype",
  ],
  [
    "a name that leads out of the package",
    () => rawWorkbook([budget()], { "../../tmp/evil.xml": "x" }),
    "package-name",
  ],
  [
    "a million rows",
    () => rawWorkbook([budget(rowsOf(1_000_000, (index) => `<row><c><v>${spread(index)}</v></c></row>`))]),
    "package-too-large",
  ],
  [
    "sixty thousand rows, which the limits of a package let through",
    () => rawWorkbook([budget(rowsOf(60_000, (index) => `<row><c><v>${spread(index)}</v></c></row>`))]),
    "sheet-too-large",
  ],
  [
    "empty rows and styled cells without end",
    () =>
      rawWorkbook([
        budget(
          rowsOf(340_000, (index) => `<row r="${spread(index) % 1_000_000}"><c s="${index % 3}"/></row>`),
        ),
      ]),
    "xml-too-large",
  ],
  [
    "empty rows and styled cells up to the limit of elements",
    () =>
      rawWorkbook([
        budget(
          rowsOf(99_990, (index) => `<row r="${spread(index) % 1_000_000}"><c s="${index % 3}"/></row>`),
        ),
      ]),
    "annex-unrecognised",
  ],
  [
    "cells up to the limit, each with words of its own",
    () => {
      const cells = (index: number) =>
        rowsOf(8, (column) => `<c t="str"><v>w${spread(index * 8 + column)}</v></c>`);
      return rawWorkbook([
        budget([HEAD]),
        { name: "More", rows: rowsOf(11_000, (index) => `<row>${cells(index)}</row>`) },
      ]);
    },
    null,
  ],
  [
    "shared texts without end",
    () =>
      rawWorkbook([budget()], {
        "xl/sharedStrings.xml": `<sst ${MAIN}>${rowsOf(99_000, (index) => `<si><t>w${spread(index)}</t></si>`)}</sst>`,
      }),
    "sheet-too-large",
  ],
  [
    "lines of a budget up to the limit",
    () => {
      const line = (index: number) =>
        `<row><c t="str"><v>1.1.${1 + (index % 9)}</v></c><c t="str"><v>A${index % 50}</v></c><c><v>${spread(index) % 9_999_999}</v></c><c><v>0.3</v></c></row>`;
      const head = `<row>${HEAD.map((word) => `<c t="str"><v>${word}</v></c>`).join("")}</row>`;
      return rawWorkbook([budget(head + rowsOf(19_000, line))]);
    },
    null,
  ],
  [
    "a cell of 100 MB",
    () => rawWorkbook([budget(inlineRow("a1 ".repeat((100 * MB) / 3)))]),
    "package-too-large",
  ],
  [
    "a cell of 10 MB that the limits of a package let through",
    () => rawWorkbook([budget(inlineRow(rowsOf(1_000_000, (index) => `${spread(index)}`)))]),
    "cell-too-long",
  ],
  [
    "merged areas over the whole sheet, a hundred thousand times",
    () =>
      rawWorkbook([
        {
          ...budget(),
          behind: `<mergeCells>${rowsOf(100_000, (index) => `<mergeCell ref="A${1 + index}:XFD1048576"/>`)}</mergeCells>`,
        },
      ]),
    null,
  ],
  [
    "names of prototypes",
    () =>
      rawWorkbook([
        { name: "__proto__", rows: [HEAD, ["1.1.1", "constructor", 10, 0], ["1.1.1", "__proto__", 10, 0]] },
      ]),
    null,
  ],
  [
    "macros, which are passed over",
    () => rawWorkbook([budget()], { "xl/vbaProject.bin": new Uint8Array(100_000).fill(7) }),
    null,
  ],
];
