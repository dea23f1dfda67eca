import type { Bilingual } from "@cadre/core";

/** The words of what was noticed in a workbook. */

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

export const numberColumnDiffers = (column: string, figure: string): Bilingual => ({
  en: `The column of numbers says ${column}; the figure beside it says ${figure}. The figure was read.`,
  fr: `La colonne des nombres indique ${column} ; le chiffre à côté indique ${figure}. Le chiffre a été lu.`,
});

/** What is expected of a cell, in both languages. */
export const EXPECTED = {
  amount: { en: "an amount", fr: "un montant" },
  share: { en: "a percentage from 0 to 100 %", fr: "un pourcentage de 0 à 100 %" },
  date: { en: "a date", fr: "une date" },
  code: { en: "a code such as 1.1.1", fr: "un code tel que 1.1.1" },
  number: { en: "a number", fr: "un nombre" },
  choice: { en: "one of the template's words", fr: "un des mots du canevas" },
} as const satisfies Record<string, Bilingual>;

export const spentOfSeveral = (): Bilingual => ({
  en: "The expenditure stands once for several agencies; it was not shared out among their lines.",
  fr: "La dépense est donnée une fois pour plusieurs agences ; elle n’a pas été répartie entre leurs lignes.",
});
