import { money, totalLines } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { type RawSheet, rawWorkbook } from "../../test/raw-workbook.ts";
import { readAnnex } from "./read-annex.ts";

const usd = (major: number) => money(major, "USD");
const read = async (sheets: readonly RawSheet[], more: Record<string, string | Uint8Array> = {}) => {
  const result = await readAnnex(rawWorkbook(sheets, more));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const rules = (rule: string) => result.findings.filter((finding) => finding.code === rule);
  return { document: result.value, findings: result.findings, rules };
};

const LINES: RawSheet = {
  name: "Lignes budgétaires",
  rows: [
    ["Annexe D"],
    [],
    [
      "Produit",
      "Activité",
      "Intitulé",
      "Agence",
      "Catégorie",
      "Montant (USD)",
      "% EGES",
      "Dépenses à ce jour",
    ],
    [
      "1.1",
      "1.1.1",
      "Former des médiateurs",
      "PAM",
      "Personnel",
      1000.1,
      '<c s="1"><v>0.3</v></c>',
      "250,05",
    ],
    ["1.1", "1.1.2", "Écouter", "FAO", "Frais de déplacement", "1 072 749,17", "30 %", 0],
    [null, null, null, "PAM", "Coûts indirects", 70, 0, null],
    ["Total", null, null, null, null, 1073819.27],
  ],
};

