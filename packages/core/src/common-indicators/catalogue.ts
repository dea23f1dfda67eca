import type { Direction, Measure } from "../document/index.ts";
import type { Bilingual } from "../locale/language.ts";

/** An indicator that many projects have, and that is publicly numbered. */
export interface CommonIndicator {
  /** Number in its source: `16.1.4`. */
  code: string;
  /** In English as the source has it, shortened where it lists alternatives; in French in our words. */
  name: Bilingual;
  /** What it is given in: `%`, `per 100,000`, `cases`. */
  unit: string;
  /** Which way it should go. */
  direction: Direction;
  /** What kind of thing it measures. */
  measure: Measure;
  /** What a wording must speak of: beginnings of words without accents, in both languages, each with its alternatives. */
  terms: readonly (readonly string[])[];
}

const share = { unit: "%", measure: "percentage" } as const;
const per100000 = { unit: "per 100,000", measure: "ratio" } as const;
const up = "increase" as const;
const down = "decrease" as const;

const WOMEN = ["wom", "femme", "female"];
const PEOPLE = [
  "people",
  "person",
  "population",
  "citizen",
  "citoyen",
  "respondent",
  "habitant",
  "communaut",
  "women and men",
];
const RATE = ["100000"];

/**
 * Indicators of the Sustainable Development Goals 5 and 16 that projects of peacebuilding report on. Source: global indicator framework for
 * the Sustainable Development Goals, annex to A/RES/71/313 with its later refinements.
 */
