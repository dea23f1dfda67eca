/**
 * What each finding and refusal of the exchange formats is about, and what to do about it. `cadre explain` says it.
 *
 * @packageDocumentation
 */

import { type FindingPage, findingPages } from "@cadre/core/rule-pages";
import { type ExchangeCode, pages as english } from "./pages.en.ts";
import { pages as french } from "./pages.fr.ts";

export type { ExchangeCode };

/** A page for every code of this package. */
export const EXCHANGE_FINDING_PAGES: Readonly<Record<ExchangeCode, FindingPage>> = findingPages<ExchangeCode>(
  english,
  french,
);
