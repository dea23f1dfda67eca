import type { Finding } from "../diagnostics/problem.ts";
import { type FrameworkDocument, locationOf } from "../document/index.ts";
import { bilingual } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { stripAccents } from "../values/strip-accents.ts";
import { DisclosurePolicy, isSensitive } from "./policy.ts";

/** Numbers in words, in both languages, up to twelve. */
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12 },
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10 },
  ...{ onze: 11, douze: 12 },
};

/** Beginnings of words for people, without accents. */
const PEOPLE =
  "wom[ae]n|female|m[ae]n\\b|male|girl|boy|child|people|person|youth|victim|surviv|displaced|refugee|returnee|widow|orphan|minor|" +
  "ex-?combatant|detainee|disabled|femme|homme|fille|garcon|enfant|jeune|rescape|deplace|refugie|retourne|veuve|orphelin|mineur|" +
  "detenu|handicape|albinos|membre|member|participant|beneficia|benefici|leader|elder|notable|eleve|student|pupil";

/** A number, up to two words, and a word for people; not behind a code, a decimal or a further digit, and not followed by `%`. */
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,/:-])(\\d{1,3}|${Object.keys(NUMBERS).join("|")})(?!\\s*%)\\s+(?:(?!(?:de|du|des|of|d)\\b)\\p{L}[\\p{L}’'-]*\\s+){0,2}?(?:${PEOPLE})`,
  "giu",
);
/** “one of the women”, “une des femmes” speaks of no count of its own, and neither does an ordinal. */
const NO_COUNT = /\b(?:of the|des|of these|de ces|d['’]entre)\b/iu;

/** Text of a document that leaves with it, by path. */
function textsOf({ report, outcomes, activities }: FrameworkDocument): [path: string, text: string][] {
  const narratives = (report?.narratives ?? []).map(({ topic, outcome, text }): [string, string] => [
    outcome === undefined ? `narrative/${topic}` : `narrative/${outcome}/${topic}`,
    text,
  ]);
  const remarks = outcomes
    .flatMap((outcome) => [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)])
    .flatMap(({ code, remark }): [string, string][] =>
      remark === undefined ? [] : [[`indicators/${code}/remark`, remark]],
    );
  const answers = Object.entries(report?.answers ?? {}).map(([field, text]): [string, string] => [
    `answers/${field}`,
    text,
  ]);
  const titles = activities.flatMap(({ code, title }): [string, string][] =>
    title === undefined ? [] : [[`activities/${code}/title`, title]],
  );
  return [...narratives, ...remarks, ...answers, ...titles];
}

/**
 * Where the texts of a document speak of a few people: counts that the policy withholds from tables. What a sentence gives away cannot be
 * computed, so nothing is deleted: each place is a finding, for a person to read before the document leaves.
 */
export function smallCountsInTexts(
  document: FrameworkDocument,
  { policy = {} }: { policy?: Partial<DisclosurePolicy> | undefined } = {},
): Finding[] {
  const rules = DisclosurePolicy.parse(policy);
  return textsOf(document).flatMap(([path, text]) => {
    // Accents change no position.
    const plain = stripAccents(text.normalize("NFC"));
    const seen = new Set<string>();
    return [...plain.matchAll(COUNTED)].flatMap((match): Finding[] => {
      const [phrase, number = ""] = match;
      const value = NUMBERS[number.toLowerCase()] ?? Number(number);
      if (!isSensitive({ value }, rules) || NO_COUNT.test(phrase)) return [];
      const quoted =
        text
          .normalize("NFC")
          .slice(match.index, match.index + 60)
          .split("\n")[0] ?? "";
      if (seen.has(quoted)) return [];
      seen.add(quoted);
      return [
        {
          code: "small-count-in-text",
          severity: "warning",
          where: locationOf(document, path),
          message: bilingual(en.disclosureInText, fr.disclosureInText, quoted),
          found: value,
          expected: `0, ${rules.threshold}, …`,
        },
      ];
    });
  });
}
