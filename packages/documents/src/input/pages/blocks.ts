import { bilingual, type Finding } from "@cadre/core";
import { type Block, type CellPosition, fold, type ReadDocument } from "../../blocks/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { findingOf } from "../problem.ts";
import { withoutFurniture } from "./furniture.ts";
import type { OpenTable } from "./headed-tables.ts";
import { joinPages } from "./join-pages.ts";
import { linesOf, type TextLine } from "./lines.ts";
import type { Page } from "./page.ts";
import {
  type Column,
  innerWords,
  isHyphenated,
  type Leading,
  leadingOf,
  type PageParagraph,
  paragraphsOf,
  type Setting,
} from "./paragraphs.ts";
import { isTable, type PageTable, type TableCell } from "./table.ts";
import { edgesOf, type TableHead, type TableTexts } from "./table-head.ts";
import { flowOf } from "./tables.ts";

/** What a form's texts begin with: where lines and rows are not distinguished by their position, these do. */
export interface Openings {
  /** Whether a line begins a paragraph: a label of the form. */
  paragraph: (text: string) => boolean;
  /** Whether a line is a paragraph of its own: nothing but a code. */
  alone: (text: string) => boolean;
  /** Whether a cell begins a row: the code of an outcome, an output, an indicator. */
  row: (text: string) => boolean;
  /** What the heads of columns say about a table of the form. */
  head: TableHead;
  /** Whether a line has a word of such heads. */
  headWord: (text: string) => boolean;
}

/** Fewer columns than these are lists and signatures. */
const SEVERAL_COLUMNS = 4;

type Item = TextLine | PageTable;

function* linesIn(items: readonly Item[]): Generator<TextLine[]> {
  let open: TextLine[] = [];
  for (const item of items) {
    if (!isTable(item)) {
      open.push(item);
      continue;
    }
    if (open.length > 0) yield open;
    open = [];
    for (const { cells } of item.rows) for (const cell of cells) yield* linesIn(cell.content);
  }
  if (open.length > 0) yield open;
}

/** A cell as a column of text, which ends at the cell's edge, less the margin that it has on the left. */
function columnOf({ left, right, content, textRight }: TableCell, leading: Leading): Column {
  if (textRight !== undefined) return { left, rightOn: () => textRight, ruled: false, leading };
  const lefts = content.flatMap((item) => (isTable(item) ? [] : [item.left]));
  const padding = lefts.length === 0 ? 0 : Math.min(...lefts) - left;
  const end = right - Math.max(0, Math.min(8, padding));
  return { left, rightOn: () => end, ruled: true, leading };
}