describe("a budget annex", () => {
  it("is read wherever its table is, in numbers and in numbers as text", async () => {
    const { document, findings, rules } = await read([LINES]);
    expect(document.budget.lines).toEqual([
      {
        id: "1",
        activity: "1.1.1",
        output: "1.1",
        agency: "PAM",
        category: "staff",
        amount: usd(1000.1),
        gewe: 0.3,
        spent: usd(250.05),
      },
      {
        id: "2",
        activity: "1.1.2",
        output: "1.1",
        agency: "FAO",
        category: "travel",
        amount: usd(1072749.17),
        gewe: 0.3,
        spent: usd(0),
      },
      {
        id: "3",
        activity: null,
        output: null,
        agency: "PAM",
        category: "indirect-support",
        amount: usd(70),
        gewe: 0,
      },
    ]);
    expect(document.activities).toEqual([
      { code: "1.1.1", title: "Former des médiateurs", events: [] },
      { code: "1.1.2", title: "Écouter", events: [] },
    ]);
    expect(document.locations?.["budget/lines/1/amount"]).toBe("'Lignes budgétaires'!F5");
    expect(rules("number-as-text").map(({ where }) => where.cell)).toEqual([
      "'Lignes budgétaires'!H4",
      "'Lignes budgétaires'!F5",
      "'Lignes budgétaires'!G5",
    ]);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(document.budget.total).toBeNull();
  });

  it("in the fund's own layout has a line for each activity and agency, and no category", async () => {
    const { document, rules } = await read([
      {
        name: "1) Tableau budgétaire 1",
        rows: [
          ["Tableau 1 - Budget du projet PBF par résultat, produit et activité"],
          [
            "Nombre de résultat/ produit",
            "Formulation du résultat/ produit/ activité",
            "Organisation récipiendaire 1 (budget en USD): PAM",
            "Organisation récipiendaire 2 (budget en USD): FAO",
            "Total",
            "% du budget par activité réservé pour action directe sur le genre",
            "Niveau de dépense/ engagement actuel en USD",
            "Notes quelconque",
          ],
          ["RESULTAT 1:", "Les communautés se parlent"],
          ["Produit 1.1:", "Des médiateurs"],
          ["Activité 1.1.1:", "Former", 600, 400, 1000, 40, 100],
          ["Activité 1.1.2:", "Écouter", 500, null, 501, 25, 20, "une remarque"],
          ["Produit total", null, 1100, 400, 1500],
        ],
      },
    ]);
    expect(document.budget.lines).toMatchObject([
      { activity: "1.1.1", output: "1.1", agency: "PAM", category: null, amount: usd(600), gewe: 0.4 },
      { activity: "1.1.1", agency: "FAO", amount: usd(400), gewe: 0.4 },
      {
        activity: "1.1.2",
        agency: "PAM",
        amount: usd(500),
        gewe: 0.25,
        spent: usd(20),
        remark: "une remarque",
      },
    ]);
    expect(document.outcomes).toMatchObject([
      { code: "1", outputs: [{ code: "1.1", title: "Des médiateurs" }] },
    ]);
    expect(totalLines(document.budget.lines ?? []).amounts).toEqual([usd(1500)]);
    expect(rules("annex-total-differs")).toMatchObject([
      { where: { cell: "'1) Tableau budgétaire 1'!E6" }, found: 501, expected: 500 },
    ]);
    // The expenditure of an activity of two agencies is theirs together.
    expect(document.budget.shared).toEqual([{ lines: ["1", "2"], spent: usd(100) }]);
  });

  it("has tranches, agencies and facts, in whatever order of sheets, in English", async () => {
    const { document, findings } = await read([
      LINES,
      {
        name: "Tranches",
        rows: [
          ["Agency", "Tranche", "Amount", "Share", "Received on"],
          ["PAM", 1, 420000, '<c s="1"><v>0.7</v></c>', '<c s="2"><v>43845</v></c>'],
          ["PAM", 2, 180000, "30 %", null],
        ],
      },
      {
        name: "Cover",
        rows: [
          ["Project Title:", "Dialogue"],
          ["Project Gender Marker:", "GM2"],
          ["Date of first transfer:", "15 January 2020"],
          ["Total PBF approved project budget", 3000000],
          ["Approximate implementation rate", '<c s="1"><v>0.2</v></c>'],
          [],
          ["Recipient organisation", "Convening", "Budget"],
          ["PAM", "yes", 2000000],
          ["FAO", "", "$ 1 000 000"],
          ["Total", null, 3000000],
        ],
      },
    ]);
    expect(document.project).toMatchObject({
      title: "Dialogue",
      genderMarker: "GM2",
      startDate: "2020-01-15",
    });
    expect(document.project.agencies).toEqual([
      { name: "PAM", convening: true, budget: usd(2000000) },
      { name: "FAO", convening: false, budget: usd(1000000) },
    ]);
    expect(document.budget).toMatchObject({ total: usd(3000000), deliveryRate: 0.2 });
    expect(document.budget.tranches).toEqual([
      { number: 1, agency: "PAM", amount: usd(420000), share: 0.7, received: "2020-01-15" },
      { number: 2, agency: "PAM", amount: usd(180000), share: 0.3, received: null },
    ]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("what a workbook hides or breaks", () => {
  it("is reported: errors, formulas without a value, hidden rows, columns and sheets, macros, unknown columns and sheets", async () => {
    const { document, rules } = await read(
      [
        {
          name: "Budget",
          state: "hidden",
          before: '<cols><col min="3" max="3" hidden="1"/></cols>',
          rows:
            "<row><c t='inlineStr'><is><t>Activity</t></is></c><c t='inlineStr'><is><t>Agency</t></is></c><c t='inlineStr'><is><t>Amount</t></is></c><c t='inlineStr'><is><t>% GEWE</t></is></c><c t='inlineStr'><is><t>Weather</t></is></c></row>" +
            '<row r="2" hidden="1"><c t="inlineStr"><is><t>1.1.1</t></is></c><c t="inlineStr"><is><t>PAM</t></is></c><c><f>A1*2</f><v>12</v></c><c t="e"><f>X!A1</f><v>#REF!</v></c></row>' +
            '<row r="3"><c t="inlineStr"><is><t>1.1.2</t></is></c><c t="inlineStr"><is><t>PAM</t></is></c><c><f>SUM(C2)</f></c></row>',
        },
        { name: "Notes", rows: [["Bonjour"]] },
      ],
      { "xl/vbaProject.bin": new Uint8Array(4) },
    );
    expect(document.budget.lines).toMatchObject([{ amount: usd(12), gewe: null }]);
    expect(rules("cell-error")).toMatchObject([
      { severity: "error", where: { path: "budget/lines/0/gewe", cell: "Budget!D2" }, found: "#REF!" },
    ]);
    expect(rules("formula-without-value")).toMatchObject([{ where: { cell: "Budget!C3" } }]);
    expect(rules("line-without-amount")).toHaveLength(1);
    expect(rules("hidden-sheet")).toHaveLength(1);
    expect(rules("hidden-rows")).toMatchObject([{ found: "Budget!2" }]);
    expect(rules("hidden-columns")).toMatchObject([{ found: "Budget!C–C" }]);
    expect(rules("macros-ignored")).toHaveLength(1);
    expect(rules("column-unrecognised")).toMatchObject([{ found: "Weather", where: { cell: "Budget!E1" } }]);
    expect(rules("sheet-unrecognised")).toMatchObject([{ found: "Notes" }]);
  });

  it("a merged cell counts for all that it covers", async () => {
    const { document } = await read([
      {
        name: "Budget",
        rows: [
          ["Output", "Activity", "Agency", "Amount", "% GEWE"],
          ["1.1", "1.1.1", "PAM", 10, 0],
          [null, "1.1.2", null, 20, 0],
        ],
        behind: '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
      },
    ]);
    expect(document.budget.lines?.map(({ agency }) => agency)).toEqual(["PAM", "PAM"]);
  });

  it.each([
    ["a workbook of something else", rawWorkbook([{ name: "A", rows: [["x", 1]] }]), "annex-unrecognised"],
    ["a package without sheets", rawWorkbook([]), "not-a-workbook"],
    ["no zip", new TextEncoder().encode("Produit;Activité"), "package-broken"],
  ])("%s is refused", async (_, bytes, code) => {
    expect(await readAnnex(bytes)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe("a results framework in a workbook", () => {
  it("is read in the layout of the report's table, codes in the words, heads merged", async () => {
    const { document, rules } = await read([
      {
        name: "Cadre",
        rows: [
          [
            "",
            "Indicateurs",
            "Base de donnée",
            "Cible de fin de projet",
            "Etapes d’indicateur/ milestone",
            "Progrès actuel de l’indicateur",
            "Raisons pour les retards ou changements",
          ],
          [
            "Résultat 1 Les communautés",
            "Indicateur 1.1 Part de conflits réglés",
            "Tbd (DTM)",
            '<c s="1"><v>0.25</v></c>',
            "",
            "-",
            "",
          ],
          [
            "Produit 1.1\nDes médiateurs",
            "Indicateur 1.1.1 Nombre formés",
            0,
            "200 personnes (soit 140 hommes, 60 femmes)",
            100,
            "4 000",
            "Retard",
          ],
          [null, "Indicateur 1.1.2 Autre", 0, 5, null, "9,937", null],
          [null, "sans code", 1, 1, 1, 1, null],
        ],
        behind: '<mergeCells><mergeCell ref="A3:A4"/></mergeCells>',
      },
    ]);
    const [outcome] = document.outcomes;
    expect(outcome).toMatchObject({
      code: "1",
      title: "Les communautés",
      indicators: [
        {
          code: "1.1",
          baseline: { value: { kind: "tbd", note: "DTM" } },
          target: { value: { kind: "number", value: 25, unit: "%" } },
          actual: { value: { kind: "none" } },
        },
      ],
    });
    expect(outcome?.outputs).toMatchObject([
      {
        code: "1.1",
        title: "Des médiateurs",
        indicators: [
          {
            code: "1.1.1",
            remark: "Retard",
            target: { value: { value: 200 }, breakdown: { partition: true } },
            actual: { value: { value: 4000 } },
          },
          { code: "1.1.2", actual: { value: { kind: "text" } } },
        ],
      },
    ]);
    expect(document.locations?.["indicators/1.1.1/target"]).toBe("Cadre!D3");
    expect(rules("cell-ambiguous-number")).toHaveLength(1);
    expect(rules("row-unread")).toHaveLength(1);
  });
});
