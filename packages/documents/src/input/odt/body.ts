import { DocumentBuilder } from "../document-builder.ts";
import { box } from "../docx/symbols.ts";
import type { Attributes, XmlHandlers } from "../ooxml/index.ts";
import type { ListStyles } from "./lists.ts";

/** Repetitions in cells and spaces, which a file may claim without end. */
const MAX_REPEATED = 100;

/** Elements without text of the document: what was deleted, indexes, fields' own settings, what only repeats. */
const SKIPPED = new Set([
  "text:tracked-changes",
  "text:table-of-content",
  "text:alphabetical-index",
  "text:illustration-index",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "office:annotation",
  "text:ruby-text",
  "svg:title",
  "svg:desc",
  "office:event-listeners",
  "text:hidden-text",
]);

interface OpenList {
  style: string;
  item: number;
  /** Whether the next paragraph is the first of its item. */
  first: boolean;
}

const repeated = (value: string | undefined): number =>
  Math.max(1, Math.min(MAX_REPEATED, Number(value) || 1));

/** Reads the body of an OpenDocument text, element by element, into blocks. */
export class OdtBody implements XmlHandlers {
  readonly builder = new DocumentBuilder();
  changes = 0;
  comments = 0;
  pictures = 0;
  readonly notes: string[] = [];
  private readonly styles: ListStyles;
  private readonly lists: OpenList[] = [];
  private skip = 0;
  /** Open notes: their text is kept apart. */
  private note: string | null = null;
  /** Paragraphs that are open: one may hold a frame with others. */
  private paragraphs = 0;
  private inBody = false;
  /** Styles of frames' check boxes of forms, by their control: whether each is ticked. */
  private readonly boxes = new Map<string, boolean>();

  constructor(styles: ListStyles) {
    this.styles = styles;
  }

  readonly text = (text: string): void => {
    if (this.skip > 0 || this.paragraphs === 0) return;
    if (this.note !== null) this.note += text;
    else this.builder.text(text.replace(/[\t\n\r ]+/g, " "));
  };

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.skip > 0 || SKIPPED.has(name)) {
      if (name === "office:annotation") this.comments += 1;
      if (name === "text:changed-region") this.changes += 1;
      this.skip += 1;
      return;
    }
    if (name === "office:text") this.inBody = true;
    if (!this.inBody) this.styles.open(name, attributes);
    else if (this.note === null) this.element(name, attributes);
  };

  private element(name: string, attributes: Attributes): void {
    const { builder } = this;
    switch (name) {
      case "text:p":
      case "text:h":
        if (this.paragraphs > 0) builder.endParagraph();
        this.paragraphs += 1;
        builder.text(this.mark());
        break;
      case "text:s":
        builder.text(" ".repeat(repeated(attributes["text:c"])));
        break;
      case "text:tab":
        builder.text(" ");
        break;
      case "text:line-break":
        builder.lineBreak();
        break;
      case "text:note":
        this.note = "";
        break;
      case "text:list":
        this.openList(attributes);
        break;
      case "text:list-item":
      case "text:list-header": {
        const list = this.lists.at(-1);
        if (list === undefined) break;
        list.first = name === "text:list-item";
        const start = Number(attributes["text:start-value"]);
        list.item = Number.isInteger(start) ? start : list.item + Number(list.first);
        break;
      }
      default:
        this.structure(name, attributes);
    }
  }

  private structure(name: string, attributes: Attributes): void {
    const { builder } = this;
    const columns = Number(attributes["table:number-columns-spanned"] ?? 1);
    switch (name) {
      case "table:table":
        builder.openTable();
        break;
      case "table:table-row":
        builder.openRow();
        break;
      case "table:table-cell":
        builder.openCell({ columns, rows: Number(attributes["table:number-rows-spanned"] ?? 1) });
        break;
      case "draw:image":
        this.pictures += 1;
        break;
      case "form:checkbox":
        this.boxes.set(attributes["form:id"] ?? "", attributes["form:current-state"] === "checked");
        break;
      case "draw:control":
        builder.text(this.control(attributes["draw:control"] ?? ""));
        break;
      case "field:fieldmark":
        this.field = { type: attributes["field:type"] ?? "", checked: false, entries: [], selected: null };
        break;
      case "field:param":
        this.parameter(attributes["field:name"] ?? "", attributes["field:value"] ?? "");
        break;
      default:
    }
  }

  /** The form field that is open: a box to tick or a list to choose from. */
  private field: { type: string; checked: boolean; entries: string[]; selected: number | null } | null = null;

  private parameter(name: string, value: string): void {
    const { field } = this;
    if (field === null) return;
    if (/checked/i.test(name)) field.checked = value === "true";
    else if (/listentry/i.test(name) && field.entries.length < MAX_REPEATED) field.entries.push(value);
    else if (/selected/i.test(name)) field.selected = Number(value);
  }

  private endField(): void {
    const { field } = this;
    this.field = null;
    if (field === null) return;
    if (/checkbox/i.test(field.type)) this.builder.text(`${box(field.checked)} `);
    else if (/dropdown/i.test(field.type) && field.selected !== null)
      this.builder.text(field.entries[field.selected] ?? "");
  }

  private control(id: string): string {
    const ticked = this.boxes.get(id);
    return ticked === undefined ? "" : `${box(ticked)} `;
  }

  private openList(attributes: Attributes): void {
    const outer = this.lists.at(-1);
    const style = attributes["text:style-name"] ?? outer?.style ?? "";
    const goesOn =
      attributes["text:continue-numbering"] === "true" || attributes["text:continue-list"] !== undefined;
    const level = this.lists.length + 1;
    const item = goesOn
      ? (this.lastItems.get(`${style} ${level}`) ?? 0)
      : this.styles.start(style, level) - 1;
    this.lists.push({ style, item, first: false });
  }

  private readonly lastItems = new Map<string, number>();

  /** The number or bullet of the paragraph that is being opened. */
  private mark(): string {
    const list = this.lists.at(-1);
    if (list === undefined || !list.first) return "";
    list.first = false;
    return this.styles.mark(
      list.style,
      this.lists.map(({ item }) => item),
    );
  }

  readonly close = (name: string): void => {
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    if (!this.inBody) {
      this.styles.close(name);
      return;
    }
    if (this.note !== null) {
      if (name === "text:note") {
        this.notes.push(this.note);
        this.note = null;
      }
      return;
    }
    const { builder } = this;
    switch (name) {
      case "text:p":
      case "text:h":
        this.paragraphs -= 1;
        builder.endParagraph();
        break;
      case "text:list": {
        const list = this.lists.pop();
        if (list !== undefined) this.lastItems.set(`${list.style} ${this.lists.length + 1}`, list.item);
        break;
      }
      case "field:fieldmark":
        this.endField();
        break;
      case "table:table-cell":
        builder.closeCell();
        break;
      case "table:table-row":
        builder.closeRow();
        break;
      case "table:table":
        builder.closeTable();
        break;
      default:
    }
  };
}