/** The right margin of running text: the rightmost place where several lines end. A single line may go beyond it. */
function marginOf(lines: readonly TextLine[]): number {
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a);
  const several = Math.min(3, rights.length);
  const found = rights.find((right, index) => right - (rights[index + several - 1] ?? -Infinity) < 12);
  return found ?? rights[0] ?? 0;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly findings: Finding[] = [];
  private readonly setting: Setting;
  private tables = 0;
  private identities = 0;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  private put({ text, page }: PageParagraph, cell: CellPosition | null, opensCell: boolean): void {
    this.blocks.push({ line: this.blocks.length + 1, text: fold(text), opensCell, cell, page });
  }

  /** Paragraphs of a cell; those of a table within it are side by side in it. */
  private cell(cell: TableCell, position: CellPosition, page: number, leading: Leading): void {
    const column = columnOf(cell, leading);
    let opens = position.beside.cell;
    const put = (paragraph: PageParagraph, at: CellPosition) => {
      this.put(paragraph, at, opens !== 0);
      opens = 0;
    };
    let lines: TextLine[] = [];
    const flush = () => {
      for (const paragraph of paragraphsOf(lines, column, this.setting)) put(paragraph, position);
      lines = [];
    };
    for (const item of cell.content) {
      if (!isTable(item)) {
        lines.push(item);
        continue;
      }
      flush();
      for (const row of item.rows) {
        this.identities += 1;
        const besideRow = this.identities;
        for (const inner of row.cells) {
          this.identities += 1;
          const at = { ...position, beside: { row: besideRow, cell: this.identities } };
          const flat = inner.content.flatMap((part) =>
            isTable(part) ? [...linesIn([part])].flat() : [part],
          );
          for (const paragraph of paragraphsOf(flat, columnOf(inner, leading), this.setting))
            put(paragraph, at);
        }
      }
    }
    flush();
    if (opens !== 0) put({ text: "", page }, position);
  }

  table(table: PageTable): void {
    const { rows, page } = table;
    const leading = leadingOf([...linesIn([table])]);
    this.tables += 1;
    if (!table.ruled && (rows[0]?.cells.length ?? 0) >= SEVERAL_COLUMNS) {
      const where = { path: "file", line: this.blocks.length + 1 };
      this.findings.push(
        findingOf(
          "columns-by-gaps",
          "warning",
          where,
          bilingual(en.columnsByGaps, fr.columnsByGaps),
          null,
          null,
        ),
      );
    }
    for (const [index, row] of rows.entries()) {
      this.identities += 1;
      const besideRow = this.identities;
      for (const [offset, cell] of row.cells.entries()) {
        this.identities += 1;
        const { left, right, continues } = cell;
        const beside = { row: besideRow, cell: this.identities };
        const position = {
          table: this.tables,
          row: index + 1,
          cell: offset + 1,
          left,
          right,
          continues,
          beside,
        };
        this.cell(cell, position, page, leading);
      }
    }
  }

  text(lines: readonly TextLine[], column: Column): void {
    for (const paragraph of paragraphsOf(lines, column, this.setting)) this.put(paragraph, null, false);
  }
}

/**
 * The blocks of positioned pages: paragraphs put together from lines, tables from rules or gaps, page breaks undone. `approximate`: the
 * positions are those of characters in a text.
 */
export function blocksOfPages(pages: readonly Page[], openings: Openings, approximate = false): ReadDocument {
  const flows: (TextLine | PageTable)[][] = [];
  let open: OpenTable | null = null;
  const all = approximate ? [] : pages.flatMap(({ runs }, index) => linesOf(runs, index + 1));
  const texts: TableTexts = { ...openings, approximate, edges: edgesOf(all) };
  for (const [index, page] of withoutFurniture(pages, texts).entries()) {
    const flow = flowOf(page, index + 1, texts, open);
    flows.push(flow.items);
    open = flow.open;
  }
  const items = joinPages(flows, openings.row);
  const groups = [...linesIn(items)];
  const vocabulary = new Set(groups.flatMap((lines) => lines.flatMap(({ text }) => innerWords(text))));
  const setting: Setting = {
    approximate,
    vocabulary,
    leading: leadingOf(groups),
    hyphenated: isHyphenated(groups, vocabulary),
    opens: openings.paragraph,
    alone: openings.alone,
  };
  const builder = new BlockBuilder(setting);
  let lines: TextLine[] = [];
  const outside = items.filter((item): item is TextLine => !isTable(item));
  // Pages of one width have one margin.
  const widthOf = (page: number) => Math.round(pages[page - 1]?.width ?? 0);
  const margins = new Map(
    [...new Set(outside.map(({ page }) => widthOf(page)))].map((width) => [
      width,
      marginOf(outside.filter(({ page }) => widthOf(page) === width)),
    ]),
  );
  const running: Column = {
    left: 0,
    rightOn: (page) => margins.get(widthOf(page)) ?? 0,
    ruled: false,
    leading: null,
  };
  for (const item of items) {
    if (!isTable(item)) lines.push(item);
    else {
      builder.text(lines, running);
      lines = [];
      builder.table(item);
    }
  }
  builder.text(lines, running);
  return { blocks: builder.blocks, findings: builder.findings };
}
