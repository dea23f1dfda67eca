import type { ActivityEventType } from "@cadre/core";
import { cue, cueOf, type VerbCue } from "./verbs.ts";

/** A lower-case letter of a language in Latin script: V8 compiles patterns of so few ranges in a tenth of the time that `\p{L}` takes. */
const LETTER = "[a-zß-öø-ɏ]";
const ADVERBS = `(?: (?:aussi|déjà|également|finalement|depuis|ensuite|enfin|désormais|toujours|maintenant|donc|encore|de nouveau|tou(?:te)?s (?:les )?deux|${LETTER}+ment))*`;
/** Not within a word, and not after `n'`. */
const START_OF = `(?<!${LETTER}|n')`;
const HAVE = `${START_OF}(?:a|ont|avait|avaient|ait|aient|ayant)${ADVERBS}`;
const BEEN = `(?:${HAVE} (?:dû être|pu être|été)${ADVERBS})`;
const BE = `(?:${START_OF}(?:est|sont|était|étaient|demeure(?:nt)?|reste(?:nt)?)${ADVERBS})`;
const SELF = `${START_OF}(?<!ne )s(?:e sont|'est|'était|'étaient)${ADVERBS}`;
const END = `(?!${LETTER})`;
/** Verbs before an infinitive that state it as done. */
const TO = `${START_OF}(?:a|ont)(?: (?:conduit|contraint|obligé|amené|poussé|forcé)(?: (?:les?|la|l'${LETTER}+|${LETTER}+)){0,4} à| (?:été )?décidé (?:de|d')| dû| pu| procédé à|(?: été)? (?:contraints?|obligés?|amenés?) (?:de|d'|à)) ?`;
const LATE =
  "(?:(?:des|un|du|de|d'|quelques|certains|plusieurs|importants?|légers?|gros|grand|nombreux|sérieux) ?){0,3}retards?";
const HAS_LATE = `(?:pris|connu|subi|accusé|enregistré|accumulé|fait face à|rencontré|essuyé) ${LATE}`;

interface Forms {
  /** `a été retardée`, `a retardé 1.1.1`, `1.1.1 (retardée en mars)`: without its endings. */
  participle?: string;
  /** `a démarré`, of the activity itself. */
  intransitive?: string;
  /** `s'est achevée`. */
  reflexive?: string;
  /** `est en cours`. */
  state?: string;
  infinitive?: string;
}
const ENDINGS = "e?s?";

function forms(type: ActivityEventType, of: Forms): VerbCue[] {
  const { participle, intransitive, reflexive, state, infinitive } = of;
  return [
    ...(participle === undefined
      ? []
      : [
          cueOf(type, "before", participle, (words) => `(?:${BEEN}|${BE}) ${words}${ENDINGS}${END}`),
          cueOf(type, "after", participle, (words) => `${HAVE} ${words}${ENDINGS}${END}(?! par${END})`),
          // "a achevé 1.1.1 et lancé 1.1.2"
          cueOf(type, "after", participle, (words) => `(?<= et )${words}(?= (?:les? |la |l'))`),
          cueOf(
            type,
            "before",
            participle,
            (words) => `(?<=[,(] ?)(?:${LETTER}+ment )?${words}${ENDINGS}${END}`,
          ),
        ]),
    ...(intransitive === undefined
      ? []
      : [cueOf(type, "either", intransitive, (words) => `${HAVE}(?: pu)? ${words}${END}`)]),
    ...(reflexive === undefined
      ? []
      : [cueOf(type, "before", reflexive, (words) => `${SELF} ${words}${ENDINGS}${END}`)]),
    ...(state === undefined ? [] : [cueOf(type, "before", state, (words) => `(?:${BE} )${words}${END}`)]),
    ...(infinitive === undefined
      ? []
      : [
          cueOf(type, "after", infinitive, (words) => `${TO}${words}${END}`),
          cueOf(type, "before", infinitive, (words) => `${HAVE} pu ${words}${END}`),
        ]),
  ];
}

const DONE =
  "achevé|terminé|bouclé|finalisé|mené(?:e?s?) à (?:bien|terme)|conclu|clôturé|clos|exécuté en totalité";
const REVERTED =
  "reven(?:u|ue|us|ues) à (?:sa|leur|la) (?:forme|conception|version) (?:initiale|originale|d'origine)|ramenée?s? à (?:sa|leur|la) (?:forme|conception|version) (?:initiale|originale|d'origine)";

