import { indicatorsOf } from "@cadre/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport } from "./report-text.ts";

const HEAD = [
  "RAPPORT DE PROGRES DE PROJET PBF",
  "PAYS: MALI",
  "TYPE DE RAPPORT: SEMESTRIEL, annuEl OU FINAL: ANNUEL",
  "ANNEE DE RAPPORT: 2020",
  "\tTitre du projet: Paix : un essai",
  "Numéro Projet / MPTF Gateway: 00119645",
  "\tType et nom d’agence récipiendaire :",
  "     PAM  (Agence coordinatrice)",
  "     FAO",
  "\tDate du premier transfert de fonds: 15 janvier 2020",
  "Date de fin de projet: 15 juillet 2022",
  "\tBudget PBF total approuvé (par agence récipiendaire): ",
  "Agence récipiendaire                              Budget  ",
  "PAM                                                $ 1 200 000",
  "FAO                                                $    900 000,50",
  "                                            Total: $ 2 100 000,50 ",
  "Taux de mise en œuvre approximatif comme pourcentage du budget total du projet: 35,5 %",
  "Marquer de genre du projet: GM2",
  "Partie II: Progrès par Résultat du projet",
  "Résultat 1:  Un premier résultat",
  "Veuillez évaluer l'état actuel des progrès du résultat : On track",
  "Resumé de progrès : (Limite de 3000 caractères)",
  "Les formations (1.1.1) ont débuté en mars 2020.",
];
const COLUMNS = [
  "Indicateurs",
  "Base de donnée",
  "Cible de fin de projet",
  "Etapes d’indicateur/ milestone",
  "Progrès actuel de l’indicateur",
  "Raisons pour les retards ou changements",
];
const tableHead = (columns = COLUMNS) => [
  "Partie V : ÉVALUATION",
  "\t",
  ...columns.map((name) => `\t${name}`),
];
const row = (head: string, code: string, ...cells: string[]) => [
  "",
  `\t${head}`,
  `\tIndicateur ${code}`,
  "",
  "Nombre de choses",
  ...cells.map((cell) => `\t${cell}`),
];
const FIRST = row("Résultat 1", "1.1", "0", "25%", "0", "0", "");
const SECOND = row("Produit 1.1", "1.1.1", "0", "4 000", "-", "1 000", "En retard");
const text = (...parts: string[][]) => parts.flat().join("\n");
const read = (input: string) => readReport(new TextEncoder().encode(input));
const document = (input: string) => {
  const result = read(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};
const refusal = (input: string) => {
  const result = read(input);
  if (result.ok) throw new Error("was read");
  return result.problems[0];
};

describe("readReport reads the cover page", () => {
  const { value } = document(text(HEAD, tableHead(), FIRST, SECOND));

  it("takes answers from behind their labels", () => {
    expect(value.project).toEqual({
      title: "Paix : un essai",
      country: "MALI",
      number: "00119645",
      startDate: "2020-01-15",
      endDate: "2022-07-15",
      agencies: [
        { name: "PAM", convening: true, budget: { minor: 120_000_000, currency: "USD" } },
        { name: "FAO", convening: false, budget: { minor: 90_000_050, currency: "USD" } },
      ],
      genderMarker: "GM2",
      riskMarker: null,
      focusArea: null,
    });
    expect(value.budget.total).toEqual({ minor: 210_000_050, currency: "USD" });
    expect(value.budget.deliveryRate).toBe(0.355);
    expect(value.report).toMatchObject({ type: "annual", year: 2020, asOf: "2020-11-15" });
  });

  it("reads a rating and an answer in prose", () => {
    expect(value.outcomes[0]?.rating).toBe("on-track");
    expect(value.report?.narratives).toEqual([
      {
        topic: "outcome-progress",
        outcome: "1",
        text: "Les formations (1.1.1) ont débuté en mars 2020.",
        limit: 3000,
      },
    ]);
  });

  it("forgives case, accents, quotes and spaces in labels", () => {
    const odd = HEAD.map((line) =>
      line
        .replace("Titre du projet:", "TITRE DU PROJET :")
        .replace("d’agence récipiendaire", "d'agence recipiendaire"),
    );
    expect(document(text(odd, tableHead(), FIRST, SECOND)).value).toEqual(value);
  });

  it("reads Windows line ends alike", () => {
    expect(document(text(HEAD, tableHead(), FIRST, SECOND).replaceAll("\n", "\r\n")).value).toEqual(value);
  });

  it("reports an answer that it cannot read, and leaves it unknown", () => {
    const odd = HEAD.map((line) => line.replace("15 juillet 2022", "mi-2022"));
    const { value: other, findings } = document(text(odd, tableHead(), FIRST, SECOND));
    expect(other.project.endDate).toBeNull();
    expect(findings).toMatchObject([
      {
        code: "field-unread",
        where: { path: "project/endDate", line: 11 },
        found: "mi-2022",
        expected: "a date",
      },
    ]);
  });

  it("reports text that belongs to nothing", () => {
    const odd = ["Un mot du directeur", ...HEAD.slice(0, 2), "Un autre mot", ...HEAD.slice(2)];
    const { findings } = document(text(odd, tableHead(), FIRST, SECOND));
    expect(findings.map(({ code, where, found }) => [code, where.line, found])).toEqual([
      ["text-unrecognised", 1, "Un mot du directeur"],
      ["text-unrecognised", 4, "Un autre mot"],
    ]);
  });
});

describe("readReport reads the indicator table", () => {
  const { value, findings } = document(text(HEAD, tableHead(), FIRST, SECOND));

  it("puts indicators under their outcomes and outputs, each cell with its line", () => {
    expect(
      indicatorsOf(value).map(({ level, parent, indicator }) => [level, parent, indicator.code]),
    ).toEqual([
      ["outcome", "1", "1.1"],
      ["output", "1.1", "1.1.1"],
    ]);
    const second = indicatorsOf(value)[1]?.indicator;
    expect(second).toMatchObject({
      text: "Nombre de choses",
      baseline: { value: { kind: "number", value: 0 } },
      target: { value: { kind: "number", value: 4000 }, raw: "4 000" },
      milestone: { value: { kind: "none" } },
      actual: { value: { kind: "number", value: 1000 } },
      remark: "En retard",
    });
    const lines = text(HEAD, tableHead(), FIRST, SECOND).split("\n");
    expect(lines[(value.report?.lines["indicators/1.1.1/target"] ?? 0) - 1]).toBe("\t4 000");
    expect(findings).toEqual([]);
  });

  it("the editor may drop an empty cell at the very end", () => {
    const last = SECOND.slice(0, -1);
    expect(document(text(HEAD, tableHead(), FIRST, last)).findings).toEqual([]);
  });

  it("a row that lacks a cell keeps every cell as text, and is reported", () => {
    const short = row("", "1.2", "0", "25%", "seule raison");
    const result = document(
      text(HEAD, tableHead(), FIRST, short, SECOND, row("", "1.1.2", "0", "1", "0", "1", "")),
    );
    expect(result.findings).toMatchObject([
      { code: "row-incomplete", severity: "error", where: { path: "indicators/1.2" }, found: 3, expected: 5 },
    ]);
    const indicator = result.value.outcomes[0]?.indicators[1];
    expect(
      [indicator?.baseline, indicator?.target, indicator?.milestone].map((reported) => reported?.value),
    ).toEqual([
      { kind: "text", text: "0" },
      { kind: "text", text: "25%" },
      { kind: "text", text: "seule raison" },
    ]);
  });

  it("a cell that is not read whole keeps its words and is reported with its line", () => {
    const odd = row("", "1.1.2", "0", "600 femmes ;15 agents", "0", "beaucoup", "");
    const result = document(text(HEAD, tableHead(), FIRST, SECOND, odd));
    expect(result.findings.map(({ code, where, found }) => [code, where.path, found])).toEqual([
      ["cell-two-quantities", "indicators/1.1.2/target", "600 femmes ;15 agents"],
      ["cell-text", "indicators/1.1.2/actual", "beaucoup"],
    ]);
    expect(result.findings.every(({ where }) => where.line !== undefined)).toBe(true);
  });
});

describe("readReport refuses what it cannot trust", () => {
  it("a text that is no report names what was recognised", () => {
    expect(refusal("Bonjour\nPAYS: MALI\n")).toMatchObject({ code: "report-unrecognised", found: "Bonjour" });
    expect(refusal("Bonjour\nPAYS: MALI\n")?.message.en).toContain("country");
  });
});

describe("readReport reports what is missing, and reads the rest", () => {
  const findingsIn = (...parts: string[][]) => {
    const { value, findings } = document(text(...parts));
    const values = indicatorsOf(value).map(({ indicator: { code, baseline, target, actual } }) => [
      code,
      ...[baseline, target, actual].map((each) =>
        "value" in each.value ? each.value.value : each.value.kind,
      ),
    ]);
    return { values, found: findings.map(({ code, where, severity }) => [code, where.path, severity]) };
  };

  it("a report without its table", () => {
    const { values, found } = findingsIn(HEAD);
    expect(values).toEqual([]);
    expect(found).toContainEqual(["table-missing", "indicators", "error"]);
  });

  it("a table without rows", () => {
    expect(findingsIn(HEAD, tableHead()).found).toContainEqual(["table-empty", "indicators", "error"]);
  });

  it("a table that ends in the middle of a row", () => {
    const { values, found } = findingsIn(HEAD, tableHead(), FIRST, SECOND.slice(0, -3));
    expect(values).toEqual([
      ["1.1", 0, 25, 0],
      ["1.1.1", "text", "text", "none"],
    ]);
    expect(found).toEqual([["row-incomplete", "indicators/1.1.1", "error"]]);
  });

  it("a table without the rows of an outcome that the narrative speaks of", () => {
    const more = [...HEAD, "Résultat 2: Un second résultat"];
    expect(findingsIn(more, tableHead(), FIRST, SECOND).found).toContainEqual([
      "outcome-without-rows",
      "outcomes/2",
      "warning",
    ]);
  });

  it.each(COLUMNS.slice(1).map((name) => [name]))("a head without %s over rows that have it", (name) => {
    const columns = COLUMNS.filter((column) => column !== name);
    const { values, found } = findingsIn(HEAD, tableHead(columns), FIRST, SECOND);
    expect(values.every(([, ...cells]) => cells.every((cell) => typeof cell === "string"))).toBe(true);
    expect(found).toContainEqual(["row-incomplete", "indicators/1.1", "error"]);
    expect(found).toContainEqual(["row-incomplete", "indicators/1.1.1", "error"]);
  });

  it("rows that lack a column of their head, the last one too", () => {
    const short = (head: string, code: string) => row(head, code, "0", "25%", "0", "");
    const { values, found } = findingsIn(
      HEAD,
      tableHead(),
      short("Résultat 1", "1.1"),
      short("Produit 1.1", "1.1.1"),
    );
    expect(values.every(([, ...cells]) => cells.every((cell) => typeof cell === "string"))).toBe(true);
    expect(found.filter(([rule]) => rule === "row-incomplete")).toHaveLength(2);
  });
});

describe("readReport never fails in another way", () => {
  const whole = text(HEAD, tableHead(), FIRST, SECOND);

  it("cut off anywhere, it gives a document or names a place", () => {
    for (let length = 0; length < whole.length; length += 7) {
      const result = read(whole.slice(0, length));
      if (!result.ok) expect(result.problems[0]?.where.path).toBeTruthy();
    }
  });

  it("with lines dropped, doubled or swapped, too, and keeps every cell", () => {
    const lines = whole.split("\n");
    const index = fc.nat({ max: lines.length - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("drop", "double", "swap"), index, index), { maxLength: 6 }),
        (edits) => {
          const changed = [...lines];
          for (const [kind, a, b] of edits) {
            if (kind === "drop") changed.splice(a, 1);
            else if (kind === "double") changed.splice(a, 0, changed[a] ?? "");
            else [changed[a], changed[b]] = [changed[b] ?? "", changed[a] ?? ""];
          }
          const result = read(changed.join("\n"));
          expect(typeof result.ok).toBe("boolean");
        },
      ),
      { numRuns: 500 },
    );
  });
});
