import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { excerpt } from "./excerpt.ts";

/** What was found instead of what was expected, and the message that says so. `undefined`: it is missing. */
export function mismatch(
  where: string | Bilingual,
  value: unknown,
  expected: Bilingual,
): { found: string | number | null; message: Bilingual } {
  if (value === undefined)
    return { found: null, message: bilingualText(en.valueAbsent, fr.valueAbsent, where, expected) };
  const found = value === null || Number.isFinite(value) ? (value as number | null) : excerpt(value);
  const shown =
    typeof value === "string" ? bilingualText(en.quoted, fr.quoted, String(found)) : String(found);
  return { found, message: bilingualText(en.valueUnexpected, fr.valueUnexpected, where, shown, expected) };
}
