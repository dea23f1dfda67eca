import { ENGLISH_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";
import { verbs } from "./verbs.ts";

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

/** How English reports describe what happened. */
export const ENGLISH_CUES: NarrativeCues = {
  language: "en",
  verbs: verbs("en"),
  activeVerbs: [
    [
      "delayed",
      /(?<!to )(?<!not )\b(?:has |have |had )?(?:also )?(?:delayed|postponed|slowed down)\b(?= (?:the |all |activit|implementation))/g,
    ],
    [
      "suspended",
      /(?<!to )(?<!not )\b(?:has |have |had )?(?:also )?suspended\b(?= (?:the |all |activit|implementation))/g,
    ],
  ],
  noFact:
    /^(?:if|unless|should|had|were) |\b(?:whether|not true that|not the case that|in case|in the event|risk (?:that|of)|so that|in order (?:to|that)|hoped|asked if)\b/,
  negated:
    /\b(?:not|never|no|neither|nor|none|hardly|barely|cannot|without|would|could|should|might|may|must|will|shall|to|far from|expected|planned|scheduled|intends?|yet)\b[^,;.]{0,25}$|n't\b[^,;.]{0,25}$|^neither\b|\bneither\b|\bno (?:activit|delay)/,
  otherSubject:
    /\b(?:terms|tors?|recruitment|hiring|agreements?|memorand\w+|mous?|contracts?|contracting|payments?|disbursements?|consultations?|reports?|tenders?|bids?|procurement|budgets?|partners?|preparations?|selection|signature|signing|funds?|funding|proposals?|requests?|approvals?|negotiations?|meetings?|validation|draft(?:ing)?|concept|indicators?|consultants?|reallocations?|revisions?|changes?|purchase|supplies|impact|effects?|people|children|women|youth)\b/,
  reallocation: /\b(?:reallocations?|revisions?|changes?|proposals?|requests?)\b/,
  preposition: /\b(?:of|for|on|under|with|in|by|about|to|from|towards)\b/,
  boundary:
    /[;:]|,? (?:and|but|then|while|whereas|although|though|after which|before)(?: then| later| now)?(?= )|,(?= )/g,
  plural: /\b(?:were|have|are)\b|^(?:got|fell|started|began|commenced|resumed)/,
  pronounSubject:
    /(?:^|\b)(?:it|they|this activity|these activities|which|both|the latter|the activity|the activities)(?: \w+ly)?\s*$/,
  allOfOutput:
    /\ball (?:the )?(?:activities )?(?:under|of) output (?<output>\d{1,2}\.\d{1,2})(?!\.?\d)(?:,? (?:except|but|other than|with the exception of)(?: for)?(?: activit(?:y|ies))? (?<except>[\d., and]+\d))?/gi,
  beforeIndicator: /\bindicators?\s*$/i,
  beforeDate: /\b(?:of|on|dated|from|until|by|since)\s*$/i,
  atOnce: /\b(?:started|began|launched) (?:at once|immediately|right away)\b/,
  delayed: [/\bdelayed\b/, /encountered difficulties/, /affected the implementation/],
  started: [
    /\b(?:has|have) (?:also |already )?(?:started|begun|commenced)\b(?! to be felt)/,
    /(?<!not )\b(?:started|began)\b(?! to be felt)/,
    /\btook place\b/,
    /\b(?:have been|were) trained\b/,
    /\b(?:was|were) held\b/,
    /\bbrought together\b/,
  ],
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
    ["season", /season|\brains?\b|flood|farm work|field work/],
    ["procurement", /procurement|late delivery/],
    ["partner", /\bdelays? (?:of|by|from) (?:the |its )?(?:implementing )?partners?\b/],
    ["approval", /\b(?:awaiting|pending) (?:an? |the )?approval\b/],
    ["funding", /\b(?:funding delays?|delays? in funding|late disbursement)\b/],
  ],
  months: MONTHS.map((month) => month.toLowerCase()),
  // `11 to 14 November 2020`, `15 January 2020`, `March 2020`, `late March`, `from June to October`. With capitals, since may is a verb.
  date: new RegExp(
    `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:(?:to|and) \\d{1,2}(?:st|nd|rd|th)? )?)?(?<!\\p{L})(?<month>${MONTH})(?!\\p{L})(?: to (?<lastMonth>${MONTH})(?!\\p{L}))?(?:(?: \\d{1,2},)? (?<year>20\\d\\d))?`,
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
