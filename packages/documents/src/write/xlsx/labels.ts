import type { Direction, ExpenseCategory, Language, Rating, RiskMarker } from "@cadre/core";
import type { FactKey } from "../../annex/labels.ts";

/** What a written workbook says in one language. Its heads are among the labels that the reader knows. */
export interface WorkbookLabels {
  sheets: {
    project: string;
    framework: string;
    budget: string;
    totals: string;
    tranches: string;
    activities: string;
  };
  facts: Record<FactKey, string>;
  agencies: {
    name: string;
    convening: string;
    budget: string;
    currency: string;
    lines: string;
    share: string;
  };
  framework: Record<
    | "level"
    | "code"
    | "text"
    | "unit"
    | "baseline"
    | "target"
    | "milestone"
    | "actual"
    | "targetNumber"
    | "actualNumber"
    | "percent"
    | "remark"
    | "axes"
    | "direction"
    | "rating",
    string
  >;
  lines: Record<
    | "id"
    | "output"
    | "activity"
    | "title"
    | "agency"
    | "category"
    | "amount"
    | "currency"
    | "gewe"
    | "geweAmount"
    | "committed"
    | "spent"
    | "spentShare"
    | "remark",
    string
  >;
  totals: {
    by: { output: string; agency: string; category: string };
    amount: string;
    gewe: string;
    share: string;
    none: string;
  };
  tranches: {
    agency: string;
    number: string;
    amount: string;
    currency: string;
    share: string;
    received: string;
  };
  activities: { code: string; title: string };
  levels: { outcome: string; output: string; indicator: string };
  categories: Record<ExpenseCategory, string>;
  risk: Record<RiskMarker, string>;
  ratings: Record<Rating, string>;
  directions: Record<Direction, string>;
  yes: string;
  no: string;
  total: string;
  choose: string;
}

const RATINGS: Record<Rating, string> = {
  "off-track": "Off track",
  "on-track": "On track",
  "on-track-with-peacebuilding-results": "On track with peacebuilding results",
};

const FRENCH: WorkbookLabels = {
  sheets: {
    project: "Projet",
    framework: "Cadre de résultats",
    budget: "Budget",
    totals: "Totaux",
    tranches: "Tranches",
    activities: "Activités",
  },
  facts: {
    title: "Titre du projet",
    country: "Pays",
    number: "Numéro du projet",
    startDate: "Date du premier transfert de fonds",
    endDate: "Date de fin du projet",
    genderMarker: "Marqueur de genre",
    riskMarker: "Marqueur de risque",
    focusArea: "Domaine de priorité",
    currency: "Devise",
    total: "Budget PBF total approuvé",
    deliveryRate: "Taux de mise en œuvre approximatif",
    geweAllocated: "Alloué à l’égalité des sexes (EGES)",
    geweSpent: "Dépensé pour l’égalité des sexes (EGES)",
    covidAdjustment: "Ajustement COVID-19",
    evaluation: "Budget d’évaluation",
  },
  agencies: {
    name: "Agence récipiendaire",
    convening: "Coordinatrice",
    budget: "Budget",
    currency: "Devise",
    lines: "Somme des lignes",
    share: "Part du total",
  },
  framework: {
    level: "Niveau",
    code: "Code",
    text: "Énoncé",
    unit: "Unité",
    baseline: "Base de donnée",
    target: "Cible de fin de projet",
    milestone: "Étapes d’indicateur",
    actual: "Progrès actuel",
    targetNumber: "Cible, nombre",
    actualNumber: "Progrès, nombre",
    percent: "% de la cible",
    remark: "Raisons pour les retards ou changements",
    axes: "Désagrégation",
    direction: "Sens",
    rating: "Évaluation des progrès",
  },
  lines: {
    id: "Ligne",
    output: "Produit",
    activity: "Activité",
    title: "Intitulé",
    agency: "Agence",
    category: "Catégorie",
    amount: "Montant",
    currency: "Devise",
    gewe: "% EGES",
    geweAmount: "Montant EGES",
    committed: "Engagé ou dépensé",
    spent: "Dépenses à ce jour",
    spentShare: "% dépensé",
    remark: "Remarques",
  },
  totals: {
    by: { output: "Par produit", agency: "Par agence", category: "Par catégorie" },
    amount: "Somme",
    gewe: "Dont EGES",
    share: "% EGES",
    none: "(sans)",
  },
  tranches: {
    agency: "Agence",
    number: "Tranche",
    amount: "Montant",
    currency: "Devise",
    share: "Part du budget de l’agence",
    received: "Reçue le",
  },
  activities: { code: "Activité", title: "Intitulé" },
  levels: { outcome: "Résultat", output: "Produit", indicator: "Indicateur" },
  categories: {
    staff: "Personnel et autres employés",
    supplies: "Fournitures, produits de base, matériels",
    equipment: "Équipement, véhicules et mobilier",
    "contractual-services": "Services contractuels",
    travel: "Frais de déplacement",
    "transfers-and-grants": "Transferts et subventions aux homologues",
    "general-operating": "Frais généraux de fonctionnement et autres coûts directs",
    "indirect-support": "Coûts indirects",
  },
  risk: { low: "Faible", medium: "Moyen", high: "Élevé" },
  ratings: RATINGS,
  directions: { increase: "Augmenter", decrease: "Diminuer", maintain: "Maintenir" },
  yes: "Oui",
  no: "Non",
  total: "Total",
  choose: "Choisissez dans la liste.",
};

