import type { Bilingual } from "@cadre/core";

/** Messages about a project document. */

export const answerUnread = (path: string, text: string): Bilingual => ({
  en: `The answer to ${path} is not understood: “${text}”.`,
  fr: `La réponse à ${path} n’est pas comprise : « ${text} ».`,
});

export const frameworkMissing = (): Bilingual => ({
  en: "The project document has no results framework: a table with outcomes, outputs, indicators, means of verification and milestones was not found.",
  fr: "Le document de projet n’a pas de cadre de résultats : un tableau des résultats, produits, indicateurs, moyens de vérification et étapes est introuvable.",
});

export const indicatorWithoutResult = (text: string): Bilingual => ({
  en: `An indicator precedes every outcome and output, so it is not known what it belongs to: “${text}”.`,
  fr: `Un indicateur précède tout résultat et tout produit ; on ne sait pas à quoi il se rattache : « ${text} ».`,
});

export const textUnrecognised = (text: string): Bilingual => ({
  en: `A text of the results framework belongs to no indicator: “${text}”.`,
  fr: `Un texte du cadre de résultats ne se rattache à aucun indicateur : « ${text} ».`,
});

export const cellUnread = (text: string): Bilingual => ({
  en: `The value is kept as text: “${text}”.`,
  fr: `La valeur est conservée telle qu’écrite : « ${text} ».`,
});
