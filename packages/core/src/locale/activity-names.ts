import type { Bilingual, Language } from "./language.ts";

/** The names of an activity's states, agreeing with “activity” and « activité ». */
export const STATE_NAMES = {
  planned: { en: "planned", fr: "planifiée" },
  "in-progress": { en: "in progress", fr: "en cours" },
  delayed: { en: "delayed", fr: "retardée" },
  suspended: { en: "suspended", fr: "suspendue" },
  reallocated: { en: "reallocated", fr: "réallouée" },
  cancelled: { en: "cancelled", fr: "annulée" },
  done: { en: "done", fr: "achevée" },
  merged: { en: "merged", fr: "fusionnée" },
  split: { en: "split", fr: "scindée" },
  undetermined: { en: "not determined", fr: "indéterminée" },
} as const satisfies Record<string, Bilingual>;

/** The names of the causes of delays and suspensions. */
export const CAUSE_NAMES = {
  "covid-19": { en: "COVID-19", fr: "COVID-19" },
  insecurity: { en: "insecurity", fr: "insécurité" },
  season: { en: "season", fr: "saison" },
  procurement: { en: "procurement", fr: "passation de marchés" },
  partner: { en: "partner", fr: "partenaire" },
  approval: { en: "approval", fr: "approbation" },
  funding: { en: "funding", fr: "financement" },
  dependency: { en: "waits for another activity", fr: "attend une autre activité" },
  other: { en: "other", fr: "autre" },
} as const satisfies Record<string, Bilingual>;

/** Names in one language. */
export const namesIn = <Key extends string>(
  names: Readonly<Record<Key, Bilingual>>,
  { language }: { language: Language },
): Record<Key, string> =>
  Object.fromEntries(Object.entries<Bilingual>(names).map(([key, name]) => [key, name[language]])) as Record<
    Key,
    string
  >;
