import type { Cause } from "@cadre/core";

/**
 * How French reports tell what happened to activities: data for the reader in `events.ts`. Patterns run over lower-case sentences; none
 * has nested repetition, so that each takes one pass.
 */
export const FRENCH_CUES = {
  delayed: [/\bretardée?s?(?![\p{L}])/u, /rencontré des difficultés/, /affecté la mise en œuvre/],
  started: [
    /(?:a|ont) (?:aussi |déjà |également )?(?:démarrée?s?|débutée?s?|commencée?s?)(?![\p{L}])(?! à se faire sentir)/u,
    /se sont déroulée?s(?![\p{L}])/u,
    /(?:a|ont) eu lieu/,
    /ont été formée?s(?![\p{L}])/u,
    /a pu opérationnaliser/,
    /(?:a|ont) regroupé/,
  ],
  completed: [/(?:a|ont) été (?:achevée?s?|terminée?s?|finalisée?s?)(?![\p{L}])/u],
  cancelled: [/(?:a|ont) été annulée?s?(?![\p{L}])/u],
  suspended: [/(?:a|ont) été suspendue?s?(?![\p{L}])/u],
  proposed: [
    /soumis à l['’]approbation/,
    /demandant au pbso/,
    /(?:a|ont) (?:proposé|soumis|présenté) au pbso/,
  ],
  /** A new set of activities, proposed or approved: its activities are the outcome of a reallocation. */
  newActivities: [/nouvel ensemble d['’]activités/, /nouvelles activités/],
  approved: [/(?:a|ont) été approuvée?s?(?![\p{L}])/u, /approbation de pbso/, /pbso a approuvé/],
  reverted: [
    /(?:revenir|reviennent|revenue?s?|retour) (?:à|sur) l['’]activité (?:originale|initiale|d['’]origine)/,
  ],
  /** Reason given for the steps that a reversal implies. */
  impliedByReversal: "étape impliquée par le retour à l’activité originale",
  /** What only gets ready has not started. */
  preparation: [/^(?:les|des|la) préparations?(?![\p{L}])/u, /en cours de préparation/],
  /** Of all activities of an outcome; the first group is its number. */
  wholeOutcome: /activités (?:\p{L}+ ){0,3}(?:du|pour le|sous le|de) résultat (\d)/u,
  /** Will start: the first group is the date's words. */
  willStart: /(?:démarrera|démarreront|débutera|débuteront) (?:en|à partir de|à partir du) ([^.;,]{4,30})/,
  /** Speaks of what the sentence before spoke of. */
  goesOn: /^(?:ces|cette|cet|ce|celles|elles|ils|elle|il)\s/,
  sameMeasures: /^ces mesures/,
  pronoun: /\b(?:ces activités|cette activité|les mettre en œuvre)/,
  causes: [
    ["covid-19", /covid|coronavirus|pandémie|épidémie/],
    ["insecurity", /insécurité|attaques? armée|violences armées/],
    ["season", /saison|hivernage|travaux champêtres|pluies?(?![\p{L}])/u],
    ["procurement", /passation de marchés|approvisionnement|livraison tardive/],
    ["partner", /retards? (?:du|des|de la part) partenaires?/],
    ["approval", /en attente d['’](?:une )?approbation/],
    ["funding", /retards? de financement|décaissement tardif/],
  ] as [Cause, RegExp][],
  months: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
};
