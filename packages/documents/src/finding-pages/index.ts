/**
 * What each finding of the readers and writers of documents is about, and what to do about it. `cadre explain` says it.
 *
 * @packageDocumentation
 */

import { type FindingPage, findingPages } from "@cadre/core/rule-pages";
import { type DocumentCode, pages as english } from "./pages.en.ts";
import { pages as french } from "./pages.fr.ts";

export type { DocumentCode };

/** A page for every code of this package. */
export const DOCUMENT_FINDING_PAGES: Readonly<Record<DocumentCode, FindingPage>> = findingPages<DocumentCode>(
  english,
  french,
);
