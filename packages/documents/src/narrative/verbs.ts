import type { ActivityEventType, Language } from "@cadre/core";

type Verbs = readonly (readonly [ActivityEventType, RegExp])[];

/** Adverbs that can be between an English auxiliary and its participle. */
const ADVERBS = "(?: (?:also|already|now|since|again|thus|therefore|indeed|\\w+ly|all|both|further))*";
const PASSIVE = `\\b(?:(?:has|have|had)${ADVERBS} been|was|were|is|are|being)${ADVERBS}`;
const PERFECT = `\\b(?:has|have|had)${ADVERBS}`;

const english = (
  type: ActivityEventType,
  passive: string | null,
  perfect: string | null,
  other: string | null,
) => {
  const forms = [
    ...(passive === null ? [] : [`${PASSIVE} (?:${passive})\\b`]),
    ...(perfect === null ? [] : [`${PERFECT} (?:${perfect})\\b`]),
    ...(other === null ? [] : [`(?<!\\bto )\\b(?:${other})\\b`]),
  ];
  return [type, new RegExp(forms.join("|"), "g")] as const;
};

const ENGLISH: Verbs = [
  english(
    "started",
    "started|begun|launched|ongoing|under ?way|initiated|rolled out",
    "started|begun|commenced|taken place|got under ?way",
    "started|began|commenced|got under ?way|took place",
  ),
  english("started", "held|trained|underway", null, null),
  english(
    "completed",
    "(?:\\d{1,3} ?% )?(?:completed|finished|finali[sz]ed|concluded|delivered in full)",
    "ended|concluded",
    "came to an end",
  ),
  english("cancelled", "cancell?ed|dropped|abandoned|called off|discontinued", null, null),
  english(
    "delayed",
    "delayed|postponed|slowed down|deferred|pushed back|put off|behind schedule|held up|rescheduled",
    "(?:suffered|experienced|faced) (?:some |significant |serious )?delays?|fallen behind schedule",
    "fell behind schedule|(?:suffered|experienced|faced) (?:some |significant |serious )?delays?|encountered difficulties",
  ),
  english(
    "suspended",
    "suspended|put on hold|placed on hold|on hold|halted|interrupted|paused|frozen|stopped",
    null,
    null,
  ),
  english("resumed", "resumed|restarted|relaunched", "resumed|restarted", "resumed|restarted"),
  english("reopened", "reopened|re-opened", null, null),
  english("reinstated", "reinstated|taken up again", null, null),
  english("merged", "merged (?:with|into)", null, null),
  english(
    "reallocation-reverted",
    "reverted to (?:its|the|their) (?:original|initial) (?:activity|form|plan)|brought back to (?:its|their) original form",
    null,
    null,
  ),
  english("reallocation-approved", "reallocated|reprogrammed|reoriented", null, null),
  english("reallocation-withdrawn", "withdrawn", null, null),
];

const A_ETE =
  "(?:a|ont) (?:aussi |déjà |également |finalement |depuis |ensuite |temporairement |provisoirement )*été (?:aussi |déjà |également |finalement |temporairement |provisoirement |entièrement |partiellement |totalement |officiellement |ensuite |donc |définitivement |de nouveau |\\p{L}+ment )*";
const A =
  "(?:a|ont) (?:aussi |déjà |également |finalement |depuis |ensuite |enfin |effectivement |\\p{L}+ment )*";
const EST =
  "(?:est|sont) (?:aussi |déjà |également |désormais |actuellement |toujours |maintenant |\\p{L}+ment )*";

const french = (
  type: ActivityEventType,
  passive: string | null,
  active: string | null,
  state: string | null,
) => {
  const forms = [
    ...(passive === null ? [] : [`${A_ETE}(?:${passive})`]),
    ...(active === null ? [] : [`${A}(?:${active})`]),
    ...(state === null ? [] : [`${EST}(?:${state})`]),
  ];
  // Not within a word, and not after `n'`.
  return [type, new RegExp(`(?<![\\p{L}]|n')(?:${forms.join("|")})(?!\\p{L})`, "gu")] as const;
};

const FRENCH: Verbs = [
  french(
    "started",
    "lancée?s?|entamée?s?|engagée?s?|initiée?s?|mise?s? en route|formée?s?",
    "(?:démarrée?s?|débutée?s?|commencée?s?)(?! à se faire sentir)|eu lieu|regroupé|pu opérationnaliser",
    "en cours(?! d['e])(?! de)|en cours de réalisation|en cours d'exécution|en cours de mise en œuvre",
  ),
  ["started", /(?<!\p{L}|ne )se (?:sont déroulée?s?|est déroulée?)(?!\p{L})/gu],
  french(
    "completed",
    "(?:achevée?s?|terminée?s?|finalisée?s?|menée?s? à (?:bien|terme)|conclue?s?|clôturée?s?)|réalisée?s? à \\d{1,3} ?%",
    "pris fin",
    "(?:achevée?s?|terminée?s?|finalisée?s?)|réalisée?s? à \\d{1,3} ?%",
  ),
  french("cancelled", "annulée?s?|abandonnée?s?|supprimée?s?", null, "annulée?s?|abandonnée?s?"),
  french(
    "delayed",
    "retardée?s?|reportée?s?|différée?s?|repoussée?s?|décalée?s?|ralentie?s?|ajournée?s?",
    "pris (?:du|un) (?:grand |important )?retard|(?:connu|subi|accusé|enregistré) (?:des|un|de nombreux|quelques|d'importants) (?:importants? )?retards?|rencontré des difficultés",
    "en retard|retardée?s?|reportée?s?",
  ),
  french(
    "suspended",
    "suspendue?s?|mises? en suspens|mises? en attente|interrompue?s?|arrêtée?s?|gelée?s?",
    null,
    "suspendue?s?|à l'arrêt|en suspens|interrompue?s?|en pause",
  ),
  french("resumed", "reprise?s?|relancée?s?", "repris(?!e)|redémarrée?s?|recommencée?s?", null),
  french("reopened", "rouvertes?", null, null),
  french("reinstated", "rétablie?s?", null, null),
  french("merged", "fusionnée?s? (?:avec|dans)", null, null),
  french("reallocation-approved", "réallouée?s?|réaffectée?s?|réorientée?s?|reprogrammée?s?", null, null),
  french("reallocation-withdrawn", "retirée?s?", null, null),
];

/** Verbs by which a language's reports say what happened to an activity; their subject is the activity. */
export const verbs = (language: Language): Verbs => (language === "en" ? ENGLISH : FRENCH);
