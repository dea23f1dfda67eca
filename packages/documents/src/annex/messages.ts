import type { Bilingual } from "@cadre/core";

/** Messages of findings in a workbook. */

export const annexUnrecognised = (sheets: readonly string[]): Bilingual => ({
  en: `No sheet has a results framework or a budget that Cadre knows by its column heads. Sheets: ${sheets.join(", ")}.`,
  fr: `Aucune feuille n’a de cadre de résultats ni de budget que Cadre reconnaisse à ses en-têtes. Feuilles : ${sheets.join(", ")}.`,
});

export const sheetUnrecognised = (sheet: string): Bilingual => ({
  en: `The sheet “${sheet}” has no table that Cadre knows; nothing of it was read.`,
  fr: `La feuille « ${sheet} » n’a pas de tableau que Cadre connaisse ; rien n’en a été lu.`,
});

export const columnUnrecognised = (column: string, sheet: string): Bilingual => ({
  en: `The column “${column}” of the sheet “${sheet}” is none that Cadre knows; it was not read.`,
  fr: `La colonne « ${column} » de la feuille « ${sheet} » n’est pas connue de Cadre ; elle n’a pas été lue.`,
});

export const hidden = (what: "sheet" | "rows" | "columns", name: string): Bilingual => ({
  en: `${{ sheet: "A hidden sheet", rows: "Hidden rows", columns: "Hidden columns" }[what]} (${name}) was read like what is shown.`,
  fr: `${{ sheet: "Une feuille masquée", rows: "Des lignes masquées", columns: "Des colonnes masquées" }[what]} (${name}) : lu comme ce qui est affiché.`,
});

export const ignoredParts = (what: "macros" | "external-links"): Bilingual =>
  what === "macros"
    ? {
        en: "The workbook has macros; they were passed over.",
        fr: "Le classeur contient des macros ; elles ont été ignorées.",
      }
    : {
        en: "The workbook has links to other files; they were not followed, the values that it keeps were read.",
        fr: "Le classeur renvoie à d’autres fichiers ; ils n’ont pas été ouverts, les valeurs gardées ont été lues.",
      };

export const cellError = (what: string): Bilingual => ({
  en: `The cell holds the error ${what}; no value was read.`,
  fr: `La cellule contient l’erreur ${what} ; aucune valeur n’a été lue.`,
});

export const formulaWithoutValue = (): Bilingual => ({
  en: "The file keeps no value of this formula. Open it in a spreadsheet program, save it, and read it again.",
  fr: "Le fichier ne garde aucune valeur de cette formule. Ouvrez-le dans un tableur, enregistrez-le et relisez-le.",
});

export const cellUnread = (raw: string, expected: Bilingual): Bilingual => ({
  en: `“${raw}” could not be read; expected ${expected.en}.`,
  fr: `« ${raw} » n’a pas pu être lu ; attendu : ${expected.fr}.`,
});

export const amountRounded = (raw: string): Bilingual => ({
  en: `${raw} has fractions of the smallest unit of its currency; it was rounded.`,
  fr: `${raw} a des fractions de la plus petite unité de sa monnaie ; le montant a été arrondi.`,
});

export const numberAsText = (raw: string): Bilingual => ({
  en: `The number “${raw}” is stored as text; spreadsheet programs leave it out of sums.`,
  fr: `Le nombre « ${raw} » est enregistré comme texte ; les tableurs l’omettent des sommes.`,
});

export const rowUnread = (): Bilingual => ({
  en: "The row belongs to no outcome, output, indicator or budget line that Cadre recognises; it was not read.",
  fr: "La ligne n’appartient à aucun résultat, produit, indicateur ni ligne budgétaire que Cadre reconnaisse ; elle n’a pas été lue.",
});

export const totalDiffers = (total: string, sum: string): Bilingual => ({
  en: `The row of totals says ${total}; the lines add up to ${sum}.`,
  fr: `La ligne de total indique ${total} ; la somme des lignes est ${sum}.`,
});

export const numberColumnDiffers = (column: string, amount: string): Bilingual => ({
  en: `The column of numbers says ${column}; the amount beside it says ${amount}. The amount was read.`,
  fr: `La colonne des nombres indique ${column} ; le montant à côté indique ${amount}. Le montant a été lu.`,
});

/** What is expected of a cell, in both languages. */
export const EXPECTED = {
  amount: { en: "an amount", fr: "un montant" },
  share: { en: "a percentage from 0 to 100 %", fr: "un pourcentage de 0 à 100 %" },
  date: { en: "a date", fr: "une date" },
  code: { en: "a code such as 1.1.1", fr: "un code tel que 1.1.1" },
  number: { en: "a number", fr: "un nombre" },
  choice: { en: "one of the template's options", fr: "une des options du canevas" },
} as const satisfies Record<string, Bilingual>;

export const spentOfSeveral = (): Bilingual => ({
  en: "The expenditure is stated once for several agencies; it was not shared out among their lines.",
  fr: "La dépense est donnée une fois pour plusieurs agences ; elle n’a pas été répartie entre leurs lignes.",
});

