import { type Bilingual, type Problem, type Result, UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { parseAgeBand } from "@cadre/core/bounds";
import * as z from "zod";
import { checkCategories, checkIndicator, mappingProblem } from "../mapping/against.ts";
import { currentMapping, parseBounded, refusedBy } from "../mapping/bounded.ts";
import type { AnswerKind, KoboForm, Question } from "./form.ts";

/** An answer that counts: one of these choices (or, of several that were ticked, at least one of these). */
export const KoboCondition = z
  .object({
    /** Path of the question that is answered: `household/head/sex`. */
    question: z.string(),
    /** Names of the choices that count. */
    is: z.array(z.string()).min(1),
  })
  .meta({ id: "KoboCondition" });
/** An answer that counts. */
export type KoboCondition = z.infer<typeof KoboCondition>;

/** What is made of the rows that count. */
export const KoboValue = z
  .union([
    /** How many there are. */
    z.strictObject({ count: z.literal(true) }),
    /** The sum of a question's numbers. */
    z.strictObject({ sum: z.string() }),
    /** The share of those that fulfil these conditions too: numerator and denominator. */
    z.strictObject({ share: z.array(KoboCondition).min(1) }),
  ])
  .meta({ id: "KoboValue" });
/** What is made of the rows that count. */
export type KoboValue = z.infer<typeof KoboValue>;

/** How an axis' category follows from an answer. No answer, or one that is not listed, is `unknown`. */
export const KoboCategories = z
  .union([
    z.strictObject({
      /** Path of the question that is answered: `household/head/sex`. */
      question: z.string(),
      /** Categories by the names of the choices: `{ "f": "female" }`. */
      categories: z.record(z.string(), z.string()),
    }),
    z.strictObject({
      question: z.string(),
      /** Ages in completed years into bands, by their labels: `18-35`, `60+`. */
      bands: z.array(z.string()).min(1),
    }),
  ])
  .meta({ id: "KoboCategories" });
/** How an axis' category follows from an answer. */
export type KoboCategories = z.infer<typeof KoboCategories>;

const Named = z.object({
  /** Path of the question that is answered: `household/head/sex`. */
  question: z.string(),
  /** Names in the framework by the answers. An answer that is not listed is kept unchanged. */
  names: z.record(z.string(), z.string()).default({}),
});

/** How the submissions of a form become observations. It is written by hand, once for a form. */
export const KoboMapping = z
  .object({
    /** Says what the document is. */
    format: z.literal("cadre/kobo-mapping"),
    /** Version of the format. */
    version: z.literal(1),
    /** How rows become observations, for each indicator; one may come from several kinds of rows. */
    indicators: z
      .array(
        z.object({
          indicator: z.string(),
          /** What a row is: a submission, or an entry of a repeat group, by its path. */
          each: z.string().default("submission"),
          /** Rows count that fulfil all of these. */
          where: z.array(KoboCondition).default([]),
          value: KoboValue,
          categories: z.record(z.string(), KoboCategories).default({}),
        }),
      )
      .min(1),
    /** The question that says when; it places a row in a period. */
    date: z.string().default("_submission_time"),
    /** The question that says where. Absent: observations are of no place. */
    place: Named.optional(),
    /** Who reports: a name, or the question that says. */
    source: z.union([z.string(), Named]).optional(),
    /** `reviewed`: leave out what was marked as not approved; `approved`: take only what was approved. */
    validation: z.enum(["all", "reviewed", "approved"]).default("reviewed"),
  })
  .meta({ id: "KoboMapping", description: "How the submissions of a form become observations" });
/** How the submissions of a form become observations. */
export type KoboMapping = z.infer<typeof KoboMapping>;

/** Fields that every submission has beside its answers. */
const META = new Set(["_submission_time", "_id", "start", "end", "today", "_submitted_by", "username"]);

/** Whether a question can be seen from a row: it is in the same repeat group, in one around it, or in none. */
const seenFrom = (each: string, question: Question): boolean =>
  question.repeat === null || question.repeat === each || each.startsWith(`${question.repeat}/`);

function checkQuestion(
  form: KoboForm,
  path: string,
  name: string,
  each: string,
  kinds: readonly AnswerKind[],
): Problem[] {
  const question = form.questions.find((asked) => asked.path === name);
  if (question === undefined) {
    if (META.has(name)) return [];
    const last = name.split("/").at(-1);
    const near = form.questions.filter((asked) => asked.path.split("/").at(-1) === last);
    return [
      mappingProblem(
        "mapping-unknown-question",
        path,
        `${path}: the form has no question ${name}.`,
        `${path} : le formulaire n’a pas de question ${name}.`,
        name,
        (near.length > 0 ? near : form.questions)
          .slice(0, 12)
          .map((asked) => asked.path)
          .join(" | "),
      ),
    ];
  }
  if (!kinds.includes(question.kind))
    return [
      mappingProblem(
        "mapping-question-kind",
        path,
        `${path}: the answer to ${name} is of the kind “${question.kind}”.`,
        `${path} : la réponse à ${name} est de type « ${question.kind} ».`,
        question.kind,
        kinds.join(" | "),
      ),
    ];
  if (seenFrom(each, question)) return [];
  return [
    mappingProblem(
      "mapping-question-elsewhere",
      path,
      `${path}: ${name} is asked for each ${question.repeat}, of which a row has many.`,
      `${path} : ${name} est demandé pour chaque ${question.repeat}, dont une ligne a plusieurs.`,
      question.repeat,
      each,
    ),
  ];
}

function checkChoices(form: KoboForm, path: string, name: string, named: readonly string[]): Problem[] {
  const question = form.questions.find((asked) => asked.path === name);
  if (question === undefined || question.choices.length === 0 || question.orOther) return [];
  return named
    .filter((choice) => !question.choices.includes(choice))
    .map((choice) =>
      mappingProblem(
        "mapping-unknown-choice",
        path,
        `${path}: ${name} has no choice “${choice}”.`,
        `${path} : ${name} n’a pas de choix « ${choice} ».`,
        choice,
        question.choices.join(" | "),
      ),
    );
}

const CHOOSING: readonly AnswerKind[] = ["choice", "choices", "text"];

function checkAgainst(mapping: KoboMapping, form: KoboForm, framework: MeasurementFramework): Problem[] {
  const conditions = (path: string, each: string, list: readonly KoboCondition[]) =>
    list.flatMap(({ question, is }, index) => [
      ...checkQuestion(form, `${path}/${index}/question`, question, each, CHOOSING),
      ...checkChoices(form, `${path}/${index}/is`, question, is),
    ]);
  return [
    ...mapping.indicators.flatMap(({ indicator, each, where, value, categories }, index): Problem[] => {
      const path = `indicators/${index}`;
      const measure = framework.indicators.find(({ code }) => code === indicator)?.measure;
      const quotient = measure === "ratio" || measure === "percentage";
      return [
        ...checkIndicator(framework, `${path}/indicator`, indicator),
        ...(each === "submission" || form.repeats.includes(each)
          ? []
          : [
              mappingProblem(
                "mapping-unknown-repeat",
                `${path}/each`,
                `${path}: the form has no repeat group ${each}.`,
                `${path} : le formulaire n’a pas de groupe répété ${each}.`,
                each,
                ["submission", ...form.repeats].join(" | "),
              ),
            ]),
        ...conditions(`${path}/where`, each, where),
        ...("sum" in value
          ? checkQuestion(form, `${path}/value/sum`, value.sum, each, ["number", "text"])
          : []),
        ...("share" in value ? conditions(`${path}/value/share`, each, value.share) : []),
        ...(measure !== undefined && "share" in value !== quotient
          ? [
              mappingProblem(
                "mapping-value",
                `${path}/value`,
                `${path}: indicator ${indicator} is of the measure “${measure}”.`,
                `${path} : l’indicateur ${indicator} est de mesure « ${measure} ».`,
                Object.keys(value)[0] ?? null,
                quotient ? "share" : "count | sum",
              ),
            ]
          : []),
        ...Object.entries(categories).flatMap(([axis, origin]) => {
          const here = `${path}/categories/${axis}`;
          const names = "bands" in origin ? origin.bands : Object.values(origin.categories);
          return [
            ...names
              .flatMap((name) => checkCategories(framework, here, { [axis]: name }))
              .slice(0, names.length),
            ...("bands" in origin
              ? [
                  ...checkQuestion(form, `${here}/question`, origin.question, each, ["number", "text"]),
                  ...origin.bands
                    .filter((band) => band !== UNKNOWN && parseAgeBand(band) === null)
                    .map((band) =>
                      mappingProblem(
                        "mapping-age-band",
                        `${here}/bands`,
                        `${here}: “${band}” is no band of ages.`,
                        `${here} : « ${band} » n’est pas une tranche d’âge.`,
                        band,
                        "18-35 | 60+",
                      ),
                    ),
                ]
              : [
                  ...checkQuestion(form, `${here}/question`, origin.question, each, CHOOSING),
                  ...checkChoices(
                    form,
                    `${here}/categories`,
                    origin.question,
                    Object.keys(origin.categories),
                  ),
                ]),
          ];
        }),
        ...checkQuestion(form, "date", mapping.date, each, ["date", "text"]),
        ...(mapping.place === undefined
          ? []
          : checkQuestion(form, "place/question", mapping.place.question, each, CHOOSING)),
        ...(mapping.source === undefined || typeof mapping.source === "string"
          ? []
          : checkQuestion(form, "source/question", mapping.source.question, each, CHOOSING)),
      ];
    }),
  ];
}

/** Validates a mapping document: by itself, against the form that it speaks of and against the framework that it leads to. */
export function parseKoboMapping(
  input: unknown,
  form: KoboForm,
  framework: MeasurementFramework,
): Result<KoboMapping> {
  const parsed = parseBounded(KoboMapping, currentMapping(input), "mapping-invalid");
  if (!parsed.ok) return parsed;
  const labels = new Map(
    checkAgainst(parsed.value, form, framework).map((problem) => [JSON.stringify(problem), problem]),
  );
  return labels.size > 0 ? refusedBy([...labels.values()]) : parsed;
}

/** A mapping in sentences, to be read by those who know the form and not the format. */
export function explainKoboMapping(
  mapping: KoboMapping,
  form: KoboForm,
  framework: MeasurementFramework,
): Bilingual[] {
  const asked = (name: string) => {
    const label = form.questions.find(({ path }) => path === name)?.label;
    return { en: label ? `“${label}”` : name, fr: label ? `« ${label} »` : name };
  };
  const all = (list: readonly KoboCondition[], language: "en" | "fr") =>
    list
      .map(
        ({ question, is }) =>
          `${asked(question)[language]} = ${is.join(language === "en" ? " or " : " ou ")}`,
      )
      .join(language === "en" ? " and " : " et ");
  const text = (code: string) => framework.indicators.find((each) => each.code === code)?.text;
  return [
    ...mapping.indicators.map(({ indicator, each, where, value, categories }): Bilingual => {
      const name = text(indicator) === undefined ? indicator : `${indicator} (${text(indicator)})`;
      const rows = {
        en: each === "submission" ? "submissions" : `entries of ${each}`,
        fr: each === "submission" ? "les soumissions" : `les entrées de ${each}`,
      };
      const filter =
        where.length === 0
          ? { en: "", fr: "" }
          : { en: ` where ${all(where, "en")}`, fr: ` où ${all(where, "fr")}` };
      const [what, quoi] =
        "count" in value
          ? ["counts", "compte"]
          : "sum" in value
            ? [`adds ${asked(value.sum).en} over`, `additionne ${asked(value.sum).fr} sur`]
            : [
                `is the share with ${all(value.share, "en")} of`,
                `est la part avec ${all(value.share, "fr")} parmi`,
              ];
      const axes = Object.entries(categories);
      const by = (language: "en" | "fr") =>
        axes.length === 0
          ? ""
          : `${language === "en" ? ", by " : ", par "}${axes.map(([axis, origin]) => `${axis} (${asked(origin.question)[language]})`).join(", ")}`;
      return {
        en: `Indicator ${name} ${what} ${rows.en}${filter.en}${by("en")}.`,
        fr: `L’indicateur ${name} ${quoi} ${rows.fr}${filter.fr}${by("fr")}.`,
      };
    }),
    {
      en: `A row belongs to the period of ${asked(mapping.date).en}.`,
      fr: `Une ligne appartient à la période de ${asked(mapping.date).fr}.`,
    },
    ...(mapping.place === undefined
      ? []
      : [
          {
            en: `It was observed at ${asked(mapping.place.question).en}.`,
            fr: `Elle a été observée à ${asked(mapping.place.question).fr}.`,
          },
        ]),
    {
      all: { en: "Every submission counts, reviewed or not.", fr: "Toute soumission compte, revue ou non." },
      reviewed: {
        en: "Submissions that were marked as not approved are left out.",
        fr: "Les soumissions marquées comme non approuvées sont laissées de côté.",
      },
      approved: { en: "Only approved submissions count.", fr: "Seules les soumissions approuvées comptent." },
    }[mapping.validation],
  ];
}
