import { catalogue } from "./catalogue.ts";
import { formatNumber, formatPercent } from "./format.ts";
import type { DisplayLanguage, Names, OwnLanguage } from "./language.ts";

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

/** Messages of the core that can be translated: the parts of a verdict, without capital and full stop. */
export interface CoreMessages {
  verdict: {
    time: (percent: string) => string;
    money: (percent: string) => string;
    late: (late: number, activities: number) => string;
    /** No status is known of any indicator. */
    noStatus: (indicators: number) => string;
    achieved: (achieved: number, indicators: number) => string;
    onTrack: (count: number) => string;
    behind: (count: number) => string;
    notDue: (count: number) => string;
    unknown: (count: number) => string;
    errors: (count: number) => string;
  };
}

const n = (count: number) => formatNumber(count, { language: "en" });
const english: CoreMessages = {
  verdict: {
    time: (percent) => `${percent} of the time has passed`,
    money: (percent) => `${percent} of the money is spent`,
    late: (late, activities) => `${n(late)} of ${n(activities)} activities ${late === 1 ? "is" : "are"} late`,
    noStatus: (indicators) =>
      `no status is known of ${n(indicators)} ${indicators === 1 ? "indicator" : "indicators"}`,
    achieved: (achieved, indicators) =>
      `${n(achieved)} of ${n(indicators)} indicators ${achieved === 1 ? "is" : "are"} achieved`,
    onTrack: (count) => `${n(count)} on track`,
    behind: (count) => `${n(count)} behind`,
    notDue: (count) => `${n(count)} not due yet`,
    unknown: (count) => `${n(count)} not known`,
    errors: (count) => `${n(count)} ${count === 1 ? "error" : "errors"} in the document`,
  },
};

/** A count with a word for it. */
const nombre = (count: number, one: string, many: string) =>
  `${formatNumber(count, { language: "fr" })} ${count < 2 ? one : many}`;
const french: CoreMessages = {
  verdict: {
    time: (percent) => `${percent} du temps est écoulé`,
    money: (percent) => `${percent} du budget est dépensé`,
    late: (late, activities) =>
      `${nombre(late, "activité", "activités")} sur ${formatNumber(activities, { language: "fr" })} ${late < 2 ? "est" : "sont"} en retard`,
    noStatus: (indicators) =>
      indicators === 1
        ? "l’état du seul indicateur n’est pas connu"
        : `l’état des ${nombre(indicators, "", "indicateurs")} n’est pas connu`,
    achieved: (achieved, indicators) =>
      `${nombre(achieved, "indicateur", "indicateurs")} sur ${formatNumber(indicators, { language: "fr" })} ${achieved < 2 ? "est atteint" : "sont atteints"}`,
    onTrack: (count) => nombre(count, "en bonne voie", "en bonne voie"),
    behind: (count) => nombre(count, "en retard", "en retard"),
    notDue: (count) => nombre(count, "pas encore attendu", "pas encore attendus"),
    unknown: (count) => nombre(count, "non déterminé", "non déterminés"),
    errors: (count) => `${nombre(count, "erreur", "erreurs")} dans le document`,
  },
};

const messagesIn = /* @__PURE__ */ catalogue("core", { en: english, fr: french });

function sentences(facts: VerdictFacts, language: DisplayLanguage): string {
  const { timeElapsed, moneySpent, activities, late, errors } = facts;
  const { indicators, achieved, onTrack, behind, notDue } = facts;
  const { verdict } = messagesIn(language);
  const percent = (share: number) => formatPercent(share, { language, decimals: 0 });
  const unknown = indicators - achieved - onTrack - behind - notDue;
  const ofIndicators = [
    verdict.achieved(achieved, indicators),
    verdict.onTrack(onTrack),
    verdict.behind(behind),
    ...(notDue > 0 ? [verdict.notDue(notDue)] : []),
    ...(unknown > 0 ? [verdict.unknown(unknown)] : []),
  ];
  const parts = [
    [
      ...(timeElapsed === null ? [] : [verdict.time(percent(timeElapsed))]),
      ...(moneySpent === null ? [] : [verdict.money(percent(moneySpent))]),
    ],
    activities > 0 ? [verdict.late(late, activities)] : [],
    indicators === 0 ? [] : unknown === indicators ? [verdict.noStatus(indicators)] : ofIndicators,
    errors > 0 ? [verdict.errors(errors)] : [],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join(", "))
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`)
    .join(" ");
}

/**
 * How a project is doing, in one line: time and money elapsed, late activities, indicators, errors. Time and money that are not known are
 * left out, indicators whose status is not known are counted, and nothing is concluded.
 * @param languages languages of an agency's own that it is also written in.
 */
export const verdictText = (facts: VerdictFacts, languages: readonly OwnLanguage[] = []): Names => ({
  en: sentences(facts, "en"),
  fr: sentences(facts, "fr"),
  ...Object.fromEntries(languages.map((language) => [language.code, sentences(facts, language)])),
});
