import { strToU8, zipSync } from "fflate";

/** A sheet for a test: the XML between `<sheetData>` and what is around it, as a spreadsheet program writes it. */
export interface RawSheet {
  name: string;
  /** Rows as XML, or as lists of values: text, number, or XML of a cell's inside that begins with `<`. */
  rows: string | readonly (readonly (string | number | null)[])[];
  state?: "hidden" | "veryHidden";
  /** XML before and behind the rows: `<cols>`, `<mergeCells>`. */
  before?: string;
  behind?: string;
}

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const cell = (value: string | number | null): string => {
  if (value === null) return "<c/>";
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  if (value.startsWith("<c")) return value;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

const rowsXml = (rows: RawSheet["rows"]) =>
  typeof rows === "string" ? rows : rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");

/** For tests: a workbook made by hand, so that it can be as odd as it likes. Styles: 1 is `0%`, 2 is `dd/mm/yyyy`. */
export function rawWorkbook(
  sheets: readonly RawSheet[],
  more: Record<string, string | Uint8Array> = {},
): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook ${MAIN} xmlns:r="${REL}"><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId900" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId901" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    "xl/styles.xml": xml(
      `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ),
  };
  for (const [index, { rows, before = "", behind = "" }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml(
      `<worksheet ${MAIN}>${before}<sheetData>${rowsXml(rows)}</sheetData>${behind}</worksheet>`,
    );
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, ...more }).map(([name, part]) => [
        name,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
  );
}
