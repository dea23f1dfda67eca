import type { Attributes, XmlHandlers } from "../ooxml/index.ts";
import { Fields, isContents } from "./fields.ts";
import type { Numbering } from "./numbering.ts";
import { isNothing, nothing, Paragraph, type Pending } from "./paragraph.ts";
import { box, isBox, isSymbolFont, symbolOf } from "./symbols.ts";
import { Tables } from "./tables.ts";

/** What a document has beside its text, as it was met. */
export interface Inventory {
  insertions: number;
  deletions: number;
  pictures: number;
  embedded: number;
  otherParts: number;
  symbols: number;
  hidden: { text: string; block: Pending }[];
  notes: { kind: "footnote" | "endnote"; id: string; block: Pending }[];
}

/** Elements without text of the document: former properties, what was moved or deleted, what only old programs show. */
const SKIPPED = new Set([
  "w:rPrChange",
  "w:pPrChange",
  "w:tblPrChange",
  "w:tblPrExChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:tblGridChange",
  "w:numberingChange",
  "w:moveFrom",
  "w:delText",
  "w:rt",
]);

interface Control {
  box: { checked: boolean } | null;
  placeholder: boolean;
  contents: boolean;
}

const on = (value: string | undefined) => !["0", "false", "off"].includes(value ?? "1");

