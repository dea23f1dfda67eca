import { ENGLISH_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTH = MONTHS.join("|");

/** How English reports tell what happened. */
export const ENGLISH_CUES: NarrativeCues = {
  language: "en",
  delayed: [/\bdelayed\b/, /encountered difficulties/, /affected the implementation/],
  started: [
    /\b(?:has|have) (?:also |already )?(?:started|begun|commenced)\b(?! to be felt)/,
    /(?<!not )\b(?:started|began)\b(?! to be felt)/,
    /\btook place\b/,
    /\b(?:have been|were) trained\b/,
    /\b(?:was|were) held\b/,
    /\bbrought together\b/,
  ],
  completed: [/\b(?:has been|have been|was|were) (?:completed|finished|finali[sz]ed)\b/],
  cancelled: [/\b(?:has been|have been|was|were) cancell?ed\b/],
  suspended: [/\b(?:has been|have been|was|were) suspended\b/],
  proposed: [
    /\bsubmitted (?:to (?:the )?pbso )?for (?:its |pbso )?approval/,
    /\b(?:proposed|submitted|presented) to (?:the )?pbso\b/,
    /\basked (?:the )?pbso\b/,
  ],
  newActivities: [/\bnew set of activities\b/, /\bnew activities\b/],
  approved: [
    /\b(?:has been|have been|was|were) approved\b/,
    /\bapproval (?:of|by|from) (?:the )?pbso\b/,
    /\bpbso (?:has )?approved\b/,
  ],
  reverted: [
    /\b(?:reverted?|returned|returning|return|went back|go back) to the (?:original|initial) activity\b/,
  ],
  preparation: [/^(?:the )?preparations? (?:for|of)\b/, /\b(?:being prepared|in preparation)\b/],
  wholeOutcome: /\bactivities (?:\p{L}+ ){0,3}(?:of|under|for) outcome (\d)/u,
  willStart: /\bwill (?:start|begin) (?:in|from|as of) ([^.;,]{4,30})/,
  sameMeasures: /^these (?:measures|restrictions)\b/,
  pronoun: /\b(?:these activities|this activity|implement them)\b/,
  causes: [
    ["covid-19", /covid|coronavirus|pandemic|epidemic/],
    ["insecurity", /insecurity|armed attack|armed violence/],
    ["season", /season|\brains?\b|farm work|field work/],
    ["procurement", /procurement|late delivery/],
    ["partner", /\bdelays? (?:of|by|from) (?:the |its )?(?:implementing )?partners?\b/],
    ["approval", /\b(?:awaiting|pending) (?:an? |the )?approval\b/],
    ["funding", /\b(?:funding delays?|delays? in funding|late disbursement)\b/],
  ],
  months: MONTHS.map((month) => month.toLowerCase()),
  // `11 to 14 November 2020`, `15 January 2020`, `March 2020`, `late March`, `from June to October`. With capitals, since may is a verb.
  date: new RegExp(
    `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:(?:to|and) \\d{1,2}(?:st|nd|rd|th)? )?)?(?<!\\p{L})(?<month>${MONTH})(?!\\p{L})(?: to (?:${MONTH})(?!\\p{L}))?(?:(?: \\d{1,2},)? (?<year>20\\d\\d))?`,
    "gu",
  ),
  claims: {
    habit: ENGLISH_HABIT,
    fillers: new Set(
      "a all already an and are as at been by for from had has have in is its of on or that the their there these this those to was were which who whom with".split(
        " ",
      ),
    ),
    ending: /(?:ing|ed|es|s|e)$/,
    done: /\b(?:set up|established|trained|created|installed|made operational|sensiti[sz]ed|carried out|organi[sz]ed)\b/,
    counted: /^number of (.+)$/i,
    distributed: /\b(?:in each|per \p{L}+|each)\b/u,
    scoped:
      /\b(?:reporting period|during the (?:period|year|quarter|semester|month)|(?:first|second|third|fourth|last|past|this|each) (?:\p{L}+ )?(?:quarter|semester|half|months?|year|period)|in (?:early |mid-?|late )?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|(?:over|within) the (?:last|past)|since|aims?|plans?|planned|will|would|intends?|expected|targets?|targeted|objective|scheduled|foreseen|anticipated)\b/u,
    notWhole:
      /(?:another|additional|further|remaining|other|new|more than|over|about|around|approximately|nearly|almost|some|at least|up to|only)\s*$/,
    inPlace: /\b(?:in|at|from|across|of) (?:the )?\p{Lu}\p{Ll}+|\balone\b/u,
    total:
      /(?:bringing the (?:total|number)[^.;]{0,30}to|total of|in total,?|to date,?|so far,?|cumulatively,?|overall,?)\s*$/,
    partOf: /(?:of whom|of which|including|among them|i\.e\.)\s*$/i,
    // `150 participants, of whom 131 were men and 19 women`
    split:
      /(?<![\p{L}\p{N}.,])(?<whole>\d[\d ,]{0,9}) ?\p{L}+ ?,? ?\(?(?:of whom|including) (?<first>\d[\d ,]{0,9}) ?(?:were )?(?<firstLabel>women|men) and (?<second>\d[\d ,]{0,9}) ?(?:were )?(?<secondLabel>women|men)/giu,
  },
};
