import type { Bounds } from "../values/interval.ts";
import { formatDate } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/** How late something is, in days: at least, and at most. */
export interface Lateness extends Bounds {
  /** Code of what is late: an activity, an output, an outcome or an indicator. */
  code: string;
}

/** The impact of a delay, as `delayImpactText` describes it. */
export interface DelayImpactFacts {
  activities: Lateness[];
  outputs: Lateness[];
  indicators: Lateness[];
  end: Bounds;
  undated: string[];
  reports: { due: string; activities: string[] }[];
  tranches: { agency: string; number: number; held: true | null }[];
}

function days({ low, high }: Bounds, language: Language): string {
  const en = language === "en";
  const unit = (count: number) => (en ? (count === 1 ? "day" : "days") : count < 2 ? "jour" : "jours");
  if (high === null) return en ? "for as long as nobody knows" : "pour une durée que nul ne connaît";
  if (low === high) return `${high} ${unit(high)}`;
  return en ? `${low} to ${high} days` : `${low} à ${high} jours`;
}

/** Describes the impact of a delay. */
export function delayImpactText(
  delay: { activity: string } & ({ days: number } | { until: string | null }),
  { activities, outputs, indicators, end, undated, reports, tranches }: DelayImpactFacts,
): Bilingual {
  const textIn = (language: Language): string => {
    const en = language === "en";
    const until =
      "until" in delay && delay.until !== null
        ? ` ${en ? "until" : "jusqu’à"} ${formatDate(delay.until, { language })}`
        : "";
    const own = activities.find(({ code }) => code === delay.activity);
    const others = activities.filter(({ code }) => code !== delay.activity);
    const each = (list: Lateness[]) =>
      list.map((item) => `${item.code} (${days(item, language)})`).join(", ");
    const colon = en ? ":" : " :";
    return [
      own === undefined
        ? en
          ? `${delay.activity}${until} is not late.`
          : `${delay.activity}${until} n’est pas en retard.`
        : en
          ? `${delay.activity} is delayed${until}${colon} ${days(own, language)}.`
          : `${delay.activity} est retardée${until}${colon} ${days(own, language)}.`,
      others.length === 0
        ? en
          ? "No other activity waits for it longer than its slack."
          : "Aucune autre activité ne l’attend au-delà de sa marge."
        : `${en ? "It delays" : "Elle retarde"} ${each(others)}.`,
      ...(outputs.length === 0 ? [] : [`${en ? "Outputs" : "Produits"}${colon} ${each(outputs)}.`]),
      ...(indicators.length === 0
        ? []
        : [`${en ? "Indicators" : "Indicateurs"}${colon} ${indicators.map(({ code }) => code).join(", ")}.`]),
      ...(reports.length === 0
        ? []
        : [
            `${en ? "Not finished when these reports are due" : "Inachevé à l’échéance de ces rapports"}${colon} ${reports.map(({ due }) => formatDate(due, { language })).join(", ")}.`,
          ]),
      ...tranches.map(({ agency, number, held }) =>
        en
          ? `${agency} ${held === true ? "cannot spend" : "may not be able to spend"} enough without it to ask for tranche ${number}.`
          : `${agency} ${held === true ? "ne peut pas" : "pourrait ne pas pouvoir"} dépenser assez sans elle pour demander la tranche ${number}.`,
      ),
      end.high === 0
        ? en
          ? "The project's last activity ends as planned."
          : "La dernière activité du projet se termine comme prévu."
        : `${en ? "The project's last activity ends later" : "La dernière activité du projet se termine plus tard"}${colon} ${days(end, language)}.`,
      ...(undated.length === 0
        ? []
        : [
            `${en ? "Without dates, so that nobody can say" : "Sans dates, nul ne peut donc dire"}${colon} ${undated.join(", ")}.`,
          ]),
    ].join("\n");
  };
  return { en: textIn("en"), fr: textIn("fr") };
}
