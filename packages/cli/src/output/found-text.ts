import type { Language } from "@cadre/core";

/** French for what readers state in place of a value that they found. */
const FOUND: Readonly<Record<string, string>> = {
  "no such file": "aucun fichier de ce nom",
  "a folder": "un dossier",
  "no permission": "un accès refusé",
  "a path through a file": "un chemin qui traverse un fichier",
  "a name that is too long": "un nom trop long",
  "an invalid name": "un nom non valide",
  "an unreadable file": "un fichier illisible",
  "a broken PDF": "un PDF endommagé",
  "a broken package": "un paquet endommagé",
  "damaged data": "des données endommagées",
  "not well-formed": "du XML mal formé",
  "neither UTF-8 nor UTF-16": "ni UTF-8 ni UTF-16",
  "not UTF-8 (Latin-1 or Windows-1252?)": "un autre codage (Latin-1 ou Windows-1252 ?)",
  "cut off inside of a character": "une fin au milieu d’un caractère",
  binary: "des octets quelconques",
  "other bytes": "d’autres octets",
  "a character NUL": "un caractère NUL",
  "an empty line": "une ligne vide",
  "the end of the text": "la fin du texte",
  "a picture": "une image",
  "a password": "un mot de passe",
  "no pages": "aucune page",
  encrypted: "un chiffrement",
  "a document type": "un type de document",
};

/** What was found, for people: a value as it is, nothing, or what a reader states in place of a value. */
export function foundText(found: string | number | null, { language }: { language: Language }): string {
  if (found === null) return language === "en" ? "nothing" : "rien";
  return (language === "fr" ? FOUND[found] : undefined) ?? String(found);
}
