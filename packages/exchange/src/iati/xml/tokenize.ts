import { DECLARATION, isSpace, NOT_XML, NotWellFormed, nameEnd, resolved } from "./characters.ts";

/** Attributes of an element as read: name, value, name, value, … */
export type Attributes = readonly string[];

/** Called for a document as it is read. */
export interface XmlHandlers {
  /** `line`: where the tag ends. */
  open: (name: string, attributes: Attributes, line: number) => void;
  close: (name: string) => void;
  /** Text between two tags comes in one or several pieces. */
  text: (text: string) => void;
  /** Whether white space alone is wanted, where the reading is. Most of a file's texts are nothing else. */
  spaces: boolean;
}

interface Tag {
  raw: string;
  name: string;
  attributes: Attributes;
  /** An empty element's. */
  closes: boolean;
}

const [NEWLINE, SPACE, QUOTE, AMPERSAND, SLASH, LESS, EQUALS, GREATER] = [10, 32, 34, 38, 47, 60, 61, 62];
const [BANG, APOSTROPHE, QUESTION, BRACKET, SURROGATES] = [33, 39, 63, 93, 0xd800];

/**
 * Reads XML 1.0 as it comes, in pieces: what is well-formed, without a document type, so that the five entities of XML are all there are. Names
 * are not resolved to namespaces. A test holds it against saxes.
 */
