import type { Bilingual } from "../locale/index.ts";
import { type CoreCode, pages as english } from "./finding-pages.en.ts";
import { pages as french } from "./finding-pages.fr.ts";

export type { CoreCode };

/** What a finding or refusal is about. */
export interface FindingPage {
  /** What is expected, and what happens where it is otherwise: sentences without the last full stop. */
  about: Bilingual;
  /** What a user does about it: sentences without the last full stop. */
  remedy: Bilingual;
}

type Pages<Code extends string> = Readonly<Record<Code, readonly [about: string, remedy: string]>>;

/** Pages in both languages, from those of each. */
export function findingPages<Code extends string>(
  en: Pages<Code>,
  fr: Pages<Code>,
): Readonly<Record<Code, FindingPage>> {
  const codes = Object.keys(en) as Code[];
  const pageOf = (code: Code): FindingPage => ({
    about: { en: en[code][0], fr: fr[code][0] },
    remedy: { en: en[code][1], fr: fr[code][1] },
  });
  return Object.fromEntries(codes.map((code) => [code, pageOf(code)])) as Record<Code, FindingPage>;
}

/** A page for each of these codes; those of rules are in `RULE_PAGES` and `REMEDIES`. */
export const CORE_FINDING_PAGES: Readonly<Record<CoreCode, FindingPage>> = findingPages<CoreCode>(
  english,
  french,
);
