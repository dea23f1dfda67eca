import type { Language } from "@cadre/core";

/** The texts of what is seen first on the dashboard. */
export interface OverviewLabels {
  attention: string;
  /** Nothing needs attention. */
  calm: string;
  late: (late: string, all: string) => string;
  mostOften: (cause: string, count: string) => string;
  behind: (behind: number, all: string) => string;
  unmeasured: (count: number, all: string) => string;
  furtherErrors: (count: number) => string;
  progress: string;
  median: string;
  measured: (measured: string, all: string) => string;
  noneMeasured: string;
  skyline: (median: string, unknown: number) => string;
  lateActivities: string;
  ofAll: (count: string, all: string) => string;
  noActivities: string;
}

const english: OverviewLabels = {
  attention: "Needs attention",
  calm: "Nothing needs attention.",
  late: (late, all) => `${late} of ${all} activities are delayed or suspended`,
  mostOften: (cause, count) => `most often: ${cause} (${count})`,
  behind: (behind, all) =>
    `${behind} of ${all} indicators ${behind === 1 ? "is" : "are"} off track or at risk`,
  unmeasured: (count, all) =>
    `${count} of ${all} indicators cannot be measured: a value or the target is missing, to be determined or in words`,
  furtherErrors: (count) => (count === 1 ? "1 further error" : `${count} further errors`),
  progress: "Progress towards targets",
  median: "median",
  measured: (measured, all) => `of ${measured} measurable indicators out of ${all}`,
  noneMeasured: "no indicator can be measured",
  skyline: (median, unknown) =>
    `Progress of each indicator towards its target, the furthest first: median ${median}${unknown === 0 ? "" : `; ${unknown} not measurable`}`,
  lateActivities: "Late activities",
  ofAll: (count, all) => `${count} of ${all}`,
  noActivities: "no activity",
};

const french: OverviewLabels = {
  attention: "À surveiller",
  calm: "Rien à signaler.",
  late: (late, all) => `${late} activités sur ${all} sont retardées ou suspendues`,
  mostOften: (cause, count) => `première cause : ${cause} (${count})`,
  behind: (behind, all) =>
    behind < 2
      ? `${behind} indicateur sur ${all} est en retard ou à risque`
      : `${behind} indicateurs sur ${all} sont en retard ou à risque`,
  unmeasured: (count, all) =>
    count < 2
      ? `${count} indicateur sur ${all} n’est pas mesurable : une valeur ou la cible manque, reste à déterminer ou n’est pas chiffrée`
      : `${count} indicateurs sur ${all} ne sont pas mesurables : une valeur ou la cible manque, reste à déterminer ou n’est pas chiffrée`,
  furtherErrors: (count) => (count === 1 ? "1 autre erreur" : `${count} autres erreurs`),
  progress: "Progrès vers les cibles",
  median: "médiane",
  measured: (measured, all) => `des ${measured} indicateurs mesurables, sur ${all}`,
  noneMeasured: "aucun indicateur n’est mesurable",
  skyline: (median, unknown) =>
    `Progrès de chaque indicateur vers sa cible, du plus avancé au moins avancé : médiane ${median}${unknown === 0 ? "" : ` ; ${unknown} non mesurables`}`,
  lateActivities: "Activités en retard",
  ofAll: (count, all) => `${count} sur ${all}`,
  noActivities: "aucune activité",
};

/** The texts of what is seen first, in each language. */
export const OVERVIEW_LABELS: Record<Language, OverviewLabels> = { en: english, fr: french };