export const COMMON_INDICATORS: readonly CommonIndicator[] = [
  {
    code: "5.2.1",
    name: {
      en: "Proportion of women and girls subjected to physical, sexual or psychological violence by an intimate partner in the previous 12 months",
      fr: "Proportion de femmes et de filles ayant subi des violences physiques, sexuelles ou psychologiques de leur partenaire intime au cours des 12 derniers mois",
    },
    ...{ ...share, direction: down },
    terms: [WOMEN, ["violence"], ["partner", "partenaire", "conjug", "spous", "husband", "mari "]],
  },
  {
    code: "5.5.1",
    name: {
      en: "Proportion of seats held by women in national parliaments and local governments",
      fr: "Proportion de sièges occupés par des femmes dans les parlements nationaux et les administrations locales",
    },
    ...{ ...share, direction: up },
    terms: [
      WOMEN,
      ["seat", "siege"],
      ["parliament", "parlement", "local", "council", "conseil", "assembl", "communa"],
    ],
  },
  {
    code: "5.5.2",
    name: {
      en: "Proportion of women in managerial positions",
      fr: "Proportion de femmes occupant des postes de direction",
    },
    ...{ ...share, direction: up },
    terms: [WOMEN, ["manager", "direction", "encadrement", "responsabilite"], ["position", "post", "poste"]],
  },
  {
    code: "16.1.1",
    name: {
      en: "Number of victims of intentional homicide per 100,000 population",
      fr: "Nombre de victimes d’homicide volontaire pour 100 000 habitants",
    },
    ...{ ...per100000, direction: down },
    terms: [["homicide", "murder", "meurtre"], RATE],
  },
  {
    code: "16.1.2",
    name: {
      en: "Conflict-related deaths per 100,000 population",
      fr: "Nombre de décès liés à des conflits pour 100 000 habitants",
    },
    ...{ ...per100000, direction: down },
    terms: [["conflict", "conflit"], ["death", "deces", "mort", "fatalit"], RATE],
  },
  {
    code: "16.1.3",
    name: {
      en: "Proportion of population subjected to physical, psychological or sexual violence in the previous 12 months",
      fr: "Proportion de la population ayant subi des violences physiques, psychologiques ou sexuelles au cours des 12 derniers mois",
    },
    ...{ ...share, direction: down },
    terms: [
      ["population", "people", "persons", "personnes"],
      ["violence"],
      ["subjected", "subi", "experienc", "victim"],
      ["12 ", "twelve", "douze", "year", "annee"],
    ],
  },
  {
    code: "16.1.4",
    name: {
      en: "Proportion of population that feel safe walking alone around the area they live after dark",
      fr: "Proportion de la population se sentant en sécurité en marchant seule dans son quartier après la tombée de la nuit",
    },
    ...{ ...share, direction: up },
    terms: [
      ["safe", "securite", "surete"],
      ["walk", "march", "deplac"],
      ["alone", "seul", "dark", "night", "nuit"],
    ],
  },
  {
    code: "16.2.2",
    name: {
      en: "Number of victims of human trafficking per 100,000 population",
      fr: "Nombre de victimes de la traite d’êtres humains pour 100 000 habitants",
    },
    ...{ ...per100000, direction: down },
    terms: [["traffick", "traite "], ["human", "humain", "person", "etres"], RATE],
  },
  {
    code: "16.3.1",
    name: {
      en: "Proportion of victims of violence in the previous 12 months who reported their victimization to competent authorities",
      fr: "Proportion de victimes de violences au cours des 12 derniers mois ayant signalé les faits aux autorités compétentes",
    },
    ...{ ...share, direction: up },
    terms: [
      ["victim"],
      ["violence"],
      ["report", "signal", "denonc", "porte plainte"],
      ["authorit", "autorite", "police", "mechanism", "mecanisme"],
    ],
  },
  {
    code: "16.3.2",
    name: {
      en: "Unsentenced detainees as a proportion of overall prison population",
      fr: "Proportion de la population carcérale en attente de jugement",
    },
    ...{ ...share, direction: down },
    terms: [
      ["detain", "detenu", "prison", "carceral"],
      [
        "unsentenced",
        "pre trial",
        "pretrial",
        "attente de jugement",
        "prevent",
        "without sentence",
        "awaiting trial",
      ],
    ],
  },
  {
    code: "16.3.3",
    name: {
      en: "Proportion of the population who have experienced a dispute in the past two years and who accessed a formal or informal dispute resolution mechanism",
      fr: "Proportion de la population ayant connu un différend au cours des deux dernières années et ayant eu accès à un mécanisme formel ou informel de règlement des différends",
    },
    ...{ ...share, direction: up },
    terms: [
      ["dispute", "differend", "litige"],
      ["resolution", "reglement"],
      ["access", "acces", "used", "using", "recour"],
      ["mechanism", "mecanisme"],
    ],
  },
  {
    code: "16.5.1",
    name: {
      en: "Proportion of persons who paid a bribe to a public official, or were asked for a bribe, during the previous 12 months",
      fr: "Proportion de personnes ayant versé un pot-de-vin à un agent public, ou s’en étant vu demander un, au cours des 12 derniers mois",
    },
    ...{ ...share, direction: down },
    terms: [
      ["bribe", "pot de vin", "pots de vin", "dessous de table"],
      ["official", "agent public", "agents public", "fonctionnaire", "public servant"],
      ["paid", "pay", "verse", "paye", "asked"],
    ],
  },
  {
    code: "16.6.1",
    name: {
      en: "Primary government expenditures as a proportion of original approved budget",
      fr: "Dépenses publiques primaires en proportion du budget initial approuvé",
    },
    ...{ ...share, direction: "maintain" },
    terms: [
      ["government", "publique", "etat"],
      ["expenditure", "depense"],
      ["primary", "primaire"],
      ["budget"],
    ],
  },
  {
    code: "16.6.2",
    name: {
      en: "Proportion of population satisfied with their last experience of public services",
      fr: "Proportion de la population satisfaite de sa dernière expérience des services publics",
    },
    ...{ ...share, direction: up },
    terms: [["satisf"], ["public service", "services publics", "service public"], PEOPLE],
  },
  {
    code: "16.7.2",
    name: {
      en: "Proportion of population who believe decision-making is inclusive and responsive",
      fr: "Proportion de la population considérant que la prise de décisions est ouverte à tous et réactive",
    },
    ...{ ...share, direction: up },
    terms: [
      ["decision"],
      ["believ", "think", "perceiv", "consider", "pens", "estim", "percoi"],
      ["inclusi", "responsive", "ouvert", "reactiv", "participat"],
    ],
  },
  {
    code: "16.9.1",
    name: {
      en: "Proportion of children under 5 years of age whose births have been registered with a civil authority",
      fr: "Proportion d’enfants de moins de 5 ans enregistrés par une autorité d’état civil",
    },
    ...{ ...share, direction: up },
    terms: [
      ["child", "enfant"],
      ["birth", "naissance", "etat civil"],
      ["regist", "enregistr"],
    ],
  },
  {
    code: "16.10.1",
    name: {
      en: "Number of verified cases of killing, kidnapping, enforced disappearance, arbitrary detention and torture of journalists and human rights advocates in the previous 12 months",
      fr: "Nombre de cas avérés de meurtre, d’enlèvement, de disparition forcée, de détention arbitraire et de torture de journalistes et de défenseurs des droits de l’homme au cours des 12 derniers mois",
    },
    ...{ unit: "cases", measure: "count", direction: down },
    terms: [
      ["journalist", "human rights defend", "human rights advocat", "defenseur"],
      ["kill", "kidnap", "detained", "detention", "tortur", "meurtre", "enlevement", "tue"],
    ],
  },
  {
    code: "16.b.1",
    name: {
      en: "Proportion of population reporting having personally felt discriminated against or harassed in the previous 12 months",
      fr: "Proportion de la population déclarant avoir personnellement été victime de discrimination ou de harcèlement au cours des 12 derniers mois",
    },
    ...{ ...share, direction: down },
    terms: [["discriminat"], ["report", "declar", "felt", "senti", "victim"], PEOPLE],
  },
];
