/** A text without its accents: `Délégué` → `Delegue`. Case and all else stay. */
export const stripAccents = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
