import { describe, expect, it } from "vitest";
import { cell, docx, paragraph, row, run, table } from "../../../test/docx.ts";
import { blocksOfDocx } from "./index.ts";

const read = async (...input: Parameters<typeof docx>) => {
  const result = await blocksOfDocx(docx(...input));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const texts = async (...input: Parameters<typeof docx>) =>
  (await read(...input)).blocks.map(({ text }) => text).filter((text) => text !== "");
const rules = async (...input: Parameters<typeof docx>) =>
  (await read(...input)).findings.map(({ code, where, found }) => [code, where.line ?? null, found]);

const field = (begin: string, instruction: string, result = "") =>
  `<w:r><w:fldChar w:fldCharType="begin">${begin}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const tick = (checked: 0 | 1) =>
  control(
    `<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`,
    run(checked ? "☒" : "☐", '<w:rFonts w:ascii="MS Gothic"/>'),
  );

describe("paragraphs", () => {
  it("put their runs together, spaces folded, and cut at breaks made by hand", async () => {
    const body = paragraph(
      `${run("Pays")}${run(": ")}<w:hyperlink>${run("MALI")}</w:hyperlink><w:r><w:tab/><w:t>2020</w:t><w:br/><w:t>suite\u00a0: co\u00adhésion</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>`,
    );
    expect(await texts(body)).toEqual(["Pays: MALI 2020", "suite : cohésion-x"]);
  });

  it("are numbered from 1, in tables too", async () => {
    const { blocks } = await read(
      paragraph("un") + table([row([cell("a"), cell("<w:p/>")])]) + paragraph("deux"),
    );
    expect(
      blocks.map(({ line, text, opensCell, cell: at }) => [
        line,
        text,
        opensCell,
        at && [at.table, at.row, at.cell],
      ]),
    ).toEqual([
      [1, "un", false, null],
      [2, "a", true, [1, 1, 1]],
      [3, "", true, [1, 1, 2]],
      [4, "deux", false, null],
    ]);
  });

  it("have the numbers and bullets of their lists and styles", async () => {
    const level = (index: number, format: string, text: string, start = 1) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "Résultat %1:")}${level(1, "upperRoman", "%1.%2)", 3)}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uf0b7")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
    const styles =
      '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Titre"><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>';
    const list = (id: number, index = 0) =>
      `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${id}"/></w:numPr>`;
    const body = [
      paragraph("paix", '<w:pStyle w:val="Titre"/>'),
      paragraph("a", list(1, 1)),
      paragraph("b", list(1, 1)),
      paragraph("eau", list(1)),
      paragraph("c", list(1, 1)),
      paragraph("point", list(2)),
      paragraph("sans", '<w:pStyle w:val="Titre"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      paragraph("rond", '<w:pStyle w:val="Ring"/>'),
    ].join("");
    expect(await texts(body, { numbering, styles })).toEqual([
      "Résultat 1: paix",
      "1.III) a",
      "1.IV) b",
      "Résultat 2: eau",
      "2.III) c",
      "· point",
      "sans",
      "rond",
    ]);
  });
});

describe("tracked changes", () => {
  it("are read as accepted, with a finding", async () => {
    const body = [
      paragraph(
        `<w:del>${run("x")
          .replaceAll("w:t", "w:delText")
          .replace(
            /<w:delText (.*)<\/w:delText>/,
            "<w:delText $1</w:delText>",
          )}</w:del><w:ins>${run("150")}</w:ins>${run(" personnes")}`,
      ),
      paragraph(`<w:moveFrom>${run("là")}</w:moveFrom><w:moveTo>${run("ici")}</w:moveTo>`),
      paragraph(run("coupé "), "<w:rPr><w:del/></w:rPr>"),
      paragraph(
        "en deux",
        `<w:pPrChange><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange>`,
      ),
      table([row([cell("reste")]), row([cell("parti")], "<w:del/>"), row([cell("venu")], "<w:ins/>")]),
    ].join("");
    expect(await texts(body)).toEqual(["150 personnes", "ici", "coupé en deux", "reste", "venu"]);
    expect(await rules(body)).toEqual([["tracked-changes", null, 6]]);
  });
});

