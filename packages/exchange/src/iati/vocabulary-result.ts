import { element, many, one } from "./spec.ts";
import { day, documentLink, narratives } from "./vocabulary-common.ts";

// The result element in full (IATI 2.03, `iati-activities-schema.xsd`).

export const locationReference = element(["ref"]);
export const dimension = element(["name", "value"]);
export const baseline = element(["iso-date", "year", "value"], {
  location: many(locationReference),
  dimension: many(dimension),
  "document-link": many(documentLink),
  comment: one(narratives),
});
export const periodValue = element(["value"], {
  location: many(locationReference),
  dimension: many(dimension),
  comment: one(narratives),
  "document-link": many(documentLink),
});
export const period = element([], {
  "period-start": one(day),
  "period-end": one(day),
  target: many(periodValue),
  actual: many(periodValue),
});
export const indicator = element(["measure", "ascending", "aggregation-status"], {
  title: one(narratives),
  description: one(narratives),
  "document-link": many(documentLink),
  reference: many(element(["vocabulary", "code", "indicator-uri"])),
  baseline: many(baseline),
  period: many(period),
});
export const result = element(["type", "aggregation-status"], {
  title: one(narratives),
  description: one(narratives),
  "document-link": many(documentLink),
  reference: many(element(["code", "vocabulary", "vocabulary-uri"])),
  indicator: many(indicator),
});
