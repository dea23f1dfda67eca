import { NO_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";

const MONTHS = [
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
];
const MONTH = MONTHS.join("|");

/** How French reports tell what happened. */
export const FRENCH_CUES: NarrativeCues = {
  language: "fr",
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
  newActivities: [/nouvel ensemble d['’]activités/, /nouvelles activités/],
  approved: [/(?:a|ont) été approuvée?s?(?![\p{L}])/u, /approbation de pbso/, /pbso a approuvé/],
  reverted: [
    /(?:revenir|reviennent|revenue?s?|retour) (?:à|sur) l['’]activité (?:originale|initiale|d['’]origine)/,
  ],
  preparation: [/^(?:les|des|la) préparations?(?![\p{L}])/u, /en cours de préparation/],
  wholeOutcome: /activités (?:\p{L}+ ){0,3}(?:du|pour le|sous le|de) résultat (\d)/u,
  willStart: /(?:démarrera|démarreront|débutera|débuteront) (?:en|à partir de|à partir du) ([^.;,]{4,30})/,
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
  ],
  months: MONTHS,
  // `du 11 au 14 novembre 2020`, `15 janvier 2020`, `mars 2020`, `fin mars`, `de juin à octobre`.
  date: new RegExp(
    `(?:(?<day>\\d{1,2})(?:er)? (?:au \\d{1,2} )?)?(?<!\\p{L})(?<month>${MONTH})(?!\\p{L})(?: à (?:${MONTH}))?(?: (?<year>20\\d\\d))?`,
    "giu",
  ),
  claims: {
    habit: NO_HABIT,
    fillers: new Set(
      "a à au aux avec ce ces cette dans de des du d en et l la le les leur leurs n nombre ou par pour qu que qui s sur un une été est sont ont déjà aussi".split(
        " ",
      ),
    ),
    ending: /[esx]{1,4}$/,
    done: /(?<!\p{L})(?:mis(?:es?)? en place|formée?s?|créée?s?|installée?s?|opérationnalisée?s?|sensibilisée?s?|réalisée?s?|organisée?s?)(?!\p{L})/u,
    counted: /^nombre (?:de |des |d['’])(.+)$/i,
    distributed: /(?<!\p{L})(?:dans (?:chacun|chaque)|par \p{L}+|chacun)/u,
    scoped:
      /(?<!\p{L})(?:période|trimestre|semestre|au cours d|durant|pendant|cette année|depuis|en (?:début |fin |mi-)?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\d\d)|prévoi\p{L}*|prévue?s?|vise\p{L}*|envisag\p{L}*|sera|seront|devr\p{L}+|compte(?:nt)?|objectif|cible|planifié\p{L}*|attendue?s?)(?!\p{L})/u,
    notWhole:
      /(?:autres?|encore|supplémentaires?|nouveaux|nouvelles|restante?s?|plus de|environ|près de|presque|au moins|jusqu’à|jusqu'à|quelque|seulement)\s*$/,
    inPlace:
      /(?<!\p{L})(?:à|au|aux|en|dans|de|du|des) (?:l[ae’'] ?|les |région |commune |cercle )*(?:de |d’|d')?\p{Lu}\p{Ll}+|(?<!\p{L})seul(?:ement)?(?!\p{L})/u,
    total:
      /(?:portant (?:le |à )[^.;]{0,30}à|total de|au total,?|à ce jour,?|jusqu’ici,?|au cumul,?|en tout,?)\s*$/,
    partOf: /(?:dont|soit|parmi)\s*$/i,
    // `150 participants, dont 19 femmes et 131 hommes`
    split:
      /(?<![\p{L}\p{N}.,])(?<whole>\d[\d ]{0,9}) ?\p{L}+ ?,? ?\(?dont (?<first>\d[\d ]{0,9}) ?(?<firstLabel>femmes|hommes) et (?<second>\d[\d ]{0,9}) ?(?<secondLabel>femmes|hommes)/giu,
  },
};
