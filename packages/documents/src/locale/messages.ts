import { type Bilingual, columnName } from "@cadre/core";
import type { Remark } from "../cells/index.ts";

/** Messages of the readers: why an input is refused, and findings in one. */

export const inputEmpty = (): Bilingual => ({
  en: "The file is empty.",
  fr: "Le fichier est vide.",
});

export const inputTooLarge = (limit: number): Bilingual => ({
  en: `The file is too large: at most ${limit} bytes are read.`,
  fr: `Le fichier est trop grand : on en lit au plus ${limit} octets.`,
});

export const inputNotText = (found: string): Bilingual => ({
  en: `The file is ${found}, not text in UTF-8.`,
  fr: `Le fichier est ${found}, pas du texte en UTF-8.`,
});

export const reportUnrecognised = (recognised: readonly string[]): Bilingual => ({
  en:
    "This is not a PBF progress report, in French or English, of a template that Cadre knows (2018 and later). " +
    (recognised.length === 0
      ? "No label of the template was recognised."
      : `Recognised: ${recognised.join(", ")}.`),
  fr:
    "Ce n’est pas un rapport de progrès PBF, en français ou en anglais, d’un canevas que Cadre connaisse (depuis 2018). " +
    (recognised.length === 0
      ? "Aucune rubrique du canevas n’a été reconnue."
      : `Reconnu : ${recognised.join(", ")}.`),
});

export const otherDocument = (name: string, labels: readonly string[]): Bilingual => ({
  en: `This is another document of the fund (${name}), not a progress report. Recognised: ${labels.join(", ")}.`,
  fr: `Ceci est un autre document du fonds (${name}), et non un rapport de progrès. Reconnu : ${labels.join(", ")}.`,
});

export const tableMissing = (lastLine: number): Bilingual => ({
  en: `The report ends at line ${lastLine} without an indicator table: no row has heads such as “Indicator Baseline” and “Target”.`,
  fr: `Le rapport se termine à la ligne ${lastLine} sans tableau des indicateurs : aucune ligne n’a d’en-têtes tels que « Base de donnée » et « Cible ».`,
});

export const tableEmpty = (): Bilingual => ({
  en: "The indicator table has no row with an indicator.",
  fr: "Le tableau des indicateurs n’a aucune ligne avec un indicateur.",
});

export const columnUnknown = (name: string): Bilingual => ({
  en: `The column “${name}” is kept as text under its head.`,
  fr: `La colonne « ${name} » est gardée comme texte sous son en-tête.`,
});

export const columnRepeated = (name: string): Bilingual => ({
  en: `The indicator table has more than one column “${name}”; the first is read.`,
  fr: `Le tableau des indicateurs a plus d’une colonne « ${name} » ; la première est lue.`,
});

export const columnMissing = (name: string): Bilingual => ({
  en: `The indicator table has no column “${name}”.`,
  fr: `Le tableau des indicateurs n’a pas de colonne « ${name} ».`,
});

export const headUneven = (rows: number, all: number): Bilingual => ({
  en: `${rows} of the ${all} rows of the indicator table do not have the cells that its head names: the head probably lacks a column or has one too many.`,
  fr: `${rows} des ${all} lignes du tableau des indicateurs n’ont pas les cellules que l’en-tête annonce : il manque sans doute une colonne à l’en-tête, ou il en a une de trop.`,
});

export const ratingUnheaded = (raw: string): Bilingual => ({
  en: `This rating is under the heading of no outcome; it is not read: “${raw}”.`,
  fr: `Cette évaluation ne se trouve sous l’intitulé d’aucun résultat ; elle n’est pas lue : « ${raw} ».`,
});

export const headingMissing = (code: string, under: string): Bilingual => ({
  en: `The heading of outcome ${code} was not found in part II. The answers from here on are read as those of outcome ${under}, which has its own already.`,
  fr: `L’intitulé du résultat ${code} n’a pas été trouvé dans la partie II. Les réponses qui suivent sont lues comme celles du résultat ${under}, qui a déjà les siennes.`,
});

export const amountRepeated = (name: string, raw: string): Bilingual => ({
  en: `${name} has more than one amount in the table of budgets; the first is taken, not “${raw}”.`,
  fr: `${name} a plus d’un montant dans le tableau des budgets ; le premier est retenu, et non « ${raw} ».`,
});

export const outcomeWithoutRows = (code: string): Bilingual => ({
  en: `Outcome ${code} of part II has no rows in the indicator table.`,
  fr: `Le résultat ${code} de la partie II n’a pas de lignes dans le tableau des indicateurs.`,
});

export const rowIncomplete = (code: string, found: number, expected: number): Bilingual => ({
  en: `The row of indicator ${code} has ${found} cells instead of ${expected}; its cells are kept as text.`,
  fr: `La ligne de l’indicateur ${code} a ${found} cellules au lieu de ${expected} ; elles sont gardées en texte.`,
});

type CellRemark = (code: string, column: string, raw: string) => Bilingual;

const cellRemark =
  (en: string, fr: string): CellRemark =>
  (code, column, raw) => {
    const name = columnName(column);
    return {
      en: `Indicator ${code}, ${name.en}: “${raw}” ${en}`,
      fr: `Indicateur ${code}, ${name.fr} : « ${raw} » ${fr}`,
    };
  };

