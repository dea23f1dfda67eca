import type { Bilingual } from "@cadre/core";

/** Messages about a package or one of its parts. */

export const packageBroken = (why: string): Bilingual => ({
  en: `The file is a broken package (zip): ${why}`,
  fr: `Le fichier est un paquet (zip) endommagé : ${why}`,
});

export const packageTooLarge = (found: string, limit: string): Bilingual => ({
  en: `The package unfolds to more than a document of this kind can hold: ${found}; at most ${limit}. Nothing of it was read.`,
  fr: `Le paquet se déploie au-delà de ce qu’un document de ce genre peut contenir : ${found} ; au plus ${limit}. Rien n’en a été lu.`,
});

export const packageName = (name: string): Bilingual => ({
  en: `The package has a part whose name leads out of it or is used twice: ${name}. Nothing of it was read.`,
  fr: `Le paquet contient un élément dont le nom mène hors de lui ou se répète : ${name}. Rien n’en a été lu.`,
});

export const packageEncrypted = (): Bilingual => ({
  en: "The package is encrypted. Save it without a password.",
  fr: "Le paquet est chiffré. Enregistrez-le sans mot de passe.",
});

export const partMissing = (name: string): Bilingual => ({
  en: `The package lacks its part ${name}.`,
  fr: `Il manque au paquet son élément ${name}.`,
});

export const xmlBroken = (part: string, why: string): Bilingual => ({
  en: `The part ${part} is not well-formed XML: ${why}`,
  fr: `L’élément ${part} n’est pas du XML bien formé : ${why}`,
});

export const xmlDoctype = (part: string): Bilingual => ({
  en: `The part ${part} declares a document type or entities, which no office document does. It was not read.`,
  fr: `L’élément ${part} déclare un type de document ou des entités, ce qu’aucun document bureautique ne fait. Il n’a pas été lu.`,
});

export const xmlTooLarge = (part: string, limit: number): Bilingual => ({
  en: `The part ${part} has more than ${limit} elements; no report and no annex is that large.`,
  fr: `La partie ${part} a plus de ${limit} éléments ; aucun rapport ni aucune annexe n’est aussi grand.`,
});
