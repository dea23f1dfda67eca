import { formatNumber, formatPercent } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/** What a verdict on a project rests on. Shares are fractions; `null` is what is not known. */
export interface VerdictFacts {
  timeElapsed: number | null;
  moneySpent: number | null;
  /** Activities, and how many of them are delayed or suspended. */
  activities: number;
  late: number;
  /** Indicators by status; what has none is in none of the counts but `indicators`. */
  indicators: number;
  achieved: number;
  onTrack: number;
  behind: number;
  notDue: number;
  /** Findings that are errors: the report contradicts itself or a rule. */
  errors: number;
}

type Count = (count: number) => string;

/** Indicators whose status is not known. */
const unknownOf = ({ indicators, achieved, onTrack, behind, notDue }: VerdictFacts): number =>
  indicators - achieved - onTrack - behind - notDue;

const englishIndicators = (facts: VerdictFacts, number: Count): string => {
  const { indicators, achieved, onTrack, behind, notDue } = facts;
  const unknown = unknownOf(facts);
  if (indicators === 0) return "";
  if (unknown === indicators)
    return `no status is known of ${number(indicators)} ${indicators === 1 ? "indicator" : "indicators"}`;
  const rest = [
    `${number(onTrack)} on track`,
    `${number(behind)} behind`,
    ...(notDue > 0 ? [`${number(notDue)} not due yet`] : []),
    ...(unknown > 0 ? [`${number(unknown)} not known`] : []),
  ];
  return `${number(achieved)} of ${number(indicators)} indicators ${achieved === 1 ? "is" : "are"} achieved, ${rest.join(", ")}`;
};

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

const frenchIndicators = (facts: VerdictFacts, number: Count): string => {
  const { indicators, achieved, onTrack, behind, notDue } = facts;
  const unknown = unknownOf(facts);
  if (indicators === 0) return "";
  if (unknown === indicators)
    return indicators === 1
      ? "l’état du seul indicateur n’est pas connu"
      : `l’état des ${number(indicators)} indicateurs n’est pas connu`;
  const rest = [
    `${number(onTrack)} en bonne voie`,
    `${number(behind)} en retard`,
    ...(notDue > 0 ? [`${number(notDue)} pas encore ${plural(notDue, "attendu", "attendus")}`] : []),
    ...(unknown > 0 ? [`${number(unknown)} ${plural(unknown, "non déterminé", "non déterminés")}`] : []),
  ];
  return `${number(achieved)} ${plural(achieved, "indicateur", "indicateurs")} sur ${number(indicators)} ${plural(achieved, "est atteint", "sont atteints")}, ${rest.join(", ")}`;
};

const english = (facts: VerdictFacts, percent: (share: number) => string, number: Count): string[] => {
  const { timeElapsed, moneySpent, activities, late, errors } = facts;
  const time = timeElapsed === null ? null : `${percent(timeElapsed)} of the time has passed`;
  const money = moneySpent === null ? null : `${percent(moneySpent)} of the money is spent`;
  return [
    [time, money].filter((part) => part !== null).join(", "),
    activities > 0
      ? `${number(late)} of ${number(activities)} activities ${late === 1 ? "is" : "are"} late`
      : "",
    englishIndicators(facts, number),
    errors > 0 ? `${number(errors)} ${errors === 1 ? "error" : "errors"} in the document` : "",
  ];
};

const french = (facts: VerdictFacts, percent: (share: number) => string, number: Count): string[] => {
  const { timeElapsed, moneySpent, activities, late, errors } = facts;
  const time = timeElapsed === null ? null : `${percent(timeElapsed)} du temps est écoulé`;
  const money = moneySpent === null ? null : `${percent(moneySpent)} du budget est dépensé`;
  return [
    [time, money].filter((part) => part !== null).join(", "),
    activities > 0
      ? `${number(late)} ${plural(late, "activité", "activités")} sur ${number(activities)} ${plural(late, "est", "sont")} en retard`
      : "",
    frenchIndicators(facts, number),
    errors > 0 ? `${number(errors)} ${plural(errors, "erreur", "erreurs")} dans le document` : "",
  ];
};

/**
 * How a project is doing, in one line: time and money elapsed, late activities, indicators, errors. Time and money that are not known are
 * left out, indicators whose status is not known are counted, and nothing is concluded.
 */
export function verdictText(facts: VerdictFacts): Bilingual {
  const text = (language: Language, parts: typeof english) => {
    const said = parts(
      facts,
      (share) => formatPercent(share, { language, decimals: 0 }),
      (count) => formatNumber(count, { language }),
    ).filter((part) => part !== "");
    return said.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(" ");
  };
  return { en: text("en", english), fr: text("fr", french) };
}