/** What is said of a cell, by the reason why it was not read whole. */
export const CELL_REMARKS: Readonly<Record<Remark, CellRemark>> = {
  text: cellRemark(
    "is not one number; it is kept as text.",
    "n’est pas un nombre unique ; le texte est gardé.",
  ),
  "ambiguous-number": cellRemark(
    "can be read as two different numbers; it is kept as text.",
    "peut se lire comme deux nombres différents ; le texte est gardé.",
  ),
  "number-habit": cellRemark(
    "is read as the document writes its other numbers.",
    "est lu comme le document écrit ses autres nombres.",
  ),
  "two-quantities": cellRemark(
    "states more than one quantity; it is kept as text.",
    "indique plus d’une quantité ; le texte est gardé.",
  ),
  breakdown: cellRemark(
    "could not be read whole; what follows the number is kept as written.",
    "n’a pas pu être lu en entier ; ce qui suit le nombre est gardé tel quel.",
  ),
  "share-differs": cellRemark(
    "states a share that its numerator and denominator do not give.",
    "indique une part qui ne correspond pas à son numérateur et à son dénominateur.",
  ),
};

export const fieldUnread = (field: string, raw: string): Bilingual => ({
  en: `${field}: “${raw}” could not be read.`,
  fr: `${field} : « ${raw} » n’a pas pu être lu.`,
});

export const textUnrecognised = (raw: string): Bilingual => ({
  en: `This text belongs to no part of the template that Cadre knows: “${raw}”.`,
  fr: `Ce texte n’appartient à aucune partie du canevas que Cadre connaisse : « ${raw} ».`,
});

export const rowWithoutCode = (raw: string): Bilingual => ({
  en: `A row of the indicator table has no indicator's code; it is not read: “${raw}”.`,
  fr: `Une ligne du tableau des indicateurs n’a pas de code d’indicateur ; elle n’est pas lue : « ${raw} ».`,
});

export const cellMerged = (code: string, column: string, raw: string, down: boolean): Bilingual => {
  const name = columnName(column);
  return down
    ? {
        en: `Indicator ${code}, ${name.en}: the cell goes on from the row above; its words, “${raw}”, are read for both.`,
        fr: `Indicateur ${code}, ${name.fr} : la cellule continue celle du dessus ; son texte, « ${raw} », est lu pour les deux.`,
      }
    : {
        en: `Indicator ${code}, ${name.en}: the cell is merged with its neighbour; “${raw}” is kept as written for each.`,
        fr: `Indicateur ${code}, ${name.fr} : la cellule est fusionnée avec sa voisine ; « ${raw} » est gardé tel quel pour chacune.`,
      };
};

export const fieldRepeated = (label: string, first: number): Bilingual => ({
  en: `This part of the template occurs more than once, first at ${first}: “${label}”. One answer is taken, the first that is not empty.`,
  fr: `Cette partie du canevas figure plus d’une fois, d’abord en ${first} : « ${label} ». Une réponse est retenue, la première non vide.`,
});

export const labelMisspelt = (raw: string, label: string): Bilingual => ({
  en: `“${raw}” is read as “${label}”, from which it differs by one sign.`,
  fr: `« ${raw} » est lu comme « ${label} », dont il diffère d’un signe.`,
});

export const headRepeated = (code: string, first: number): Bilingual => ({
  en: `The head of ${code} occurs more than once, first at ${first}; its first title is taken.`,
  fr: `L’en-tête de ${code} figure plus d’une fois, d’abord en ${first} ; son premier titre est retenu.`,
});

export const rowMisplaced = (code: string, under: string): Bilingual => ({
  en: `The row of indicator ${code} is under the head of ${under}.`,
  fr: `La ligne de l’indicateur ${code} se trouve sous l’en-tête de ${under}.`,
});

export const titleDiffers = (code: string, narrative: string, table: string): Bilingual => ({
  en: `Outcome ${code} is called “${narrative}” in part II and “${table}” in the table, whose words are taken.`,
  fr: `Le résultat ${code} s’appelle « ${narrative} » dans la partie II et « ${table} » dans le tableau, dont le texte est retenu.`,
});

export const labelMissing = (prompt: string): Bilingual => ({
  en: `The template's question “${prompt}” was not found; its answer, if there is one, is not read as such.`,
  fr: `La rubrique du canevas « ${prompt} » n’a pas été trouvée ; sa réponse, s’il y en a une, n’est pas lue comme telle.`,
});

export const agencyUnnamed = (name: string, list: string): Bilingual => ({
  en: `${name} has a budget and is not among the recipient organisations: ${list}.`,
  fr: `${name} a un budget et ne figure pas parmi les agences récipiendaires : ${list}.`,
});

export const labelUnknown = (label: string): Bilingual => ({
  en: `“${label}” is no question of a template that Cadre knows; its answer is kept under this label.`,
  fr: `« ${label} » n’est pas une rubrique d’un canevas que Cadre connaisse ; la réponse est gardée sous cette rubrique.`,
});

export const rowCodeAssigned = (code: string, text: string): Bilingual => ({
  en: `The indicator “${text}” has no code; Cadre calls it ${code}, by its position.`,
  fr: `L’indicateur « ${text} » n’a pas de code ; Cadre le désigne par ${code}, d’après sa position.`,
});

export const headWithoutCode = (code: string, title: string): Bilingual => ({
  en: `“${title}” heads rows of the table without a code; it is taken as ${code}.`,
  fr: `« ${title} » est l’en-tête de lignes du tableau, sans code ; il est pris pour ${code}.`,
});

export const dayAssumed = (month: string, day: string): Bilingual => ({
  en: `The report names only the month ${month}; ${day} is assumed.`,
  fr: `Le rapport ne nomme que le mois ${month} ; ${day} est supposé.`,
});
