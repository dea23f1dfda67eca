import type { PriorityWindow } from "@cadre/core";

/** The fields of the cover page. `end`: what follows is no answer. */
export type CoverField =
  | "document-title"
  | "country"
  | "title"
  | "number"
  | "modality"
  | "trust-fund"
  | "trust-fund-name"
  | "recipients"
  | "partners"
  | "start-date"
  | "end-date"
  | "duration"
  | "geography"
  | "windows"
  | "total-budget"
  | "other-funding"
  | "tranche"
  | "description"
  | "consultation"
  | "gender-marker"
  | "gewe"
  | "risk-marker"
  | "focus-area"
  | "undaf"
  | "sdg"
  | "submission"
  | "amendment"
  | "end";

/** What the paragraphs of a project document begin with, normalised, in the wordings since 2018: English, then French. */
export const COVER_LABELS: readonly (readonly [CoverField, readonly string[]])[] = [
  ["document-title", ["pbf project document", "document de projet du pbf", "document de projet pbf"]],
  ["country", ["country (ies)", "country(ies)", "countries:", "country:", "pays:", "pays (", "pays"]],
  ["title", ["project title", "titre du projet"]],
  [
    "number",
    [
      "project number from mptf",
      "project number",
      "numero de projet",
      "numero du projet",
      "numero de projet / portail mptf-o",
    ],
  ],
  ["modality", ["pbf project modality", "project modality", "modalite de projet", "modalite du projet"]],
  [
    "trust-fund",
    ["if funding is disbursed into", "si le financement passe par", "si le financement est verse"],
  ],
  ["trust-fund-name", ["name of recipient fund", "nom du fonds"]],
  [
    "recipients",
    [
      "list all direct project recipient organi",
      "list all direct recipient organi",
      "type and name of recipient organi",
      "liste de toutes les organisations recipiendaires",
      "liste de toutes les agences recipiendaires",
      "type et nom d'agence",
    ],
  ],
  [
    "partners",
    [
      "list additional implementing partners",
      "list of additional implementing partners",
      "liste des partenaires",
      "liste de partenaires",
      "partenaires de mise en oeuvre supplementaires",
    ],
  ],
  [
    "start-date",
    [
      "expected project commencement date",
      "project commencement date",
      "project start date",
      "date prevue de demarrage",
      "date de demarrage",
      "date de debut",
    ],
  ],
  ["end-date", ["project end date", "expected project end date", "date de fin"]],
  ["duration", ["project duration", "duree du projet"]],
  ["geography", ["geographic zones", "geographical zones", "zones geographiques", "zone geographique"]],
  [
    "windows",
    [
      "does the project fall under one",
      "does the project fall under",
      "check if the project falls under",
      "le projet releve-t-il",
      "le projet fait-il partie",
      "cocher si le projet",
    ],
  ],
  [
    "total-budget",
    [
      "total pbf approved project budget",
      "total pbf approved budget",
      "budget pbf total approuve",
      "budget total approuve",
      "budget total du projet approuve",
      "montant total approuve",
    ],
  ],
  ["other-funding", ["any other existing funding", "autre financement existant", "tout autre financement"]],
  [
    "description",
    ["provide a brief project description", "fournir une breve description", "breve description"],
  ],
  [
    "consultation",
    [
      "summarize the in-country project consultation",
      "resumer le processus de consultation",
      "resume du processus",
    ],
  ],
  [
    "gender-marker",
    [
      "project gender marker",
      "marqueur de genre du projet",
      "marqueur genre du projet",
      "score du marqueur de genre",
      "gender marker score",
    ],
  ],
  [
    "gewe",
    [
      "specify % and $",
      "specify % and us$",
      "specify the % and $",
      "preciser le %",
      "specifier le %",
      "indiquer le %",
    ],
  ],
  [
    "risk-marker",
    [
      "project risk marker",
      "marqueur de risque du projet",
      "score du marqueur de risque",
      "risk marker score",
    ],
  ],
  [
    "focus-area",
    [
      "select pbf focus area",
      "project pbf focus area",
      "pbf focus area:",
      "selectionner le domaine de priorite",
      "selectionner le domaine",
      "domaine de priorite de l'intervention",
    ],
  ],
  [
    "undaf",
    ["if applicable, undaf", "if applicable, unsdcf", "le cas echeant, resultat", "le cas echeant, effet"],
  ],
  [
    "sdg",
    [
      "if applicable, sustainable development goal",
      "if applicable, sdg",
      "le cas echeant, objectif de developpement",
    ],
  ],
  ["submission", ["type of submission", "type de soumission"]],
  [
    "amendment",
    ["if it is a project amendment", "s'il s'agit d'une revision", "s'il s'agit d'un amendement"],
  ],
  [
    "end",
    [
      "gender marker: score",
      "gender marker:",
      "risk marker:",
      "pbf focus areas are",
      "marqueur de genre:",
      "marqueur de risque:",
      "domaines de priorite",
      "project signatures",
      "signatures du projet",
      "i. peacebuilding context",
      "i. contexte de consolidation",
    ],
  ],
];

