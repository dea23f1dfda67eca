import type { Bilingual } from "@cadre/core";

/** Messages about an OpenDocument text. */

export const notText = (found: string): Bilingual => ({
  en: `The file is not an OpenDocument text: ${found}. Save a spreadsheet as .xlsx.`,
  fr: `Le fichier n’est pas un texte OpenDocument : ${found}. Enregistrez un classeur au format .xlsx.`,
});

export const tooLarge = (): Bilingual => ({
  en: "The document has more paragraphs or cells than any report.",
  fr: "Le document a plus de paragraphes ou de cellules qu’un rapport.",
});

export const encrypted = (): Bilingual => ({
  en: "The document is protected by a password. Save it without a password.",
  fr: "Le document est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
});

export const trackedChanges = (count: number): Bilingual => ({
  en: `The document has tracked changes (${count}); it is read as if all were accepted.`,
  fr: `Le document contient des modifications suivies (${count}) ; il est lu comme si toutes étaient acceptées.`,
});

export const commentsIgnored = (count: number): Bilingual => ({
  en: `The document has comments (${count}), which are not read.`,
  fr: `Le document contient des commentaires (${count}), qui ne sont pas lus.`,
});

export const picturesUnread = (count: number): Bilingual => ({
  en: `The document has pictures (${count}), which are not read; a table that is a picture is not read.`,
  fr: `Le document contient des images (${count}), qui ne sont pas lues ; un tableau en image n’est pas lu.`,
});

export const noteAside = (text: string): Bilingual => ({
  en: `A note is not read as part of the text that it belongs to: “${text}”.`,
  fr: `Une note n’est pas lue comme partie du texte auquel elle se rattache : « ${text} ».`,
});
