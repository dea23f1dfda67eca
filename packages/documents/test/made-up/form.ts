import { cell, docx, paragraph, row, table } from "../docx.ts";
import type { ExpectedReport } from "../expected-report.ts";

/** For tests: a cell of a form: its paragraphs, one a line; or one that goes over several columns or goes on from the row above. */
export type FormCell = string | { text: string; over?: number; down?: "start" | "on" };
/** A paragraph, or the rows of a table. */
export type FormPiece = string | { rows: readonly (readonly FormCell[])[]; widths: readonly number[] };

/** A made-up report with what a careful reader reads in it, written before any program read it. */
export interface MadeUpReport {
  name: string;
  pieces: readonly FormPiece[];
  expected: ExpectedReport;
}

const plain = (each: FormCell) => (typeof each === "string" ? { text: each } : each);

/** The report as a word processor saves it as text: a leading tab opens a cell. */
export function formText({ pieces }: MadeUpReport): Uint8Array {
  const lines = pieces.flatMap((piece) =>
    typeof piece === "string"
      ? piece.split("\n")
      : [
          ...piece.rows.flatMap((cells) => [
            "",
            ...cells.flatMap((each) => `\t${plain(each).text}`.split("\n")),
          ]),
          "",
        ],
  );
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

/** The report as a Word document, with its merged cells. */
export function formDocx({ pieces }: MadeUpReport): Uint8Array {
  const body = pieces.map((piece) => {
    if (typeof piece === "string")
      return piece
        .split("\n")
        .map((text) => paragraph(text))
        .join("");
    const rows = piece.rows.map((cells) =>
      row(
        cells.map((each) => {
          const { text, over, down } = { over: 1, down: undefined, ...plain(each) };
          const span = over > 1 ? `<w:gridSpan w:val="${over}"/>` : "";
          const merge =
            down === undefined ? "" : down === "start" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
          return cell(
            text
              .split("\n")
              .map((line) => paragraph(line))
              .join(""),
            span + merge,
          );
        }),
      ),
    );
    return table(rows, piece.widths);
  });
  return docx(body.join(""));
}
