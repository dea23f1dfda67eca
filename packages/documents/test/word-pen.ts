import { xmlText } from "./docx.ts";

/**
 * What has to carry a document: Word's own format; or LibreOffice through `.odt`, which loses formulas and controls around paragraphs and
 * cells; or it through `.doc`, where it also takes what was moved and the end of a deleted paragraph for something else, and sets text
 * boxes elsewhere.
 */
export type Carrier = "docx" | "odt" | "doc";

/**
 * Writes text as Word itself writes it: cut into runs wherever its author stopped, in controls, fields and tracked changes. What a pen
 * writes has the text that was passed to it, and nothing else; what is beside the text (notes, comments) is kept for parts of their own.
 */
export class WordPen {
  readonly footnotes: string[] = [];
  readonly comments: string[] = [];
  private ids = 100;
  private readonly turns = new Map<string, number>();
  private readonly language: "fr" | "en";
  readonly carrier: Carrier;

  constructor(language: "fr" | "en", carrier: Carrier) {
    this.language = language;
    this.carrier = carrier;
  }

  id(): number {
    this.ids += 1;
    return this.ids;
  }

  /** Takes turns, so that no way to write a thing is left out. */
  turn<T>(thing: string, ways: readonly T[]): T {
    const turn = this.turns.get(thing) ?? 0;
    this.turns.set(thing, turn + 1);
    return ways[turn % ways.length] as T;
  }