describe("a paragraph whose end was deleted", () => {
  const end = "<w:rPr><w:del/></w:rPr>";

  it("goes on in the next one, with the lines that were broken by hand", async () => {
    const body = paragraph(`${run("Un: 1")}<w:r><w:br/></w:r>${run("Deux: ")}`, end) + paragraph("2");
    expect(await texts(body)).toEqual(["Un: 1", "Deux: 2"]);
  });

  it("goes on in no other cell, table or box, and is not lost at the end", async () => {
    const body = [
      paragraph("avant", end),
      table([row([cell(paragraph("4", end)), cell("25")]), row([cell("c"), cell(paragraph("d", end))])]),
      paragraph(
        `${run("ancre")}<w:r><w:pict><w:txbxContent>${paragraph("boîte", end)}</w:txbxContent></w:pict></w:r>`,
      ),
      paragraph("fin", end),
    ].join("");
    const { blocks } = await read(body);
    expect(blocks.map(({ text, cell: at }) => [text, at && [at.row, at.cell]])).toEqual([
      ["avant", null],
      ["4", [1, 1]],
      ["25", [1, 2]],
      ["c", [2, 1]],
      ["d", [2, 2]],
      ["ancre", null],
      ["boîte", null],
      ["fin", null],
    ]);
  });
});

