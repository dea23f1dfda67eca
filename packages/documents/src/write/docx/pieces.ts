import type * as Docx from "docx";

/** The library is large: it is loaded when the first document is written. */
export type Library = typeof Docx;

const COLOURS = { head: "1F4E79", shade: "DEEAF6", line: "8EAADB" };

/** Characters that XML cannot hold are made visible. Text that is no well-formed UTF-16 is made so. */
export const inXml = (text: string) =>
  text.replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");

/** The pieces that a report is put together from. */
export class Pieces {
  private readonly docx: Library;

  constructor(docx: Library) {
    this.docx = docx;
  }

  title(text: string): Docx.Paragraph {
    const { AlignmentType, HeadingLevel, Paragraph, TextRun } = this.docx;
    return new Paragraph({
      children: [new TextRun({ text: inXml(text), size: 40, bold: true })],
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: 160 },
    });
  }

  heading(text: string, level: 1 | 2): Docx.Paragraph {
    const { HeadingLevel, Paragraph } = this.docx;
    const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    return new Paragraph({ text: inXml(text), heading, keepNext: true, spacing: { before: 240, after: 80 } });
  }

  /** A question or label in bold; its short answer behind it. */
  prompt(text: string, answer = ""): Docx.Paragraph {
    const { Paragraph, TextRun } = this.docx;
    const runs = [new TextRun({ text: inXml(text), bold: true })];
    if (answer !== "") runs.push(new TextRun({ text: inXml(` ${answer}`) }));
    return new Paragraph({ children: runs, keepNext: answer === "", spacing: { before: 80 } });
  }

  /** A paragraph of an answer; a tab leads to the column of amounts. */
  answer(text: string): Docx.Paragraph {
    const { Paragraph, TabStopType, TextRun } = this.docx;
    return new Paragraph({
      children: [new TextRun(inXml(text))],
      tabStops: [{ type: TabStopType.RIGHT, position: 6500 }],
      spacing: { after: 60 },
    });
  }

  /** A check box, as a control that can be clicked, with what it means. */
  box(label: string, checked: boolean): Docx.Paragraph {
    const { CheckBox, Paragraph, TextRun } = this.docx;
    const box = new CheckBox({
      alias: inXml(label).slice(0, 60),
      checked,
      checkedState: { value: "2612", font: "MS Gothic" },
      uncheckedState: { value: "2610", font: "MS Gothic" },
    });
    return new Paragraph({ children: [box, new TextRun(` ${inXml(label)}`)], spacing: { after: 40 } });
  }

  /** A framed part of the cover: one cell over the width of the page. */
  frame(children: readonly Docx.Paragraph[]): Docx.Table {
    const { Table, TableCell, TableRow, WidthType } = this.docx;
    const cell = new TableCell({
      children: [...children],
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
    });
    return new Table({
      rows: [new TableRow({ children: [cell], cantSplit: true })],
      width: { size: 100, type: WidthType.PERCENTAGE },
    });
  }

  /** The head of rows of the indicator table: its code is outdented; its title is small, so that it makes no row tall. */
  rowHead(text: string): Docx.TableCell {
    const { Paragraph, ShadingType, TableCell, TextRun } = this.docx;
    return new TableCell({
      children: text.split("\n").map(
        (part, index) =>
          new Paragraph({
            children: [new TextRun({ text: inXml(part), size: index === 0 ? 17 : 15, bold: index === 0 })],
          }),
      ),
      shading: { type: ShadingType.CLEAR, fill: COLOURS.shade },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
    });
  }

  /** A cell of the indicator table. Line breaks open paragraphs. */
  cell(text: string, options: { head?: boolean } = {}): Docx.TableCell {
    const { Paragraph, ShadingType, TableCell, TextRun } = this.docx;
    const { head = false } = options;
    const runs = (part: string) =>
      new TextRun({ text: inXml(part), size: 17, bold: head, ...(head ? { color: "FFFFFF" } : {}) });
    return new TableCell({
      children: text.split("\n").map((part) => new Paragraph({ children: [runs(part)] })),
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: COLOURS.head } } : {}),
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
    });
  }

  table(rows: readonly { cells: Docx.TableCell[]; head?: boolean }[], widths: readonly number[]): Docx.Table {
    const { Table, TableLayoutType, TableRow, WidthType } = this.docx;
    return new Table({
      rows: rows.map(
        ({ cells, head = false }) => new TableRow({ children: cells, tableHeader: head, cantSplit: true }),
      ),
      columnWidths: [...widths],
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    });
  }

  /** The number of the page, of how many. */
  footer(text: string): Docx.Footer {
    const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = this.docx;
    const runs = new TextRun({
      children: [inXml(text), "    ", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
      size: 16,
    });
    return new Footer({ children: [new Paragraph({ children: [runs], alignment: AlignmentType.RIGHT })] });
  }
}
