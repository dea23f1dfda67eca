import type { RulePage } from "../checks/index.ts";
import type { Bilingual } from "../locale/index.ts";
import { pages as english, sources as englishSources, type RuleId } from "./rule-pages.en.ts";
import { pages as french, sources as frenchSources } from "./rule-pages.fr.ts";
import { SOURCES } from "./sources.ts";

export { CORE_FINDING_PAGES, type CoreCode, type FindingPage, findingPages } from "./finding-pages.ts";

const byRule = <Entry>(entryOf: (id: RuleId) => Entry): Readonly<Record<string, Entry>> =>
  Object.fromEntries((Object.keys(english) as RuleId[]).map((id) => [id, entryOf(id)]));

/** What each rule is about and where it is written, by its id. Apart from the rules, so that who only checks does not carry it. */
export const RULE_PAGES: Readonly<Record<string, RulePage>> = /* @__PURE__ */ byRule((id) => ({
  about: { en: english[id][0], fr: french[id][0] },
  source: { en: englishSources[SOURCES[id]], fr: frenchSources[SOURCES[id]] },
}));

/** What to do about what a rule finds, by rule. */
export const REMEDIES: Readonly<Record<string, Bilingual>> = /* @__PURE__ */ byRule((id) => ({
  en: english[id][1],
  fr: french[id][1],
}));