describe("controls and fields", () => {
  it("boxes say whether they are ticked, new ones and old ones", async () => {
    const old = (state: string) =>
      field(`<w:ffData><w:checkBox>${state}</w:checkBox></w:ffData>`, " FORMCHECKBOX ");
    const body = [
      paragraph(`${tick(1)}${run(" Genre")}`),
      paragraph(`${tick(0)}${run(" Jeunesse")}`),
      control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', paragraph("\u2612")) +
        paragraph("seul"),
      paragraph(`${old('<w:default w:val="0"/><w:checked/>')}${run("Un")}`),
      paragraph(`${old('<w:default w:val="1"/>')}${run("Deux")}`),
      paragraph(`${old('<w:default w:val="0"/>')}${run("Trois")}`),
      paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(" Quatre")}`),
      paragraph(`${run("¨", '<w:rFonts w:ascii="Wingdings"/>')}${run(" Cinq")}`),
      paragraph(`<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>${run(" Six")}`),
      paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F078"/></w:r>${run(" Sept")}`),
      paragraph(`<w:r><w:sym w:font="Webdings" w:char="F063"/></w:r>${run(" Huit")}`),
    ].join("");
    expect(await texts(body)).toEqual([
      "☒ Genre",
      "☐ Jeunesse",
      "☒",
      "seul",
      "☒ Un",
      "☒ Deux",
      "☐ Trois",
      "☑ Quatre",
      "☐ Cinq",
      "☑ Six",
      "☒ Sept",
      "☐ Huit",
    ]);
  });

  it("drop-downs say what was chosen; a prompt is no answer", async () => {
    const list = (chosen: string) =>
      field(
        `<w:ffData><w:ddList>${chosen}<w:listEntry w:val="Off track"/><w:listEntry w:val="On track"/></w:ddList></w:ffData>`,
        " FORMDROPDOWN ",
      );
    const body = [
      paragraph(`${run("Genre: ")}${control("<w:dropDownList/>", run("GM2"))}`),
      paragraph(
        `${run("Risque: ")}${control("<w:dropDownList/><w:showingPlcHdr/>", run("Choisissez un élément."))}`,
      ),
      paragraph(`${run("Un: ")}${list('<w:result w:val="1"/>')}`),
      paragraph(`${run("Deux: ")}${list("")}`),
      paragraph(`${run("Trois: ")}${list('<w:result w:val="1"/><w:default w:val="0"/>')}`),
      paragraph(`${run("Quatre: ")}${list('<w:default w:val="1"/>')}`),
      table([row([control("<w:showingPlcHdr/>", cell("Cliquez ici")), cell("b")])]),
    ].join("");
    const { blocks } = await read(body);
    expect(blocks.map(({ text, opensCell }) => [text, opensCell])).toEqual([
      ["Genre: GM2", false],
      ["Risque:", false],
      ["Un: On track", false],
      ["Deux: Off track", false],
      ["Trois: On track", false],
      ["Quatre: On track", false],
      ["", true],
      ["b", true],
    ]);
  });

  it("results of fields are text; instructions and contents are not, and what is left open mutes nothing behind it", async () => {
    const body = [
      paragraph(field("", ' REF x "y" ', "page 3")),
      paragraph(field("", " FORMTEXT ", "réponse")),
      paragraph(
        `<w:fldSimple w:instr="DATE">${run("2020")}</w:fldSimple><w:fldSimple w:instr=" TOC \\o">${run("Partie V")}</w:fldSimple>`,
      ),
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("Partie IV")}</w:p>${paragraph("Partie V")}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF </w:instrText></w:r></w:p>`,
      paragraph("derrière"),
    ].join("");
    expect(await texts(body)).toEqual(["page 3", "réponse", "2020", "derrière"]);
  });
});

describe("tables", () => {
  it("cells have their edges; merged ones go on", async () => {
    const merged = [
      row([cell("a", '<w:vMerge w:val="restart"/>'), cell("b", '<w:gridSpan w:val="2"/>')]),
      row([cell("<w:p/>", "<w:vMerge/>"), cell("c"), cell("d")]),
      row([cell("e"), cell("f")], '<w:gridBefore w:val="1"/>'),
    ];
    const { blocks } = await read(table(merged, [100, 200, 300]));
    expect(blocks.map(({ text, cell: at }) => [text, at?.left, at?.right, at?.continues])).toEqual([
      ["a", 0, 100, false],
      ["b", 100, 600, false],
      ["", 0, 100, true],
      ["c", 100, 300, false],
      ["d", 300, 600, false],
      ["e", 100, 300, false],
      ["f", 300, 600, false],
    ]);
  });

  it("a table within a cell is that cell's", async () => {
    const inner = table([row([cell("PAM"), cell("$ 1")]), row([cell("FAO"), cell("$ 2")])]);
    const { blocks } = await read(
      table([row([cell(paragraph("Budget:") + inner + paragraph("fin")), cell("x")])]),
    );
    expect(blocks.map(({ text, opensCell, cell: at }) => [text, opensCell, at?.cell])).toEqual([
      ["Budget:", true, 1],
      ["PAM", false, 1],
      ["$ 1", false, 1],
      ["FAO", false, 1],
      ["$ 2", false, 1],
      ["fin", false, 1],
      ["x", true, 2],
    ]);
  });
});

describe("what a document holds beside its text", () => {
  it("text boxes are read once, behind their anchor", async () => {
    const boxed = `<w:txbxContent>${paragraph("boîte")}</w:txbxContent>`;
    const body = paragraph(
      `${run("avant")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${boxed}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${boxed}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(" après")}`,
    );
    expect(await texts(body)).toEqual(["avant après", "boîte"]);
  });

  it("notes give a finding and change no value; so do hidden text, comments, pictures and macros", async () => {
    const body = [
      paragraph(
        `${run("150")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>`,
      ),
      paragraph(`${run("vu")}${run("caché", "<w:vanish/>")}`),
    ].join("");
    const parts = {
      footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph("x")}</w:footnote><w:footnote w:id="2">${paragraph("dont 19 femmes")}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${paragraph("fin")}</w:endnote>`,
      comments: `<w:comment w:id="1">${paragraph("à revoir")}</w:comment>`,
    };
    expect(await texts(body, parts)).toEqual(["150", "vu"]);
    expect(await rules(body, parts, { "word/vbaProject.bin": "x" })).toEqual([
      ["macros-ignored", null, "word/vbaProject.bin"],
      ["comments-ignored", null, 1],
      ["hidden-text", 2, "caché"],
      ["note-aside", 1, "dont 19 femmes"],
      ["note-aside", 1, "fin"],
    ]);
  });
});