/** Verbs by which French reports say what happened to an activity. */
export const FRENCH_VERBS: readonly VerbCue[] = [
  ...forms("started", {
    participle:
      "lancé|entamé|engagé|initié|mise?s? en route|formé|organisé|tenu|(?:démarré|débuté|commencé)(?!e?s? à)|conduit(?! d)",
    intransitive:
      "(?:démarrée?s?|débutée?s?|commencée?s?)(?! à se faire sentir)|eu lieu|regroupé|pu opérationnaliser",
    reflexive: "(?:déroulé|tenu)(?!e?s? comme)|poursuivi",
    state:
      "(?:actuellement )?en cours(?! d['e])|(?:actuellement )?en cours (?:de réalisation|d'exécution|de mise en œuvre)",
    infinitive: "démarrer|débuter|commencer|lancer|entamer",
  }),
  cue("started", "before", `${START_OF}se poursui(?:t|vent)${END}(?! sans)`),
  // "n'a commencé qu'en octobre": it did.
  cue("started", "before", "n'(?:a|ont) (?:démarré|débuté|commencé)e?s?(?= qu')"),
  cue("started", "before", `(?<!${LETTER}|ne |n')avance(?:nt)? bien`),
  ...forms("completed", {
    participle: `${DONE}|(?:entièrement |intégralement |totalement |pleinement )?(?:mise?s? en œuvre|exécuté)|réalisé(?:e?s? à \\d{1,3} ?%)?|conduite?s? du début à la fin`,
    intransitive: "pris fin",
    reflexive: "achevé|terminé|conclu|clôturé",
    infinitive: "achever|terminer|finaliser|clôturer",
  }),
  cue("completed", "after", "achèvement de", { noun: true }),
  ...forms("cancelled", {
    participle: "annulé|abandonné|supprimé|retirée?s? (?:du plan de travail|du projet|du programme)",
    infinitive: "annuler|abandonner|supprimer",
  }),
  cue(
    "cancelled",
    "before",
    `(?<!${LETTER})ne (?:sera|seront) plus (?:mise?s? en œuvre|réalisée?s?|exécutée?s?)`,
  ),
  cue("cancelled", "after", "annulation de", { noun: true }),
  ...forms("delayed", {
    participle: "retardé|reporté|différé|repoussé|décalé|ralenti|ajourné",
    intransitive: `${HAS_LATE}|rencontré des difficultés`,
    state: "en retard",
    infinitive: "retarder|reporter|différer|repousser|décaler|ajourner",
  }),
  cue("delayed", "after", `${HAVE} affecté(?= la mise en œuvre)`),
  cue("delayed", "before", `${START_OF}(?:accuse|enregistre|connaît|subit|accumule)(?:nt)? ${LATE}${END}`),
  cue(
    "delayed",
    "after",
    `${HAVE} (?:occasionné|causé|provoqué|entraîné|engendré|été constaté|été enregistré) ${LATE} (?:dans|de|sur|pour)${END}`,
  ),
  cue(
    "delayed",
    "after",
    `retards? (?:a|ont) été (?:constaté|enregistré|observé|relevé)s? (?:dans|de|sur|pour)${END}`,
  ),
  cue("delayed", "after", `retards? (?:dans|de|sur)${END}`, { noun: true }),
  cue(
    "delayed",
    "either",
    `n'(?:a|ont|avait|avaient)(?: malheureusement)? (?:pas|pu)(?: pu| été en mesure d[e'])? ?(?:eu lieu|démarrer|débuter|commencer|être (?:démarré|lancé|réalisé|organisé|achevé|tenu|mis)e?s?|avoir lieu|se tenir|lancer|reprendre)${END}`,
    { needsCause: true },
  ),
  cue(
    "delayed",
    "after",
    `(?:n'(?:a|ont) pas permis (?:de|d')|(?:a|ont) empêché (?:de |d'|le |la |l')) ?(?:démarrer|démarrage|lancer|lancement|commencer|débuter|mettre en œuvre|mise en œuvre|tenue)?`,
    {
      needsCause: true,
    },
  ),
  ...forms("suspended", {
    participle:
      "suspendu|mise?s? (?:en (?:suspens|attente|veilleuse|pause)|à l'arrêt)|interrompu|arrêté|gelé|stoppé",
    state: "à l'arrêt|en suspens|en veilleuse|en pause",
    reflexive: "arrêté|interrompu",
    infinitive: "suspendre|interrompre|arrêter|geler",
  }),
  cue("suspended", "after", "(?:suspension|interruption|arrêt) de", { noun: true }),
  ...forms("resumed", {
    participle: "repris|relancé",
    intransitive: "repris|redémarrée?s?|recommencée?s?",
    infinitive: "reprendre|redémarrer|relancer",
  }),
  cue(
    "resumed",
    "after",
    `${HAVE} permis (?:la reprise de|le redémarrage de|de reprendre|de relancer)${END}`,
  ),
  ...forms("reopened", { participle: "rouvert" }),
  ...forms("reinstated", { participle: "rétabli" }),
  ...forms("merged", {
    participle: "fusionné(?:e?s?) (?:avec|dans|à)|intégré(?:e?s?) (?:à|dans) l'activité",
  }),
  ...forms("split", { participle: "scindé(?:e?s?) en|divisé(?:e?s?) en" }),
  ...forms("handed-over", {
    participle:
      "transféré(?:e?s?) (?:au|à|aux)|confié(?:e?s?) (?:au|à|aux)|cédé(?:e?s?) (?:au|à|aux)|repris(?:e?s?) par",
  }),
  cue("handed-over", "after", "(?:responsabilité|gestion) de", { noun: true }),
  cue("reallocation-reverted", "before", `(?:${BEEN}|${BE}) (?:${REVERTED})${END}`),
  ...forms("reallocation-approved", { participle: "réalloué|réaffecté|réorienté|reprogrammé" }),
  ...forms("reallocation-withdrawn", { participle: "retiré(?!e?s? d)" }),
  ...(
    [
      ["reallocation-approved", "approuvé|validé|autorisé|accordé|accepté"],
      ["reallocation-rejected", "rejeté|refusé"],
      ["reallocation-withdrawn", "retiré"],
      ["reallocation-proposed", "demandé|proposé|soumis"],
    ] as const
  ).flatMap(([type, words]) => [
    cueOf(type, "before", words, (all) => `${BEEN} ${all}${ENDINGS}${END}`, { ofReallocation: true }),
    cueOf(type, "after", words, (all) => `${HAVE} ${all}${ENDINGS}${END}`, { ofReallocation: true }),
  ]),
];
