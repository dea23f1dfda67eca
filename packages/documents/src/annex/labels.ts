import type { Direction, ExpenseCategory, GenderMarker, Rating, RiskMarker } from "@cadre/core";

/**
 * How the fund's workbooks name their columns and rows, in French and English: normalised beginnings of a cell. Data, so that another
 * version of the annex is another line here. The longest label that fits wins.
 */
export type Labels<K extends string> = Readonly<Record<K, readonly string[]>>;

/** A table that is known by its head. */
export interface TableSpec<K extends string = string> {
  id: "indicators" | "lines" | "tranches" | "agencies" | "activities";
  labels: Labels<K>;
  /** The columns that it must have: one of each group. */
  required: readonly (readonly K[])[];
}

const spec = <const L extends Readonly<Record<string, readonly string[]>>>(
  id: TableSpec["id"],
  labels: L,
  required: readonly (readonly (keyof L & string)[])[],
): TableSpec<keyof L & string> & { labels: L } => ({ id, labels, required });

export const INDICATORS = spec(
  "indicators",
  {
    level: ["niveau", "level"],
    head: [
      "resultat / produit",
      "resultats / produits",
      "resultats/produits",
      "outcome / output",
      "outcomes/outputs",
    ],
    code: ["code"],
    text: [
      "indicateurs",
      "indicateur",
      "enonce",
      "performance indicators",
      "indicators",
      "indicator",
      "statement",
    ],
    unit: ["unite", "unit"],
    direction: ["sens", "direction"],
    axes: ["desagregation", "disaggregation"],
    baseline: [
      "base de donnee",
      "donnee de base",
      "donnees de base",
      "base de reference",
      "indicator baseline",
      "baseline",
    ],
    target: [
      "cible de fin de projet",
      "cible",
      "end of project indicator target",
      "end of project target",
      "target",
    ],
    milestone: [
      "etapes d'indicateur",
      "etape d'indicateur",
      "etapes",
      "etape",
      "jalon",
      "indicator milestone",
      "milestone",
    ],
    actual: ["progres actuel", "current indicator progress", "current progress", "progress"],
    remark: [
      "raisons pour les retards",
      "raisons",
      "reasons for variance",
      "reasons",
      "remarques",
      "remarks",
    ],
    rating: ["evaluation des progres", "rating"],
    targetNumber: ["cible, nombre", "target, number"],
    actualNumber: ["progres, nombre", "progress, number"],
    percent: ["% de la cible", "% of target", "percent of target"],
  },
  [["text"], ["baseline"], ["target"], ["actual"]],
);

export const LINES = spec(
  "lines",
  {
    id: ["ligne", "line"],
    output: ["produit", "output"],
    activity: ["activite", "activity"],
    title: ["intitule", "description", "title"],
    agency: ["agence", "organisation", "agency", "organization", "recipient organi"],
    category: ["categorie", "category", "expense category"],
    amount: ["montant", "budget", "amount"],
    currency: ["devise", "currency"],
    gewe: ["% eges", "% gewe", "part eges", "share gewe", "gewe", "% du budget", "% of budget"],
    geweAmount: ["montant eges", "gewe amount"],
    committed: ["engage", "committed", "commitment"],
    spent: ["depense", "niveau de depense", "expenditure", "spent", "current level of expenditure"],
    spentShare: ["% depense", "% spent"],
    remark: ["remarque", "justification", "remarks", "any remarks", "notes"],
  },
  [["agency"], ["amount"], ["output", "activity"], ["gewe", "category", "spent"]],
);

export const TRANCHES = spec(
  "tranches",
  {
    agency: LINES.labels.agency,
    number: ["tranche", "numero de tranche"],
    amount: ["montant", "amount"],
    currency: LINES.labels.currency,
    share: ["part", "% du budget", "share", "% of budget"],
    received: ["recue le", "date de reception", "received"],
  },
  [["agency"], ["number"], ["amount", "share"]],
);

export const AGENCIES = spec(
  "agencies",
  {
    name: ["agence", "organisation", "agency", "recipient organi"],
    convening: ["coordinatrice", "convening"],
    budget: ["budget", "montant", "amount"],
    currency: LINES.labels.currency,
    lines: ["somme des lignes", "sum of lines"],
    share: ["part du total", "share of total"],
  },
  [["name"], ["convening"], ["budget"]],
);

export const ACTIVITIES = spec(
  "activities",
  { code: ["activite", "activity"], title: ["intitule", "title", "description"] },
  [["code"], ["title"]],
);

