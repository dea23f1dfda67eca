import { type Bilingual, formatMoney, formatNumber, formatPercent, type Language } from "../locale/index.ts";

const both = (en: string, fr: string): Bilingual => ({ en, fr });
const share = (value: number | null, language: Language) =>
  value === null ? "–" : formatPercent(value, { language });

export const unknownLine = (id: string): Bilingual =>
  both(`The budget has no line ${id}.`, `Le budget n’a pas de ligne ${id}.`);
export const sameLine = (id: string): Bilingual =>
  both(`Line ${id} cannot be moved to itself.`, `La ligne ${id} ne peut être transférée sur elle-même.`);
export const notAnAmount = (amount: number): Bilingual =>
  both(
    `${formatNumber(amount, { language: "en", decimals: 2 })} is not an amount that can be moved.`,
    `${formatNumber(amount, { language: "fr", decimals: 2 })} n’est pas un montant à transférer.`,
  );
export const currencies = (one: string, other: string): Bilingual =>
  both(`${one} cannot be moved into ${other}.`, `${one} ne peut être transféré en ${other}.`);
export const notAvailable = (id: string, amount: number, free: number, currency: string): Bilingual =>
  both(
    `Line ${id} has ${formatMoney({ amount: free, currency }, { language: "en" })} left, less than ${formatMoney({ amount: amount, currency }, { language: "en" })}.`,
    `La ligne ${id} dispose de ${formatMoney({ amount: free, currency }, { language: "fr" })}, moins que ${formatMoney({ amount: amount, currency }, { language: "fr" })}.`,
  );
export const empty = (): Bilingual => both("The budget has no lines.", "Le budget n’a pas de lignes.");
export const marker = (declared: string, was: number | null, is: number): Bilingual =>
  both(
    `The share for gender equality goes from ${share(was, "en")} to ${share(is, "en")} and no longer fits ${declared}.`,
    `La part pour l’égalité des sexes passe de ${share(was, "fr")} à ${share(is, "fr")} et ne correspond plus à ${declared}.`,
  );
export const approval = (name: string, changed: number | null, limit: number): Bilingual =>
  both(
    `${name} differs from the approved budget by ${share(changed, "en")}, more than ${share(limit, "en")}: the fund has to approve it.`,
    `${name} s’écarte du budget approuvé de ${share(changed, "fr")}, plus que ${share(limit, "fr")} : le fonds doit l’approuver.`,
  );
export const belowMinimum = (what: Bilingual, after: number, minimum: number): Bilingual =>
  both(
    `The share for ${what.en} falls to ${share(after, "en")}; the fund asks for at least ${share(minimum, "en")}.`,
    `La part pour ${what.fr} tombe à ${share(after, "fr")} ; le fonds demande au moins ${share(minimum, "fr")}.`,
  );
export const GENDER_EQUALITY = both("gender equality", "l’égalité des sexes");
export const MONITORING = both("monitoring and evaluation", "le suivi et l’évaluation");
export const evaluationRemoved = (): Bilingual =>
  both("Nothing is left for the evaluation.", "Il ne reste rien pour l’évaluation.");
export const indirectDiffers = (
  agency: string,
  found: number,
  expected: number,
  currency: string,
): Bilingual =>
  both(
    `${agency}: the indirect costs are ${formatMoney({ amount: found, currency }, { language: "en" })}; at the fund's rate they would be ${formatMoney({ amount: expected, currency }, { language: "en" })}.`,
    `${agency} : les coûts indirects sont de ${formatMoney({ amount: found, currency }, { language: "fr" })} ; au taux du fonds, ils seraient de ${formatMoney({ amount: expected, currency }, { language: "fr" })}.`,
  );
