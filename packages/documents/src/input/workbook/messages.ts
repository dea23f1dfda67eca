import type { Bilingual } from "@cadre/core";

/** Messages of refusals of a workbook. */

export const notAWorkbook = (): Bilingual => ({
  en: "The package is no Excel workbook (.xlsx): it has no list of sheets.",
  fr: "Le paquet n’est pas un classeur Excel (.xlsx) : il n’a pas de liste de feuilles.",
});

export const sheetTooLarge = (sheet: string, found: string, limit: string): Bilingual => ({
  en: `The sheet “${sheet}” is too large: ${found}; at most ${limit}. Nothing of it was read.`,
  fr: `La feuille « ${sheet} » est trop grande : ${found} ; au plus ${limit}. Rien n’en a été lu.`,
});

export const cellTooLong = (part: string, limit: number): Bilingual => ({
  en: `A cell in ${part} has more than ${limit} characters, more than a spreadsheet program allows.`,
  fr: `Une cellule de ${part} a plus de ${limit} caractères, ce qu’aucun tableur n’admet.`,
});
