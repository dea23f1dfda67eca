import { type Bilingual, type Result, UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { parseAgeBand } from "@cadre/core/bounds";
import * as z from "zod";
import { indicatorName, isQuotient, type MappingCheck, parseMapping } from "../mapping/check.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
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
    z.strictObject({
      /** Path of the question. */
      sum: z.string(),
    }),
    /** The share of those that fulfil these conditions too: numerator and denominator. */
    z.strictObject({
      /** Conditions of the numerator; the denominator is all rows that count. */
      shareOf: z.array(KoboCondition).min(1),
    }),
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
      /** Path of the question whose answer is the age. */
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
          /** Code of the indicator. */
          indicator: z.string(),
          /** What a row is: a submission, or an entry of a repeat group, by its path. */
          each: z.string().default("submission"),
          /** Rows count that fulfil all of these. */
          where: z.array(KoboCondition).default([]),
          /** What is made of the rows that count. */
          value: KoboValue,
          /** Where the category on each axis comes from, by the axis' name. */
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
const META = ["_submission_time", "_id", "start", "end", "today", "_submitted_by", "username"];
const CHOOSING: readonly AnswerKind[] = ["choice", "choices", "text"];
const COUNTED: readonly AnswerKind[] = ["number", "text"];

/** Whether a question can be seen from a row: it is in the same repeat group, in one around it, or in none. */
const seenFrom = (each: string, { repeat }: Question): boolean =>
  repeat === null || repeat === each || each.startsWith(`${repeat}/`);

const lastName = (path: string): string | undefined => path.split("/").at(-1);

/** Whether the questions that a mapping names are in the form, of the right kind, and asked where a row is. */
function questionCheck({ questions }: KoboForm, { add }: MappingCheck) {
  const named = (name: string) => questions.find((asked) => asked.path === name);
  const question = (path: string, name: string, each: string, kinds = CHOOSING) => {
    const found = named(name);
    if (found === undefined) {
      if (META.includes(name)) return;
      const near = questions.filter((asked) => lastName(asked.path) === lastName(name));
      const shown = (near.length > 0 ? near : questions).slice(0, 12).map((asked) => asked.path);
      const what = message(en.unknownQuestion, fr.unknownQuestion, path, name);
      add("mapping-unknown-question", path, what, name, shown.join(" | "));
    } else if (!kinds.includes(found.kind)) {
      const what = message(en.questionKind, fr.questionKind, path, name, found.kind);
      add("mapping-question-kind", path, what, found.kind, kinds.join(" | "));
    } else if (!seenFrom(each, found)) {
      const what = message(en.questionElsewhere, fr.questionElsewhere, path, name, found.repeat ?? "");
      add("mapping-question-elsewhere", path, what, found.repeat, each);
    }
  };
  const choices = (path: string, name: string, wanted: readonly string[]) => {
    const found = named(name);
    if (found === undefined || found.choices.length === 0 || found.orOther) return;
    for (const choice of wanted.filter((each) => !found.choices.includes(each))) {
      const what = message(en.unknownChoice, fr.unknownChoice, path, name, choice);
      add("mapping-unknown-choice", path, what, choice, found.choices.join(" | "));
    }
  };
  const conditions = (path: string, each: string, list: readonly KoboCondition[]) => {
    for (const [index, condition] of list.entries()) {
      question(`${path}/${index}/question`, condition.question, each);
      choices(`${path}/${index}/is`, condition.question, condition.is);
    }
  };
  return { question, choices, conditions };
}

/** Validates a mapping document: by itself, against the form that it speaks of and against the framework that it leads to. */
export const parseKoboMapping = (
  input: unknown,
  form: KoboForm,
  framework: MeasurementFramework,
): Result<KoboMapping> =>
  parseMapping(KoboMapping, input, framework, ({ indicators, date, place, source }, check) => {
    const { question, choices, conditions } = questionCheck(form, check);
    for (const [index, { indicator, each, where, value, categories }] of indicators.entries()) {
      const path = `indicators/${index}`;
      const measure = check.indicator(`${path}/indicator`, indicator)?.measure;
      if (each !== "submission" && !form.repeats.includes(each)) {
        const what = message(en.unknownRepeat, fr.unknownRepeat, path, each);
        const expected = ["submission", ...form.repeats].join(" | ");
        check.add("mapping-unknown-repeat", `${path}/each`, what, each, expected);
      }
      conditions(`${path}/where`, each, where);
      if ("sum" in value) question(`${path}/value/sum`, value.sum, each, COUNTED);
      if ("shareOf" in value) conditions(`${path}/value/shareOf`, each, value.shareOf);
      if (measure !== undefined && "shareOf" in value !== isQuotient(measure)) {
        const what = message(en.valueOfMeasure, fr.valueOfMeasure, path, indicator, measure);
        const expected = isQuotient(measure) ? "share" : "count | sum";
        check.add("mapping-value", `${path}/value`, what, Object.keys(value)[0] ?? null, expected);
      }
      for (const [axis, origin] of Object.entries(categories)) {
        const here = `${path}/categories/${axis}`;
        const names = "bands" in origin ? origin.bands : Object.values(origin.categories);
        for (const name of names) check.categories(here, { [axis]: name });
        question(`${here}/question`, origin.question, each, "bands" in origin ? COUNTED : CHOOSING);
        if (!("bands" in origin))
          choices(`${here}/categories`, origin.question, Object.keys(origin.categories));
        else
          for (const band of origin.bands)
            if (band !== UNKNOWN && parseAgeBand(band) === null) {
              const what = message(en.notAnAgeBand, fr.notAnAgeBand, here, band);
              check.add("mapping-age-band", `${here}/bands`, what, band, "18-35 | 60+");
            }
      }
      question("date", date, each, ["date", "text"]);
      if (place !== undefined) question("place/question", place.question, each);
      if (typeof source === "object") question("source/question", source.question, each);
    }
  });

/** A mapping in sentences, to be read by those who know the form and not the format. */
export function explainKoboMapping(
  mapping: KoboMapping,
  form: KoboForm,
  framework: MeasurementFramework,
): Bilingual[] {
  const asked = (name: string): Bilingual => {
    const label = form.questions.find(({ path }) => path === name)?.label;
    return label ? message(en.quoted, fr.quoted, label) : message("{0}", "{0}", name);
  };
  const joined = (list: readonly Bilingual[], and: Bilingual): Bilingual => ({
    en: list.map((each) => each.en).join(and.en),
    fr: list.map((each) => each.fr).join(and.fr),
  });
  const all = (list: readonly KoboCondition[]): Bilingual =>
    joined(
      list.map(({ question, is }) => {
        const or = joined(
          is.map((each) => message("{0}", "{0}", each)),
          message(en.or, fr.or),
        );
        return message("{0} = {1}", "{0} = {1}", asked(question), or);
      }),
      message(en.and, fr.and),
    );
  const sentence = ({ indicator, each, where, value, categories }: KoboMapping["indicators"][number]) => {
    const what =
      "count" in value
        ? message(en.counts, fr.counts)
        : "sum" in value
          ? message(en.addsOver, fr.addsOver, asked(value.sum))
          : message(en.shareWith, fr.shareWith, all(value.shareOf));
    const rows =
      each === "submission"
        ? message(en.submissions, fr.submissions)
        : message(en.entriesOf, fr.entriesOf, each);
    const axes = Object.entries(categories).map(([axis, origin]) =>
      message("{0} ({1})", "{0} ({1})", axis, asked(origin.question)),
    );
    const filter = where.length === 0 ? "" : message(en.where, fr.where, all(where));
    const by = axes.length === 0 ? "" : message(en.by, fr.by, joined(axes, { en: ", ", fr: ", " }));
    const name = indicatorName(framework, indicator);
    return message(en.indicatorCounts, fr.indicatorCounts, name, what, rows, filter, by);
  };
  const { indicators, date, place, validation } = mapping;
  return [
    ...indicators.map(sentence),
    message(en.rowPeriod, fr.rowPeriod, asked(date)),
    ...(place === undefined ? [] : [message(en.rowPlace, fr.rowPlace, asked(place.question))]),
    {
      all: message(en.everySubmission, fr.everySubmission),
      reviewed: message(en.reviewedSubmissions, fr.reviewedSubmissions),
      approved: message(en.approvedSubmissions, fr.approvedSubmissions),
    }[validation],
  ];
}
