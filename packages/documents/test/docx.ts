import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SPACES = [
  `xmlns:w="${W}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(" ");
const CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** Parts whose root is not called like their kind. */
const ROOTS: Readonly<Record<string, string>> = { header: "hdr", footer: "ftr" };
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

/**
 * A Word document with `body`, and parts beside it by their kinds, such as `footnotes`: the content of their root element. Its
 * relationships have these names too, so that the body may refer to them.
 */
export function docx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const root = (kind: string, content: string) => {
    const name = ROOTS[kind] ?? kind;
    return strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${SPACES} mc:Ignorable="w14 w15">${content}</w:${name}>`,
    );
  };
  const names = Object.keys(parts);
  const links = names.map(
    (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  );
  const types = [["document", "document.main"], ...names.map((name) => [name, name])].map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`,
  );
  const relationships = (content: string) =>
    strToU8(`<Relationships xmlns="${RELATIONSHIPS}">${content}</Relationships>`);
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    ),
    "_rels/.rels": relationships(
      `<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": root(
      "document",
      `<w:body>${body}<w:sectPr>${["header", "footer"]
        .filter((kind) => kind in parts)
        .map((kind) => `<w:${kind}Reference w:type="default" r:id="${kind}"/>`)
        .join("")}</w:sectPr></w:body>`,
    ),
    "word/_rels/document.xml.rels": relationships(links.join("")),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(name, parts[name] ?? "")])),
    ...Object.fromEntries(
      Object.entries(others).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  });
}
