import type { ExpenseCategory, Language } from "@cadre/core";

/** The texts of annex D in one language, as the fund's form has them. The reader knows them all. */
export interface AnnexLabels {
  sheet1: string;
  sheet2: string;
  annex: string;
  table1: string;
  table2: string;
  code: string;
  description: string;
  agency: (number: number, currency: string, name: string) => string;
  versions: (name: string, currency: string) => [approved: string, revised: string];
  total: string;
  share: string;
  spent: (currency: string, agency: string | null) => string;
  committed: (currency: string, agency: string | null) => string;
  justification: string;
  remark: string;
  outcome: (code: string) => string;
  output: (code: string) => string;
  activity: (code: string) => string;
  outputTotal: string;
  additionalTotal: string;
  totals: string;
  subTotal: string;
  indirect: string;
  tranches: string;
  tranche: readonly string[];
  trancheShare: string;
  gewe: string;
  geweShare: string;
  monitoring: string;
  monitoringShare: string;
  expenditure: string;
  delivery: string;
  additional: string;
  fromTable1: string;
  categories: Record<Exclude<ExpenseCategory, "indirect-support">, string>;
}

const ENGLISH: AnnexLabels = {
  sheet1: "1) Budget Table",
  sheet2: "2) By Category",
  annex: "Annex D - PBF Project Budget",
  table1: "Table 1 - PBF project budget by outcome, output and activity",
  table2: "Table 2 - Output breakdown by UN cost category",
  code: "Outcome/ Output Number",
  description: "Description (Text)",
  agency: (number, currency, name) => `Recipient Organization ${number} (budget in ${currency}): ${name}`,
  versions: (name, currency) => [
    `${name} Original budget (${currency})`,
    `${name} Revised budget (${currency})`,
  ],
  total: "Total",
  share: "% of budget per activity allocated to Gender Equality and Women's Empowerment (GEWE)",
  spent: (currency, agency) => `Expenditure to date in ${currency}${agency === null ? "" : `: ${agency}`}`,
  committed: (currency, agency) => `Commitments in ${currency}${agency === null ? "" : `: ${agency}`}`,
  justification: "GEWE Justification",
  remark: "Any other remarks",
  outcome: (code) => `OUTCOME ${code}:`,
  output: (code) => `Output ${code}:`,
  activity: (code) => `Activity ${code}:`,
  outputTotal: "Output Total",
  additionalTotal: "Total Additional Costs",
  totals: "Totals",
  subTotal: "Sub-Total Project Budget",
  indirect: "Indirect support costs (7%):",
  tranches: "Performance-Based Tranche Breakdown",
  tranche: ["First Tranche:", "Second Tranche:", "Third Tranche:", "Fourth Tranche:"],
  trancheShare: "Tranche %",
  gewe: "$ Towards GEWE (includes indirect costs)",
  geweShare: "% Towards GEWE",
  monitoring: "$ Towards M&E (includes indirect costs)",
  monitoringShare: "% Towards M&E",
  expenditure: "Total Expenditure",
  delivery: "Delivery Rate:",
  additional: "Additional costs",
  fromTable1: "Output Total from Table 1",
  categories: {
    staff: "1. Staff and other personnel",
    supplies: "2. Supplies, Commodities, Materials",
    equipment: "3. Equipment, Vehicles, and Furniture (including Depreciation)",
    "contractual-services": "4. Contractual services",
    travel: "5. Travel",
    "transfers-and-grants": "6. Transfers and Grants to Counterparts",
    "general-operating": "7. General Operating and other Costs",
  },
};

const FRENCH: AnnexLabels = {
  sheet1: "1) Tableau budgétaire 1",
  sheet2: "2) Tableau budgétaire 2",
  annex: "Annexe D - Budget du projet PBF",
  table1: "Tableau 1 - Budget du projet PBF par résultat, produit et activité",
  table2: "Tableau 2 - Répartition des produits par catégories de coûts de l’ONU",
  code: "Nombre de résultat/ produit",
  description: "Formulation du résultat/ produit/ activité",
  agency: (number, currency, name) =>
    `Organisation récipiendaire ${number} (budget en ${currency}) : ${name}`,
  versions: (name, currency) => [
    `${name} Budget initial (${currency})`,
    `${name} Budget révisé (${currency})`,
  ],
  total: "Total",
  share:
    "% du budget de chaque activité alloué à l’égalité des sexes et à l’autonomisation des femmes (EGEAF)",
  spent: (currency, agency) => `Dépenses à ce jour en ${currency}${agency === null ? "" : ` : ${agency}`}`,
  committed: (currency, agency) => `Engagements en ${currency}${agency === null ? "" : ` : ${agency}`}`,
  justification: "Justification de l’EGEAF",
  remark: "Remarques",
  outcome: (code) => `RESULTAT ${code} :`,
  output: (code) => `Produit ${code} :`,
  activity: (code) => `Activité ${code} :`,
  outputTotal: "Produit total",
  additionalTotal: "Coûts supplémentaires total",
  totals: "Totaux",
  subTotal: "Sous-total du budget du projet",
  indirect: "Coûts indirects (7 %) :",
  tranches: "Répartition des tranches basée sur la performance",
  tranche: ["Première tranche :", "Deuxième tranche :", "Troisième tranche :", "Quatrième tranche :"],
  trancheShare: "Tranche %",
  gewe: "$ alloué à l’EGEAF (coûts indirects inclus)",
  geweShare: "% alloué à l’EGEAF",
  monitoring: "$ alloué au S&E (coûts indirects inclus)",
  monitoringShare: "% alloué au S&E",
  expenditure: "Dépense totale",
  delivery: "Taux d’exécution :",
  additional: "Coûts supplémentaires",
  fromTable1: "Total pour produit (du tableau 1)",
  categories: {
    staff: "1. Personnel et autres employés",
    supplies: "2. Fournitures, produits de base, matériels",
    equipment: "3. Équipement, véhicules et mobilier (compte tenu de la dépréciation)",
    "contractual-services": "4. Services contractuels",
    travel: "5. Frais de déplacement",
    "transfers-and-grants": "6. Transferts et subventions aux homologues",
    "general-operating": "7. Frais généraux de fonctionnement et autres coûts directs",
  },
};

export const ANNEX_LABELS: Record<Language, AnnexLabels> = { en: ENGLISH, fr: FRENCH };
