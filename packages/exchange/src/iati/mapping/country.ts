/** ISO 3166-1 codes by their names in English and French, as the runtime's own tables have them. */
let codes: Map<string, string> | null = null;

const key = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function byName(): Map<string, string> {
  if (codes !== null) return codes;
  codes = new Map();
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const language of ["en", "fr"]) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const first of letters)
      for (const second of letters) {
        const name = names.of(first + second);
        if (name !== undefined && !codes.has(key(name))) codes.set(key(name), first + second);
      }
  }
  return codes;
}

/** The code of a country by its name in English or French, or by the code itself; `null` where it is none. */
export function countryCode(name: string): string | null {
  return byName().get(key(name)) ?? (/^[A-Z]{2}$/.test(name.trim()) ? name.trim() : null);
}

/** A country's name by its code; the code where it is none. */
export function countryName(code: string, language: "en" | "fr" = "en"): string {
  try {
    return new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(code) ?? code;
  } catch {
    return code;
  }
}
