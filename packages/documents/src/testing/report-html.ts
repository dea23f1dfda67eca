/** A report's text as a page with tables, for a word processor to make a document of: an independent way to the same paper. */

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").trimEnd();
const paragraphs = (lines: readonly string[]) =>
  lines.map((line) => `<p>${escaped(line) || "<br/>"}</p>`).join("");

/** Cells of the indicator table: from each leading tab to the next. */
function cellsOf(lines: readonly string[]): string[][] {
  const cells: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("\t")) cells.push([line.slice(1)]);
    else cells.at(-1)?.push(line);
  }
  return cells.map((cell) => {
    while (cell.length > 1 && cell.at(-1)?.trim() === "") cell.pop();
    return cell;
  });
}

/** Rows of seven cells; an empty head goes on from the row above, as the template has it. */
function table(lines: readonly string[]): string {
  const cells = cellsOf(lines);
  while (cells.length % 7 !== 0) cells.push([""]);
  const rows = Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  const goesOn = (row: string[][] | undefined) => row?.[0]?.join("").trim() === "";
  const html = rows.map(([head = [], ...others], at) => {
    let span = 1;
    while (at > 0 && at + span < rows.length && goesOn(rows[at + span])) span += 1;
    const first =
      at > 0 && goesOn(rows[at]) && at > 1 ? "" : `<td rowspan="${span}">${paragraphs(head)}</td>`;
    return `<tr>${first}${others.map((cell) => `<td>${paragraphs(cell)}</td>`).join("")}</tr>`;
  });
  return `<table border="1">${html.join("")}</table>`;
}

/** The whole report. Cells outside of the indicator table become rows of one cell, as on the template's cover page. */
export function reportHtml(text: string): string {
  const lines = text.split("\n");
  const partFive = lines.findIndex((line) => /^(?:Partie|PART) V\b/i.test(line));
  const start = lines.findIndex((line, at) => at > partFive && line.startsWith("\t"));
  let html = "";
  let inTable = false;
  for (const line of lines.slice(0, start)) {
    if (line.startsWith("\t")) {
      html += inTable ? "</td></tr><tr><td>" : '<table border="1"><tr><td>';
      inTable = true;
    } else if (inTable && /^(?:NOTES|Partie|PART) /.test(line)) {
      html += "</td></tr></table>";
      inTable = false;
    }
    html += paragraphs([line.replace(/^\t/, "")]);
  }
  if (inTable) html += "</td></tr></table>";
  return `<html><head><meta charset="utf-8"/></head><body>${html}${table(lines.slice(start))}</body></html>`;
}