export class XmlTokenizer {
  /** Of the end of what was read. */
  line = 1;
  private readonly handlers: XmlHandlers;
  private readonly openNames: string[] = [];
  /** Start tags that came before, each where its like would be: most of a file's are alike. */
  private readonly tags: (Tag | undefined)[] = Array.from({ length: 64 }, () => undefined);
  private begun = false;
  private ended = false;
  /** What is not whole yet. */
  private rest = "";

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers;
  }

  /** How many characters are held until what they begin is whole. */
  get held(): number {
    return this.rest.length;
  }

  /** @throws NotWellFormed */
  write(text: string): void {
    // Only what was begun is put together with its end: V8 reads a text that it put together slower than one that it decoded.
    const head = this.rest === "" ? 0 : text.indexOf(">") + 1;
    if (head > 0) this.read(this.rest + text.slice(0, head), 0, false);
    if (this.rest === "") this.read(text, head, false);
    else this.read(this.rest + text.slice(head), 0, false);
  }

  /** @throws NotWellFormed */
  end(): void {
    this.read(this.rest, 0, true);
    if (this.rest !== "") throw new NotWellFormed("the file ends within markup");
    const name = this.openNames.at(-1);
    if (name !== undefined) throw new NotWellFormed(`the file ends before </${name}>`);
    if (!this.ended) throw new NotWellFormed("there is no element");
  }

  private read(chunk: string, from: number, last: boolean): void {
    let at = !this.begun && chunk.charCodeAt(0) === 0xfeff ? 1 : from;
    while (at < chunk.length) {
      const next = chunk.charCodeAt(at) === LESS ? this.markup(chunk, at) : this.text(chunk, at, last);
      if (next < 0) break;
      this.begun = true;
      at = next;
    }
    this.rest = chunk.slice(at);
  }

  /** Reads text up to the next tag; where it ends, -1 where nothing of it is whole. */
  private text(chunk: string, from: number, last: boolean): number {
    let [end, lines, blank, plain, entities] = [from, 0, true, true, false];
    for (; end < chunk.length; end += 1) {
      const code = chunk.charCodeAt(end);
      if (code > SPACE) {
        if (code === LESS) break;
        blank = false;
        if (code === AMPERSAND) entities = true;
        else if (code === BRACKET || code >= SURROGATES) plain = false;
      } else if (code === NEWLINE) lines += 1;
      else if (code !== SPACE && code !== 9) plain = false;
    }
    if (end === chunk.length && !last) {
      // What the next piece may complete: an entity, the end of a CDATA section, a line's end, a pair of surrogates.
      const cut = /(?:&[^;]{0,40}|\]{1,2}|\r|[\ud800-\udbff])$/.exec(chunk.slice(Math.max(from, end - 41)));
      if (cut !== null) {
        end -= cut[0].length;
        plain = false;
        if (end === from) return -1;
      }
    }
    const within = this.openNames.length > 0;
    if (!within && !blank) throw new NotWellFormed("text outside of the root element");
    if (plain) {
      this.line += lines;
      if (!within || (blank && !this.handlers.spaces)) return end;
    }
    const raw = chunk.slice(from, end);
    const text = plain ? raw : this.checked(raw, "]]>");
    if (within) this.handlers.text(entities ? resolved(text) : text);
    return end;
  }

  private markup(chunk: string, at: number): number {
    switch (chunk.charCodeAt(at + 1)) {
      case SLASH:
        return this.endTag(chunk, at);
      case QUESTION:
        return this.instruction(chunk, at);
      case BANG:
        return this.declaration(chunk, at);
      default:
        return at + 1 === chunk.length ? -1 : this.startTag(chunk, at);
    }
  }

  private startTag(chunk: string, at: number): number {
    const end = chunk.indexOf(">", at);
    if (end < 0) return -1;
    const place =
      (chunk.charCodeAt(end - 2) * 3 +
        chunk.charCodeAt(end - 3) * 7 +
        chunk.charCodeAt(end - 4) * 31 +
        chunk.charCodeAt(at + 1) * 61 +
        (end - at) * 127) &
      63;
    const known = this.tags[place];
    if (known === undefined || known.raw.length !== end + 1 - at || !chunk.startsWith(known.raw, at))
      return this.newTag(chunk, at, place);
    this.opened(known);
    return end + 1;
  }

  private opened({ name, attributes, closes }: Tag): void {
    if (this.ended) throw new NotWellFormed("a second root element");
    this.handlers.open(name, attributes, this.line);
    if (closes) this.close(name);
    else this.openNames.push(name);
  }

  private newTag(chunk: string, at: number, place: number): number {
    const attributes: string[] = [];
    let end = nameEnd(chunk, at + 1);
    const name = this.name(chunk, at + 1, end);
    // Spaces only, so that no line ends within the tag.
    let plain = true;
    let closes = false;
    for (;;) {
      const before = end;
      let code = chunk.charCodeAt(end);
      for (; isSpace(code); code = chunk.charCodeAt(end)) {
        if (code !== SPACE) plain = false;
        end += 1;
      }
      if (code === GREATER) break;
      if (code === SLASH) {
        end += 1;
        if (end === chunk.length) return -1;
        if (chunk.charCodeAt(end) !== GREATER) throw new NotWellFormed(`a tag of ${name} is not closed`);
        closes = true;
        break;
      }
      if (end === chunk.length) return -1;
      if (end === before) throw new NotWellFormed(`no space after ${chunk.slice(at, end)}`);
      const nameFrom = end;
      end = nameEnd(chunk, end);
      const attribute = this.name(chunk, nameFrom, end);
      for (code = chunk.charCodeAt(end); isSpace(code); code = chunk.charCodeAt(end)) {
        plain = false;
        end += 1;
      }
      if (code !== EQUALS && end < chunk.length)
        throw new NotWellFormed(`the attribute ${attribute} has no value`);
      for (code = chunk.charCodeAt(++end); isSpace(code); code = chunk.charCodeAt(end)) {
        plain = false;
        end += 1;
      }
      if (end >= chunk.length) return -1;
      if (code !== QUOTE && code !== APOSTROPHE)
        throw new NotWellFormed(`the value of ${attribute} is not in quotation marks`);
      const valueFrom = end + 1;
      end = chunk.indexOf(code === QUOTE ? '"' : "'", valueFrom);
      if (end < 0) return -1;
      let simple = true;
      for (let index = valueFrom; index < end; index += 1) {
        const each = chunk.charCodeAt(index);
        if (each < SPACE || each === AMPERSAND || each === LESS || each >= SURROGATES) simple = false;
      }
      const raw = chunk.slice(valueFrom, end);
      for (let index = 0; index < attributes.length; index += 2)
        if (attributes[index] === attribute)
          throw new NotWellFormed(`the attribute ${attribute} comes twice`);
      if (simple) attributes.push(attribute, raw);
      else {
        plain = false;
        attributes.push(attribute, this.valueOf(raw));
      }
      end += 1;
    }
    const tag = { raw: chunk.slice(at, end + 1), name, attributes, closes };
    if (plain) this.tags[place] = tag;
    else this.countLines(tag.raw);
    this.opened(tag);
    return end + 1;
  }

  private endTag(chunk: string, at: number): number {
    const name = this.openNames.at(-1);
    if (name === undefined) throw new NotWellFormed("an end tag without its element");
    let end = at + 2 + name.length;
    if (chunk.startsWith(name, at + 2)) {
      while (isSpace(chunk.charCodeAt(end))) end += 1;
      if (chunk.charCodeAt(end) === GREATER) {
        if (end > at + 2 + name.length) this.countLines(chunk.slice(at, end));
        this.openNames.pop();
        this.close(name);
        return end + 1;
      }
      if (end >= chunk.length) return -1;
    } else if (end >= chunk.length && !chunk.includes(">", at)) return -1;
    throw new NotWellFormed(`</${name}> is expected, not ${chunk.slice(at, at + 40)}`);
  }

  private close(name: string): void {
    if (this.openNames.length === 0) this.ended = true;
    this.handlers.close(name);
  }

  /** A processing instruction, which is left out, or the declaration at the start. */
  private instruction(chunk: string, at: number): number {
    const end = chunk.indexOf("?>", at + 2);
    if (end < 0) return -1;
    const body = this.checked(chunk.slice(at + 2, end));
    const target = body.slice(0, nameEnd(body, 0));
    if (target === "" || (target.length < body.length && !isSpace(body.charCodeAt(target.length))))
      throw new NotWellFormed("a processing instruction whose name is none");
    if (target.toLowerCase() === "xml" && (this.begun || !DECLARATION.test(body)))
      throw new NotWellFormed("an XML declaration that is wrong, or not at the start");
    return end + 2;
  }

  /** A comment, which is left out; a CDATA section. */
  private declaration(chunk: string, at: number): number {
    if (chunk.startsWith("<!--", at)) {
      const end = chunk.indexOf("-->", at + 4);
      if (end < 0) return -1;
      this.checked(`${chunk.slice(at + 4, end)}-`, "--");
      return end + 3;
    }
    if (chunk.startsWith("<![CDATA[", at) && this.openNames.length > 0) {
      const end = chunk.indexOf("]]>", at + 9);
      if (end < 0) return -1;
      const text = this.checked(chunk.slice(at + 9, end));
      if (text !== "") this.handlers.text(text);
      return end + 3;
    }
    if (chunk.startsWith("<!DOCTYPE", at)) throw new NotWellFormed("a document type", true);
    const start = chunk.slice(at);
    if (["<!--", "<![CDATA[", "<!DOCTYPE"].some((each) => each.startsWith(start))) return -1;
    throw new NotWellFormed("neither a comment nor a CDATA section");
  }

  /** The name between two places. */
  private name(chunk: string, from: number, end: number): string {
    if (end === from) {
      if (from === chunk.length) return "";
      throw new NotWellFormed(`no name begins with ${chunk.slice(from, from + 1)}`);
    }
    return chunk.slice(from, end);
  }

  /** An attribute's value: its white space is spaces. */
  private valueOf(raw: string): string {
    if (raw.includes("<")) throw new NotWellFormed("< within a value");
    const value = raw.replace(/\r\n?|[\t\n]/g, " ");
    if (NOT_XML.test(value)) throw new NotWellFormed("a character that XML does not allow");
    return resolved(value);
  }

  /** A text whose lines end in `\n`. `without`: what it may not have. */
  private checked(raw: string, without?: string): string {
    if (NOT_XML.test(raw)) throw new NotWellFormed("a character that XML does not allow");
    if (without !== undefined && raw.includes(without)) throw new NotWellFormed(`${without} within a text`);
    this.countLines(raw);
    return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  }

  private countLines(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE || (code === 13 && text.charCodeAt(at + 1) !== NEWLINE)) this.line += 1;
    }
  }
}
