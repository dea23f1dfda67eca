/** A report's text as a word processor has it: paragraphs, the one-column tables of the cover and the questions, the indicator table. */
export interface ReportPieces {
  pieces: ({ kind: "text"; lines: string[] } | { kind: "table"; cells: string[][] })[];
  /** The indicator table: rows of seven cells, each its lines. A head is empty where it goes on from the row above. */
  rows: string[][][];
}

/** Cells from each leading tab to the next; blank lines at a cell's end are no part of it. */
function categoriesOf(lines: readonly string[]): string[][] {
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

/** Takes a report's text into its pieces. */
export function piecesOf(text: string): ReportPieces {
  const lines = text.split("\n");
  const partFive = lines.findIndex((line) => /^(?:Partie|PART) V\b/i.test(line));
  const start = lines.findIndex((line, index) => index > partFive && line.startsWith("\t"));
  const pieces: ReportPieces["pieces"] = [];
  for (const line of lines.slice(0, start)) {
    const open = pieces.at(-1);
    if (line.startsWith("\t")) {
      if (open?.kind === "table") open.cells.push([line.slice(1)]);
      else pieces.push({ kind: "table", cells: [[line.slice(1)]] });
    } else if (open?.kind === "table" && !/^(?:NOTES|Partie|PART) /.test(line)) open.cells.at(-1)?.push(line);
    else if (open?.kind === "text") open.lines.push(line);
    else pieces.push({ kind: "text", lines: [line] });
  }
  const cells = categoriesOf(lines.slice(start));
  while (cells.length % 7 !== 0) cells.push([""]);
  const rows = Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return { pieces, rows };
}

/** Whether the head of a row goes on from the row above, as the template has it. */
export const goesOn = (row: readonly (readonly string[])[] | undefined) => row?.[0]?.join("").trim() === "";
