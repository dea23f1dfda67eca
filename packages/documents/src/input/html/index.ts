import { bilingual, type Result, refuse } from "@cadre/core";
import type { ReadDocument } from "../../blocks/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { DocumentBuilder } from "../document-builder.ts";
import { excerpt, findingOf, problem } from "../problem.ts";

const MAX_ELEMENTS = 300_000;
const MAX_DEPTH = 1000;

/** Elements whose text is not shown. */
const HIDDEN = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "title",
  "svg",
  "nav",
  "object",
  "datalist",
]);
const BLOCK = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main aside blockquote pre form fieldset legend address figure figcaption caption hr body center details summary".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);

const isOff = (attributes: Readonly<Record<string, string>>): boolean =>
  Object.hasOwn(attributes, "hidden") ||
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i.test(attributes.style ?? "");

/** What a field of a form shows. */
function controlText(attributes: Readonly<Record<string, string>>): string {
  const type = (attributes.type ?? "text").toLowerCase();
  if (type === "checkbox" || type === "radio") return Object.hasOwn(attributes, "checked") ? "☒ " : "☐ ";
  return ["hidden", "submit", "button", "reset", "image", "password", "file"].includes(type)
    ? ""
    : (attributes.value ?? "");
}

class TooLarge extends Error {}

class HtmlBody {
  readonly builder = new DocumentBuilder();
  pictures = 0;
  private hidden = 0;
  private elements = 0;
  private depth = 0;
  /** Lists that are open: the number of the last item, `null` where it has a bullet. */
  private readonly lists: (number | null)[] = [];
  /** Whether white space is kept. */
  private preformatted = 0;
  /** Elements that are open, with whether each is hidden. */
  private readonly path: { name: string; hidden: boolean }[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements += 1;
    this.depth += 1;
    if (this.elements > MAX_ELEMENTS || this.depth > MAX_DEPTH || this.builder.isFull) throw new TooLarge();
    // Deletions of tracked changes, which a saved page of Word keeps.
    const hidden = HIDDEN.has(name) || name === "del" || isOff(attributes);
    this.path.push({ name, hidden });
    if (hidden) this.hidden += 1;
    if (this.hidden > 0) return;
    const { builder } = this;
    if (name === "br") builder.lineBreak();
    else if (name === "table") builder.openTable();
    else if (name === "tr") builder.openRow();
    else if (CELLS.has(name))
      builder.openCell({ columns: Number(attributes.colspan ?? 1), rows: Number(attributes.rowspan ?? 1) });
    else if (name === "img") this.pictures += 1;
    else if (name === "input") builder.text(controlText(attributes));
    else if (name === "option" && !Object.hasOwn(attributes, "selected")) {
      this.path[this.path.length - 1] = { name, hidden: true };
      this.hidden += 1;
    } else if (BLOCK.has(name)) {
      builder.endParagraph();
      if (name === "pre") this.preformatted += 1;
      if (name === "ul" || name === "ol")
        this.lists.push(name === "ol" ? Number(attributes.start ?? 1) - 1 : null);
      if (name === "li") this.item();
    }
  }

  private item(): void {
    const last = this.lists.at(-1);
    if (last === undefined || last === null) this.builder.text("· ");
    else {
      this.lists[this.lists.length - 1] = last + 1;
      this.builder.text(`${last + 1}. `);
    }
  }

  text(text: string): void {
    if (this.hidden > 0) return;
    if (this.builder.isFull) throw new TooLarge();
    if (this.preformatted > 0) {
      for (const [index, line] of text.split("\n").entries()) {
        if (index > 0) this.builder.lineBreak();
        this.builder.text(line);
      }
    } else this.builder.text(text.replace(/[\t\n\r ]+/g, " "));
  }

  close(name: string): void {
    this.depth -= 1;
    const open = this.path.pop();
    if (this.hidden > 0) {
      if (open?.hidden) this.hidden -= 1;
      return;
    }
    const { builder } = this;
    if (name === "table") builder.closeTable();
    else if (name === "tr") builder.closeRow();
    else if (CELLS.has(name)) builder.closeCell();
    else if (BLOCK.has(name)) {
      builder.endParagraph();
      if (name === "pre") this.preformatted -= 1;
      if (name === "ul" || name === "ol") this.lists.pop();
    }
  }
}

/**
 * Reads a saved web page, or a table copied from Word or a spreadsheet as HTML, into blocks. Scripts, styles, hidden text and pictures are
 * not read; nothing is fetched.
 */
export async function blocksOfHtml(html: string): Promise<Result<ReadDocument>> {
  const { Parser } = await import("htmlparser2");
  const body = new HtmlBody();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => body.open(name, attributes),
      ontext: (text) => body.text(text),
      onclosetag: (name) => body.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  try {
    parser.end(html);
    if (body.builder.isFull) throw new TooLarge();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const limit = `${MAX_ELEMENTS} elements`;
    return refuse(
      problem(
        "html-too-large",
        { path: "file" },
        bilingual(en.htmlTooLarge, fr.htmlTooLarge, MAX_ELEMENTS),
        "more",
        limit,
      ),
    );
  }
  const blocks = body.builder.finish();
  const { pictures } = body;
  const findings =
    pictures === 0
      ? []
      : [
          findingOf(
            "picture-unread",
            "info",
            { path: "file" },
            bilingual(en.htmlPicturesUnread, fr.htmlPicturesUnread, pictures),
            pictures,
            null,
          ),
        ];
  if (blocks.every(({ text }) => text === ""))
    return refuse(
      problem(
        "input-empty",
        { path: "file" },
        bilingual(en.htmlEmpty, fr.htmlEmpty),
        excerpt(html),
        "a page with text",
      ),
    );
  return { ok: true, value: { blocks, findings }, findings };
}
