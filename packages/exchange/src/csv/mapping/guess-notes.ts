import type { Bilingual } from "@cadre/core";
import { valueIn } from "../../number.ts";
import { type Column, distinct } from "./guess-columns.ts";
import type { TableMapping } from "./mapping.ts";

/** Columns that are looked at: each is compared with all others. */
export const MAX_COLUMNS = 500;
export const notesOnWidth = (columns: number): Bilingual[] =>
  columns <= MAX_COLUMNS
    ? []
    : [
        {
          en: `Of ${columns} columns the first ${MAX_COLUMNS} were looked at.`,
          fr: `Seules les ${MAX_COLUMNS} premières des ${columns} colonnes ont été examinées.`,
        },
      ];

export function notesOn(
  { indicator, period, values, recordedAt }: TableMapping,
  left: readonly Column[],
): Bilingual[] {
  const lacking = (what: { en: string; fr: string }, field: string): Bilingual => ({
    en: `Nothing in the file says ${what.en}: write "${field}": { "is": … } or name a column.`,
    fr: `Rien dans le fichier ne dit ${what.fr} : écrire "${field}": { "is": … } ou nommer une colonne.`,
  });
  return [
    ...(indicator === undefined && !values.every((each) => each.indicator !== undefined)
      ? [lacking({ en: "of which indicator a row is", fr: "de quel indicateur est une ligne" }, "indicator")]
      : []),
    ...(period === undefined
      ? [lacking({ en: "of which period a row is", fr: "de quelle période est une ligne" }, "period")]
      : []),
    ...(values.length === 0
      ? [
          {
            en: "No column of numbers was found: name one in “values”.",
            fr: "Aucune colonne de nombres n’a été trouvée : en nommer une dans « values ».",
          },
        ]
      : []),
    ...(recordedAt === undefined
      ? [
          {
            en: "Nothing says when a row became known: rows count as known from the beginning.",
            fr: "Rien ne dit quand une ligne a été connue : les lignes comptent comme connues depuis le début.",
          },
        ]
      : []),
    ...left.map(leftOutNote),
  ];
}

/** Which cells are taken for all places, or all categories, together. */
export const notesOnTotals = ({ place, axes }: TableMapping): Bilingual[] =>
  [place, ...Object.values(axes)].flatMap((origin) => {
    if (origin === undefined || "is" in origin) return [];
    const totals = Object.entries(origin.names ?? {}).flatMap(([cell, name]) => (name === "" ? [cell] : []));
    return totals.map((cell) => ({
      en: `“${cell}” in column “${origin.column}” is taken for the total of the others.`,
      fr: `« ${cell} » dans la colonne « ${origin.column} » est pris pour le total des autres.`,
    }));
  });

/** Why a column is no part of the mapping. */
export function leftOutNote(column: Column): Bilingual {
  const { heading, cells } = column;
  const texts = distinct(column);
  const isNumber = (cell: string) => typeof valueIn(cell, true) === "number";
  const shown = texts.slice(0, 3).join(", ") + (texts.length > 3 ? ", …" : "");
  const [en, fr] =
    cells.length === 0
      ? ["it is empty", "elle est vide"]
      : cells.every(isNumber)
        ? [
            `its numbers (${shown}) have a heading that names no value and no group of the framework`,
            `ses nombres (${shown}) ont un en-tête qui ne nomme ni une valeur ni un groupe du cadre`,
          ]
        : [
            `its texts (${shown}) are no indicators, periods or categories of the framework`,
            `ses textes (${shown}) ne sont ni des indicateurs, ni des périodes, ni des catégories du cadre`,
          ];
  return {
    en: `Column “${heading}” is left out: ${en}.`,
    fr: `La colonne « ${heading} » est laissée de côté : ${fr}.`,
  };
}

/** Why a column is no part of the mapping whose heading is that of several. */
export const dividedNote = (heading: string): Bilingual => ({
  en: `Column “${heading}” is left out: it is divided by further lines of headings.`,
  fr: `La colonne « ${heading} » est laissée de côté : d’autres lignes d’en-tête la divisent.`,
});

/** Columns that a mapping cannot name. */
export const notesOnHeadings = (headings: readonly string[], body: readonly string[][]): Bilingual[] =>
  headings.flatMap((heading, index): Bilingual[] => {
    const filled = body.some((record) => (record[index] ?? "").trim() !== "");
    if (heading === "" && filled)
      return [
        {
          en: `Column ${index + 1} is left out: it has no heading.`,
          fr: `La colonne ${index + 1} est laissée de côté : elle n’a pas d’en-tête.`,
        },
      ];
    if (heading === "" || headings.indexOf(heading) === index) return [];
    return [
      {
        en: `Column ${index + 1} is left out: another column is called “${heading}”, too.`,
        fr: `La colonne ${index + 1} est laissée de côté : une autre colonne s’appelle aussi « ${heading} ».`,
      },
    ];
  });
