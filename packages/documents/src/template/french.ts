import { FRENCH_FIELDS } from "./french-fields.ts";
import type { Template } from "./grammar.ts";
import { PROMPTS } from "./prompts.ts";

/** The French progress report, template of 2018 and later, with the COVID-19 part of 2020. */
export const FRENCH_REPORT: Template = {
  id: "pbf-progress-report-fr",
  language: "fr",
  fields: FRENCH_FIELDS,
  versions: [
    { version: "2021", fields: ["extension-received", "indicator-table"] },
    { version: "2020", fields: ["covid-adjustment", "indicator-table"] },
    { version: "2018", fields: ["tranches", "indicator-table"] },
    { version: "2019", fields: ["gender-marker", "indicator-table"] },
  ],
  guidance: [
    "fonds fiduciaire pays",
    "fonds fiduciaire regional",
    "nom du fonds fiduciaire",
    "joindre le budget excel",
    "le budget total approuve et le versement",
    "le budget global approuve et",
    "evitez les acronymes",
    "decrivez ce que le projet a fait",
    "soyez aussi concret",
    "veillez a ce que l'analyse",
    "decrire les principaux progres",
    '"on track',
    '"off track',
    "si votre projet a plus de quatre resultats",
    "veuillez repondre a ces questions si le projet a subi",
    "nom de donnateur",
    "utiliser le cadre de resultats du projet",
  ],
  placeholders: PROMPTS,
  columns: [
    { column: "indicator", name: "Indicateurs", labels: ["indicateurs"] },
    {
      column: "baseline",
      name: "Base de donnée",
      labels: ["base de donnee", "donnee de base", "donnees de base", "base de reference"],
    },
    { column: "target", name: "Cible de fin de projet", labels: ["cible de fin de projet", "cible"] },
    {
      column: "milestone",
      name: "Etapes d’indicateur/ milestone",
      labels: ["etapes d'indicateur", "etape d'indicateur", "etapes", "jalon"],
    },
    { column: "actual", name: "Progrès actuel de l’indicateur", labels: ["progres actuel"] },
    {
      column: "remark",
      name: "Raisons pour les retards ou changements",
      labels: ["raisons pour les retards", "raisons"],
    },
  ],
  rowLabels: { outcome: "Résultat", output: "Produit", indicator: "Indicateur" },
  convening: "Agence coordinatrice",
  total: "Total",
  reportTypes: { SEMESTRIEL: "semi-annual", ANNUEL: "annual", FINAL: "final" },
  riskMarkers: { Faible: "low", Moyen: "medium", Élevé: "high" },
  ratings: {
    "Off track": "off-track",
    "On track": "on-track",
    "On track with peacebuilding results": "on-track-with-peacebuilding-results",
  },
  covidCategories: [
    {
      category: "crisis-management",
      name: "Renforcer les capacités de gestion de crise et de communication",
      label: "renforcer les capacites de gestion de crise",
    },
    {
      category: "inclusive-response",
      name: "Assurer une réponse et une reprise inclusives et équitables",
      label: "assurer une reponse et une reprise inclusives",
    },
    {
      category: "cohesion-and-borders",
      name: "Renforcer la cohésion sociale intercommunautaire et la gestion des frontières",
      label: "renforcer la cohesion sociale intercommunautaire",
    },
    {
      category: "hate-speech-and-trauma",
      name: "Lutter contre le discours de haine et la stigmatisation et répondre aux traumatismes",
      label: "lutter contre le discours de haine",
    },
    {
      category: "ceasefire",
      name: "Soutenir l’appel du SG au « cessez-le-feu mondial »",
      label: "soutenir l'appel du sg",
    },
    { category: "other", name: "Autres (veuillez préciser):", label: "autres (veuillez preciser)" },
  ],
  limit: /\( ?limite de ([\d ]+) caract[eè]res ?\) ?:?/i,
};
