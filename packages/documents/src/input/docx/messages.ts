import type { Bilingual } from "@cadre/core";

/** Messages about a Word document. */

export const notWord = (found: string): Bilingual => ({
  en: `The file is no Word document: ${found}.`,
  fr: `Le fichier n’est pas un document Word : ${found}.`,
});

export const trackedChanges = (insertions: number, deletions: number): Bilingual => ({
  en: `The document has tracked changes (${insertions} insertions, ${deletions} deletions); it is read as if all were accepted.`,
  fr: `Le document contient des modifications suivies (${insertions} insertions, ${deletions} suppressions) ; il est lu comme si toutes étaient acceptées.`,
});

export const noteAside = (text: string): Bilingual => ({
  en: `A note is not read as part of the text that it belongs to: “${text}”.`,
  fr: `Une note n’est pas lue comme partie du texte auquel elle se rattache : « ${text} ».`,
});

export const hiddenText = (text: string): Bilingual => ({
  en: `Hidden text is not read: “${text}”.`,
  fr: `Un texte masqué n’est pas lu : « ${text} ».`,
});

export const moreLikeThese = (count: number): Bilingual => ({
  en: `There are more like these: ${count} in all.`,
  fr: `Il y en a d’autres : ${count} en tout.`,
});

export const picturesUnread = (count: number): Bilingual => ({
  en: `The document has pictures (${count}), which are not read; a table that is a picture is none.`,
  fr: `Le document contient des images (${count}), qui ne sont pas lues ; un tableau en image n’en est pas un.`,
});

export const objectsUnread = (count: number): Bilingual => ({
  en: `The document has embedded objects (${count}), which are not read.`,
  fr: `Le document contient des objets incorporés (${count}), qui ne sont pas lus.`,
});

export const partsUnread = (count: number): Bilingual => ({
  en: `The document takes in parts of other formats (${count}), which are not read.`,
  fr: `Le document intègre des éléments d’autres formats (${count}), qui ne sont pas lus.`,
});

export const symbolsUnread = (count: number): Bilingual => ({
  en: `The document has symbols that Cadre does not know (${count}); each is read as “\ufffd”.`,
  fr: `Le document contient des symboles que Cadre ne connaît pas (${count}) ; chacun est lu comme « \ufffd ».`,
});

export const macrosIgnored = (part: string): Bilingual => ({
  en: `The document has macros (${part}); they were neither run nor read.`,
  fr: `Le document contient des macros (${part}) ; elles n’ont été ni exécutées ni lues.`,
});

export const commentsIgnored = (count: number): Bilingual => ({
  en: `The document has comments (${count}), which are not read.`,
  fr: `Le document contient des commentaires (${count}), qui ne sont pas lus.`,
});

export const externalIgnored = (count: number, first: string): Bilingual => ({
  en: `The document refers to things outside of it (${count}, first ${first}); nothing was fetched.`,
  fr: `Le document renvoie à des éléments extérieurs (${count}, dont ${first}) ; rien n’a été recherché.`,
});
