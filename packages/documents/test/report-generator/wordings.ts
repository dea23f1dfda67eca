/**
 * For tests: the report template's labels by language and year, written from the fund's wordings and not from the reader's grammar.
 */
export type FormLanguage = "en" | "fr";
export const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024] as const;
export type FormYear = (typeof YEARS)[number];

export interface Wording {
  title: string;
  country: readonly string[];
  type: string;
  year: string;
  projectTitle: string;
  number: readonly string[];
  agencies: (year: FormYear) => string;
  convening: readonly string[];
  start: (year: FormYear) => string;
  end: string;
  lastSixMonths: string;
  windows: (year: FormYear) => string;
  window: readonly string[];
  total: string;
  budgetHead: readonly [string, string];
  totalWord: readonly string[];
  rate: string;
  gewe: string;
  spent: string;
  marker: string;
  risk: string;
  focus: string;
  preparation: string;
  preparedBy: string;
  approvedBy: string;
  review: (year: FormYear) => string;
  modality: string;
  duration: string;
  tranches: string;
  extension: string;
  extensionRequest: string;
  parts: (year: FormYear) => {
    overall: string;
    outcomes: string;
    crossCutting: string;
    covid: string;
    table: readonly string[];
  };
  status: string;
  events: string;
  outcome: string;
  output: string;
  indicator: readonly string[];
  rating: string;
  progress: string;
  gender: string;
  monitoring: string;
  baselines: string;
  evaluation: string;
  covid: readonly [string, string];
  heads: {
    indicator: readonly string[];
    baseline: readonly string[];
    target: readonly string[];
    milestone: readonly string[];
    actual: readonly string[];
    remark: readonly string[];
    other: readonly string[];
  };
}

const covidYears = (year: FormYear) => year === 2020 || year === 2021;
const partOfTable = (year: FormYear) => (year === 2018 ? "1.4" : covidYears(year) ? "PART V" : "PART IV");

