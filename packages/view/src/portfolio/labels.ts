import type { Language } from "@cadre/core";
import type { PortfolioDimension } from "@cadre/core/portfolio";

/** The texts of the portfolio's page. */
export interface PortfolioLabels {
  title: string;
  verdict: (
    projects: string,
    budget: string | null,
    late: string,
    activities: string,
    errors: string,
  ) => string;
  search: string;
  searchHint: string;
  all: Record<PortfolioDimension, string>;
  dimension: Record<PortfolioDimension, string>;
  clear: string;
  noMatch: string;
  shown: (shown: string, all: string) => string;
  columns: Record<
    "project" | "time" | "money" | "indicators" | "late" | "errors" | "gewe" | "report",
    string
  >;
  /** Columns that only a file has. */
  file: Record<
    | "number"
    | "country"
    | "agency"
    | "agencies"
    | "focusArea"
    | "start"
    | "end"
    | "budget"
    | "currency"
    | "error"
    | "warning"
    | "info"
    | "type"
    | "year"
    | "reports",
    string
  >;
  compare: string;
  compareColumns: Record<"projects" | "budget" | "indicators" | "late" | "errors", string>;
  none: string;
  lateOf: (late: string, all: string) => string;
  earlier: (count: number) => string;
  agrees: string;
  contradicts: string;
}

const english: PortfolioLabels = {
  title: "Portfolio",
  verdict: (projects, budget, late, activities, errors) =>
    `${projects}${budget === null ? "" : `, ${budget} approved`}. ${late} of ${activities} activities are delayed or suspended. ${errors} in the reports.`,
  search: "Search",
  searchHint: "title, number, agency",
  all: { country: "all countries", agency: "all agencies", focusArea: "all focus areas", year: "all years" },
  dimension: { country: "Country", agency: "Agency", focusArea: "Focus area", year: "Year" },
  clear: "Clear filters",
  noMatch: "No project matches the filters.",
  shown: (shown, all) => {
    const projects = all === "1" ? "project" : "projects";
    return shown === all ? `${all} ${projects}` : `${shown} of ${all} ${projects}`;
  },
  columns: {
    project: "Project",
    time: "Time elapsed",
    money: "Money spent",
    indicators: "Indicators by status",
    late: "Late activities",
    errors: "Errors",
    gewe: "GEWE share",
    report: "Last report",
  },
  file: {
    number: "Project number",
    country: "Country",
    agency: "Convening agency",
    agencies: "Agencies",
    focusArea: "Focus area",
    start: "Start",
    end: "End",
    budget: "Approved budget",
    currency: "Currency",
    error: "Errors",
    warning: "Warnings",
    info: "Notes",
    type: "Report type",
    year: "Report year",
    reports: "Number of reports",
  },
  compare: "Comparison",
  compareColumns: {
    projects: "Projects",
    budget: "Approved budget",
    indicators: "Indicators by status",
    late: "Late activities",
    errors: "Errors",
  },
  none: "not reported",
  lateOf: (late, all) => `${late} of ${all}`,
  earlier: (count) => (count === 1 ? "1 earlier report" : `${count} earlier reports`),
  agrees: "agrees with the marker",
  contradicts: "contradicts the marker",
};

const french: PortfolioLabels = {
  title: "Portefeuille",
  verdict: (projects, budget, late, activities, errors) =>
    `${projects}${budget === null ? "" : `, ${budget} approuvés`}. ${late} activités sur ${activities} sont retardées ou suspendues. ${errors} dans les rapports.`,
  search: "Recherche",
  searchHint: "titre, numéro, agence",
  all: {
    country: "tous les pays",
    agency: "toutes les agences",
    focusArea: "tous les domaines",
    year: "toutes les années",
  },
  dimension: { country: "Pays", agency: "Agence", focusArea: "Domaine de priorité", year: "Année" },
  clear: "Effacer les filtres",
  noMatch: "Aucun projet ne correspond aux filtres.",
  shown: (shown, all) =>
    shown === all
      ? `${all} ${all === "1" ? "projet" : "projets"}`
      : `${shown} ${["0", "1"].includes(shown) ? "projet" : "projets"} sur ${all}`,
  columns: {
    project: "Projet",
    time: "Temps écoulé",
    money: "Exécution financière",
    indicators: "Indicateurs par statut",
    late: "Activités en retard",
    errors: "Erreurs",
    gewe: "Part GEWE",
    report: "Dernier rapport",
  },
  file: {
    number: "Numéro du projet",
    country: "Pays",
    agency: "Agence coordinatrice",
    agencies: "Agences",
    focusArea: "Domaine prioritaire",
    start: "Début",
    end: "Fin",
    budget: "Budget approuvé",
    currency: "Devise",
    error: "Erreurs",
    warning: "Avertissements",
    info: "Notes",
    type: "Type de rapport",
    year: "Année du rapport",
    reports: "Nombre de rapports",
  },
  compare: "Comparaison",
  compareColumns: {
    projects: "Projets",
    budget: "Budget approuvé",
    indicators: "Indicateurs par statut",
    late: "Activités en retard",
    errors: "Erreurs",
  },
  none: "non rapporté",
  lateOf: (late, all) => `${late} sur ${all}`,
  earlier: (count) => (count === 1 ? "1 rapport antérieur" : `${count} rapports antérieurs`),
  agrees: "concorde avec le marqueur",
  contradicts: "contredit le marqueur",
};

/** The texts in both languages. */
export const PORTFOLIO_LABELS: Record<Language, PortfolioLabels> = { en: english, fr: french };
