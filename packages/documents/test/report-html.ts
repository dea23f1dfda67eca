import { goesOn, piecesOf } from "./report-pieces.ts";

/** A report's text as a page with tables, for a word processor to make a document of: an independent way to the same document. */

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").trimEnd();
const paragraphs = (lines: readonly string[]) =>
  lines.map((line) => `<p>${escaped(line) || "<br/>"}</p>`).join("");

/** Rows of seven cells; an empty head goes on from the row above. */
function table(rows: readonly string[][][]): string {
  const html = rows.map(([head = [], ...others], index) => {
    let span = 1;
    while (index > 0 && index + span < rows.length && goesOn(rows[index + span])) span += 1;
    const first = index > 1 && goesOn(rows[index]) ? "" : `<td rowspan="${span}">${paragraphs(head)}</td>`;
    return `<tr>${first}${others.map((cell) => `<td>${paragraphs(cell)}</td>`).join("")}</tr>`;
  });
  return `<table border="1">${html.join("")}</table>`;
}

/** Cells outside of the indicator table: rows of one cell, as on the template's cover page. */
const oneColumn = (cells: readonly string[][]) =>
  `<table border="1">${cells.map((cell) => `<tr><td>${paragraphs(cell)}</td></tr>`).join("")}</table>`;

/** The whole report. */
export function reportHtml(text: string): string {
  const { pieces, rows } = piecesOf(text);
  const html = pieces.map((piece) =>
    piece.kind === "text" ? paragraphs(piece.lines) : oneColumn(piece.cells),
  );
  return `<html><head><meta charset="utf-8"/></head><body>${html.join("")}${table(rows)}</body></html>`;
}