  /** The content of a run: hyphens that do not break, hyphens for the end of a line, tabs for white space. */
  private content(text: string): string {
    const parts = text.split(/((?<=\p{L})-(?=\p{N})|(?<=\p{L}{8})(?=\p{L}{4})| {3,})/u);
    const signs = (part: string) =>
      part === "" ? "<w:softHyphen/>" : part === "-" ? "<w:noBreakHyphen/>" : "<w:tab/>";
    // Every other part is what is between two words.
    return parts
      .map((part, index) =>
        index % 2 === 1 ? signs(part) : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`,
      )
      .join("");
  }

  run(text: string, properties = ""): string {
    const language = `<w:lang w:val="${this.language === "fr" ? "fr-FR" : "en-GB"}"/>`;
    return `<w:r w:rsidR="00A7${this.ids}" w:rsidRPr="00C10B2D"><w:rPr>${properties}${language}</w:rPr>${this.content(text)}</w:r>`;
  }

  /** Cut within words, with what the spelling check, a bookmark and the last page break leave between. */
  typed = (text: string): string => {
    const [a, b] = [Math.floor(text.length / 3), Math.floor((text.length * 2) / 3)];
    const name = this.id();
    return [
      `<w:bookmarkStart w:id="${name}" w:name="_GoBack${name}"/>`,
      text.slice(0, a) && this.run(text.slice(0, a), "<w:b/>"),
      '<w:proofErr w:type="spellStart"/>',
      text.slice(a, b) && this.run(text.slice(a, b)),
      '<w:proofErr w:type="spellEnd"/><w:r><w:lastRenderedPageBreak/></w:r>',
      `<w:bookmarkEnd w:id="${name}"/>`,
      this.run(text.slice(b), "<w:i/>"),
    ].join("");
  };

  private halves(text: string): [string, string] {
    const index = text.indexOf(" ", text.length / 2);
    return index < 0 ? ["", text] : [text.slice(0, index), text.slice(index)];
  }

  private change = () =>
    `w:id="${this.id()}" w:author="M. Traor&#233;" w:date="2020-11-${10 + (this.ids % 19)}T09:00:00Z"`;

  deletion(text: string): string {
    const run = `<w:r><w:delText xml:space="preserve">${xmlText(text)}</w:delText></w:r>`;
    return `<w:del ${this.change()}>${run}</w:del>`;
  }

  insertion = (runs: string) => `<w:ins ${this.change()}>${runs}</w:ins>`;
  /** Marks a row, a cell or the end of a paragraph as put in or taken out. */
  mark = (kind: "ins" | "del" | "moveFrom" | "moveTo") => `<w:${kind} ${this.change()}/>`;

  /** The second half typed over another text. */
  changed = (text: string): string => {
    const [before, after] = this.halves(text);
    return (before && this.run(before)) + this.deletion(" 999 projets") + this.insertion(this.run(after));
  };

  /** The words brought here from elsewhere in the paragraph, whose place is still shown. */
  moved = (text: string): string => {
    if (this.carrier === "doc") return this.changed(text);
    const [before, after] = this.halves(text);
    const name = `move${this.id()}`;
    const from = `<w:moveFromRangeStart ${this.change()} w:name="${name}"/><w:moveFrom ${this.change()}>${this.run(after)}</w:moveFrom><w:moveFromRangeEnd w:id="${this.id()}"/>`;
    const to = `<w:moveToRangeStart ${this.change()} w:name="${name}"/><w:moveTo ${this.change()}>${this.run(after)}</w:moveTo><w:moveToRangeEnd w:id="${this.id()}"/>`;
    return from + (before && this.run(before)) + to;
  };

  smartTag = (text: string): string => {
    const [before, after] = this.halves(text);
    const tag = `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">${this.run(after)}</w:smartTag>`;
    return (before && this.run(before)) + tag;
  };

  hyperlink = (text: string): string =>
    `<w:hyperlink w:anchor="_GoBack" w:history="1">${this.typed(text)}</w:hyperlink>`;
  customXml = (text: string): string =>
    `<w:customXml w:uri="urn:example" w:element="fact">${this.run(text)}</w:customXml>`;
  simpleField = (text: string): string =>
    `<w:fldSimple w:instr=" FILLIN  &quot;Réponse&quot; \\* MERGEFORMAT ">${this.run(text)}</w:fldSimple>`;
  /** A number set as a formula. */
  formula = (text: string): string =>
    `<m:oMath><m:r><m:t xml:space="preserve">${xmlText(text)}</m:t></m:r></m:oMath>`;

  private field(data: string, instruction: string, result: string | null): string {
    const mark = (type: string, content = "") =>
      `<w:r><w:fldChar w:fldCharType="${type}">${content}</w:fldChar></w:r>`;
    const [one, other] = [instruction.slice(0, 6), instruction.slice(6)];
    const words = [one, other].map(
      (part) => `<w:r><w:instrText xml:space="preserve">${xmlText(part)}</w:instrText></w:r>`,
    );
    const shown = result === null ? "" : mark("separate") + result;
    return mark("begin", data) + words.join("") + shown + mark("end");
  }

  link = (text: string): string =>
    this.field("", ' HYPERLINK "https://example.org/?TOC" \\o "Aller" ', this.run(text));

  private formData = (kind: string) =>
    `<w:ffData><w:name w:val="Texte${this.id()}"/><w:enabled/><w:calcOnExit w:val="0"/>${kind}</w:ffData>`;
  /** A text field of an old form; unfilled it shows five wide spaces. */
  formText = (text: string): string =>
    this.field(
      this.formData("<w:textInput/>"),
      " FORMTEXT ",
      text === "" ? this.run("\u2002".repeat(5)) : this.typed(text),
    );
  /** A list of an old form, its choice by number. */
  formList = (text: string): string => {
    const entries = ["Veuillez s\u00e9lectionner", "Autre chose", text].map(
      (entry) => `<w:listEntry w:val="${xmlText(entry).replaceAll('"', "&quot;")}"/>`,
    );
    const chosen = text === "" ? "" : '<w:result w:val="2"/>';
    return this.field(
      this.formData(`<w:ddList>${chosen}<w:default w:val="0"/>${entries.join("")}</w:ddList>`),
      " FORMDROPDOWN ",
      null,
    );
  };
  private formBox = (ticked: boolean): string =>
    this.field(
      this.formData(
        `<w:checkBox><w:sizeAuto/><w:default w:val="${ticked ? 0 : 1}"/><w:checked w:val="${ticked ? 1 : 0}"/></w:checkBox>`,
      ),
      " FORMCHECKBOX ",
      "",
    );

  control(kind: string, content: string): string {
    return `<w:sdt><w:sdtPr><w:alias w:val="Choix"/><w:tag w:val="t${this.id()}"/><w:id w:val="${this.id()}"/>${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  }
  /** A control that nobody has filled shows its prompt. */
  private prompt = (kind: string, words: string) =>
    this.control(`<w:showingPlcHdr/>${kind}`, this.run(words, '<w:rStyle w:val="PlaceholderText"/>'));
  textControl = (text: string): string =>
    text === ""
      ? this.prompt("<w:text/>", "Cliquez ou appuyez ici pour entrer du texte.")
      : this.control("<w:text/>", this.typed(text));
  listControl = (text: string): string => {
    const item = (words: string) =>
      `<w:listItem w:displayText="${xmlText(words).replaceAll('"', "&quot;")}" w:value="${this.id()}"/>`;
    const kind = `<w:dropDownList>${item("Choisissez un \u00e9l\u00e9ment.")}${item(text || "GM3")}</w:dropDownList>`;
    return text === ""
      ? this.prompt(kind, "Choisissez un \u00e9l\u00e9ment.")
      : this.control(kind, this.run(text));
  };
  dateControl = (text: string): string =>
    this.control(
      '<w:date w:fullDate="1999-01-01T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/><w:calendar w:val="gregorian"/></w:date>',
      this.run(text),
    );
  private boxControl = (ticked: boolean): string =>
    this.control(
      `<w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`,
      this.run(ticked ? "\u2612" : "\u2610", '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/>'),
    );

  /** A box to tick, by each of the means that Word has had. */
  box(ticked: boolean): string {
    const code = ticked ? "F078" : "F0A8";
    return this.turn("box", [
      () => this.boxControl(ticked),
      () => this.formBox(ticked),
      () => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`,
    ])();
  }

  footnote = (text: string): string => {
    const id = this.id();
    this.footnotes.push(
      `<w:footnote w:id="${id}"><w:p>${this.run("Voir ")}${this.deletion("12")}${this.run(`la note ${id}.`)}</w:p></w:footnote>`,
    );
    return `${this.run(text)}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
  };
  commented = (text: string): string => {
    const id = this.id();
    this.comments.push(
      `<w:comment ${this.change().replace(/w:id="\d+"/, `w:id="${id}"`)}><w:p>${this.run("\u00c0 revoir 77")}</w:p></w:comment>`,
    );
    return `<w:commentRangeStart w:id="${id}"/>${this.run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  };

  /** Words in prose. */
  prose(text: string): string {
    const { typed, changed, moved, smartTag, hyperlink, customXml, footnote, commented, link } = this;
    return this.turn("prose", [
      typed,
      changed,
      smartTag,
      footnote,
      moved,
      hyperlink,
      commented,
      customXml,
      link,
    ])(text);
  }

  /** Words in a text box, in which Word sets no notes. */
  boxed(text: string): string {
    return this.turn("boxed", [this.typed, this.changed, this.smartTag])(text);
  }

  /** An answer, or a cell of the table. */
  answer(text: string): string {
    const { formText, formList, textControl, listControl } = this;
    // What has nothing chosen or typed in it is a form's.
    if (text.trim() === "") return this.turn("nothing", [formText, textControl, listControl])("");
    if (/^\d+$/.test(text) && this.carrier === "docx")
      return this.turn("number", [this.formula, this.formText, this.dateControl])(text);
    const { dateControl, changed, simpleField, moved } = this;
    return this.turn("answer", [
      formText,
      textControl,
      formList,
      changed,
      listControl,
      simpleField,
      moved,
      dateControl,
    ])(text);
  }
}
