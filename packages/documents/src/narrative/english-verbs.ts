import type { ActivityEventType } from "@cadre/core";
import { cue, cueOf, type VerbCue } from "./verbs.ts";

/** Adverbs allowed between an auxiliary and its participle. */
const ADVERBS =
  "(?: (?:also|already|now|since|again|thus|therefore|indeed|then|\\w+ly|all|both|further|jointly|well))*";
const BE = `\\b(?:(?:has|have|had)${ADVERBS} been|was|were|is|are|remains?|remained|(?:had|has|have) to be|got)${ADVERBS}`;
const HAVE = `\\b(?:(?:has|have|had)${ADVERBS} )?`;
/** What makes an infinitive a fact: they did it. */
const TO = `\\b(?:decided|led|forced|obliged|compelled|caused|managed|had|has had|have had|was able|were able|agreed|proceeded|chose)(?: (?:the|all|its|both|some|project|agencies|partners?|team|implementing|organi[sz]ations?|and|to)){0,6} to${ADVERBS}`;
const LET = `\\b(?:allowed|enabled|permitted|made it possible for)\\b`;
const MANY = `(?:(?:some|several|significant|serious|considerable|major|minor|long|further|many|a few|an?|slight|important) ){0,2}`;

interface Forms {
  /** `was delayed`; with an object `delayed 1.1.1`; after its noun `(delayed in March)`. */
  participle?: string;
  /** Past forms that take an object, where they are not the participles. */
  past?: string;
  /** `started`, of the activity itself. */
  intransitive?: string;
  /** `has begun`, of the activity itself. */
  perfect?: string;
  /** `to start`. */
  infinitive?: string;
  /** `is under way`. */
  state?: string;
}

function forms(type: ActivityEventType, of: Forms): VerbCue[] {
  const { participle, past = participle, intransitive, perfect, infinitive, state } = of;
  return [
    ...(participle === undefined
      ? []
      : [
          cueOf(type, "before", participle, (words) => `${BE} ${words}\\b`),
          cueOf(type, "before", participle, (words) => `(?<=[,(] ?)(?:\\w+ly )?${words}\\b`),
        ]),
    ...(past === undefined
      ? []
      : [cueOf(type, "after", past, (words) => `(?<!\\bto )${HAVE}${words}\\b(?! to\\b)`)]),
    ...(intransitive === undefined
      ? []
      : [cueOf(type, "either", intransitive, (words) => `(?<!\\bto )\\b${words}\\b(?! to\\b)`)]),
    ...(perfect === undefined
      ? []
      : [cueOf(type, "either", perfect, (words) => `\\b(?:has|have|had)${ADVERBS} ${words}\\b(?! to\\b)`)]),
    ...(infinitive === undefined
      ? []
      : [
          cueOf(type, "after", infinitive, (words) => `${TO} ${words}\\b`),
          cueOf(type, "before", infinitive, (words) => `\\b(?:was|were) (?:finally )?able to ${words}\\b`),
        ]),
    ...(state === undefined ? [] : [cueOf(type, "before", state, (words) => `${BE} ${words}\\b`)]),
  ];
}

const START = "started|begun|launched|initiated|rolled out|kicked off|commenced";
const REVERTED =
  "(?:reverted|returned|brought back|restored) to (?:its|the|their) (?:original|initial) (?:activity|form|plan|design|version|scope)";
const ACCEPTED = "approved|endorsed|authori[sz]ed|granted|accepted";
const REFUSED = "rejected|refused|declined|turned down";
const ASKED = "requested|proposed|submitted";

