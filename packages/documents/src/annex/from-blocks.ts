import { fold } from "../blocks/fold.ts";
import type { Block } from "../blocks/index.ts";
import { scanNumber } from "../cells/number.ts";
import type { Cell, Sheet } from "../input/workbook/index.ts";
import { findBudgetTable } from "./budget-table/find-table.ts";
import { plainThousands } from "./numbers.ts";

/** What the heads of every budget table speak of, in English or French. */
const BUDGET_WORDS =
  /budget|amount|montant|costs?\b|co[uû]ts?\b|total|outcome|output|r[eé]sultat|produit|activit|categor|catégor|usd|\$/i;

/** Paragraphs above a table that may say in which currency it is. */
const ABOVE = 8;

/** A cell of a Word table. What is a number there is text by nature, so it counts as a number. */
function cellOf(text: string): Cell {
  const bare = fold(text).replace(/^(?:US\$|USD|\$|€|EUR)\s*|\s*(?:US\$|USD|\$|€|EUR)$/g, "");
  const negative = /^[-–−]\s*(?=\d)/.test(bare);
  const digits = plainThousands(bare.replace(/^[-–−]\s*/, ""));
  const scanned = /^[\d .,]+$/.test(digits) ? scanNumber(digits) : null;
  const known = scanned !== null && scanned !== "ambiguous" && scanned.end === digits.length;
  const number = known ? (negative ? -scanned.value : scanned.value) : 0;
  return { kind: known ? "number" : "text", number, text, format: "plain", formula: false };
}

/** The tables of a text document as sheets: a row a row, a column for each left edge, the paragraphs above in the first column. */
export function sheetsOfBlocks(blocks: readonly Block[]): Sheet[] {
  const tables = new Map<
    number,
    { above: string[]; cells: Map<string, { row: number; left: number; texts: string[] }> }
  >();
  let above: string[] = [];
  for (const { cell, text } of blocks) {
    if (cell === null) {
      if (text !== "") above = [...above, text].slice(-ABOVE);
      continue;
    }
    const table = tables.get(cell.table) ?? { above, cells: new Map() };
    tables.set(cell.table, table);
    const key = `${cell.row} ${cell.cell}`;
    const own = table.cells.get(key) ?? { row: cell.row, left: cell.left, texts: [] };
    table.cells.set(key, own);
    if (text !== "" && !cell.continues) own.texts.push(text);
    above = [];
  }
  return [...tables].map(([number, { above: notes, cells }]): Sheet => {
    const edges = [...new Set([...cells.values()].map(({ left }) => left))].sort((a, b) => a - b);
    const rows = new Map<number, (Cell | undefined)[]>(notes.map((text, row) => [row, [cellOf(text)]]));
    for (const { row, left, texts } of cells.values()) {
      const index = notes.length + row - 1;
      const own = rows.get(index) ?? [];
      rows.set(index, own);
      if (texts.length > 0) own[edges.indexOf(left)] = cellOf(texts.join("\n"));
    }
    return { name: `Table ${number}`, state: "visible", rows, merged: [], hiddenRows: [], hiddenColumns: [] };
  });
}

/** Whether a text document is a budget annex: one of its tables is table 1 of annex D, and nothing says that it is a report. */
export function isAnnexDocument(blocks: readonly Block[]): boolean {
  const title = /progress report|rapport (?:d.avancement|sur l|de progr)|rapport de projet/i;
  if (blocks.slice(0, 20).some(({ text }) => title.test(text))) return false;
  // A table at a time, and only those that speak of results and money: a document may have forty thousand rows.
  const tables = new Map<number, { from: number; to: number; budget: boolean }>();
  for (const [index, { cell, text }] of blocks.entries()) {
    if (cell === null) continue;
    const table = tables.get(cell.table) ?? { from: index, to: index, budget: false };
    tables.set(cell.table, table);
    table.to = index;
    table.budget ||= BUDGET_WORDS.test(text);
  }
  return [...tables].some(
    ([number, { from, to, budget }]) =>
      budget &&
      sheetsOfBlocks(
        blocks
          .slice(Math.max(0, from - ABOVE), to + 1)
          .filter(({ cell }) => cell === null || cell.table === number),
      ).some((sheet) => findBudgetTable(sheet) !== null),
  );
}
