import { type Problem, type Result, refuse } from "@cadre/core";
import { type Cell, readWorkbook, type Workbook } from "@cadre/documents";
import { both } from "../messages.ts";

/** The sheets of a workbook, each a list of rows by the headings of its first row. */
export type Sheets = Record<string, Record<string, string | number | boolean>[]>;

const DAY = 86_400_000;

/** A day as a spreadsheet counts them, as `YYYY-MM-DD`, or, within a day, as an instant. */
function dayText(number: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const text = new Date(start + Math.round(number * DAY)).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

function cellValue(cell: Cell, { from1904 }: Workbook): string | number | boolean | undefined {
  if (cell.kind === "empty" || cell.kind === "error") return undefined;
  if (cell.kind === "boolean") return cell.number === 1;
  if (cell.kind === "text") return cell.text;
  return cell.format === "date" ? dayText(cell.number, from1904) : cell.number;
}

/** Of two columns of one name, such as two questions of one label, nobody can know which is meant. */
const ambiguous = (sheet: string, heading: string): Problem => ({
  code: "columns-ambiguous",
  where: { path: sheet },
  message: both(({ problems }) => problems.sameHeading(sheet, heading)),
  found: heading,
  expected: "a name of its own for each column",
});

/** Reads a workbook whose sheets have their headings in the first row, such as a form or an export of KoboToolbox. */
export async function readSheets(bytes: Uint8Array): Promise<Result<Sheets>> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const sheets: Sheets = {};
  for (const { name, rows } of workbook.value.sheets) {
    const [head, ...body] = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells);
    const headings = Array.from(head ?? [], (cell) => (cell === undefined ? "" : cell.text.trim()));
    const twice = headings.find((each, at) => each !== "" && headings.indexOf(each) !== at);
    if (twice !== undefined) return refuse(ambiguous(name, twice));
    sheets[name] = body.map((cells) => {
      const row: Sheets[string][number] = {};
      for (const [index, cell] of cells.entries()) {
        const [heading, value] = [
          headings[index],
          cell === undefined ? undefined : cellValue(cell, workbook.value),
        ];
        if (heading && value !== undefined) row[heading] = value;
      }
      return row;
    });
  }
  return { ok: true, value: sheets, findings: workbook.findings };
}
