import { DocumentBuilder } from "../document-builder.ts";
import { box, symbolOf } from "../docx/symbols.ts";
import { RtfFonts } from "./fonts.ts";
import type { RtfToken } from "./tokens.ts";

const MAX_DEPTH = 1000;
const MAX_CELLS = 1000;

/** Destinations without text of the document. */
const SKIPPED = new Set(
  "colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote object listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst annotation atnid atnauthor bkmkstart bkmkend shpinst nonshppict filetbl revtbl pgptbl mmathPr ftnsep ftnsepc aftnsep aftnsepc userprops private datafield nonesttables".split(
    " ",
  ),
);
/** Extensions (`\*`) that are read all the same. */
const READ_EXTENSIONS = new Set(["shppict", "nesttableprops", "formfield", "ffdata", "ffl"]);

const SPECIAL: Readonly<Record<string, string>> = {
  tab: " ",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  "~": "\u00a0",
  _: "-",
  "-": "",
  "\\": "\\",
  "{": "{",
  "}": "}",
};

interface State {
  skip: boolean;
  hidden: boolean;
  font: number;
  /** Characters that mean one that `\u` gives, for programs without Unicode. */
  unicodeSkip: number;
  destination: "text" | "fonts" | "field" | "entry";
}

interface CellDefinition {
  right: number;
  continues: boolean;
  joinsLeft: boolean;
}

export class TooDeep extends Error {}

/** Reads an RTF document, token by token, into blocks. */
export class RtfBody {
  readonly builder = new DocumentBuilder();
  pictures = 0;
  notes = 0;
  deletions = 0;
  private readonly fonts = new RtfFonts();
  private state: State = { skip: false, hidden: false, font: 0, unicodeSkip: 1, destination: "text" };
  private readonly stack: State[] = [];
  private bytes: number[] = [];
  private pendingSkip = 0;
  private extension = false;
  /** Nesting of the tables that the open paragraph is in; 0 outside of any. */
  private depth = 0;
  private tables = 0;
  private readonly cells: CellDefinition[][] = [];
  private readonly cellIndex: number[] = [];
  private cellIsOpen: boolean[] = [];
  private definition: Omit<CellDefinition, "right"> = { continues: false, joinsLeft: false };
  private field: { type: number; result: number | null; fallback: number; entries: string[] } | null = null;

  token(token: RtfToken): void {
    if (token.kind !== "byte") this.flush();
    switch (token.kind) {
      case "open":
        if (this.stack.length > MAX_DEPTH) throw new TooDeep();
        this.stack.push({ ...this.state });
        this.pendingSkip = 0;
        break;
      case "close":
        this.closeGroup();
        break;
      case "byte":
        if (this.pendingSkip > 0) this.pendingSkip -= 1;
        else if (!this.state.skip) this.bytes.push(token.value);
        break;
      case "text":
        this.characters(token.text);
        break;
      case "word":
        this.word(token.name, token.value);
        break;
    }
  }

  private closeGroup(): void {
    const { destination } = this.state;
    this.state = this.stack.pop() ?? this.state;
    this.extension = false;
    this.pendingSkip = 0;
    if (destination === "field" && this.state.destination !== "field") this.endField();
  }

  /** What a form field shows: a box, or the chosen entry of its list. */
  private endField(): void {
    const { field } = this;
    this.field = null;
    if (field === null) return;
    const result = field.result === null || field.result === 25 ? field.fallback : field.result;
    const shown =
      field.type === 1 ? `${box(result === 1)} ` : field.type === 2 ? (field.entries[result] ?? "") : "";
    if (shown.trim() === "") return;
    this.enter();
    this.builder.text(shown.trimStart());
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const { bytes } = this;
    this.bytes = [];
    const symbols = this.fonts.symbolFont(this.state.font);
    if (symbols !== null) this.say(bytes.map((byte) => symbolOf(symbols, byte) ?? "\ufffd").join(""));
    else this.say(this.fonts.decode(this.state.font, bytes));
  }

  private characters(text: string): void {
    const shown = text.slice(Math.min(this.pendingSkip, text.length));
    this.pendingSkip -= text.length - shown.length;
    const symbols = this.fonts.symbolFont(this.state.font);
    if (symbols === null || this.state.destination !== "text") this.say(shown);
    else this.say([...shown].map((each) => symbolOf(symbols, each.charCodeAt(0)) ?? "\ufffd").join(""));
  }

  private say(text: string): void {
    if (this.builder.isFull) throw new TooDeep();
    if (this.state.skip || text === "") return;
    if (this.state.destination === "fonts") this.fonts.name(text);
    else if (this.state.destination === "entry") {
      const last = (this.field?.entries.length ?? 0) - 1;
      if (this.field !== null && last >= 0) this.field.entries[last] += text;
    } else if (this.state.destination === "text" && !this.state.hidden) {
      this.enter();
      this.builder.text(text);
    }
  }

  /** Opens the tables, rows and cells that the open paragraph is in, and closes those that it is not. */
  private enter(): void {
    while (this.tables > this.depth) this.leaveTable();
    while (this.tables < this.depth) {
      this.builder.openTable();
      this.tables += 1;
      this.cellIndex[this.tables] = 0;
      this.cellIsOpen[this.tables] = false;
      this.builder.openRow();
    }
    if (this.tables > 0 && this.cellIsOpen[this.tables] !== true) this.openCell();
  }

  private leaveTable(): void {
    this.builder.closeTable();
    this.tables -= 1;
  }

