import { cell, docx, paragraph, row, table } from "../docx.ts";
import type { GeneratedReport } from "./report.ts";

/** For tests: the report as a word processor saves it as text: a leading tab opens a cell. */
export function asText({ pieces }: GeneratedReport): Uint8Array {
  const lines = pieces.flatMap((piece) =>
    "paragraph" in piece
      ? [piece.paragraph]
      : [
          ...piece.table.flatMap((cells) => [
            "",
            ...cells.flatMap((texts) => `\t${texts.join("\n")}`.split("\n")),
          ]),
          "",
        ],
  );
  // At the end of the text the editor drops an empty last cell.
  return new TextEncoder().encode(lines.join("\n").replace(/\n\t?\n?$/, "\n"));
}

/** For tests: the report as a Word document. */
export function asDocx({ pieces }: GeneratedReport): Uint8Array {
  const body = pieces.map((piece) => {
    if ("paragraph" in piece) return paragraph(piece.paragraph);
    const widths = (piece.table[0] ?? []).map((_, index) => 1200 + 150 * (index % 3));
    const rows = piece.table.map((cells) =>
      row(
        cells.map((texts) =>
          cell(texts.length === 0 ? paragraph("") : texts.map((text) => paragraph(text)).join("")),
        ),
      ),
    );
    return table(rows, widths);
  });
  return docx(body.join(""));
}
