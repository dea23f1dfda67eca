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

const english = (facts: VerdictFacts, percent: (share: number) => string, number: Count): string[] => {
  const { timeElapsed, moneySpent, activities, late, indicators, achieved, onTrack, behind, notDue, errors } =
    facts;
  const time = timeElapsed === null ? null : `${percent(timeElapsed)} of the time has passed`;
  const money = moneySpent === null ? null : `${percent(moneySpent)} of the money is spent`;
  return [
    [time, money].filter((part) => part !== null).join(", "),
    activities > 0
      ? `${number(late)} of ${number(activities)} activities ${late === 1 ? "is" : "are"} late`
      : "",
    indicators > 0
      ? `${number(achieved)} of ${number(indicators)} indicators ${achieved === 1 ? "is" : "are"} achieved, ${number(onTrack)} on track, ${number(behind)} behind${notDue > 0 ? `, ${number(notDue)} not due yet` : ""}`
      : "",
    errors > 0 ? `${number(errors)} ${errors === 1 ? "error" : "errors"} in the document` : "",
  ];
};

const french = (facts: VerdictFacts, percent: (share: number) => string, number: Count): string[] => {
  const { timeElapsed, moneySpent, activities, late, indicators, achieved, onTrack, behind, notDue, errors } =
    facts;
  const time = timeElapsed === null ? null : `${percent(timeElapsed)} du temps est écoulé`;
  const money = moneySpent === null ? null : `${percent(moneySpent)} du budget est dépensé`;
  const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);
  return [
    [time, money].filter((part) => part !== null).join(", "),
    activities > 0
      ? `${number(late)} ${plural(late, "activité", "activités")} sur ${number(activities)} ${plural(late, "est", "sont")} en retard`
      : "",
    indicators > 0
      ? `${number(achieved)} ${plural(achieved, "indicateur", "indicateurs")} sur ${number(indicators)} ${plural(achieved, "est atteint", "sont atteints")}, ${number(onTrack)} en bonne voie, ${number(behind)} en retard${notDue > 0 ? `, ${number(notDue)} ${plural(notDue, "pas encore attendu", "pas encore attendus")}` : ""}`
      : "",
    errors > 0 ? `${number(errors)} ${plural(errors, "erreur", "erreurs")} dans le document` : "",
  ];
};

/**
 * How a project is doing, in one line: time and money elapsed, late activities, indicators, errors. What is not known is left out, and
 * nothing is concluded.
 */
export function verdictText(facts: VerdictFacts): Bilingual {
  const text = (language: Language, parts: typeof english) => {
    const said = parts(
      facts,
      (share) => formatPercent(share, language, 0),
      (count) => formatNumber(count, language),
    ).filter((part) => part !== "");
    return said.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(" ");
  };
  return { en: text("en", english), fr: text("fr", french) };
}