/** In the order in which a head is tried: the more columns a table must have, the earlier. */
export const TABLES: readonly TableSpec[] = [INDICATORS, LINES, TRANCHES, AGENCIES, ACTIVITIES];

/** Facts written as a label with its value to the right. */
export type FactKey =
  | "title"
  | "country"
  | "number"
  | "startDate"
  | "endDate"
  | "genderMarker"
  | "riskMarker"
  | "focusArea"
  | "currency"
  | "total"
  | "deliveryRate"
  | "geweAllocated"
  | "geweSpent"
  | "covidAdjustment"
  | "evaluation";

export const FACTS: Labels<FactKey> = {
  title: ["titre du projet", "project title"],
  country: ["pays", "country"],
  number: ["numero du projet", "numero projet", "project number"],
  startDate: ["date du premier transfert", "date of first transfer"],
  endDate: ["date de fin", "project end date"],
  genderMarker: ["marqueur de genre", "project gender marker", "gender marker"],
  riskMarker: ["marqueur de risque", "project risk marker", "risk marker"],
  focusArea: ["domaine de priorite", "project pbf focus area", "focus area"],
  currency: ["devise", "currency"],
  total: ["budget pbf total", "budget total", "total pbf approved", "total budget"],
  deliveryRate: ["taux de mise en oeuvre", "approximate implementation rate", "implementation rate"],
  geweAllocated: ["alloue a l'egalite des sexes", "allocated to gender equality"],
  geweSpent: ["depense pour l'egalite des sexes", "spent on gender equality"],
  covidAdjustment: ["ajustement covid-19", "covid-19 adjustment"],
  evaluation: ["budget d'evaluation", "budget pour evaluation", "evaluation budget"],
};

/** What the first cell of a row of totals says, which is no line of the budget: `Total`, `Sous-total`, `Produit total`. */
export const TOTAL_LABEL = /(?:^|[ -])totals?\b/;

export const LEVELS: Readonly<Record<string, "outcome" | "output" | "indicator">> = {
  resultat: "outcome",
  outcome: "outcome",
  produit: "output",
  output: "output",
  indicateur: "indicator",
  indicator: "indicator",
};

export const CATEGORIES: Labels<ExpenseCategory> = {
  staff: ["personnel", "1. personnel", "staff", "1. staff"],
  supplies: ["fournitures", "2. fournitures", "supplies", "2. supplies"],
  equipment: ["equipement", "3. equipement", "equipment", "3. equipment"],
  "contractual-services": [
    "services contractuels",
    "4. services contractuels",
    "contractual services",
    "4. contractual services",
  ],
  travel: ["frais de deplacement", "voyages", "5. frais de deplacement", "5. voyages", "travel", "5. travel"],
  "transfers-and-grants": [
    "transferts et subventions",
    "6. transferts et subventions",
    "transfers and grants",
    "6. transfers and grants",
  ],
  "general-operating": ["frais generaux", "7. frais generaux", "general operating", "7. general operating"],
  "indirect-support": [
    "couts indirects",
    "8. couts indirects",
    "8. cout d'appui indirect",
    "cout d'appui indirect",
    "indirect support",
    "8. indirect support",
  ],
};

export const RISK_MARKERS: Readonly<Record<string, RiskMarker>> = {
  faible: "low",
  low: "low",
  moyen: "medium",
  medium: "medium",
  eleve: "high",
  high: "high",
};

export const GENDER_MARKERS: Readonly<Record<string, GenderMarker>> = {
  gm0: "GM0",
  gm1: "GM1",
  gm2: "GM2",
  gm3: "GM3",
};

export const RATINGS: Readonly<Record<string, Rating>> = {
  "off track": "off-track",
  "on track": "on-track",
  "on track with peacebuilding results": "on-track-with-peacebuilding-results",
};

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  augmenter: "increase",
  increase: "increase",
  diminuer: "decrease",
  decrease: "decrease",
  maintenir: "maintain",
  maintain: "maintain",
};

export const YES: readonly string[] = ["oui", "yes", "x", "vrai", "true", "1"];

/** What a text begins with among labels; the longest that fits. `null`: none does. */
export function labelled<K extends string>(text: string, labels: Labels<K>): K | null {
  let found: K | null = null;
  let length = 0;
  for (const key in labels) {
    for (const label of labels[key]) {
      if (label.length > length && text.startsWith(label)) {
        found = key;
        length = label.length;
      }
    }
  }
  return found;
}
