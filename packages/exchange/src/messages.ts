import { type Bilingual, bilingual } from "@cadre/core";

type Facts<Fill> = Fill extends (en: never, fr: never, ...facts: infer Values) => Bilingual ? Values : never;

/**
 * A message in both languages: its text in `messages.en.ts` and in `messages.fr.ts`, where `{0:code}` is replaced by the first fact. Numbers are
 * shown as a file has them, without a mark between thousands.
 */
export function message<English extends string, French extends string>(
  en: English,
  fr: French,
  ...facts: Facts<typeof bilingual<English, French>>
): Bilingual {
  const shown = (facts as (string | number | Bilingual)[]).map((fact) =>
    typeof fact === "number" ? String(fact) : fact,
  );
  const fill: (en: string, fr: string, ...facts: (string | Bilingual)[]) => Bilingual = bilingual;
  return fill(en, fr, ...shown);
}
