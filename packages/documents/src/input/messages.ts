import type { Bilingual } from "@cadre/core";

/** Messages about files that are not read, and what to do instead. */

export const oldWord = (): Bilingual => ({
  en: "The file is a Word document of 2003 or earlier (.doc). Save it as .docx in Word, or convert it: soffice --headless --convert-to docx FILE.doc",
  fr: "Le fichier est un document Word de 2003 ou antérieur (.doc). Enregistrez-le au format .docx dans Word, ou convertissez-le : soffice --headless --convert-to docx FICHIER.doc",
});

export const oldExcel = (): Bilingual => ({
  en: "The file is an Excel workbook of 2003 or earlier (.xls). Save it as .xlsx in Excel, or convert it: soffice --headless --convert-to xlsx FILE.xls",
  fr: "Le fichier est un classeur Excel de 2003 ou antérieur (.xls). Enregistrez-le au format .xlsx dans Excel, ou convertissez-le : soffice --headless --convert-to xlsx FICHIER.xls",
});

export const encryptedOffice = (): Bilingual => ({
  en: "The file is protected by a password. Save it without a password.",
  fr: "Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
});

export const openSpreadsheet = (): Bilingual => ({
  en: "The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx, or convert it: soffice --headless --convert-to xlsx FILE.ods",
  fr: "Le fichier est un classeur OpenDocument (.ods). Enregistrez-le au format .xlsx, ou convertissez-le : soffice --headless --convert-to xlsx FICHIER.ods",
});

export const picture = (): Bilingual => ({
  en: "The file is a picture, probably a scan. Ask for the Word file, or run text recognition first (ocrmypdf --image-dpi 300 in.png out.pdf).",
  fr: "Le fichier est une image, sans doute une numérisation. Demandez le fichier Word, ou lancez d’abord une reconnaissance de texte (ocrmypdf --image-dpi 300 entree.png sortie.pdf).",
});

export const otherFormat = (found: string): Bilingual => ({
  en: `The file has a format that is not read: ${found}. Save it as .docx or PDF.`,
  fr: `Le fichier a un format qui n’est pas lu : ${found}. Enregistrez-le au format .docx ou PDF.`,
});
