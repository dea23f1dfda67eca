import { element, many, one, textElement } from "./spec.ts";

// What several parts of the standard share. Order and cardinality are the schema's (IATI 2.03, `iati-common.xsd`).

export const text = textElement([]);
export const narrative = textElement(["xml:lang"]);
/** An element with attributes that holds its text in one language or several. */
export const narrated = <const Attributes extends readonly string[]>(attributes: Attributes) =>
  element(attributes, {
    /** The text, once for each language. */
    narrative: many(narrative),
  });
export const narratives = narrated([]);
export const code = element(["code"]);
export const day = element(["iso-date"]);
/** First and last day of a period. */
export const span = {
  /** First day. */
  "period-start": one(day),
  /** Last day. */
  "period-end": one(day),
};
export const documentLink = element(["url", "format"], {
  /** What the document is called. */
  title: one(narratives),
  /** What is in it. */
  description: one(narratives),
  /** What kind of document it is (codelist DocumentCategory). */
  category: many(code),
  /** Languages that it is written in, ISO 639-1. */
  language: many(code),
  /** The day that it was published on. */
  "document-date": one(day),
});