/** Reads the body of a document, element by element, into blocks. */
export class Body implements XmlHandlers {
  readonly pending: Pending[] = [];
  readonly inventory: Inventory = {
    insertions: 0,
    deletions: 0,
    pictures: 0,
    embedded: 0,
    otherParts: 0,
    symbols: 0,
    hidden: [],
    notes: [],
  };
  private readonly numbering: Numbering;
  private readonly path: string[] = [];
  private readonly tables = new Tables();
  private readonly fields = new Fields();
  private readonly paragraphs: Paragraph[] = [];
  private readonly controls: Control[] = [];
  /** For each open choice between a new and an old form of the same thing: whether one was taken. */
  private readonly choices: boolean[] = [];
  private skip = 0;
  /** Open controls whose text is their prompt, not an answer. */
  private prompts = 0;
  private rowDeleted = false;
  private run = { hidden: false, font: "" };
  /** Goes before the next paragraph: the text of one whose end was deleted, and a box that precedes its paragraph. */
  private before = nothing();

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (this.skip > 0 || SKIPPED.has(name)) this.skip += 1;
    else this.element(name, attributes, parent);
  };

  readonly close = (name: string): void => {
    this.path.pop();
    if (this.skip > 0) this.skip -= 1;
    else this.ended(name);
  };

  readonly text = (text: string): void => {
    if (this.skip > 0) return;
    const name = this.path.at(-1);
    if (name === "w:t" || name === "m:t") this.say(text);
    else if (name === "w:instrText") this.fields.instruction(text);
  };

  private get paragraph(): Paragraph | undefined {
    return this.paragraphs.at(-1);
  }

  /** Leaves out the element that is being opened, with all that it holds. */
  private leaveOut(): void {
    this.skip = 1;
  }

  private say(text: string): void {
    if (this.fields.mute || this.prompts > 0) return;
    const control = this.controls.at(-1);
    // The box itself was given when its control was opened.
    if (control?.box && isBox(text)) return;
    if (this.run.hidden) {
      this.paragraph?.notices.push((block) => this.inventory.hidden.push({ text, block }));
      return;
    }
    if (!isSymbolFont(this.run.font)) this.paragraph?.add(text);
    else for (const character of text) this.symbol(this.run.font, character.codePointAt(0) ?? 0);
  }

  private symbol(font: string, code: number): void {
    const shown = symbolOf(font, code);
    if (shown === null) this.inventory.symbols += 1;
    if (this.fields.mute || this.prompts > 0 || this.controls.at(-1)?.box) return;
    this.paragraph?.add(shown ?? "\ufffd");
  }

  private element(name: string, attributes: Attributes, parent: string): void {
    const value = attributes["w:val"];
    switch (name) {
      case "w:p":
        this.paragraphs.push(new Paragraph(this.tables.currentPosition(), this.before));
        this.before = nothing();
        break;
      case "w:r":
        this.run = { hidden: false, font: "" };
        break;
      case "w:rFonts":
        if (parent === "w:rPr") this.run.font = attributes["w:ascii"] ?? attributes["w:hAnsi"] ?? "";
        break;
      case "w:vanish":
        if (this.path.at(-3) === "w:r") this.run.hidden = on(value);
        break;
      case "w:br":
      case "w:cr":
        if (!this.fields.mute) this.paragraph?.break();
        break;
      case "w:tab":
        if (parent === "w:r") this.say(" ");
        break;
      case "w:ptab":
        this.say(" ");
        break;
      case "w:noBreakHyphen":
        this.say("-");
        break;
      case "w:sym":
        this.symbol(attributes["w:font"] ?? "", Number.parseInt(attributes["w:char"] ?? "", 16) || 0);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.note(name === "w:footnoteReference" ? "footnote" : "endnote", attributes["w:id"] ?? "");
        break;
      default:
        this.structure(name, attributes, parent);
    }
  }

  private note(kind: "footnote" | "endnote", id: string): void {
    this.paragraph?.notices.push((block) => this.inventory.notes.push({ kind, id, block }));
  }

  /** Tables, lists, changes, controls, fields and what is drawn. */
  private structure(name: string, attributes: Attributes, parent: string): void {
    const value = attributes["w:val"];
    switch (name) {
      case "w:tbl":
        this.flush();
        this.tables.table();
        break;
      case "w:gridCol":
        this.tables.gridColumn(attributes["w:w"]);
        break;
      case "w:tr":
        this.tables.row();
        this.rowDeleted = false;
        break;
      case "w:gridBefore":
        this.tables.skipColumns(value);
        break;
      case "w:tc":
        this.tables.cell();
        if (this.rowDeleted) this.leaveOut();
        break;
      case "w:gridSpan":
        this.tables.span(value);
        break;
      case "w:vMerge":
        if (value !== "restart") this.tables.continues();
        break;
      case "w:pStyle":
        if (this.paragraph !== undefined) this.paragraph.style = value ?? null;
        break;
      case "w:numId":
        if (this.paragraph !== undefined) this.paragraph.list = value ?? null;
        break;
      case "w:ilvl":
        if (this.paragraph !== undefined) this.paragraph.level = Math.min(8, Number(value) || 0);
        break;
      case "w:ins":
      case "w:moveTo":
        this.inventory.insertions += 1;
        break;
      case "w:del":
        this.deleted(parent);
        break;
      default:
        this.control(name, attributes, parent);
    }
  }

  /** A tracked deletion: of a row, of the end of a paragraph, of its content. */
  private deleted(parent: string): void {
    this.inventory.deletions += 1;
    if (parent === "w:trPr") this.rowDeleted = true;
    else if (parent === "w:rPr") {
      if (this.path.at(-3) === "w:pPr" && this.paragraph !== undefined) this.paragraph.endDeleted = true;
    } else this.leaveOut();
  }

  private control(name: string, attributes: Attributes, parent: string): void {
    const value = attributes["w:val"];
    const control = this.controls.at(-1);
    switch (name) {
      case "w:sdt":
        this.controls.push({ box: null, placeholder: false, contents: false });
        break;
      case "w14:checkbox":
        if (control !== undefined) control.box = { checked: false };
        break;
      case "w14:checked":
        if (control?.box) control.box.checked = on(attributes["w14:val"]);
        break;
      case "w:showingPlcHdr":
        if (control !== undefined) control.placeholder = on(value);
        break;
      case "w:docPartGallery":
        if (control !== undefined) control.contents = /table of contents/i.test(value ?? "");
        break;
      case "w:sdtContent":
        if (control?.contents) this.leaveOut();
        else if (control?.box) this.ticked(control.box.checked);
        else if (control?.placeholder) this.prompts += 1;
        break;
      case "w:fldChar":
        if (attributes["w:fldCharType"] === "begin") this.fields.begin();
        else if (attributes["w:fldCharType"] === "separate") this.paragraph?.add(this.fields.separate());
        else if (attributes["w:fldCharType"] === "end") this.paragraph?.add(this.fields.end());
        break;
      case "w:fldSimple":
        if (isContents(attributes["w:instr"] ?? "")) this.leaveOut();
        break;
      default:
        this.drawn(name, attributes, parent);
    }
  }

  private ticked(checked: boolean): void {
    const text = `${box(checked)} `;
    if (this.paragraph !== undefined) this.paragraph.add(text);
    else this.before.lines.at(-1)?.push(text);
  }

  private drawn(name: string, attributes: Attributes, parent: string): void {
    switch (name) {
      case "mc:AlternateContent":
        this.choices.push(false);
        break;
      case "mc:Choice":
      case "mc:Fallback":
        if (this.choices.at(-1) === false) this.choices[this.choices.length - 1] = true;
        else this.leaveOut();
        break;
      case "pic:pic":
      case "v:imagedata":
        this.inventory.pictures += 1;
        break;
      case "w:object":
      case "w:control":
        this.inventory.embedded += 1;
        break;
      case "w:altChunk":
      case "w:subDoc":
        this.inventory.otherParts += 1;
        break;
      case "w:cellDel":
        if (parent === "w:tcPr") this.inventory.deletions += 1;
        break;
      default:
        if (this.fields.mute || name === "w:checkBox") this.fields.element(name, attributes);
    }
  }

  private ended(name: string): void {
    switch (name) {
      case "w:p":
        this.endParagraph();
        break;
      case "w:tc":
      case "w:txbxContent":
      case "w:body":
        this.flush();
        break;
      case "w:tbl":
        this.tables.endTable();
        break;
      case "w:sdt":
        this.controls.pop();
        break;
      case "w:sdtContent": {
        const control = this.controls.at(-1);
        if (control?.placeholder && !control.box && !control.contents) this.prompts -= 1;
        break;
      }
      case "mc:AlternateContent":
        this.choices.pop();
        break;
      default:
    }
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    this.fields.endParagraph();
    if (paragraph === undefined) return;
    const { style, list, level, text, lines, notices } = paragraph;
    if (paragraph.endDeleted) {
      this.before = { lines, notices };
      this.put(paragraph.boxes);
      return;
    }
    const ofStyle = style === null ? null : this.numbering.ofStyle(style);
    const item = list === null ? ofStyle : { list, level: level ?? ofStyle?.level ?? 0 };
    const mark = item === null || text.trim() === "" ? "" : this.numbering.next(item);
    this.put(paragraph.blocks(mark));
  }

  private put(blocks: readonly Pending[]): void {
    const into = this.paragraph?.boxes ?? this.pending;
    for (const block of blocks) into.push(block);
  }

  /** Text that waits for a next paragraph becomes a paragraph where its cell, box or document ends. */
  private flush(): void {
    if (isNothing(this.before)) return;
    this.put(new Paragraph(this.tables.currentPosition(), this.before).blocks(""));
    this.before = nothing();
  }
}
