/**
 * What is in a control before anything was chosen or typed, normalised. Word prompts in its own language, whatever the document's: a French
 * office fills in an English template, too.
 */
export const PROMPTS: string[] = [
  "choisissez un element",
  "choisir un element",
  "selectionner",
  "veuillez selectionner",
  "cliquez ici pour taper du texte",
  "cliquez ici pour entrer du texte",
  "cliquez ou appuyez ici pour entrer du texte",
  "cliquez ou appuyez ici pour entrer une date",
  "cliquez ici pour entrer une date",
  "please select",
  "please select one",
  "choose an item",
  "select",
  "click here to enter text",
  "click or tap here to enter text",
  "click here to enter a date",
  "click or tap to enter a date",
];
