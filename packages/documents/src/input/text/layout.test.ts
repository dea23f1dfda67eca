import { indicatorsOf, toMajor } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { openDocument } from "../../open.ts";

/** What `pdftotext -layout` makes of narrow columns: heads that one space keeps apart, words and terms cut at the end of a line. */
const ENGLISH = `PBF PROJECT PROGRESS REPORT
COUNTRY: Kyrgyzstan
TYPE OF REPORT: SEMI-ANNUAL, ANNUAL OR FINAL: semi-annual
YEAR OF REPORT: 2018
Project Title: Women as peace builders
PART II: RESULT PROGRESS BY PROJECT OUTCOME
Outcome 1: Women take part in decisions
Rate the current status of the outcome progress: on track
Progress summary: (3000 character limit)
Village committees opened their meetings to women in the first quarter.
Outcome 2: Girls trust local institutions
Rate the current status of the outcome progress: off track
PART IV: INDICATOR BASED PERFORMANCE ASSESSMENT
              Performance          Indicator End of    Current       Reasons      Adjustm
              Indicators           Baseline project    indicator     for          ent of
                                             Indicator progress      Variance/    target (if
                                             Target                  Delay        any)
                                                                     (if any)
Outcome 1 Indicator 1.1            8%        at least  17 per cent
Women         Share of                       30%
take part in committee
decisions     members who
              are women
              Indicator 1.2        0 (2017) 25         6, of which   Elections of
              Number of water                          4 by          village
              disputes settled                         committees heads
              by mixed                                 led by
              committees                               women
Output 1.1 Indicator 1.1.1         0         1,200     840                        1,400
Women are Number of
trained as    women trained
mediators
`;

const FRENCH = `RAPPORT DE PROGRÈS DE PROJET PBF
PAYS : Guinée
TYPE DE RAPPORT : SEMESTRIEL, ANNUEL OU FINAL : ANNUEL
ANNÉE DE RAPPORT : 2022
Titre du projet : Renforcer la cohésion sociale
Budget PBF total approuvé (par agence récipiendaire) :
Organisation                  Montant total     Montant            Montant
récipiendaire                                   transféré          dépensé /
                                                                   engagé
PNUD (agence                  USD 900 000       USD 630 000        USD 512
coordinatrice)                                                     340,50
ONUFEMMES                     USD 600 000       USD 420 000        USD 377 000
TOTAL                         USD 1 500 000     USD 1 050 000      USD 889
                                                                   340,50
Partie IV : ÉVALUATION DE LA PERFORMANCE DU PROJET SUR LA BASE DES
INDICATEURS
                 Indicateurs de        Donnée     Cible de    Étape de Progrès         Raisons du
                 performance           de base    fin de      l’indicate actuel de     retard ou
                                                  projet      ur          l’indicateur de la
                                                                                       variance
Résultat 1       Indicateur de         38 %       60 %        50 %        55,5 %
Les jeunes       résultat 1a           (femmes                            (femmes :
préviennent Proportion de              : 35 % ;                           52 % ;
les conflits     jeunes qui disent     hommes                             hommes :
                 avoir confiance       : 41 %)                            59 %)
                 Indicateur de         32         réduction               19
                 résultat 1b                      de 50 %                 (réduction
                 Nombre de conflits                                       de 41 %)
`;

const open = async (text: string) => {
  const read = await openDocument(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rows = indicatorsOf(read.value).map(({ indicator }) => [
    indicator.code,
    ...(["baseline", "target", "actual"] as const).map((column) => {
      const { value } = indicator[column];
      return value.kind === "number" ? value.value : value.kind;
    }),
  ]);
  const errors = read.findings.filter(({ severity }) => severity === "error");
  return { document: read.value, rows, errors };
};

describe("text that keeps the layout of narrow columns", () => {
  it("has its heads apart, and its outcomes' headings are paragraphs of their own", async () => {
    const { document, rows, errors } = await open(ENGLISH);
    expect(rows).toEqual([
      ["1.1", 8, 30, 17],
      ["1.2", 0, 25, 6],
      ["1.1.1", 0, 1200, 840],
    ]);
    expect(document.outcomes.map(({ rating }) => rating)).toEqual(["on-track", "off-track"]);
    expect(errors).toEqual([]);
  });

  it("joins a term with its code on the next line, and a name in the table of budgets that goes on", async () => {
    const { document, rows, errors } = await open(FRENCH);
    expect(rows).toEqual([
      ["1.1", 38, 60, 55.5],
      ["1.2", 32, -50, 19],
    ]);
    expect(document.project.agencies.map(({ name, budget }) => [name, budget && toMajor(budget)])).toEqual([
      ["PNUD", 900_000],
      ["ONUFEMMES", 600_000],
    ]);
    expect(errors).toEqual([]);
  });
});
