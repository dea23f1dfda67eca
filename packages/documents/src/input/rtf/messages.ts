import type { Bilingual } from "@cadre/core";

/** Messages about a rich text file. */

export const rtfTooLarge = (): Bilingual => ({
  en: "The file has more paragraphs than any report, or groups nested too deep.",
  fr: "Le fichier a plus de paragraphes qu’un rapport, ou des groupes trop imbriqués.",
});

export const picturesUnread = (count: number): Bilingual => ({
  en: `The document has pictures (${count}), which are not read; a table that is a picture is not read.`,
  fr: `Le document contient des images (${count}), qui ne sont pas lues ; un tableau en image n’est pas lu.`,
});

export const notesAside = (count: number): Bilingual => ({
  en: `The document has notes (${count}), which are not read.`,
  fr: `Le document contient des notes (${count}), qui ne sont pas lues.`,
});

export const trackedChanges = (count: number): Bilingual => ({
  en: `The document has tracked changes (${count}); it is read as if all were accepted.`,
  fr: `Le document contient des modifications suivies (${count}) ; il est lu comme si toutes étaient acceptées.`,
});
