import type { Bilingual } from "@cadre/core";
import { CORE_FINDING_PAGES as CORE, REMEDIES, RULE_PAGES } from "@cadre/core/rule-pages";
import { DOCUMENT_FINDING_PAGES as DOCUMENTS } from "@cadre/documents/finding-pages";
import { EXCHANGE_FINDING_PAGES as EXCHANGE } from "@cadre/exchange/finding-pages";

/** What is known of a code that a finding or refusal has. */
export interface CodePage {
  about: Bilingual;
  remedy?: Bilingual | undefined;
  /** Where a rule is written; what is no rule has none. */
  source?: Bilingual;
}

/** The pages of codes by where they come from; of a code that two of them have, the last counts. */
export const PAGES_BY_ORIGIN: Readonly<
  Record<"exchange" | "documents" | "core" | "rules", Readonly<Record<string, CodePage>>>
> = {
  exchange: EXCHANGE,
  documents: DOCUMENTS,
  core: CORE,
  rules: Object.fromEntries(
    Object.entries(RULE_PAGES).map(([code, page]) => [code, { ...page, remedy: REMEDIES[code] }]),
  ),
};

/** A page for each code. */
export const CODE_PAGES: ReadonlyMap<string, CodePage> = new Map(
  Object.values(PAGES_BY_ORIGIN).flatMap((pages) => Object.entries(pages)),
);
