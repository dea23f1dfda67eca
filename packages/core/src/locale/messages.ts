import { formatMoney, formatNumber, formatPercent } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/** The words of the quality rules, one entry a rule. Arguments are facts; each language formats them its own way. */

type Words = Record<Language, Record<string, string>>;
const both = (make: (language: Language) => string): Bilingual => ({ en: make("en"), fr: make("fr") });
const pick = (words: Record<Language, string>, language: Language) => words[language];

const COLUMNS: Words = {
  en: {
    title: "title",
    baseline: "baseline",
    target: "target",
    milestone: "milestone",
    actual: "current progress",
    text: "text",
    remark: "remark",
  },
  fr: {
    title: "intitulé",
    baseline: "base de donnée",
    target: "cible",
    milestone: "étape",
    actual: "progrès actuel",
    text: "énoncé",
    remark: "remarque",
  },
};
const AXES: Words = {
  en: { sex: "sex", age: "age", "socio-economic-group": "socio-economic group", type: "type" },
  fr: { sex: "sexe", age: "âge", "socio-economic-group": "groupe socio-économique", type: "type" },
};
const TOPICS: Words = {
  en: {
    "overall-status": "overall status",
    "next-six-months": "next six months",
    "structural-change": "structural change",
    "human-impact": "human impact",
    "outcome-progress": "progress summary",
    "gender-and-youth": "gender and youth analysis",
    monitoring: "monitoring",
    "evaluation-preparations": "preparations for the evaluation",
    "other-issues": "other issues",
  },
  fr: {
    "overall-status": "état global",
    "next-six-months": "six prochains mois",
    "structural-change": "changement structurel",
    "human-impact": "impact humain",
    "outcome-progress": "résumé de progrès",
    "gender-and-youth": "analyse genre et jeunes",
    monitoring: "suivi",
    "evaluation-preparations": "préparatifs de l’évaluation",
    "other-issues": "autres points",
  },
};
const QUESTIONS: Words = {
  en: {
    "last-six-months": "is the project in its last six months",
    "secretariat-review": "did the PBF Secretariat review the report",
    "outcome-baselines": "do outcome indicators have baselines",
    "evaluation-done": "was an evaluation conducted in the period",
  },
  fr: {
    "last-six-months": "le projet est-il dans ses six derniers mois",
    "secretariat-review": "le Secrétariat PBF a-t-il revu le rapport",
    "outcome-baselines": "les indicateurs des résultats ont-ils des bases de référence",
    "evaluation-done": "un exercice évaluatif a-t-il été conduit dans la période",
  },
};
const word = (words: Words, language: Language, key: string) => words[language][key] ?? key;
const list = (words: Words, language: Language, keys: readonly string[]) =>
  keys.map((key) => word(words, language, key)).join(", ");

/** A column of the indicator table in words. */
export const columnName = (column: string): Bilingual => ({
  en: word(COLUMNS, "en", column),
  fr: word(COLUMNS, "fr", column),
});

export const breakdownSum = (code: string, column: string, sum: number, total: number) =>
  both((language) => {
    const [parts, whole] = [formatNumber(sum, language), formatNumber(total, language)];
    return pick(
      {
        en: `Indicator ${code}, ${word(COLUMNS, "en", column)}: the parts add up to ${parts}, the total says ${whole}.`,
        fr: `Indicateur ${code}, ${word(COLUMNS, "fr", column)} : la somme des parties est ${parts}, le total indique ${whole}.`,
      },
      language,
    );
  });

export const breakdownPart = (code: string, column: string, part: number, total: number) =>
  both((language) => {
    const [one, whole] = [formatNumber(part, language), formatNumber(total, language)];
    return pick(
      {
        en: `Indicator ${code}, ${word(COLUMNS, "en", column)}: one group counts ${one}, more than the total of ${whole}.`,
        fr: `Indicateur ${code}, ${word(COLUMNS, "fr", column)} : un groupe compte ${one}, plus que le total de ${whole}.`,
      },
      language,
    );
  });

export const figureContradicted = (
  code: string,
  reported: number,
  claimed: number,
  evidence: readonly { quote: string; place: string }[],
) =>
  both((language) => {
    const [table, text] = [formatNumber(reported, language), formatNumber(claimed, language)];
    const quotes = evidence.map(({ quote, place }) =>
      language === "fr" ? `« ${quote} » — ${place}` : `“${quote}” — ${place}`,
    );
    return pick(
      {
        en: `Indicator ${code} reports ${table}, but elsewhere the report says ${text}: ${quotes.join("; ")}.`,
        fr: `L’indicateur ${code} rapporte ${table}, mais ailleurs le rapport dit ${text} : ${quotes.join(" ; ")}.`,
      },
      language,
    );
  });

export const breakdownInNarrative = (code: string, quote: string, place: string): Bilingual => ({
  en: `Indicator ${code}: the breakdown by sex stands only in the narrative: “${quote}” — ${place}.`,
  fr: `Indicateur ${code} : la ventilation par sexe ne figure que dans le texte : « ${quote} » — ${place}.`,
});

export const disaggregationMissing = (
  code: string,
  axes: readonly string[],
  shown: string | null,
): Bilingual => ({
  en:
    `Indicator ${code} asks for disaggregation by ${list(AXES, "en", axes)}; ` +
    (shown === null
      ? "no figure of it is disaggregated."
      : `the progress is not disaggregated (the target names ${shown}).`),
  fr:
    `L’indicateur ${code} demande une désagrégation par ${list(AXES, "fr", axes)} ; ` +
    (shown === null
      ? "aucun de ses chiffres n’est désagrégé."
      : `le progrès n’est pas désagrégé (la cible nomme ${shown}).`),
});

