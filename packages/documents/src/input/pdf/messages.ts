import type { Bilingual } from "@cadre/core";

/** Messages about a PDF. */

export const pdfBroken = (why: string): Bilingual => ({
  en: `The PDF cannot be read: ${why}. Open it in a PDF viewer and print it to a new PDF, or ask for the Word file.`,
  fr: `Le PDF ne peut pas être lu : ${why}. Ouvrez-le dans une visionneuse et imprimez-le dans un nouveau PDF, ou demandez le fichier Word.`,
});

export const pdfEncrypted = (): Bilingual => ({
  en: "The PDF is protected by a password. Save it without a password.",
  fr: "Le PDF est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
});

export const pdfTooLarge = (found: string, limit: string): Bilingual => ({
  en: `The PDF is larger than any report: ${found}; at most ${limit}. Nothing was read.`,
  fr: `Le PDF dépasse la taille d’un rapport : ${found} ; au plus ${limit}. Rien n’a été lu.`,
});

export const pdfScan = (pages: number): Bilingual => ({
  en: `The PDF has no text: its ${pages} pages are pictures, probably a scan. Ask for the Word file, or run text recognition first (ocrmypdf in.pdf out.pdf).`,
  fr: `Le PDF ne contient pas de texte : ses ${pages} pages sont des images, sans doute une numérisation. Demandez le fichier Word, ou lancez d’abord une reconnaissance de texte (ocrmypdf entree.pdf sortie.pdf).`,
});

export const pagesWithoutText = (pages: string): Bilingual => ({
  en: `Pages without text were not read (${pages}); a table that is a picture is not read.`,
  fr: `Des pages sans texte n’ont pas été lues (${pages}) ; un tableau en image n’est pas lu.`,
});

export const textClipped = (pages: string): Bilingual => ({
  en: `Text runs over the edge of the page (page ${pages}): what is beyond it is not in the file.`,
  fr: `Du texte dépasse le bord de la page (page ${pages}) : ce qui est au-delà ne figure pas dans le fichier.`,
});