const ENGLISH: WorkbookLabels = {
  sheets: {
    project: "Project",
    framework: "Results framework",
    budget: "Budget",
    totals: "Totals",
    tranches: "Tranches",
    activities: "Activities",
  },
  facts: {
    title: "Project title",
    country: "Country",
    number: "Project number",
    startDate: "Date of first transfer",
    endDate: "Project end date",
    genderMarker: "Project gender marker",
    riskMarker: "Project risk marker",
    focusArea: "Project PBF focus area",
    currency: "Currency",
    total: "Total PBF approved project budget",
    deliveryRate: "Approximate implementation rate",
    geweAllocated: "Allocated to gender equality (GEWE)",
    geweSpent: "Spent on gender equality (GEWE)",
    covidAdjustment: "COVID-19 adjustment",
    evaluation: "Evaluation budget",
  },
  agencies: {
    name: "Recipient organization",
    convening: "Convening",
    budget: "Budget",
    currency: "Currency",
    lines: "Sum of lines",
    share: "Share of total",
  },
  framework: {
    level: "Level",
    code: "Code",
    text: "Statement",
    unit: "Unit",
    baseline: "Indicator baseline",
    target: "End of project target",
    milestone: "Indicator milestone",
    actual: "Current progress",
    targetNumber: "Target, number",
    actualNumber: "Progress, number",
    percent: "% of target",
    remark: "Reasons for variance or delay",
    axes: "Disaggregation",
    direction: "Direction",
    rating: "Rating",
  },
  lines: {
    id: "Line",
    output: "Output",
    activity: "Activity",
    title: "Title",
    agency: "Agency",
    category: "Category",
    amount: "Amount",
    currency: "Currency",
    gewe: "% GEWE",
    geweAmount: "GEWE amount",
    committed: "Committed or spent",
    spent: "Expenditure to date",
    spentShare: "% spent",
    remark: "Remarks",
  },
  totals: {
    by: { output: "By output", agency: "By agency", category: "By category" },
    amount: "Sum",
    gewe: "Of which GEWE",
    share: "% GEWE",
    none: "(none)",
  },
  tranches: {
    agency: "Agency",
    number: "Tranche",
    amount: "Amount",
    currency: "Currency",
    share: "Share of the agency’s budget",
    received: "Received on",
  },
  activities: { code: "Activity", title: "Title" },
  levels: { outcome: "Outcome", output: "Output", indicator: "Indicator" },
  categories: {
    staff: "Staff and other personnel",
    supplies: "Supplies, commodities, materials",
    equipment: "Equipment, vehicles and furniture",
    "contractual-services": "Contractual services",
    travel: "Travel",
    "transfers-and-grants": "Transfers and grants to counterparts",
    "general-operating": "General operating and other direct costs",
    "indirect-support": "Indirect support costs",
  },
  risk: { low: "Low", medium: "Medium", high: "High" },
  ratings: RATINGS,
  directions: { increase: "Increase", decrease: "Decrease", maintain: "Maintain" },
  yes: "Yes",
  no: "No",
  total: "Total",
  choose: "Choose from the list.",
};

export const WORKBOOK_LABELS: Record<Language, WorkbookLabels> = { fr: FRENCH, en: ENGLISH };
