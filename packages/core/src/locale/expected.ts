import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { DisplayLanguage } from "./language.ts";
import { inFrench, SCHEMA_PHRASES } from "./schema-phrases.ts";
import { fallbackOf } from "./text-in.ts";

/** French for what rules and readers expect. */
const PHRASES: Readonly<Record<string, string>> = {
  // Rows of observations.
  [en.expectedNumberOrName]: fr.expectedNumberOrName,
  [en.expectedFinite]: fr.expectedFinite,
  [en.expectedLevel]: fr.expectedLevel,
  [en.expectedNotNegative]: fr.expectedNotNegative,
  [en.expectedIndicator]: fr.expectedIndicator,
  [en.expectedPeriod]: fr.expectedPeriod,
  [en.expectedAxes]: fr.expectedAxes,
  [en.expectedCategory]: fr.expectedCategory,
  [en.expectedInstant]: fr.expectedInstant,
  "YYYY-MM-DD": "AAAA-MM-JJ",
  [en.expectedValueOrNumerator]: fr.expectedValueOrNumerator,
  [en.expectedOneValue]: fr.expectedOneValue,
  "a number, such as 1000 or 33.5": "un nombre, tel que 1000 ou 33.5",
  // Files.
  "a readable file": "un fichier lisible",
  "text in UTF-8": "un texte en UTF-8",
  "a name of its own for each column": "un nom propre à chaque colonne",
  "a heading for each column that is filled in": "un en-tête pour chaque colonne remplie",
  "a table of values": "un tableau de valeurs",
  "a table of indicators or of budget lines": "un tableau d’indicateurs ou de lignes budgétaires",
  "budget lines": "des lignes budgétaires",
  "columns as the relation names them": "des colonnes nommées comme dans la relation",
  "one activity": "une seule activité",
  "the identifier of one activity": "l’identifiant d’une activité",
  "the last page": "la dernière page",
  "a PDF": "un PDF",
  "a zip package": "un paquet zip",
  "well-formed XML": "du XML bien formé",
  "a Word document (.docx, .docm)": "un document Word (.docx, .docm)",
  "an OpenDocument text (.odt)": "un texte OpenDocument (.odt)",
  "Word (.docx), OpenDocument (.odt), PDF, RTF, HTML or text":
    "Word (.docx), OpenDocument (.odt), PDF, RTF, HTML ou texte",
  "a document without password": "un document sans mot de passe",
  "no password": "aucun mot de passe",
  "an indicator table": "un tableau des indicateurs",
  "indicator, period, value (or numerator, denominator)":
    "indicator, period, value (ou numerator, denominator)",
  // The record.
  "a new key": "une nouvelle clé",
  "a whole seal": "un sceau entier",
  // The rules about documents.
  once: "une seule fois",
  "an amount": "un montant",
  "a remark": "une remarque",
  "a cause": "une cause",
  "a value": "une valeur",
  "one unit": "une seule unité",
  "other indicators": "d’autres indicateurs",
  reasons: "des raisons",
  later: "plus tard",
  "an answer": "une réponse",
  "a list that does not change while it is read": "une liste qui ne change pas pendant la lecture",
  "the numerator of the same period, place, source and categories":
    "le numérateur pour la même période, le même lieu, la même source et les mêmes catégories",
  "a data element of the mapping with these categories":
    "un élément de données de la correspondance ayant ces catégories",
  "a token that may read these data": "un jeton qui donne accès à ces données",
  "a text, a number, a day or an instant in each row":
    "un texte, un nombre, un jour ou un instant à chaque ligne",
  "a framework document; save one with PUT": "un document de cadre ; enregistrez-en un avec PUT",
  "a request from this host": "une requête de cet hôte",
  "a project's id": "l’identifiant d’un projet",
  // Documents.
  "an amount, such as UNDP: $ 100,000": "un montant, tel que PNUD: 100 000 $",
  "off track | on track | on track with peacebuilding results":
    "en retard | en bonne voie | en bonne voie avec des effets sur la consolidation de la paix",
  "one cell of its own": "une cellule à lui seul",
  "an indicator's code": "le code d’un indicateur",
  "a page with text": "une page comportant du texte",
  "a PDF with text": "un PDF comportant du texte",
  "distinct names inside of the package": "des noms distincts dans le paquet",
  // Commands and schedules.
  "a new line": "une nouvelle ligne",
  "an activity of the project": "une activité du projet",
  "an open project": "un projet ouvert",
  "a project that is not open": "un projet qui n’est pas encore ouvert",
  "a project that is not closed": "un projet qui n’est pas clos",
  "a proposal that waits": "une proposition en attente",
  "no proposal that waits": "aucune proposition en attente",
  "the position of a recorded event": "la position d’un événement enregistré",
  "a cursor of this log": "un curseur de ce journal",
  // JSON, rows, rules, work plans, moves and surveys.
  [en.expectedKeyOnce]: fr.expectedKeyOnce,
  [en.expectedWithinProject]: fr.expectedWithinProject,
  [en.expectedBegun]: fr.expectedBegun,
  [en.expectedWhole]: fr.expectedWhole,
  [en.expectedZeroOrMore]: fr.expectedZeroOrMore,
  [en.expectedPartsWithin]: fr.expectedPartsWithin,
  [en.expectedNumerators]: fr.expectedNumerators,
  [en.expectedNotFalling]: fr.expectedNotFalling,
  [en.expectedSameTotal]: fr.expectedSameTotal,
  [en.expectedOwnId]: fr.expectedOwnId,
  [en.expectedFrameworkCode]: fr.expectedFrameworkCode,
  [en.expectedCoverAgency]: fr.expectedCoverAgency,
  [en.expectedNewText]: fr.expectedNewText,
  [en.expectedWithinExpenditure]: fr.expectedWithinExpenditure,
  [en.expectedTbd]: fr.expectedTbd,
  [en.expectedActivityOnce]: fr.expectedActivityOnce,
  [en.expectedScheduled]: fr.expectedScheduled,
  [en.expectedNoCircle]: fr.expectedNoCircle,
  [en.expectedUnfinished]: fr.expectedUnfinished,
  [en.expectedLine]: fr.expectedLine,
  [en.expectedTwoLines]: fr.expectedTwoLines,
  [en.expectedLines]: fr.expectedLines,
  [en.expectedShareAnswer]: fr.expectedShareAnswer,
  [en.expectedNumberAnswer]: fr.expectedNumberAnswer,
  [en.expectedResponse]: fr.expectedResponse,
  [en.expectedAboveZero]: fr.expectedAboveZero,
  [en.expectedName]: fr.expectedName,
  [en.expectedOneNumber]: fr.expectedOneNumber,
  // Mappings of columns.
  "a column of values: value, or numerator": "une colonne de valeurs : value, ou numerator",
  "value, or numerator and denominator": "value, ou numerator et denominator",
  // What numbers are of.
  bytes: "octets",
  columns: "colonnes",
  members: "membres",
  submissions: "soumissions",
  values: "valeurs",
};

const ALL = { ...SCHEMA_PHRASES, ...PHRASES };

/**
 * What a finding or a problem expects, for people: the data have it in English, or as a value that is the same in every language. What is
 * not known stays as it is.
 */
export const expectedText = (expected: string, { language }: { language: DisplayLanguage }): string =>
  fallbackOf(language) === "en"
    ? expected
    : inFrench(expected, ALL).replace(/^([\d.,-]+) to (?=[\d.,-]+$)/, "de $1 à ");
