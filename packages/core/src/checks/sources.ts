import type { Bilingual } from "../locale/index.ts";

/** Where rules are written, for the page of rules. */

export const ARITHMETIC: Bilingual = { en: "Arithmetic", fr: "Arithmétique" };
export const CONSISTENCY: Bilingual = {
  en: "The document’s consistency with itself",
  fr: "La cohérence du document avec lui-même",
};
export const OURS: Bilingual = {
  en: "Ours: a sign of a slip, not a rule of the fund",
  fr: "De Cadre : le signe d’une erreur, pas une règle du fonds",
};
export const OUR_POLICY: Bilingual = {
  en: "Ours: the number is data of the policy and can be replaced",
  fr: "De Cadre : le chiffre est une donnée de la politique et peut être remplacé",
};
export const COVER: Bilingual = {
  en: "Report template, cover page",
  fr: "Canevas du rapport, page de garde",
};
export const PART_I: Bilingual = { en: "Report template, part I", fr: "Canevas du rapport, partie I" };
export const PART_II: Bilingual = { en: "Report template, part II", fr: "Canevas du rapport, partie II" };
export const PART_III: Bilingual = { en: "Report template, part III", fr: "Canevas du rapport, partie III" };
export const PART_IV: Bilingual = { en: "Report template, part IV", fr: "Canevas du rapport, partie IV" };
export const PART_V: Bilingual = { en: "Report template, part V", fr: "Canevas du rapport, partie V" };
export const LIMITS: Bilingual = {
  en: "Report template, the limit printed behind each question",
  fr: "Canevas du rapport, la limite imprimée derrière chaque question",
};
export const ANNEX: Bilingual = { en: "Budget annex", fr: "Annexe budgétaire" };
export const BUDGET_POLICY: Bilingual = {
  en: "The budget policy's own source (PBF project document template, 2018 and later)",
  fr: "La source de la politique budgétaire (canevas du document de projet PBF, depuis 2018)",
};
export const FOCUS_AREAS: Bilingual = { en: "PBF focus areas", fr: "Domaines de priorité du PBF" };
export const FRAMEWORK: Bilingual = {
  en: "Results framework: a code is a name",
  fr: "Cadre de résultats : un code est un nom",
};
export const WORK_PLAN: Bilingual = { en: "Work plan", fr: "Plan de travail" };
export const PREVIOUS: Bilingual = {
  en: "Comparison with the previous report, where it is given",
  fr: "Comparaison avec le rapport précédent, s’il est donné",
};
export const MACHINE: Bilingual = {
  en: "The activity's states and what each admits",
  fr: "Les états d’une activité et ce que chacun admet",
};
