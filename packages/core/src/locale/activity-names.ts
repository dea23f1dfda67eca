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

/** The names of what happens to an activity, agreeing with “activity” and « activité ». */
export const EVENT_NAMES = {
  started: { en: "started", fr: "démarrée" },
  delayed: { en: "delayed", fr: "retardée" },
  suspended: { en: "suspended", fr: "suspendue" },
  "hold-up-ended": { en: "delay or suspension over", fr: "retard ou suspension terminé" },
  resumed: { en: "resumed", fr: "reprise" },
  "reallocation-proposed": { en: "reallocation proposed", fr: "réallocation proposée" },
  "reallocation-approved": { en: "reallocation approved", fr: "réallocation approuvée" },
  "reallocation-rejected": { en: "reallocation rejected", fr: "réallocation rejetée" },
  "reallocation-withdrawn": {
    en: "reallocation proposal withdrawn",
    fr: "proposition de réallocation retirée",
  },
  "reallocation-reverted": { en: "reallocation reverted", fr: "réallocation annulée" },
  cancelled: { en: "cancelled", fr: "annulée" },
  completed: { en: "completed", fr: "achevée" },
  reopened: { en: "reopened", fr: "rouverte" },
  reinstated: { en: "reinstated", fr: "rétablie" },
  "handed-over": { en: "handed over", fr: "transférée" },
  merged: { en: "merged", fr: "fusionnée" },
  split: { en: "split", fr: "scindée" },
} as const satisfies Record<string, Bilingual>;

/** The names of an indicator's statuses, as Cadre computes them. */
export const STATUS_NAMES = {
  achieved: { en: "achieved", fr: "atteint" },
  "on-track": { en: "on track", fr: "en bonne voie" },
  "at-risk": { en: "at risk", fr: "à risque" },
  "off-track": { en: "off track", fr: "en retard" },
  "not-due": { en: "not due yet", fr: "pas encore dû" },
  unknown: { en: "not known", fr: "non déterminé" },
} as const satisfies Record<string, Bilingual>;

/** How agencies rate the progress of an outcome. The form's own English words stay beside the French, since a French form has them, too. */
export const RATING_NAMES = {
  "off-track": { en: "off track", fr: "en retard (off track)" },
  "on-track": { en: "on track", fr: "en bonne voie (on track)" },
  "on-track-with-peacebuilding-results": {
    en: "on track, with peacebuilding results",
    fr: "en bonne voie, avec des effets sur la paix",
  },
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
