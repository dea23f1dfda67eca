import type { Bilingual } from "@cadre/core";

/** Messages about a web page. */

export const htmlTooLarge = (limit: number): Bilingual => ({
  en: `The page has more than ${limit} elements, or elements nested too deep; no report is that large.`,
  fr: `La page a plus de ${limit} éléments, ou des éléments trop imbriqués ; aucun rapport n’est aussi grand.`,
});

export const htmlEmpty = (): Bilingual => ({
  en: "The page has no text. If it loads its text by a script, save it from the browser as a complete page.",
  fr: "La page n’a pas de texte. Si elle charge son texte par un script, enregistrez-la depuis le navigateur comme page complète.",
});

export const picturesUnread = (count: number): Bilingual => ({
  en: `The page has pictures (${count}), which are not read; a table that is a picture is not read.`,
  fr: `La page contient des images (${count}), qui ne sont pas lues ; un tableau en image n’est pas lu.`,
});
