import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SPACES = [
  `xmlns:w="${W}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(" ");
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const xmlText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** A run of text. */
export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
/** A paragraph of runs; a plain text becomes one. */
export const paragraph = (content: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
export const cell = (content: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<w:p") || content.startsWith("<w:tbl") ? content : paragraph(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = "") =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join("")}</w:tr>`;
export const table = (rows: readonly string[], widths: readonly number[] = []) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;

/** A Word document with `body`, and parts beside it by their names, such as `footnotes`: the content of their root element. */
export function docx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const root = (name: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${SPACES}>${content}</w:${name}>`,
    );
  const names = Object.keys(parts);
  const links = names.map(
    (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  );
  const relationships = (content: string) =>
    strToU8(`<Relationships xmlns="${RELATIONSHIPS}">${content}</Relationships>`);
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "_rels/.rels": relationships(
      `<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": root("document", `<w:body>${body}<w:sectPr/></w:body>`),
    "word/_rels/document.xml.rels": relationships(links.join("")),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(name, parts[name] ?? "")])),
    ...Object.fromEntries(
      Object.entries(others).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  });
}
