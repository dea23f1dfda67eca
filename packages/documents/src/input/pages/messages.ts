import type { Bilingual } from "@cadre/core";

/** Messages about text at positions. */

export const columnsByGaps = (): Bilingual => ({
  en: "A table has no ruled lines: its columns and rows were recognised by the gaps between them. Compare its values with the document, or open the Word file.",
  fr: "Un tableau n’a pas de filets : ses colonnes et ses lignes ont été déduites des espaces entre elles. Comparez ses valeurs avec le document, ou ouvrez le fichier Word.",
});