export const WORDINGS: Record<FormLanguage, Wording> = {
  en: {
    title: "PBF PROJECT PROGRESS REPORT",
    country: ["COUNTRY:", "Country:"],
    type: "TYPE OF REPORT: SEMI-ANNUAL, ANNUAL OR FINAL:",
    year: "YEAR OF REPORT:",
    projectTitle: "Project Title:",
    number: ["Project Number from MPTF-O Gateway:"],
    agencies: (year) =>
      year === 2018
        ? "List all direct project recipient organizations (starting with Convening Agency), followed type of organization (UN, CSO etc.):"
        : "Type and name of recipient organizations:",
    convening: ["(Convening Agency)", "(convening agency)", "– Lead agency"],
    start: (year) => (year === 2018 ? "Project commencement date:" : "Date of first transfer:"),
    end: "Project end date:",
    lastSixMonths: "Is the current project end date within 6 months?",
    windows: (year) =>
      year === 2018
        ? "Does the project fall under one of the specific PBF priority windows below:"
        : "Check if the project falls under one or more PBF priority windows:",
    window: ["Gender promotion initiative", "Youth promotion initiative", "Cross-border or regional project"],
    total: "Total PBF approved project budget (by recipient organization):",
    budgetHead: ["Recipient Organization", "Amount"],
    totalWord: ["Total:", "TOTAL", "Grand total:"],
    rate: "Approximate implementation rate as percentage of total project budget:",
    gewe: "Indicate dollar amount from the project document to be allocated to activities focussed on gender equality or women’s empowerment:",
    spent: "Amount expended to date on activities focussed on gender equality or women’s empowerment:",
    marker: "Project Gender Marker:",
    risk: "Project Risk Marker:",
    focus: "Project PBF focus area:",
    preparation: "Report preparation:",
    preparedBy: "Project report prepared by:",
    approvedBy: "Project report approved by:",
    review: (year) =>
      year === 2018 ? "Did PBF Secretariat clear the report:" : "Did PBF Secretariat review the report:",
    modality: "PBF project modality:",
    duration: "Project duration in months:",
    tranches: "How many tranches have been received so far:",
    extension: "Has this project received a cost or no cost extension?",
    extensionRequest: "Will this project be requesting a cost or no-cost extension?",
    parts: (year) => ({
      overall: year === 2018 ? "1.1 Overall project progress to date" : "PART 1: OVERALL PROJECT PROGRESS",
      outcomes:
        year === 2018
          ? "1.2 Result progress by project outcome"
          : "PART II: RESULT PROGRESS BY PROJECT OUTCOME",
      crossCutting: year === 2018 ? "1.3 Cross-cutting issues" : "PART III: CROSS-CUTTING ISSUES",
      covid: "PART IV: COVID-19",
      table: [
        `${partOfTable(year)}: INDICATOR BASED PERFORMANCE ASSESSMENT:`,
        "INDICATOR BASED PERFORMANCE ASSESSMENT",
      ],
    }),
    status:
      "Briefly outline the status of the project in terms of implementation cycle, including whether preliminary/preparatory activities have been completed (i.e. contracting of partners, staff recruitment, etc.) (1500 character limit):",
    events:
      "Please indicate any significant project-related events anticipated in the next six months, i.e. national dialogues, youth congresses, film screenings, etc. (1000 character limit):",
    outcome: "Outcome",
    output: "Output",
    indicator: ["Indicator", "Ind."],
    rating: "Rate the current status of the outcome progress:",
    progress: "Progress summary: (3000 character limit)",
    gender:
      "Indicate any additional analysis on how Gender Equality and Women’s Empowerment and/or Youth Inclusion and Responsiveness has been ensured under this Outcome: (1000 character limit)",
    monitoring:
      "Monitoring: Please list monitoring activities undertaken in the reporting period (1000 character limit)",
    baselines: "Do outcome indicators have baselines?",
    evaluation: "Evaluation budget (response required):",
    covid: [
      "1) Monetary adjustments: Please indicate the total amount in USD of adjustments due to COVID-19:",
      "2) Non-monetary adjustments: Please indicate any adjustments to the project which did not have any financial implications:",
    ],
    heads: {
      indicator: ["Performance Indicators", "Indicators", "Indicator"],
      baseline: ["Indicator Baseline", "Baseline"],
      target: ["End of project Indicator Target", "End of project target", "Target"],
      milestone: ["Indicator Milestone", "Milestone", "Indicator Milestones"],
      actual: ["Current indicator progress", "Indicator progress for reporting period", "Current progress"],
      remark: ["Reasons for Variance/ Delay (if any)", "Reasons for Variance/ Delay"],
      other: ["Adjustment of target (if any)", "Means of verification"],
    },
  },
  fr: {
    title: "RAPPORT DE PROGRÈS DE PROJET PBF",
    country: ["PAYS:", "PAYS :"],
    type: "TYPE DE RAPPORT: SEMESTRIEL, ANNUEL OU FINAL:",
    year: "ANNÉE DE RAPPORT:",
    projectTitle: "Titre du projet:",
    number: ["Numéro Projet / MPTF Gateway:"],
    agencies: () => "Type et nom d’agence récipiendaire:",
    convening: ["(Agence coordinatrice)", "(agence coordinatrice)"],
    start: () => "Date du premier transfert de fonds:",
    end: "Date de fin de projet:",
    lastSixMonths: "Le projet est-il dans ces six derniers mois de mise en œuvre?",
    windows: () => "Est-ce que le projet fait part d’une des fenêtres prioritaires spécifiques du PBF:",
    window: [
      "Initiative de promotion du genre",
      "Initiative de promotion de la jeunesse",
      "Projet transfrontalier ou régional",
    ],
    total: "Budget PBF total approuvé (par agence récipiendaire):",
    budgetHead: ["Agence récipiendaire", "Budget"],
    totalWord: ["Total:", "TOTAL :", "Total"],
    rate: "Taux de mise en œuvre approximatif comme pourcentage du budget total du projet:",
    gewe: "Indiquez le montant ($) du budget dans le document de projet alloué aux activités dédiées à l’égalité des sexes ou à l’autonomisation des femmes:",
    spent:
      "Indiquez le montant ($) du budget dépensé jusqu’à maintenant pour les activités dédiées à l’égalité des sexes ou à l’autonomisation des femmes:",
    marker: "Marqueur de genre du projet:",
    risk: "Marqueur de risque du projet:",
    focus: "Domaine de priorité de l’intervention PBF (« PBF focus area »):",
    preparation: "Préparation du rapport:",
    preparedBy: "Rapport préparé par:",
    approvedBy: "Rapport approuvé par:",
    review: () => "Le Secrétariat PBF a-t-il revu le rapport:",
    modality: "Modalité de financement du projet PBF:",
    duration: "Durée du projet en mois:",
    tranches: "Combien de tranches ont été reçues jusqu’à présent:",
    extension: "Ce projet a-t-il reçu une extension avec ou sans coût?",
    extensionRequest: "Ce projet demandera-t-il une extension avec ou sans coût?",
    parts: (year) => ({
      overall: "Partie I: Progrès global du projet",
      outcomes: "Partie II: Progrès par Résultat du projet",
      crossCutting: "Partie III: Questions transversales",
      covid: "Partie IV: COVID-19",
      table: [
        `${covidYears(year) ? "Partie V" : "Partie IV"} : ÉVALUATION DE LA PERFORMANCE DU PROJET SUR LA BASE DES INDICATEURS:`,
        "ÉVALUATION DE LA PERFORMANCE DU PROJET SUR LA BASE DES INDICATEURS",
      ],
    }),
    status:
      "Expliquer brièvement l’état global de mise en œuvre du projet en termes de cycle de mise en œuvre, y compris si toutes les activités préparatoires ont été achevées (par exemple, contractualisation des partenaires, recrutement du personnel etc.) (Limite de 1500 caractères):",
    events:
      "Veuillez indiquer tout événement important lié au projet prévu au cours des six prochains mois, par exemple : les dialogues nationaux, les congrès des jeunes, les projections de films (limite de 1000 caractères) :",
    outcome: "Résultat",
    output: "Produit",
    indicator: ["Indicateur", "Ind."],
    rating: "Veuillez évaluer l’état actuel des progrès du résultat:",
    progress: "Résumé de progrès: (Limite de 3000 caractères)",
    gender:
      "Indiquez toute analyse supplémentaire sur la manière dont l’égalité entre les sexes et l’autonomisation des femmes et / ou l’inclusion et la réactivité aux besoins des jeunes ont été assurées dans le cadre de ce résultat: (Limite de 1000 caractères)",
    monitoring:
      "Suivi: Indiquez les activités de suivi conduites dans la période du rapport (Limite de 1000 caractères)",
    baselines: "Est-ce que les indicateurs des résultats ont des bases de référence?",
    evaluation: "Budget pour évaluation finale (réponse obligatoire):",
    covid: [
      "1) Ajustements financiers: Veuillez indiquer le montant total en USD des ajustements liés au COVID-19:",
      "2) Ajustements non-financiers: Veuillez indiquer tout ajustement du projet qui n’a pas eu de conséquences financières:",
    ],
    heads: {
      indicator: ["Indicateurs", "Indicateurs de performance"],
      baseline: ["Base de donnée", "Données de base", "Base de référence"],
      target: ["Cible de fin de projet", "Cible"],
      milestone: ["Etapes d’indicateur/ milestone", "Étapes", "Jalon"],
      actual: ["Progrès actuel de l’indicateur", "Progrès de l’indicateur pour la période"],
      remark: ["Raisons pour les retards ou changements", "Raisons des retards"],
      other: ["Ajustement de la cible", "Moyens de vérification"],
    },
  },
};
