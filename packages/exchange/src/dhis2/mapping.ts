import type { Bilingual, Problem, Result } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import * as z from "zod";
import { checkCategories, checkIndicator, mappingProblem } from "../mapping/against.ts";
import { currentMapping, parseBounded, refusedBy } from "../mapping/bounded.ts";

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
        indicator: z.string(),
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

function checkAgainst(mapping: Dhis2Mapping, framework: MeasurementFramework): Problem[] {
  return [
    ...Object.entries(mapping.dataElements).flatMap(([id, { indicator, part, categories = {} }]) => {
      const path = `dataElements/${id}`;
      const definition = framework.indicators.find(({ code }) => code === indicator);
      const quotient = definition?.measure === "ratio" || definition?.measure === "percentage";
      return [
        ...checkIndicator(framework, `${path}/indicator`, indicator),
        ...checkCategories(framework, `${path}/categories`, categories),
        ...(definition !== undefined && part !== "value" && !quotient
          ? [
              mappingProblem(
                "mapping-part",
                `${path}/part`,
                `${path}: indicator ${indicator} is not a ratio; it has no ${part}.`,
                `${path} : l’indicateur ${indicator} n’est pas un ratio ; il n’a pas de ${part === "numerator" ? "numérateur" : "dénominateur"}.`,
                part,
                "value",
              ),
            ]
          : []),
      ];
    }),
    ...Object.entries(mapping.categoryOptionCombos).flatMap(([id, categories]) =>
      checkCategories(framework, `categoryOptionCombos/${id}`, categories),
    ),
  ];
}

/** Validates a mapping document, by itself and against the framework that it leads to. */
export function parseDhis2Mapping(input: unknown, framework: MeasurementFramework): Result<Dhis2Mapping> {
  const parsed = parseBounded(Dhis2Mapping, currentMapping(input), "mapping-invalid");
  if (!parsed.ok) return parsed;
  const problems = checkAgainst(parsed.value, framework);
  return problems.length > 0 ? refusedBy(problems) : parsed;
}

const PARTS: Record<ValuePart, Bilingual> = {
  value: { en: "the value", fr: "la valeur" },
  numerator: { en: "the numerator", fr: "le numérateur" },
  denominator: { en: "the denominator", fr: "le dénominateur" },
};
const categoriesText = (categories: Readonly<Record<string, string>>): string =>
  Object.entries(categories)
    .map(([axis, category]) => `${axis} = ${category}`)
    .join(", ");

/** A mapping in sentences, to be read by those who know the data and not the format. */
export function explainDhis2Mapping(mapping: Dhis2Mapping, framework: MeasurementFramework): Bilingual[] {
  const textOf = (code: string) => framework.indicators.find((each) => each.code === code)?.text;
  const named = (code: string) => (textOf(code) === undefined ? code : `${code} (${textOf(code)})`);
  const { dataElements, categoryOptionCombos, attributeOptionCombos, orgUnits, source, ignore } = mapping;
  return [
    ...Object.entries(dataElements).map(([id, { indicator, part, categories = {} }]): Bilingual => {
      const where = categoriesText(categories) === "" ? "" : `, ${categoriesText(categories)}`;
      return {
        en: `Data element ${id} gives ${PARTS[part].en} of indicator ${named(indicator)}${where}.`,
        fr: `L’élément de données ${id} donne ${PARTS[part].fr} de l’indicateur ${named(indicator)}${where}.`,
      };
    }),
    ...Object.entries(categoryOptionCombos).map(([id, categories]): Bilingual => {
      const suffix = categoriesText(categories);
      return {
        en: `Category option combination ${id} is ${suffix === "" ? "the total" : suffix}.`,
        fr: `La combinaison d’options ${id} est ${suffix === "" ? "le total" : suffix}.`,
      };
    }),
    ...Object.entries(attributeOptionCombos).map(([id, name]) => ({
      en: `Values with attribute option combination ${id} are reported by ${name}.`,
      fr: `Les valeurs de la combinaison d’attributs ${id} sont rapportées par ${name}.`,
    })),
    ...(source === undefined
      ? []
      : [{ en: `All others are reported by ${source}.`, fr: `Toutes les autres le sont par ${source}.` }]),
    ...Object.entries(orgUnits).map(([id, name]) => ({
      en: `Organisation unit ${id} is the place ${name}.`,
      fr: `L’unité d’organisation ${id} est le lieu ${name}.`,
    })),
    ...(ignore.length === 0
      ? []
      : [
          {
            en: `Left out on purpose: ${ignore.join(", ")}.`,
            fr: `Laissés de côté à dessein : ${ignore.join(", ")}.`,
          },
        ]),
  ];
}
