import type { NarrativeCues } from "./cues.ts";
import type { CodeGroup } from "./sentences.ts";

const unique = (codes: readonly string[]) => [...new Set(codes)];
const ARTICLE = /^\s*(?:(?:both|all|the|an?|some|les?|la|des|du|une?|ces?|cette|toutes|tous) |l')+/;
/** `60 % of activity 1.1.1` is of the activity. */
const SHARE_OF = /^(?:about |around |quelque |environ )?\d{1,3} ?(?:%|per ?cent|pour ?cent) (?:of|des?|du) ?/;
/** The code follows in brackets: `the survey (activity 1.1.1)`. */
const IN_BRACKETS = /\((?:(?:activit\w+|activités?|act\.?) )?$/u;

/** What a phrase means: an activity as a whole, the request to reallocate one, or something else. */
export type Reference = "activity" | "reallocation" | "other";

/** What the words before a code make of it: `the training of mediators (`, `the tools for activity `. */
function referenceOf(lead: string, cues: NarrativeCues): Reference {
  if (cues.reallocation.test(lead)) return "reallocation";
  const phrase = lead.replace(ARTICLE, "").replace(SHARE_OF, "").replace(ARTICLE, "");
  const end = phrase.search(cues.preposition);
  const head = end < 0 ? phrase : phrase.slice(0, end);
  if (cues.otherSubject.test(head)) return "other";
  if (end < 0 || IN_BRACKETS.test(lead) || cues.under.test(phrase)) return "activity";
  return cues.activityNoun.test(head) ? "activity" : "other";
}

/** A phrase before a verb without what introduces its clause: `In May, because of the rains, activity 1.1.1`. */
export function withoutIntroduction(text: string, cues: NarrativeCues): { text: string; offset: number } {
  let offset = text.length - text.trimStart().length;
  for (;;) {
    const rest = text.slice(offset);
    if (!cues.introduction.test(rest)) return { text: rest, offset };
    const comma = rest.indexOf(", ");
    if (comma < 0 || rest.slice(comma + 2).trim() === "") {
      // A conjunction alone: `although activity 1.1.1 started`.
      offset += cues.introduction.exec(rest)?.[0].length ?? 0;
      return { text: text.slice(offset), offset };
    }
    offset += comma + 2;
  }
}

/** The text between a code and its verb may describe the activity, and may not be about something else. */
function isLight(between: string, cues: NarrativeCues): boolean {
  const text = between
    .replace(/^[)\s]+/, "")
    .trimEnd()
    .replace(cues.relative, "")
    .trimEnd();
  if (text === "") return true;
  if (cues.otherRelative.test(text)) return false;
  return (
    /^,.*,$/.test(text) ||
    /^[(]?[^()]*[,(]$/.test(text) ||
    cues.describes.test(text) ||
    cues.goesOn.test(text)
  );
}

/** The activities that a phrase before a verb is about, all of them for a verb in the plural; `null` where it is about something else. */
export function subjectIn(
  before: string,
  offset: number,
  groups: readonly CodeGroup[],
  plural: boolean,
  kind: Reference,
  cues: NarrativeCues,
): readonly string[] | null {
  const phrase = withoutIntroduction(before, cues);
  const start = offset + phrase.offset;
  const own = groups.filter(({ at }) => at >= start && at < start + phrase.text.length);
  const last = own.at(-1);
  if (last === undefined || !isLight(phrase.text.slice(last.at + last.length - start), cues)) return null;
  const meant = plural ? own : [last];
  const first = meant[0] ?? last;
  const previous = groups[groups.indexOf(first) - 1];
  const from = previous !== undefined && previous.at >= start ? previous.at + previous.length - start : 0;
  let lead = phrase.text.slice(from, first.at - start);
  if (!IN_BRACKETS.test(lead)) lead = lead.slice(lastMatchEnd(lead, cues.boundary));
  return referenceOf(lead.replace(/^[)\s,]+/, ""), cues) === kind
    ? unique(meant.flatMap(({ codes }) => codes))
    : null;
}

const COORDINATED = /^[)\s]*(?:\([^)]*\)\s*)?(?:,? (?:and|et|ainsi que|as well as)|,) ?[^.;:,]{0,80}$/;

/** The activities that a verb's object or a noun's complement names: those that follow, as far as they are listed. */
export function objectsIn(
  masked: string,
  from: number,
  to: number,
  groups: readonly CodeGroup[],
  kind: Reference,
  cues: NarrativeCues,
): readonly string[] | null {
  const own = groups.filter(({ at }) => at >= from && at < to);
  const [first] = own;
  if (first === undefined) return null;
  const lead = masked.slice(from, first.at);
  if (/[,;:]/.test(lead) || lead.length > 140 || cues.otherRelative.test(lead)) return null;
  if (referenceOf(lead.trimStart(), cues) !== kind) return null;
  const listed = [first];
  for (const [index, group] of own.entries()) {
    const before = own[index - 1];
    if (before === undefined) continue;
    if (!COORDINATED.test(masked.slice(before.at + before.length, group.at))) break;
    listed.push(group);
  }
  return unique(listed.flatMap(({ codes }) => codes));
}

/** Where the last match of a global pattern ends; 0 where there is none. */
function lastMatchEnd(text: string, pattern: RegExp): number {
  let last = 0;
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}