/** Verbs by which English reports say what happened to an activity. */
export const ENGLISH_VERBS: readonly VerbCue[] = [
  ...forms("started", {
    participle: START,
    past: "started|began|launched|initiated|rolled out|kicked off|commenced",
    intransitive: "started|began|commenced|got under ?way|took place|kicked off",
    perfect: "started|begun|commenced|taken place|got under ?way|kicked off",
    infinitive: "start|begin|launch|initiate|commence|roll out",
    state:
      "on-?going|(?:well )?under ?way|in progress|progressing(?: well)?|being (?:\\w+ly )?(?:implemented|carried out|conducted|rolled out)|held|trained",
  }),
  ...forms("completed", {
    participle:
      "(?:\\d{1,3} ?(?:%|per ?cent) )?(?:completed|finished|finali[sz]ed|concluded|carried out|delivered|wrapped up)|(?:(?:fully|successfully|entirely|completely) )?implemented(?: in full)?",
    past: "completed|finished|finali[sz]ed|concluded|carried out|wrapped up|closed",
    intransitive: "ended|concluded|came to an end",
    perfect: "ended|concluded|come to an end",
    infinitive: "complete|finish|finali[sz]e|conclude",
    state: "(?:\\d{1,3} ?(?:%|per ?cent) )?complete(?! the)",
  }),
  cue("completed", "after", `completion of`, { noun: true }),
  ...forms("cancelled", {
    participle:
      "cancell?ed|dropped|abandoned|called off|discontinued|scrapped|removed from the (?:work ?plan|project|programme)",
    past: "cancell?ed|dropped|abandoned|called off|discontinued|scrapped",
    infinitive: "cancel|drop|abandon|call off|discontinue",
  }),
  cue("cancelled", "before", "\\bwill no longer (?:be (?:implemented|carried out|conducted)|take place)\\b"),
  cue("cancelled", "after", "cancell?ation of", { noun: true }),
  ...forms("delayed", {
    participle:
      "delayed|postponed|slowed down|deferred|pushed back|put off|moved to (?:next year|20\\d\\d)|behind schedule|held up|rescheduled|late\\b(?! in)|running late|hampered by delays",
    past: "delayed|postponed|slowed down|deferred|pushed back|put off|held up|rescheduled",
    intransitive: `fell behind schedule|lags? behind|lagged behind|encountered difficulties|(?:suffered|experienced|faced|encountered|incurred|accumulated|recorded) ${MANY}delays?`,
    perfect: `fallen behind schedule|(?:suffered|experienced|faced|encountered|incurred|accumulated|recorded) ${MANY}delays?`,
    infinitive: "delay|postpone|defer|put off|push back|reschedule",
  }),
  cue(
    "delayed",
    "after",
    `\\b(?:caused|led to|resulted in|brought about|entailed|was|were) ${MANY}delays? (?:in|to|of|for)\\b`,
  ),
  cue("delayed", "after", "delays? (?:in|to|of)\\b", { noun: true }),
  cue(
    "delayed",
    "before",
    "\\b(?:could not|couldn't|was unable to|were unable to|did not|was not able to|were not able to) (?:be (?:started|launched|implemented|carried out|held|completed)|start|begin|take place|commence|resume|proceed)\\b",
    { needsCause: true },
  ),
  cue(
    "delayed",
    "after",
    "\\b(?:could not|was unable to|were unable to|was not able to|were not able to) (?:start|begin|launch|implement|carry out|conduct|complete|hold)\\b",
    { needsCause: true },
  ),
  cue("delayed", "after", "\\b(?:has |have |had )?prevented(?: the (?:start|launch|implementation) of)?\\b", {
    needsCause: true,
  }),
  ...forms("suspended", {
    participle:
      "suspended(?! from)|(?:put|placed) on hold|on hold|halted|interrupted|paused|shelved|frozen|stopped|brought to a (?:halt|standstill)|at a standstill",
    past: "suspended|put on hold|halted|interrupted|paused|froze|stopped",
    intransitive: "came to a (?:standstill|halt|stop)",
    perfect: "come to a (?:standstill|halt|stop)",
    infinitive: "suspend|put on hold|halt|interrupt|pause|stop",
  }),
  cue("suspended", "after", "(?:suspension|interruption) of", { noun: true }),
  ...forms("resumed", {
    participle: "resumed|restarted|relaunched",
    intransitive: "resumed|restarted|picked up again",
    perfect: "resumed|restarted|picked up again",
    infinitive: "resume|restart|relaunch",
  }),
  cue("resumed", "after", `${LET}(?=[^.;]{1,90} to (?:resume|restart)\\b)`),
  cue("resumed", "after", `(?:${LET}|\\bled to) the resumption of`),
  ...forms("reopened", { participle: "re-?opened" }),
  ...forms("reinstated", { participle: "reinstated|taken up again" }),
  ...forms("merged", { participle: "merged (?:with|into)" }),
  ...forms("split", { participle: "split (?:up )?into|divided into" }),
  ...forms("handed-over", { participle: "handed over to|transferred to|taken over by" }),
  cue("handed-over", "after", "(?:responsibility for|management of)", { noun: true }),
  ...forms("reallocation-reverted", { participle: REVERTED, intransitive: REVERTED, perfect: REVERTED }),
  ...forms("reallocation-approved", { participle: "reallocated|reprogrammed|reoriented" }),
  ...forms("reallocation-withdrawn", { participle: "withdrawn" }),
  ...(
    [
      ["reallocation-approved", ACCEPTED],
      ["reallocation-rejected", REFUSED],
      ["reallocation-withdrawn", "withdrawn|withdrew"],
      ["reallocation-proposed", ASKED],
    ] as const
  ).flatMap(([type, words]) => [
    cueOf(type, "before", words, (all) => `${BE} ${all}\\b`, { ofReallocation: true }),
    cueOf(type, "after", words, (all) => `(?<!\\b(?:to|the|an?|this|any) )${HAVE}${all}\\b`, {
      ofReallocation: true,
    }),
  ]),
];