  private openCell(): void {
    const index = this.cellIndex[this.tables] ?? 0;
    const definitions = this.cells[this.tables] ?? [];
    const found = definitions[index];
    const right = definitions.slice(index + 1).findIndex(({ joinsLeft }) => !joinsLeft);
    const last = right < 0 ? definitions.at(-1) : definitions[index + right];
    const left = index === 0 ? 0 : (definitions[index - 1]?.right ?? index * 1000);
    const edge = last?.right ?? (index + 1) * 1000;
    this.builder.openCell({ continues: found?.continues === true, edges: [left, Math.max(left + 1, edge)] });
    this.cellIsOpen[this.tables] = true;
  }

  private endCell(): void {
    if (this.builder.isFull) throw new TooDeep();
    this.enter();
    this.builder.closeCell();
    this.cellIsOpen[this.tables] = false;
    const definitions = this.cells[this.tables] ?? [];
    this.cellIndex[this.tables] = (this.cellIndex[this.tables] ?? 0) + 1;
    // The cells that a merged one replaces end without text.
    if (definitions[this.cellIndex[this.tables] ?? 0]?.joinsLeft === true) this.joined += 1;
  }

  private joined = 0;

  private endRow(): void {
    if (this.tables === 0) return;
    this.builder.closeRow();
    this.cellIndex[this.tables] = 0;
    this.cellIsOpen[this.tables] = false;
    this.builder.openRow();
  }

  private word(name: string, value: number | null): void {
    const { state } = this;
    if (name === "*") {
      this.extension = true;
      return;
    }
    if (this.extension) {
      this.extension = false;
      if (!READ_EXTENSIONS.has(name) && name !== "listtext") state.skip = true;
    }
    if (name === "pict" && !state.skip) this.pictures += 1;
    if (name === "footnote" && !state.skip) this.notes += 1;
    if (SKIPPED.has(name)) state.skip = true;
    // A form field is kept in the instruction of its field, of which nothing else is shown.
    if (name === "formfield" || name === "ffdata") state.skip = false;
    if (state.skip) return;
    if (name === "'" || name === "u") this.unicode(value ?? 0);
    else if (Object.hasOwn(SPECIAL, name)) this.say(SPECIAL[name] ?? "");
    else this.control(name, value);
  }

  private unicode(value: number): void {
    const code = value < 0 ? value + 65_536 : value;
    const symbols = this.fonts.symbolFont(this.state.font);
    const symbol = code >= 0xf000 && code <= 0xf0ff ? symbolOf(symbols ?? "Wingdings", code) : null;
    if (code > 0 && code <= 0xffff) this.say(symbol ?? String.fromCharCode(code));
    this.pendingSkip = this.state.unicodeSkip;
  }

  private control(name: string, value: number | null): void {
    const { state, builder } = this;
    switch (name) {
      case "ansicpg":
        this.fonts.codePage = value === 65_001 ? "utf-8" : `windows-${value ?? 1252}`;
        break;
      case "uc":
        state.unicodeSkip = Math.max(0, Math.min(8, value ?? 1));
        break;
      case "fonttbl":
        state.destination = "fonts";
        break;
      case "f":
        state.font = value ?? 0;
        if (state.destination === "fonts") this.fonts.define(state.font);
        break;
      case "fcharset":
        this.fonts.charset(value ?? 1);
        break;
      case "plain":
        state.hidden = false;
        break;
      case "v":
      case "deleted":
        state.hidden = value !== 0;
        if (name === "deleted" && value !== 0) this.deletions += 1;
        break;
      case "par":
      case "sect":
      case "page":
        this.enter();
        builder.endParagraph();
        break;
      case "line":
        this.enter();
        builder.lineBreak();
        break;
      default:
        this.table(name, value);
    }
  }

  private table(name: string, value: number | null): void {
    switch (name) {
      case "pard":
        this.depth = 0;
        break;
      case "intbl":
        this.depth = Math.max(1, this.depth);
        break;
      case "itap":
        this.depth = Math.max(0, Math.min(8, value ?? 1));
        break;
      case "trowd":
        this.cells[Math.max(1, this.depth)] = [];
        this.definition = { continues: false, joinsLeft: false };
        break;
      case "clvmrg":
        this.definition.continues = true;
        break;
      case "clmrg":
        this.definition.joinsLeft = true;
        break;
      case "cellx": {
        const cells = this.cells[Math.max(1, this.depth)] ?? [];
        if (cells.length < MAX_CELLS) cells.push({ ...this.definition, right: value ?? 0 });
        this.cells[Math.max(1, this.depth)] = cells;
        this.definition = { continues: false, joinsLeft: false };
        break;
      }
      case "cell":
      case "nestcell":
        if (this.joined > 0) {
          this.joined -= 1;
          this.cellIndex[this.tables] = (this.cellIndex[this.tables] ?? 0) + 1;
          break;
        }
        this.depth = Math.max(1, this.depth);
        this.endCell();
        break;
      case "row":
      case "nestrow":
        this.endRow();
        break;
      case "formfield":
      case "ffdata":
        this.state.destination = "field";
        break;
      case "fftype":
        this.field = { type: value ?? 0, result: null, fallback: 0, entries: [] };
        break;
      case "ffl":
        this.state.destination = "entry";
        if ((this.field?.entries.length ?? 100) < 100) this.field?.entries.push("");
        break;
      case "ffres":
        if (this.field !== null) this.field.result = value;
        break;
      case "ffdefres":
        if (this.field !== null) this.field.fallback = value ?? 0;
        break;
      default:
    }
  }

  finish(): void {
    this.flush();
    this.depth = 0;
    this.enter();
  }
}
