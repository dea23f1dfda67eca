import { element, many, one } from "./spec.ts";
import { documentLink, narratives, span } from "./vocabulary-common.ts";

// The result element in full (IATI 2.03, `iati-activities-schema.xsd`).

export const locationReference = element(["ref"]);
export const dimension = element(["name", "value"]);
export const baseline = element(["iso-date", "year", "value"], {
  /** Places that the value is of, by the `ref` of the activity's locations. */
  location: many(locationReference),
  /** Category on each axis that the value is of: `sex`, `female`. */
  dimension: many(dimension),
  /** Documents that show it. */
  "document-link": many(documentLink),
  /** What should be known about the value. */
  comment: one(narratives),
});
export const periodValue = element(["value"], {
  /** Places that the value is of, by the `ref` of the activity's locations. */
  location: many(locationReference),
  /** Category on each axis that the value is of: `sex`, `female`. */
  dimension: many(dimension),
  /** What should be known about the value. */
  comment: one(narratives),
  /** Documents that show it. */
  "document-link": many(documentLink),
});
export const period = element([], {
  ...span,
  /** What is to be reached by the end of the period, in all or by places and categories. */
  target: many(periodValue),
  /** What was reached, likewise. */
  actual: many(periodValue),
});
export const indicator = element(["measure", "ascending", "aggregation-status"], {
  /** What is measured. */
  title: one(narratives),
  /** How it is measured. */
  description: one(narratives),
  /** Documents about it. */
  "document-link": many(documentLink),
  /** What other lists call it (codelist IndicatorVocabulary). */
  reference: many(element(["vocabulary", "code", "indicator-uri"])),
  /** Values before the activity. */
  baseline: many(baseline),
  /** Targets and values, period by period. */
  period: many(period),
});
export const result = element(["type", "aggregation-status"], {
  /** What is reached. */
  title: one(narratives),
  /** What is meant by it. */
  description: one(narratives),
  /** Documents about it. */
  "document-link": many(documentLink),
  /** Where it stands in other frameworks of results (codelist ResultVocabulary). */
  reference: many(element(["code", "vocabulary", "vocabulary-uri"])),
  /** What it is measured by. */
  indicator: many(indicator),
});
