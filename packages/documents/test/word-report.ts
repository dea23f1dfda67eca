import type { Template } from "../src/template/grammar.ts";
import { normalise } from "../src/template/normalise.ts";
import { cell, docx, paragraph, row, table } from "./docx.ts";
import { goesOn, piecesOf, type ReportPieces } from "./report-pieces.ts";
import { type Carrier, WordPen } from "./word-pen.ts";

/** What the documents must have in them, by their elements, for a test to be about them. */
export const CONSTRUCTS: Readonly<Record<string, RegExp>> = {
  "check box control": /<w14:checked w14:val="0"/,
  "drop-down control": /<w:dropDownList>/,
  "date control": /<w:date /,
  "prompt of a control": /<w:showingPlcHdr\/>/,
  "control around a cell": /<w:sdtContent><w:tc>/,
  "control around a row": /<w:sdtContent><w:tr>/,
  "control around paragraphs": /<w:sdtContent><w:p>/,
  "check box field": /FORMC/,
  "drop-down field": /<w:ddList>/,
  "text field": /FORMT/,
  "simple field": /<w:fldSimple/,
  contents: /Table of Contents/,
  "merged columns": /<w:gridSpan/,
  "merged rows": /<w:vMerge/,
  "nested table": /<w:tc>(?:(?!<\/w:tc>).)*<w:tbl>/s,
  "split runs": /w:rsidR=/,
  "spelling check": /<w:proofErr/,
  bookmark: /<w:bookmarkStart/,
  insertion: /<w:ins [^>]*>/,
  deletion: /<w:delText/,
  "deleted paragraph": /<w:pPr><w:rPr><w:del /,
  "deleted row": /<w:trPr><w:del /,
  "inserted row": /<w:trPr><w:ins /,
  move: /<w:moveTo /,
  "moved paragraph": /<w:pPr><w:rPr><w:moveFrom /,
  footnote: /<w:footnoteReference/,
  comment: /<w:commentReference/,
  "soft line break": /<w:br\/>/,
  tab: /<w:tab\/>/,
  "text box in two forms": /<mc:Choice Requires="wps">.*<mc:Fallback>/s,
  "smart tag": /<w:smartTag/,
  hyperlink: /<w:hyperlink/,
  "custom XML": /<w:customXml/,
  formula: /<m:oMath>/,
  symbol: /<w:sym w:font="Symbol"/,
  "box of a symbol font": /<w:sym w:font="Wingdings"/,
  "hyphen that does not break": /<w:noBreakHyphen\/>/,
  "hyphen for the end of a line": /<w:softHyphen\/>/,
  "number of a list": /<w:numId w:val="1"/,
  "bullet of a list": /<w:numId w:val="2"/,
  "heading with its number": /<w:pStyle w:val="Resultat"/,
};

const BOX = /^\s*([☐☒]) ?(.*)$/;
/** A label with an answer, or one that waits for it. */
const LABELLED = /^(.{6,}[:?])(\s*)([^:?]*)$/;
/** A line of two columns, as a table looks in plain text. */
const COLUMNS = /^\s*(\S.*?)\s{4,}(\S.*)$/;
const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** The grid of the indicator table: its fifth edge is cut twice, as where someone dragged it in some of the rows. */
const GRID = [900, 2000, 800, 600, 600, 780, 40, 1200, 1500];

class WordReport {
  private readonly pen: WordPen;
  private readonly outcome: string;
  private readonly labels: readonly string[];

  constructor({ language, rowLabels, fields }: Template, carrier: Carrier) {
    this.pen = new WordPen(language, carrier);
    this.outcome = rowLabels.outcome;
    this.labels = fields.flatMap(({ labels }) => labels);
  }

  /** A line as the content of a paragraph. */
  private line(text: string): string {
    const [, box, option = ""] = BOX.exec(text) ?? [];
    if (box !== undefined) return this.pen.box(box === "☒") + this.pen.run(` ${option}`);
    const [, label, space = "", answer = ""] = LABELLED.exec(text.trim()) ?? [];
    const words = normalise(text);
    if (label === undefined || !this.labels.some((start) => words.startsWith(start)))
      return this.pen.prose(text);
    return this.pen.typed(label) + (space && this.pen.run(space)) + this.pen.answer(answer);
  }

