import type { FieldKey } from "./grammar.ts";
import { normalise } from "./normalise.ts";

const GENDER = /gender|\bgewe\b|women|genre|egalite des sexes|femmes|\beasf?\b/;
const SPENT = /expend|spent|disburs|depens|decaiss|engag/;
const SHARE = /percent|per cent|pourcent|pour cent|\(%\)|^part /;
const AMOUNT = /amount|montant|dollar|\$/;
const ORGANISATION = /organi[sz]ation|agenc/;

/** The short answers of the cover by what their labels must and must not say; the first that fits. */
const WORDS: readonly { key: FieldKey; all: readonly RegExp[]; none?: readonly RegExp[] }[] = [
  { key: "gewe-spent", all: [GENDER, SPENT, AMOUNT], none: [SHARE, /marker|marqueur/] },
  { key: "gewe-share", all: [GENDER, SHARE, /budget/] },
  { key: "gewe-allocated", all: [GENDER, AMOUNT, /budget|alloc|allou|prevu|planned/], none: [SHARE, SPENT] },
  { key: "gender-marker", all: [/gender|genre/, /marker|marqueur|score/], none: [AMOUNT] },
  { key: "risk-marker", all: [/risk|risque/, /marker|marqueur|score|niveau|level/] },
  { key: "focus-area", all: [/focus area|domaine/, /pbf|priorit|fonds/], none: [/fenetre|window/] },
  { key: "windows", all: [/priority window|fenetres? prioritaire/] },
  {
    key: "start-date",
    all: [/\bdate\b/, /first transfer|premier transfert|start|commenc|demarr|debut/],
    none: [/\bend\b|\bfin\b/],
  },
  {
    key: "end-date",
    all: [/\bdate\b/, /\bend\b|closing|closure|completion|\bfin\b|cloture|achevement/],
    none: [/within|six|\b6\b|start|debut/],
  },
  { key: "duration", all: [/duration|duree/, /project|projet|months|mois/] },
  { key: "tranches", all: [/tranches?/, /received|recu/], none: [/expenditure|depense/] },
  { key: "total-budget", all: [/budget/, /approv|approuv|total/, ORGANISATION] },
  {
    key: "delivery-rate",
    all: [/\brate\b|\btaux\b/, /implementation|delivery|expenditure|execution|mise en oeuvre|realisation/],
  },
  {
    key: "partners",
    all: [/partners|partenaires/, /implement|mise en oeuvre|execution/],
    none: [/contract/],
  },
  {
    key: "agencies",
    all: [ORGANISATION, /recipient|recipiend|beneficiaire/],
    none: [/budget|amount|montant|capaci/],
  },
  { key: "modality", all: [/modalit/, /pbf|financement|funding|projet|project/] },
  { key: "trust-fund", all: [/trust fund|fonds fiduciaire/], none: [/name|nom /] },
  { key: "prepared-by", all: [/report|rapport/, /prepared by|prepare par|redige par|written by/] },
  { key: "approved-by", all: [/report|rapport/, /approved by|approuve par|valide par/] },
  {
    key: "secretariat-review",
    all: [/secretariat/, /report|rapport/, /review|clear|revu|examin|valid|approuv/],
    none: [/comment/],
  },
  { key: "secretariat-comments", all: [/secretariat/, /comment/] },
  { key: "extension-requested", all: [/extension|prolongation/, /will|request|demander/] },
  { key: "extension-received", all: [/extension|prolongation/, /received|has |recu|beneficie|objet/] },
  {
    key: "last-six-months",
    all: [/within|dans les|prochains|derniers/, /six|\b6\b/, /\bend\b|\bfin\b|mise en oeuvre/],
  },
  { key: "title", all: [/\btitle|\btitre|intitule/, /project|projet/] },
  { key: "number", all: [/number|numero|\bn°/, /project|projet|mptf/] },
  { key: "report-type", all: [/type/, /\breport|\brapport/] },
  { key: "year", all: [/year|annee|^date/, /\breport|\brapport/] },
];

/** The answers to such questions are behind the label's sign; a longer text is prose. */
const MAX_LABEL = 260;

/** The field that a question of the cover asks for by its words, where no template prints it so; `null` for any other text. */
export function fieldByWords(label: string): FieldKey | null {
  const text = normalise(label, MAX_LABEL);
  if (text.length < 8 || label.length > MAX_LABEL) return null;
  return (
    WORDS.find(
      ({ all, none = [] }) => all.every((part) => part.test(text)) && !none.some((part) => part.test(text)),
    )?.key ?? null
  );
}

/** The rating of an outcome, asked for in other words than the template's: `État d'avancement actuel du résultat :`. */
export const asksForRating = (label: string): boolean => {
  const text = normalise(label, MAX_LABEL);
  return (
    label.length <= 140 &&
    /\brat(?:e|ing)\b|status|evalu|apprecia|\betat\b|notation|cote/.test(text) &&
    /progress|progres|avancement|outcome|resultat/.test(text)
  );
};
