import type { Bounds } from "../values/interval.ts";
import { formatDate, formatNumber, formatPercent } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/** What a result is explained by. Codes are those of the modules that they come from. */
export interface ResultFacts {
  code: string;
  at: Readonly<Record<string, string>>;
  unit?: string | undefined;
  measure: string;
  accumulation: string;
  combination: { sources: string; places: string };
  value: number | null;
  reason: string | null;
  bounds: Bounds | null;
  count: number;
  sources: string[];
  periods: string[];
  target: number | null;
  percentOfTarget: number | null;
  undefinedBecause: string | null;
  revision: string | null;
  asOf: string | null;
}

type Labels = Record<Language, Record<string, string>>;
const ACCUMULATION: Labels = {
  en: {
    sum: "the periods' values are added",
    latest: "the last reported value counts",
    cumulative: "each source's last running total is carried forward",
    max: "the largest of the periods' values",
    average: "the mean of the periods' values",
  },
  fr: {
    sum: "les valeurs des périodes s’additionnent",
    latest: "la dernière valeur rapportée fait foi",
    cumulative: "le dernier cumul de chaque source est reporté",
    max: "la plus grande des valeurs des périodes",
    average: "la moyenne des valeurs des périodes",
  },
};
const COMBINATION: Labels = {
  en: { sum: "added", max: "the largest taken", average: "averaged", none: "not combined" },
  fr: { sum: "additionnés", max: "le plus grand retenu", average: "moyennés", none: "non combinés" },
};
const REASONS: Labels = {
  en: {
    "sources-not-combined": "several sources report it, and they are not to be combined",
    "places-not-combined": "several places report it, and they are not to be combined",
    "value-unknown": "a report has no value: it is to be determined, or there are no data",
    "denominator-missing": "a denominator was not reported",
    "denominator-zero": "the denominators add up to zero",
    "marginals-contradict": "breakdowns of one report add up to different totals",
    suppressed: "it is withheld, since it could single people out",
    "periods-overlap": "it was reported for periods that overlap in part",
    "parts-do-not-add-up": "only parts were reported that make no total",
    "not-disaggregated": "a report does not break it down, and nothing confines the part",
    "not-all-reported": "an indicator that is rolled up into it reported nothing",
    "bounds-only": "it was not reported itself; what was reported only confines it",
    "no-actual": "nothing was reported",
  },
  fr: {
    "sources-not-combined": "plusieurs sources le rapportent, qui ne se combinent pas",
    "places-not-combined": "plusieurs lieux le rapportent, qui ne se combinent pas",
    "value-unknown": "un rapport n’indique pas de valeur : elle est à déterminer, ou les données manquent",
    "denominator-missing": "un dénominateur n’a pas été rapporté",
    "denominator-zero": "la somme des dénominateurs est nulle",
    "marginals-contradict": "les ventilations d’un même rapport ne donnent pas le même total",
    suppressed: "il est masqué, car il pourrait permettre d’identifier des personnes",
    "periods-overlap": "il a été rapporté pour des périodes qui se chevauchent en partie",
    "parts-do-not-add-up": "seules des parties ont été rapportées, qui ne font pas un total",
    "not-disaggregated": "un rapport ne le ventile pas, et rien ne borne cette partie",
    "not-all-reported": "l’un des indicateurs qu’il regroupe n’a rien rapporté",
    "bounds-only": "il n’a pas été rapporté lui-même ; ce qui l’a été ne fait que le borner",
    "no-actual": "rien n’a été rapporté",
  },
};
const GOALS: Labels = {
  en: {
    "target-tbd": "the target is to be determined",
    "no-target": "there is no target for it",
    "decreasing-indicator": "less is better; its progress from baseline to target says more",
    "target-not-comparable":
      "of the target and the value of the period one is a running total and the other is not",
    "target-zero": "the target is zero",
    "no-actual": "there is no value to compare",
    "baseline-tbd": "the baseline is to be determined",
    "no-baseline": "there is no baseline",
    "baseline-equals-target": "baseline and target are the same",
  },
  fr: {
    "target-tbd": "la cible est à déterminer",
    "no-target": "il n’y a pas de cible correspondante",
    "decreasing-indicator":
      "la valeur doit baisser ; le chemin parcouru de la base à la cible est plus parlant",
    "target-not-comparable": "de la cible et de la valeur de la période, l’une est un cumul et l’autre non",
    "target-zero": "la cible est zéro",
    "no-actual": "il n’y a pas de valeur à comparer",
    "baseline-tbd": "la base est à déterminer",
    "no-baseline": "il n’y a pas de base",
    "baseline-equals-target": "base et cible sont égales",
  },
};