  private textBox(content: string): string {
    const inner = `<w:txbxContent>${content}</w:txbxContent>`;
    const id = this.pen.id();
    const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${inner}</wps:txbx><wps:bodyPr/></wps:wsp>`;
    const graphic = `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic>`;
    const drawing = `<w:drawing><wp:inline><wp:extent cx="3000000" cy="900000"/><wp:docPr id="${id}" name="Zone de texte ${id}"/>${graphic}</wp:inline></w:drawing>`;
    const old = `<w:pict><v:shape style="width:236pt;height:70pt"><v:textbox>${inner}</v:textbox></v:shape></w:pict>`;
    return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
  }

  /** A paragraph that Word numbers or marks by itself: its text lacks what the reader has to find. */
  private listed(text: string): string | null {
    const heading = new RegExp(`^${this.outcome} \\d: *(.*)$`).exec(text);
    if (heading !== null) return paragraph(this.pen.typed(heading[1] ?? ""), '<w:pStyle w:val="Resultat"/>');
    const list = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
    const numbered = /^\d\) (.*)$/.exec(text);
    if (numbered !== null) return paragraph(this.line(numbered[1] ?? ""), list(1));
    const marked = /^\s*· *(.*)$/.exec(text);
    if (marked === null) return null;
    const [, words = ""] = marked;
    const symbol = `<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r><w:r><w:tab/></w:r>`;
    return this.pen.turn("bullet", [
      () => paragraph(this.pen.prose(words), list(2)),
      () => paragraph(symbol + this.pen.prose(words)),
    ])();
  }

  /** Lines as paragraphs, each in another way; a way may take the next line too. */
  private paragraphs(lines: readonly string[]): string {
    let xml = "";
    for (let index = 0; index < lines.length; index += 1) {
      const text = lines[index] ?? "";
      if (/^\s*$/.test(text)) {
        xml += "<w:p/>";
        continue;
      }
      const listed = this.listed(text);
      if (listed !== null) {
        xml += listed;
        continue;
      }
      const next = lines[index + 1] ?? "";
      const plain = /^\s*\p{Lu}/u.test(text) && /^\s*\p{Lu}/u.test(next) && this.listed(next) === null;
      const { pen } = this;
      const alone = () => paragraph(this.line(text));
      const ways = [
        alone,
        () => paragraph(pen.deletion("Ancienne phrase de 2019.")) + alone(),
        () => paragraph(pen.deletion("Autre titre: "), `<w:rPr>${pen.mark("del")}</w:rPr>`) + alone(),
        () => {
          const from = `<w:moveFrom w:id="${pen.id()}" w:author="A">${pen.run(text)}</w:moveFrom>`;
          const to = `<w:moveTo w:id="${pen.id()}" w:author="A">${pen.run(text)}</w:moveTo>`;
          const marked = (kind: "moveFrom" | "moveTo") => `<w:rPr>${pen.mark(kind)}</w:rPr>`;
          return paragraph(to, marked("moveTo")) + paragraph(from, marked("moveFrom"));
        },
        () => pen.control("<w:richText/>", alone()),
      ];
      const pairs = [
        () => paragraph(`${this.line(text)}<w:r><w:br/></w:r>${this.line(next)}`),
        () => paragraph(pen.boxed(text) + this.textBox(paragraph(pen.boxed(next)))),
      ];
      if (pen.carrier !== "docx") ways.splice(4, 1);
      if (pen.carrier === "doc") {
        ways.splice(2, 2);
        pairs.splice(1, 1);
      }
      const way = pen.turn(plain ? "pair" : "paragraph", plain ? pairs : ways);
      xml += way();
      if (plain) index += 1;
    }
    return xml;
  }

  /** A cell outside of the indicator table; what looks like a table in it is one. */
  private coverCell(lines: readonly string[]): string {
    let xml = "";
    let open: string[] = [];
    let inner: string[] = [];
    const flush = () => {
      if (inner.length > 0) xml += `${table(inner, [3000, 2000])}<w:p/>`;
      inner = [];
      xml += this.paragraphs(open);
      open = [];
    };
    for (const text of lines) {
      const [, one, other] = COLUMNS.exec(text) ?? [];
      const total = /^\s{9,}(\S.*)$/.exec(text)?.[1];
      const [width, half] = ['<w:gridSpan w:val="2"/>', '<w:tcW w:w="2500" w:type="dxa"/>'];
      if (one !== undefined && other !== undefined) {
        if (inner.length === 0) flush();
        const words = [one, other].map((words) => cell(paragraph(this.pen.answer(words)), half));
        inner.push(row(words));
      } else if (inner.length > 0 && total !== undefined) {
        inner.push(row([cell(paragraph(this.pen.answer(total.trim())), width)]));
      } else if (inner.length > 0 && text.trim() === "") {
        // Blank lines of the text belong to no cell.
      } else {
        if (inner.length > 0) flush();
        open.push(text);
      }
    }
    flush();
    return xml === "" ? "<w:p/>" : `${xml}<w:p/>`;
  }

  private piece(piece: ReportPieces["pieces"][number]): string {
    if (piece.kind === "text") return this.paragraphs(piece.lines);
    const rows = piece.cells.map((lines) => row([cell(this.coverCell(lines), '<w:tcW w:w="9000"/>')]));
    return `${table(rows, [9000])}<w:p/>`;
  }

  private tableCell(lines: readonly string[], properties: string): string {
    const { pen } = this;
    const said = lines.filter((line) => line.trim() !== "");
    const [only = ""] = said;
    if (said.length < 2) return cell(paragraph(pen.answer(only)), properties);
    const answers = () => cell(said.map((line) => paragraph(pen.answer(line))).join(""), properties);
    return pen.turn("cell", [
      () => cell(said.map((line) => paragraph(pen.prose(line))).join("<w:p/>"), properties),
      () => cell(paragraph(said.map((line) => pen.prose(line)).join("<w:r><w:br/></w:r>")), properties),
      () => (pen.carrier === "docx" ? pen.control("", answers()) : answers()),
    ])();
  }

  private indicatorRow(cells: readonly string[][], index: number): string {
    const [head = [], ...others] = cells;
    const span = (columns: number) => (columns === 1 ? "" : `<w:gridSpan w:val="${columns}"/>`);
    const spans = index % 2 === 0 ? [1, 1, 2, 2, 1, 1] : [1, 1, 2, 1, 2, 1];
    const on = index > 1 && goesOn(cells);
    const merge = on
      ? this.pen.turn("merge", ["<w:vMerge/>", '<w:vMerge w:val="continue"/>'])
      : '<w:vMerge w:val="restart"/>';
    const first = on ? cell("<w:p/>", merge) : this.tableCell(head, merge);
    const rest = others.map((lines, column) => this.tableCell(lines, span(spans[column] ?? 1)));
    const { pen } = this;
    const properties = index === 0 ? "<w:cantSplit/><w:tblHeader/>" : index % 5 === 0 ? pen.mark("ins") : "";
    const tableRow = row([first, ...rest], properties);
    const junk = ["", "999", "999", "999", "999", "999", ""].map((text, column) =>
      cell(
        paragraph(pen.deletion(text), `<w:rPr>${pen.mark("del")}</w:rPr>`),
        column === 0 ? "<w:vMerge/>" : span(spans[column - 1] ?? 1),
      ),
    );
    if (index > 2 && on && index % 7 === 0) return row(junk, pen.mark("del")) + tableRow;
    return index % 3 === 1 ? pen.control("<w15:repeatingSectionItem/>", tableRow) : tableRow;
  }

  /** The contents as Word makes them: they repeat the headings, part V's too, whose table is not there. */
  private contents(headings: readonly string[]): string {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const begin = `${mark("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>${mark("separate")}`;
    const lines = headings.map((text, index) =>
      paragraph(
        (index === 0 ? begin : "") + this.pen.hyperlink(text) + this.pen.run("   3"),
        '<w:pStyle w:val="TOC1"/>',
      ),
    );
    lines.push(paragraph(mark("end")));
    const gallery =
      '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>';
    return this.pen.control(gallery, lines.join(""));
  }

  make(text: string): { bytes: Uint8Array; xml: string } {
    const { pieces, rows } = piecesOf(text);
    const headings = text.split("\n").filter((line) => /^(?:Partie|PART) /.test(line));
    const body = [
      this.contents(headings),
      ...pieces.map((piece) => this.piece(piece)),
      table(
        rows.map((cells, index) => this.indicatorRow(cells, index)),
        GRID,
      ),
    ].join("");
    const style = (id: string, content = "") =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`;
    const definition = (id: number, format: string, words: string) =>
      `<w:abstractNum w:abstractNumId="${id}">${level(format, words)}</w:abstractNum>`;
    const separator = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`;
    const parts = {
      numbering: `${definition(1, "decimal", "%1)")}${definition(2, "bullet", "\uf0b7")}${definition(3, "decimal", `${this.outcome} %1:`)}${[1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("")}`,
      styles: style("Resultat", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>') + style("TOC1"),
      footnotes: separator + this.pen.footnotes.join(""),
      comments: this.pen.comments.join(""),
      header: paragraph(this.pen.run(text.split("\n")[0] ?? "")),
      footer: paragraph(this.pen.simpleField("12")),
    };
    return { bytes: docx(body, parts), xml: body };
  }
}

/**
 * A report's text as Word itself would have it written: by its template's forms and controls, of every age, edited by several people with
 * changes tracked. Says what the text says; the boxes of choices are in the text (☐, ☒).
 */
export const wordReport = (text: string, template: Template, carrier: Carrier = "docx") =>
  new WordReport(template, carrier).make(text);
