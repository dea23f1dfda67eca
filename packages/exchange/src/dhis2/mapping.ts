import type { Bilingual, Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import * as z from "zod";
import { indicatorName, isQuotient, parseMapping } from "../mapping/check.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";

const Categories = z.record(z.string(), z.string());

/** Which part of an indicator's value a data element gives. */
export const ValuePart = z.enum(["value", "numerator", "denominator"]);
/** Which part of an indicator's value a data element gives. */
export type ValuePart = z.infer<typeof ValuePart>;

/**
 * What the identifiers of a DHIS2 instance mean in a framework. It is written by hand, once for an instance; ids are UIDs or codes,
 * whichever the export uses; `aliases` leads from one to the other. The combination `default` is the total.
 */
export const Dhis2Mapping = z
  .object({
    /** Says what the document is. */
    format: z.literal("cadre/dhis2-mapping"),
    /** Version of the format. */
    version: z.literal(1),
    /** What each data element gives, by its identifier. */
    dataElements: z.record(
      z.string(),
      z.object({
        /** Code of the indicator. */
        indicator: z.string(),
        /** Whether its numbers are values, numerators or denominators. */
        part: ValuePart.default("value"),
        /** Categories of all of the element's values, beside those of their category option combination. */
        categories: Categories.optional(),
      }),
    ),
    /** Cells of each category option combination; `{}` for DHIS2's `default`, the total. */
    categoryOptionCombos: z.record(z.string(), Categories).default({}),
    /** Who reports, by attribute option combination. */
    attributeOptionCombos: z.record(z.string(), z.string()).default({}),
    /** Identifiers of the mapping by others of the same thing, such as codes: an export has the ones or the others. */
    aliases: z.record(z.string(), z.string()).default({}),
    /** Names of places by organisation unit. A unit that is not named is a place by its id. */
    orgUnits: z.record(z.string(), z.string()).default({}),
    /** Who reports where no attribute option combination says. */
    source: z.string().optional(),
    /** Data elements that are left out on purpose. */
    ignore: z.array(z.string()).default([]),
  })
  .meta({ id: "Dhis2Mapping", description: "What the identifiers of a DHIS2 instance mean in a framework" });
/** What the identifiers of a DHIS2 instance mean in a framework. */
export type Dhis2Mapping = z.infer<typeof Dhis2Mapping>;

const partName = (part: ValuePart): Bilingual =>
  ({
    value: message(en.theValue, fr.theValue),
    numerator: message(en.theNumerator, fr.theNumerator),
    denominator: message(en.theDenominator, fr.theDenominator),
  })[part];

/** Validates a mapping document, by itself and against the framework that it leads to. */
export const parseDhis2Mapping = (input: unknown, framework: MeasurementFramework): Result<Dhis2Mapping> =>
  parseMapping(Dhis2Mapping, input, framework, ({ dataElements, categoryOptionCombos }, check) => {
    for (const [id, { indicator, part, categories = {} }] of Object.entries(dataElements)) {
      const path = `dataElements/${id}`;
      const definition = check.indicator(`${path}/indicator`, indicator);
      check.categories(`${path}/categories`, categories);
      if (definition !== undefined && part !== "value" && !isQuotient(definition.measure)) {
        const own = { en: part, fr: part === "numerator" ? "numérateur" : "dénominateur" };
        const what = message(en.notARatio, fr.notARatio, path, indicator, own);
        check.add("mapping-part", `${path}/part`, what, part, "value");
      }
    }
    for (const [id, categories] of Object.entries(categoryOptionCombos))
      check.categories(`categoryOptionCombos/${id}`, categories);
  });

const categoriesText = (categories: Readonly<Record<string, string>>): string =>
  Object.entries(categories)
    .map(([axis, category]) => `${axis} = ${category}`)
    .join(", ");

/** A mapping in sentences, to be read by those who know the data and not the format. */
export function explainDhis2Mapping(mapping: Dhis2Mapping, framework: MeasurementFramework): Bilingual[] {
  const sentences: Bilingual[] = [];
  const say = (what: Bilingual) => sentences.push(what);
  const { dataElements, categoryOptionCombos, attributeOptionCombos, orgUnits, source, ignore } = mapping;
  for (const [id, { indicator, part, categories = {} }] of Object.entries(dataElements)) {
    const within = categoriesText(categories);
    const name = indicatorName(framework, indicator);
    say(message(en.elementGives, fr.elementGives, id, partName(part), name, within && `, ${within}`));
  }
  for (const [id, categories] of Object.entries(categoryOptionCombos)) {
    const total = message(en.theTotal, fr.theTotal);
    say(message(en.combinationIs, fr.combinationIs, id, categoriesText(categories) || total));
  }
  for (const [id, name] of Object.entries(attributeOptionCombos))
    say(message(en.attributeReports, fr.attributeReports, id, name));
  if (source !== undefined) say(message(en.othersReportedBy, fr.othersReportedBy, source));
  for (const [id, name] of Object.entries(orgUnits)) say(message(en.unitIsPlace, fr.unitIsPlace, id, name));
  if (ignore.length > 0) say(message(en.leftOutOnPurpose, fr.leftOutOnPurpose, ignore.join(", ")));
  return sentences;
}
