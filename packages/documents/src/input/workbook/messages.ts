import type { Bilingual } from "@cadre/core";

/** The words of refusals of a workbook. */

export const notAWorkbook = (): Bilingual => ({
  en: "The package is no Excel workbook (.xlsx): it has no list of sheets.",
  fr: "Le paquet n’est pas un classeur Excel (.xlsx) : il n’a pas de liste de feuilles.",
});

export const sheetTooLarge = (sheet: string, found: string, most: string): Bilingual => ({
  en: `The sheet “${sheet}” is larger than any annex: ${found}; at most ${most}. Nothing of it was read.`,
  fr: `La feuille « ${sheet} » est plus grande que toute annexe : ${found} ; au plus ${most}. Rien n’en a été lu.`,
});

export const cellTooLong = (place: string, most: number): Bilingual => ({
  en: `A cell in ${place} has more than ${most} characters, which no spreadsheet program lets a cell hold.`,
  fr: `Une cellule de ${place} a plus de ${most} caractères, ce qu’aucun tableur n’admet.`,
});