export const textOverLimit = (topic: string, outcome: string | undefined, count: number, limit: number) =>
  both((language) => {
    const [found, most] = [formatNumber(count, language), formatNumber(limit, language)];
    const of = { en: outcome ? ` of outcome ${outcome}` : "", fr: outcome ? ` du résultat ${outcome}` : "" };
    return pick(
      {
        en: `The text “${word(TOPICS, "en", topic)}”${of.en} has ${found} characters; the template allows ${most}.`,
        fr: `Le texte « ${word(TOPICS, "fr", topic)} »${of.fr} compte ${found} caractères ; le canevas en admet ${most}.`,
      },
      language,
    );
  });

export const cellOverLimit = (
  row: "indicator" | "outcome" | "output",
  code: string,
  column: string,
  count: number,
  limit: number,
): Bilingual => {
  const [en, fr] = {
    indicator: ["Indicator", "Indicateur"],
    outcome: ["Outcome", "Résultat"],
    output: ["Output", "Produit"],
  }[row];
  return {
    en: `${en} ${code}, ${word(COLUMNS, "en", column)}: ${count} characters; the template allows ${limit} a cell.`,
    fr: `${fr} ${code}, ${word(COLUMNS, "fr", column)} : ${count} caractères ; le canevas en admet ${limit} par cellule.`,
  };
};

export const ratingMissing = (code: string): Bilingual => ({
  en: `Outcome ${code} has no rating (off track, on track, on track with peacebuilding results).`,
  fr: `Le résultat ${code} n’a pas d’évaluation (off track, on track, on track with peacebuilding results).`,
});

export const covidUnticked = (amount: number, currency: string) =>
  both((language) => {
    const moved = formatMoney(amount, currency, language);
    return pick(
      {
        en: `${moved} were adjusted because of COVID-19, but no category of adjustment is ticked.`,
        fr: `${moved} ont été ajustés en raison de la COVID-19, mais aucune catégorie d’ajustement n’est cochée.`,
      },
      language,
    );
  });

export const deliveryBehind = (delivered: number, elapsed: number, asOf: string) =>
  both((language) => {
    const [rate, time] = [formatPercent(delivered, language, 1), formatPercent(elapsed, language, 1)];
    return pick(
      {
        en: `${rate} of the budget is delivered after ${time} of the project's time (on ${asOf}).`,
        fr: `${rate} du budget est exécuté après ${time} de la durée du projet (au ${asOf}).`,
      },
      language,
    );
  });

export const markerContradicts = (declared: string, share: number, computed: string) =>
  both((language) => {
    const part = formatPercent(share, language);
    return pick(
      {
        en: `The project declares ${declared}, but ${part} of its budget goes to gender equality, which fits ${computed}.`,
        fr: `Le projet déclare ${declared}, mais ${part} de son budget va à l’égalité des sexes, ce qui correspond à ${computed}.`,
      },
      language,
    );
  });

export const agencySum = (sum: number, total: number, currency: string) =>
  both((language) => {
    const [agencies, whole] = [formatMoney(sum, currency, language), formatMoney(total, currency, language)];
    return pick(
      {
        en: `The agencies' budgets add up to ${agencies}; the total says ${whole}.`,
        fr: `La somme des budgets des agences est ${agencies} ; le total indique ${whole}.`,
      },
      language,
    );
  });

export const geweExceeds = (part: "allocated" | "spent", amount: number, whole: number, currency: string) =>
  both((language) => {
    const [some, all] = [formatMoney(amount, currency, language), formatMoney(whole, currency, language)];
    return pick(
      part === "spent"
        ? {
            en: `${some} are spent on gender equality, more than the ${all} allocated to it.`,
            fr: `${some} sont dépensés pour l’égalité des sexes, plus que les ${all} qui lui sont alloués.`,
          }
        : {
            en: `${some} are allocated to gender equality, more than the budget of ${all}.`,
            fr: `${some} sont alloués à l’égalité des sexes, plus que le budget de ${all}.`,
          },
      language,
    );
  });

export const datesOutOfOrder = (start: string, end: string): Bilingual => ({
  en: `The project ends on ${end}, not after its start on ${start}.`,
  fr: `Le projet se termine le ${end}, pas après son début le ${start}.`,
});

export const toBeDetermined = (code: string, columns: readonly string[]): Bilingual => ({
  en: `Indicator ${code}: still to be determined: ${list(COLUMNS, "en", columns)}.`,
  fr: `Indicateur ${code} : encore à déterminer : ${list(COLUMNS, "fr", columns)}.`,
});

export const duplicateCode = (
  kind: "indicator" | "activity" | "output" | "outcome",
  code: string,
): Bilingual => ({
  en: `The code ${code} stands for more than one ${kind}.`,
  fr: `Le code ${code} désigne plus d’un élément (${{ indicator: "indicateur", activity: "activité", output: "produit", outcome: "résultat" }[kind]}).`,
});

export const projectFieldMissing = (field: string): Bilingual => ({
  en: `The cover page does not say: ${field}.`,
  fr: `La page de garde n’indique pas : ${field}.`,
});

export const eventRefused = (code: string, event: string, state: string): Bilingual => ({
  en: `Activity ${code}: “${event}” cannot follow in the state “${state}”.`,
  fr: `Activité ${code} : « ${event} » ne peut suivre dans l’état « ${state} ».`,
});

export const answerMissing = (field: string): Bilingual => ({
  en: `The question “${word(QUESTIONS, "en", field)}” has no answer.`,
  fr: `La question « ${word(QUESTIONS, "fr", field)} » n’a pas de réponse.`,
});