/** Columns of the annex's table 1, as messages name them. */
export const COLUMNS = {
  gewe: { en: "the share for gender equality", fr: "la part pour l’égalité des sexes" },
  spent: { en: "expenditure", fr: "les dépenses" },
} as const satisfies Record<string, Bilingual>;

export const columnMissing = (column: Bilingual, sheet: string): Bilingual => ({
  en: `The budget table of the sheet “${sheet}” has no column for ${column.en}.`,
  fr: `Le tableau budgétaire de la feuille « ${sheet} » n’a pas de colonne pour ${column.fr}.`,
});

export const agencyUnnamed = (): Bilingual => ({
  en: "The head of this column does not name the recipient organisation.",
  fr: "L’en-tête de cette colonne ne nomme pas l’organisation récipiendaire.",
});

export const currencyNotStated = (): Bilingual => ({
  en: "The sheet does not state a currency. US dollars, the currency of the form, are assumed.",
  fr: "La feuille n’indique pas de monnaie. Les montants sont supposés en dollars des États-Unis, monnaie du formulaire.",
});

export const amountsConverted = (from: string, to: string, rate: number): Bilingual => ({
  en: `The agencies' amounts are in ${from}; they were converted to ${to} at the rate that the sheet states (1 ${to} = ${rate} ${from}).`,
  fr: `Les montants des agences sont en ${from} ; ils ont été convertis en ${to} au taux indiqué dans la feuille (1 ${to} = ${rate} ${from}).`,
});

export const sumsOmitText = (): Bilingual => ({
  en: "Amounts are stored as text, so the sums of the sheet omit them. The amounts were read and added up; the sums were not used.",
  fr: "Des montants sont enregistrés comme texte et manquent dans les sommes de la feuille. Les montants ont été lus et additionnés ; les sommes n’ont pas été utilisées.",
});

export const amountOfSeveralRows = (code: string): Bilingual => ({
  en: `One merged amount covers several rows, ${code} among them. It was counted once, in the first row.`,
  fr: `Un seul montant fusionné vaut pour plusieurs lignes, dont ${code}. Il a été compté une fois, à la première ligne.`,
});

export const expenditureWithoutBudget = (): Bilingual => ({
  en: "The row reports expenditure but has no budget; the expenditure was not counted.",
  fr: "La ligne indique une dépense mais n’a pas de budget ; la dépense n’a pas été comptée.",
});

export const amountsWithoutLabel = (): Bilingual => ({
  en: "The row has amounts but no activity or label; it was not counted.",
  fr: "La ligne a des montants mais ni activité ni libellé ; elle n’a pas été comptée.",
});

export const sharesMissing = (count: number): Bilingual => ({
  en: `${count} ${count === 1 ? "row has" : "rows have"} no share for gender equality; the share of the budget is known within bounds only.`,
  fr: `${count} ${count === 1 ? "ligne n’a" : "lignes n’ont"} pas de part pour l’égalité des sexes ; la part du budget n’est connue qu’entre deux bornes.`,
});

/** Shares for gender equality that are not plain. */
export const SHARES = {
  unreadable: (raw: string): Bilingual => ({
    en: `“${raw}” is not a percentage; the share of the row is unknown.`,
    fr: `« ${raw} » n’est pas un pourcentage ; la part de la ligne est inconnue.`,
  }),
  ambiguous: (raw: string): Bilingual => ({
    en: `${raw} can be a fraction or a percentage, and the sheet does not show which; the share of the row is unknown.`,
    fr: `${raw} peut être une fraction ou un pourcentage, et rien dans la feuille ne permet de trancher ; la part de la ligne est inconnue.`,
  }),
  rescaled: (raw: string): Bilingual => ({
    en: `${raw} is among fractions and exceeds 100 %; it was read as ${raw} %.`,
    fr: `${raw} figure parmi des fractions et dépasse 100 % ; il a été lu comme ${raw} %.`,
  }),
  over: (raw: string): Bilingual => ({
    en: `${raw} is not a share from 0 to 100 %; the share of the row is unknown.`,
    fr: `${raw} n’est pas une part comprise entre 0 et 100 % ; la part de la ligne est inconnue.`,
  }),
} as const;

export const tablesDiffer = (output: string, agency: string, one: string, other: string): Bilingual => ({
  en: `${output}, ${agency}: table 2 adds up to ${one}, table 1 to ${other}.`,
  fr: `${output}, ${agency} : le tableau 2 totalise ${one}, le tableau 1 ${other}.`,
});

export const severalTables = (sheet: string, other: string): Bilingual => ({
  en: `The workbook has several budget tables. “${sheet}” was read as the current budget, “${other}” as the approved one.`,
  fr: `Le classeur contient plusieurs tableaux budgétaires. « ${sheet} » a été lu comme le budget actuel, « ${other} » comme le budget approuvé.`,
});
