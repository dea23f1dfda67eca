import { NO_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";
import { verbs } from "./verbs.ts";

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

/** How French reports describe what happened. */
export const FRENCH_CUES: NarrativeCues = {
  language: "fr",
  verbs: verbs("fr"),
  activeVerbs: [
    [
      "delayed",
      /(?<!\p{L}|n')(?:a|ont) (?:aussi |également |encore )?(?:retardé|reporté|ralenti|affecté)(?![\p{L}])(?= (?:la|le|les|l'|toutes|tous|cette|ces))/gu,
    ],
    [
      "suspended",
      /(?<!\p{L}|n')(?:a|ont) (?:aussi |également )?suspendu(?![\p{L}])(?= (?:la|le|les|l'|toutes|tous|cette|ces))/gu,
    ],
  ],
  noFact:
    /^(?:si |s'il|sans |à moins |au cas |en cas )|(?:demandé|demande|savoir|ignore|vérifier|vérifié) si |pas vrai que|pas le cas que|faux que|risque (?:que|de)|(?:^|[ ,])(?:afin|pour) (?:que|d'achever|de)(?! la période)(?! \d)/,
  negated:
    /(?:^|[ ,'(])(?:ni|aucune?|jamais|sans|loin d'|reste à|restent à)(?![\p{L}])[^,;.]{0,40}$|n'(?:a|ont|est|sont|avait|y)?[^,;.]{0,25}$|^ni |(?:pourrait|pourraient|devrait|devraient|doit|doivent|va|vont) [^,;.]{0,12}$/u,
  otherSubject:
    /(?<!\p{L})(?:termes|tdr|recrutements?|signature|accords?|protocoles?|contrats?|paiements?|décaissements?|consultations?|rapports?|appels?|budgets?|partenaires?|préparations?|sélection|fonds|financements?|validation|demandes?|négociations?|réunions?|indicateurs?|consultants?|réallocations?|révisions?|modifications?|propositions?|achats?|impact|effets?|jeunes|enfants|femmes|personnes)(?!\p{L})/u,
  reallocation: /(?<!\p{L})(?:réallocations?|révisions?|modifications?|propositions?|demandes?)(?!\p{L})/u,
  preposition: /(?<!\p{L})(?:de|du|des|pour|sur|dans|à|au|aux|avec|par|sous|en|d'|concernant)(?!\p{L})/u,
  boundary:
    /[;:]|,? (?:et|mais|puis|tandis que|alors que|bien que|avant que)(?: puis| ensuite)?(?= )|,(?= )/g,
  plural: /(?<!\p{L})(?:ont|sont)(?!\p{L})/u,
  pronounSubject:
    /(?:^|[ ,'])(?:elles?|ils?|cette activité|ces activités|qui|celle-ci|celles-ci|l'activité|les activités|cette dernière|ces dernières)\s*$/u,
  allOfOutput:
    /toutes les activités (?:sous le|du|relevant du) produit (?<output>\d{1,2}\.\d{1,2})(?!\.?\d)(?:,? (?:sauf|excepté|hormis|à l['’]exception de)(?: l['’]activité| les activités| des activités)? (?<except>[\d., et]+\d))?/giu,
  beforeIndicator: /indicateurs?\s*$/i,
  beforeDate: /(?:^|\s)(?:du|le|au|en date du|depuis le)\s*$/i,
  atOnce: /(?:a|ont) (?:démarrée?s?|débutée?s?|commencée?s?) (?:immédiatement|aussitôt|sans délai)/,
  delayed: [/\bretardée?s?(?![\p{L}])/u, /rencontré des difficultés/, /affecté la mise en œuvre/],
  started: [
    /(?:a|ont) (?:aussi |déjà |également )?(?:démarrée?s?|débutée?s?|commencée?s?)(?![\p{L}])(?! à se faire sentir)/u,
    /se sont déroulée?s(?![\p{L}])/u,
    /(?:a|ont) eu lieu/,
    /ont été formée?s(?![\p{L}])/u,
    /a pu opérationnaliser/,
    /(?:a|ont) regroupé/,
  ],
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
    ["insecurity", /insécurité|attaques? armée|violences? armée|affrontements/],
    ["season", /saison|hivernage|travaux champêtres|inondation|pluies?(?![\p{L}])/u],
    [
      "procurement",
      /passation de marchés|approvisionnement|livraison tardive|lenteur des achats|retards? d'achat/,
    ],
    ["partner", /retards? (?:du|des|de la part) partenaires?/],
    ["approval", /en attente d['’](?:une )?approbation/],
    ["funding", /retards? de financement|décaissement tardif/],
  ],
  months: MONTHS,
  // `du 11 au 14 novembre 2020`, `15 janvier 2020`, `mars 2020`, `fin mars`, `de juin à octobre`.
  date: new RegExp(
    `(?:(?<day>\\d{1,2})(?:er)? (?:au \\d{1,2} )?)?(?<!\\p{L})(?<month>${MONTH})(?!\\p{L})(?: à (?<lastMonth>${MONTH}))?(?: (?<year>20\\d\\d))?`,
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
