import { describe, expect, it } from "vitest";
import { COMMON_INDICATORS, suggestCommon } from "./index.ts";

// Wordings as frameworks have them, written before the catalogue's terms, with the indicator that each is.
const MATCHES: [text: string, code: string][] = [
  ["Homicide rate per 100,000 inhabitants", "16.1.1"],
  ["Nombre de décès liés au conflit pour 100 000 habitants", "16.1.2"],
  ["% of people who feel safe walking alone at night in their neighbourhood", "16.1.4"],
  [
    "Pourcentage de personnes se sentant en sécurité lorsqu’elles marchent seules dans leur quartier la nuit",
    "16.1.4",
  ],
  ["Percentage of prisoners held in pre-trial detention without sentence", "16.3.2"],
  ["Proportion de détenus en attente de jugement dans la population carcérale", "16.3.2"],
  ["% of people with a dispute who used a formal or traditional dispute resolution mechanism", "16.3.3"],
  ["Share of citizens who paid a bribe to a public official in the past year", "16.5.1"],
  ["Pourcentage de la population ayant versé un pot-de-vin à un agent public", "16.5.1"],
  ["% of population satisfied with public services", "16.6.2"],
  ["Taux de satisfaction de la population à l’égard des services publics", "16.6.2"],
  ["% of citizens who believe that decision-making is inclusive and responsive", "16.7.2"],
  ["Proportion de la population qui pense que la prise de décisions est ouverte et réactive", "16.7.2"],
  ["Proportion of seats held by women in local councils", "5.5.1"],
  ["Proportion de sièges occupés par des femmes dans les conseils communaux", "5.5.1"],
  ["Number of journalists and human rights defenders killed or arbitrarily detained", "16.10.1"],
  ["% of children under five whose birth is registered", "16.9.1"],
  ["Proportion d’enfants de moins de 5 ans enregistrés à l’état civil", "16.9.1"],
  ["% of women aged 15 and over subjected to violence by an intimate partner in the last 12 months", "5.2.1"],
  ["Percentage of women in managerial positions", "5.5.2"],
  ["Proportion of victims of violence who reported to the competent authorities", "16.3.1"],
  ["% de la population déclarant avoir été victime de discrimination", "16.b.1"],
  ["Victims of human trafficking per 100,000", "16.2.2"],
  ["Primary government expenditure as share of approved budget", "16.6.1"],
];
const OTHERS = [
  "Number of community dialogues held",
  "Nombre de comités de paix mis en place",
  "Number of youth trained in conflict mediation",
  "Kilometres of road rehabilitated",
  "Nombre de radios communautaires diffusant des messages de paix",
  "Number of women trained",
  "% of project budget spent",
  "Nombre de plaintes traitées par les comités",
  "Existence of a national strategy on transhumance",
  "Number of inter-communal conflicts resolved",
  "Nombre de ménages bénéficiaires d’activités génératrices de revenus",
  "% of beneficiaries satisfied with the training",
  "Number of policies adopted",
  "Nombre d’officiers de police formés",
  "Number of boreholes built",
  "% of women members of peace committees",
  "Nombre de femmes victimes de violences accompagnées par le projet",
  "% of population that trusts the police",
  "Number of local conflicts mediated by elders",
  "Nombre de personnes ayant obtenu un acte de naissance",
];

describe("suggestCommon", () => {
  it("finds the common indicator of a wording, in both languages", () => {
    const first = MATCHES.map(([text, code]) => [text, code, suggestCommon({ text })[0]?.code]);
    const right = first.filter(([, code, found]) => code === found);
    expect(first.filter(([, code, found]) => found !== undefined && code !== found)).toEqual([]);
    expect(right.length / MATCHES.length).toBeGreaterThanOrEqual(0.9);
  });
  it("is sure of none that is another thing", () => {
    const sure = OTHERS.filter((text) =>
      suggestCommon({ text }).some(({ certainty }) => certainty === "likely"),
    );
    expect(sure).toEqual([]);
  });
  it("says what agrees, what is missing, and that the measure differs", () => {
    const [found] = suggestCommon({ text: "Number of women in managerial positions", measure: "count" });
    expect(found).toMatchObject({ code: "5.5.2", certainty: "possible", measureDiffers: true });
    const [missing] = suggestCommon({ text: "% of people who feel safe alone at night" });
    expect(missing).toMatchObject({
      code: "16.1.4",
      certainty: "possible",
      missing: [["walk", "march", "deplac"]],
    });
  });
  it("has each code once, and knows its own names", () => {
    expect(new Set(COMMON_INDICATORS.map(({ code }) => code)).size).toBe(COMMON_INDICATORS.length);
    for (const { code, name } of COMMON_INDICATORS)
      for (const text of [name.en, name.fr])
        expect([code, suggestCommon({ text })[0]]).toMatchObject([code, { code, certainty: "likely" }]);
  });
});
