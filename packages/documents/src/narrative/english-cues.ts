import { ENGLISH_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";
import { ENGLISH_VERBS } from "./english-verbs.ts";

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
  verbs: ENGLISH_VERBS,
  noFact:
    /^(?:if|unless|should|had|were|assuming|supposing|provided) |\b(?:whether|not true that|not the case that|false that|untrue that|in case|in the event|risk (?:that|of)|so that|in order (?:to|that|for)|hoped|asked if|nothing (?:suggests|indicates)|no (?:sign|evidence|indication) that|recommend\w*|asked (?:that|for)|would have)\b/,
  onceFuture: /^(?:once|as soon as|when|after|until|before)\b[^.]*,[^.]*\b(?:will|shall|can|must|may)\b/,
  negated:
    /\b(?:not|never|no|neither|nor|none|hardly|barely|almost|nearly|cannot|without|would|could|should|might|may(?! \d)|must|will|shall|to|far from|(?:is|are|was|were|been) (?:expected|planned|scheduled)|intends?|yet|risks?|pending)\b[^,;.]{0,25}$|n't\b[^,;.]{0,25}$|^neither\b|\bneither\b|\bno (?:activit|delay)|\bat no time\b/,
  unreal: () => false,
  nounFact:
    /^[^.;]*?\b(?:(?:was|were|is|are|has been|have been)(?: \w+ly)? (?:caused|due|achieved|noted|recorded|reported|observed|transferred|entrusted|handed over|linked|attributable|explained|announced)|took place|occurred|resulted from|stem(?:s|med) from)\b/,
  otherSubject:
    /\b(?:terms|tors?|recruitment|hiring|agreements?|memorand\w+|mous?|contracts?|contracting|payments?|disbursements?|consultations?|reports?|tenders?|bids?|procurement|budgets?|partners?|preparations?|selection|signature|signing|funds?|funding|proposals?|requests?|approvals?|negotiations?|meetings?|missions?|discussions?|validation|draft(?:ing)?|design|concept|tools?|indicators?|consultants?|reallocations?|revisions?|changes?|purchase|supplies|impact|effects?|people|participants?|beneficiar\w+|children|women|youth|young)\b/,
  activityNoun:
    /\b(?:activit(?:y|ies)|implementation|execution|works?|start|launch|kick-?off|roll-?out|start-up|completion|finali[sz]ation|continuation|resumption|delivery|trainings?|construction|rehabilitation|sessions?|sensiti[sz]ation|campaigns?|field ?work)\b/,
  under: /\b(?:under|within|as part of)(?: the)?(?: activit(?:y|ies))?\s*$/,
  reallocation: /\b(?:reallocat\w+|reprogram\w+)\b/,
  preposition:
    /\b(?:of|for|on|under|with|within|in|by|about|to|from|towards|as part of|preceding|concerning|regarding)\b/,
  article: /^(?:the|an?|some|these|those)\b/,
  introduction:
    /^(?:in|during|on|at|since|by|from|under|over|within|thanks to|because of|because|due to|owing to|as|following|after|before|despite|notwithstanding|unlike|like|with|given|for|through|according to|contrary to|although|though|while|whereas|when|once|between|throughout|along with|instead of|and|but|then|however|moreover|finally|similarly|overall|to date|meanwhile)\b,?\s*/,
  relative: /,? ?(?:which|that)(?: \w+ly)?$/,
  otherRelative: /\b(?:who|whose|whom|where|which|that)\b/,
  describes:
    /^(?:,? ?(?:on|in|of|for|with|at|under|by|from|about|covering|targeting)\b.*|(?:\w+ly|also|both|all|still|now|then|itself|too|again)(?: \w+ly)?)$/,
  goesOn: /\b(?:and|but|then)(?: (?:then|later|now|also|\w+ly))?$/,
  sameActivity: /\b(?:the|this|that) activity(?: \w+ly)?\s*$/,
  following: /\b(?:the following|these) (?:\w+ )?activities\b/,
  boundary:
    /[;:]|,? (?:and|but|then|while|whereas|although|though|after which|before)(?: then| later| now)?(?= )|,(?= )/g,
  plural:
    /\b(?:were|have|are|remain)\b|^(?:got|fell|started|began|commenced|resumed|restarted|ended|concluded|suffered|experienced|faced|encountered|accumulated|came|took)/,
  pronounSubject:
    /(?:^|\b)(?:it|they|this activity|these activities|which|both|the latter|the activity|the activities)(?: \w+ly)?\s*$/,
  allOfOutput:
    /\ball (?:the )?(?:activities )?(?:under|of) output (?<output>\d{1,2}\.\d{1,2})(?!\.?\d)(?:,? (?:except|but|other than|with the exception of)(?: for)?(?: activit(?:y|ies))? (?<except>[\d., and]+\d))?/gi,
  beforeIndicator:
    /\b(?:indicators?|sections?|tables?|versions?|figures?|annex(?:es)?|chapters?|paragraphs?|articles?|pages?)\s*$/i,
  beforePlanned:
    /\b(?:planned|scheduled|foreseen|due|set|intended)(?: to (?:start|begin))? (?:for|in|on|from)(?: the)?\s*$/,
  beforeExpected: /\b(?:until|till|to)(?: the (?:end|beginning) of| early| late| mid-?)?\s*$/,
  partnerItself: /\b(?:partners?|ngos?)$/,
  causeMarker:
    /\b(?:due to|because of|because|owing to|as a (?:direct )?(?:result|consequence) of|following|by|on account of|linked to|related to|caused by|given|in view of|in light of|in response to|after|for (?:lack|want) of|for (?=lack)|awaiting|pending|amid)\b/g,
  agency:
    /\b(?:to|by) (?<agency>(?:the )?\p{Lu}[\p{L}\p{N}&'’-]*(?:(?: of| and| for| the)? \p{Lu}[\p{L}\p{N}&'’-]*){0,6})/u,
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
    ["covid-19", /covid|coronavirus|pandemic|epidemic|lockdown/],
    [
      "insecurity",
      /insecurity|security (?:situation|incident|condition|context|environment)|\barmed\b|\battacks?\b|clash|violence|fighting|terroris|jihad|kidnap|hostilities|\bambush|\bcoup\b/,
    ],
    ["season", /season|\brain|flood|harvest|farm work|field work|drought/],
    ["procurement", /procurement|\btenders?\b|deliver(?:y|ies)|\bpurchas|\bsuppliers?\b|\bbidd/],
    ["partner", /\bpartners?\b|\bngos?\b/],
    ["approval", /\bapproval|authori[sz]ation|\bclearance/],
    ["funding", /\bfund(?:s|ing)?\b|disburse|\btranches?\b|liquidity|\bfinancing\b/],
    ["dependency", /\bdepend|(?:pending|awaiting) (?:the )?(?:completion|results?|finali[sz]ation|outcome)/],
    ["other", /\belections?\b|\bstrikes?\b|\bprotests?\b|demonstrations?\b|shortage/],
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
