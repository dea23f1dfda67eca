import { element, many, one, textElement } from "./spec.ts";

// What several parts of the standard share. Order and cardinality are the schema's (IATI 2.03, `iati-common.xsd`).

export const text = textElement([]);
export const narrative = textElement(["xml:lang"]);
export const narratives = element([], { narrative: many(narrative) });
export const code = element(["code"]);
export const day = element(["iso-date"]);
export const documentLink = element(["url", "format"], {
  title: one(narratives),
  description: one(narratives),
  category: many(code),
  language: many(code),
  "document-date": one(day),
});
