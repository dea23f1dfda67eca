/** A rectangle of cells; rows and columns from 0, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The last row and column that a sheet has, from 0 (ECMA-376: 1,048,576 rows of 16,384 columns). */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

const columnNames: string[] = [];
/** The last sheet's name as formulas write it: cells are named sheet by sheet. */
let quoted = { sheet: "", prefix: "''!" };

/** A cell as formulas write it: `Budget!F12`, `'Tableau 1'!F12`. */
export function cellName(sheet: string, row: number, column: number): string {
  if (quoted.sheet !== sheet) {
    const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
    quoted = { sheet, prefix: plain ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!` };
  }
  columnNames[column] ??= columnName(column);
  return `${quoted.prefix}${columnNames[column]}${row + 1}`;
}

/** `AB12` → row 11, column 27; `null` for what is no cell of a sheet. One pass. */
export function readCellName(name: string): { row: number; column: number } | null {
  let column = 0;
  let index = 0;
  for (; index < name.length && index < 4; index += 1) {
    const letter = name.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  let row = 0;
  const from = index;
  for (; index < name.length; index += 1) {
    const digit = name.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9 || index - from > 7) return null;
    row = row * 10 + digit;
  }
  if (from === 0 || index === from || row < 1 || row - 1 > LAST_ROW || column - 1 > LAST_COLUMN) return null;
  return { row: row - 1, column: column - 1 };
}

/** `A1:B3`, or several behind spaces; what is no area is left out. */
export function readAreas(text: string): Area[] {
  return text.split(" ").flatMap((part) => {
    const [first = "", last = first] = part.split(":");
    const [from, to] = [readCellName(first), readCellName(last)];
    if (from === null || to === null) return [];
    return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
  });
}
