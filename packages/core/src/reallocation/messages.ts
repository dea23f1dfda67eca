import { type Bilingual, formatMoney, formatNumber, formatPercent, type Language } from "../locale/index.ts";

const both = (en: string, fr: string): Bilingual => ({ en, fr });
const share = (value: number | null, language: Language) =>
  value === null ? "–" : formatPercent(value, language);

export const unknownLine = (id: string): Bilingual =>
  both(`The budget has no line ${id}.`, `Le budget n’a pas de ligne ${id}.`);
export const sameLine = (id: string): Bilingual =>
  both(`Line ${id} cannot be moved to itself.`, `La ligne ${id} ne peut être transférée sur elle-même.`);
export const notAnAmount = (amount: number): Bilingual =>
  both(
    `${formatNumber(amount, "en", 2)} is not an amount that can be moved.`,
    `${formatNumber(amount, "fr", 2)} n’est pas un montant à transférer.`,
  );
export const currencies = (one: string, other: string): Bilingual =>
  both(`${one} cannot be moved into ${other}.`, `${one} ne peut être transféré en ${other}.`);
export const notAvailable = (id: string, amount: number, free: number, currency: string): Bilingual =>
  both(
    `Line ${id} has ${formatMoney(free, currency, "en")} left, less than ${formatMoney(amount, currency, "en")}.`,
    `La ligne ${id} dispose de ${formatMoney(free, currency, "fr")}, moins que ${formatMoney(amount, currency, "fr")}.`,
  );
export const empty = (): Bilingual => both("The budget has no lines.", "Le budget n’a pas de lignes.");
export const marker = (declared: string, was: number | null, is: number): Bilingual =>
  both(
    `The share for gender equality goes from ${share(was, "en")} to ${share(is, "en")} and no longer fits ${declared}.`,
    `La part pour l’égalité des sexes passe de ${share(was, "fr")} à ${share(is, "fr")} et ne correspond plus à ${declared}.`,
  );
export const approval = (name: string, changed: number | null, limit: number): Bilingual =>
  both(
    `${name} changes by ${share(changed, "en")}, more than ${share(limit, "en")}: the fund has to approve it.`,
    `${name} varie de ${share(changed, "fr")}, plus que ${share(limit, "fr")} : le fonds doit l’approuver.`,
  );