function sentences(facts: ResultFacts, language: Language): string {
  const en = language === "en";
  const { code, at, unit, value, reason, bounds, count, sources, periods, target, combination } = facts;
  const number = (each: number) =>
    `${formatNumber(each, { language, decimals: 9 })}${unit === undefined ? "" : ` ${unit}`}`;
  const label = (labels: Labels, key: string) => labels[language][key] ?? key;
  const members = Object.entries(at).map(([name, member]) => `${name}: ${member}`);
  const name = `${code}${members.length === 0 ? "" : ` (${members.join(", ")})`}`;
  const range =
    bounds === null
      ? ""
      : bounds.high === null
        ? en
          ? ` It is at least ${number(bounds.low)}.`
          : ` Il est d’au moins ${number(bounds.low)}.`
        : en
          ? ` It lies between ${number(bounds.low)} and ${number(bounds.high)}.`
          : ` Il se situe entre ${number(bounds.low)} et ${number(bounds.high)}.`;
  const colon = en ? ":" : " :";
  const lines = [
    value === null
      ? `${name}${colon} ${en ? "no value, since" : "aucune valeur, car"} ${label(REASONS, reason ?? "")}.${range}`
      : `${name}${colon} ${number(value)}.`,
    count === 0
      ? en
        ? "It rests on no observation."
        : "Il ne repose sur aucune observation."
      : en
        ? `It rests on ${count} observation${count === 1 ? "" : "s"} for ${periods.join(", ")}${sources.length === 0 ? "" : `, reported by ${sources.join(", ")}`}.`
        : `Il repose sur ${count} observation${count === 1 ? "" : "s"} pour ${periods.join(", ")}${sources.length === 0 ? "" : `, rapportée${count === 1 ? "" : "s"} par ${sources.join(", ")}`}.`,
    en
      ? `Formula: ${label(ACCUMULATION, facts.accumulation)}; sources are ${label(COMBINATION, combination.sources)}, places are ${label(COMBINATION, combination.places)}${facts.measure === "ratio" || facts.measure === "percentage" ? "; numerators and denominators are added before they are divided" : ""}.`
      : `Formule : ${label(ACCUMULATION, facts.accumulation)} ; sources : ${label(COMBINATION, combination.sources)}, lieux : ${label(COMBINATION, combination.places)}${facts.measure === "ratio" || facts.measure === "percentage" ? " ; numérateurs et dénominateurs s’additionnent avant d’être divisés" : ""}.`,
  ];
  if (facts.percentOfTarget !== null && target !== null)
    lines.push(
      `${en ? "Target" : "Cible"}${colon} ${number(target)}, ${en ? "reached to" : "atteinte à"} ${formatPercent(facts.percentOfTarget, { language })}.`,
    );
  else if (facts.undefinedBecause !== null)
    lines.push(
      `${en ? "No percent of target" : "Pas de pourcentage de la cible"}${colon} ${label(GOALS, facts.undefinedBecause)}.`,
    );
  const known = facts.asOf === null ? null : formatDate(facts.asOf.slice(0, 10), { language });
  const revision =
    facts.revision === null
      ? en
        ? "The framework names no revision"
        : "Le cadre ne nomme pas de révision"
      : en
        ? `Framework revision ${facts.revision}`
        : `Révision ${facts.revision} du cadre`;
  lines.push(
    `${revision}${known === null ? "" : en ? `; as known on ${known}` : ` ; état des connaissances au ${known}`}.`,
  );
  return lines.join("\n");
}

/** A value's origin in words, a sentence a line. */
export function resultText(facts: ResultFacts): Bilingual {
  return { en: sentences(facts, "en"), fr: sentences(facts, "fr") };
}