/** `PBF 1st tranche (70%):`, `2ème tranche PBF* (30 %) :`, normalised; the groups are the number and the share. */
export const TRANCHE =
  /^(?:pbf )?(?:(\d)(?:st|nd|rd|th|ere|re|er|eme|e)|(first|second|third|premiere|deuxieme|seconde|troisieme)) tranche(?: pbf)? ?\*?(?: ?\(? ?(\d{1,3}(?:[.,]\d+)?) ?%)?/;
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  premiere: 1,
  second: 2,
  deuxieme: 2,
  seconde: 2,
  third: 3,
  troisieme: 3,
};

/** What the text behind a ticked box of a priority window contains, normalised. */
export const WINDOWS: readonly (readonly [PriorityWindow, RegExp])[] = [
  ["gender-promotion", /gender|genre/],
  ["youth-promotion", /youth|jeunesse/],
  ["transition", /transition/],
  ["cross-border", /cross-border|regional|transfrontalier/],
];

/** Heads of the columns of the results framework, normalised. */
export const COLUMN_HEADS = {
  outcome: /^(?:outcomes?|resultats?|effets?)\b(?!.*indicat)/,
  output: /^(?:outputs?|produits?|extrants?)\b(?!.*indicat)/,
  indicator: /^(?:indicators?|indicateurs?|performance indicators?)\b(?! milestone)/,
  means:
    /^(?:means? of verification|moyens? de verification|sources? of verification|sources? de verification)/,
  frequency: /^(?:frequency|frequence)/,
  milestone: /milestones?|^etapes?|^jalons?/,
} as const;
export type FrameworkColumn = keyof typeof COLUMN_HEADS;

/** What ends the title of an outcome or output, normalised: other things that its cell holds. */
export const NO_TITLE =
  /^(?:\(any sdg|any sdg|sdg |sdgs? target|odd |\(tout|\(toute|cible odd|upr |\(universal|universal periodic|epu |examen periodique|list of activities|liste des activites|liste d'activites|activities|activites)/;
export const ACTIVITIES =
  /^(?:list of (?:all )?activities|liste des activites|liste d'activites|activities under|activites)/;
export const BASELINE =
  /^(?:baseline(?: value)?|base de donnees?|donnees? de base|base de reference|valeur de reference|niveau de reference|situation de reference|base)(?: \(.{1,20}?\))? ?:/;
export const TARGET =
  /^(?:(?:end of project )?target(?: value)?|cible(?: de fin de projet)?|valeur cible)(?: \(.{1,20}?\))? ?:/;

/** What begins a paragraph, of whatever part: for formats in which paragraphs are put together from lines. */
export const PROJECT_LABELS: readonly string[] = [
  ...COVER_LABELS.flatMap(([, labels]) => labels),
  "pbf 1st tranche",
  "pbf 2nd tranche",
  "pbf 3rd tranche",
  "1ere tranche",
  "2eme tranche",
  "3eme tranche",
  ...["baseline", "baseline value", "target", "target value", "end of project target"].map(
    (label) => `${label}:`,
  ),
  ...["base de donnees", "donnees de base", "base de reference", "valeur de reference"].map(
    (label) => `${label}:`,
  ),
  ...["niveau de reference", "situation de reference", "cible", "cible de fin de projet"].map(
    (label) => `${label}:`,
  ),
  "list of activities",
  "liste des activites",
  "annex ",
  "annexe ",
  "sdg target",
  "date & seal",
  "date et cachet",
  "name of representative",
  "nom du representant",
  "name of agency",
  "nom de l'agence",
];
