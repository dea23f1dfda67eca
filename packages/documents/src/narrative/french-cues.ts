import { NO_HABIT } from "../cells/index.ts";
import type { NarrativeCues } from "./cues.ts";
import { FRENCH_VERBS } from "./french-verbs.ts";

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
  verbs: FRENCH_VERBS,
  noFact:
    /^(?:si (?!l'activité|les activités|la |le |les )|s'il|sans |à moins |au cas |en cas |en supposant|à condition|pourvu que|est-ce que)|(?:demandé|demande|savoir|ignore|vérifier|vérifié) si |(?:demandé|recommandé|proposé) (?:que|d'|de )(?!.*(?:réalloc|reven))|recommand(?:e|ent) |pas vrai que|pas le cas que|faux que|rien n'indique|risqu(?:e|ent) (?:que|de|d')|risque (?:que|de|d')|(?:^|[ ,])(?:afin|pour) (?:que|d'achever|de)(?! la période)(?! \d)|(?:aurait|auraient) été/,
  onceFuture:
    /^(?:une fois|dès que|lorsque|quand|après que|avant que|si )[^.]*,[^.]*(?:\p{L}{2}(?:ra|ront)|doit|doivent|devront|peut|peuvent)(?!\p{L})/u,
  negated:
    /(?:^|[ ,'(])(?:ni|aucune?|jamais|sans|loin d'|reste à|restent à|failli|faillit|ne saurait|presque)(?![\p{L}])[^,;.]{0,40}$|n'(?:a|ont|est|sont|avait|y)?[^,;.]{0,25}$|^ni |à aucun moment|(?:pourrait|pourraient|devrait|devraient|doit|doivent|va|vont|risque|risquent) [^,;.]{0,12}$/u,
  unreal: (verb, before) => /^(?:ait|aient)(?!\p{L})/u.test(verb) && !/(?:bien qu|quoiqu)/.test(before),
  nounFact:
    /^[^.;]*?(?:(?:est|sont|a été|ont été|était|étaient)(?: \p{L}+ment)? (?:dus?|dues?|causée?s?|liée?s?|constatée?s?|enregistrée?s?|imputables?|confiée?s?|transférée?s?|attribuables?)|s'explique|(?:a|ont) eu lieu)(?!\p{L})/u,
  otherSubject:
    /(?<!\p{L})(?:termes|tdr|recrutements?|signature|accords?|protocoles?|contrats?|contractualisation|paiements?|décaissements?|consultations?|échanges?|discussions?|missions?|rapports?|appels?|budgets?|partenaires?|prépara\p{L}+|sélection|fonds|financements?|validation|demandes?|négociations?|réunions?|indicateurs?|consultants?|réallocations?|révisions?|modifications?|propositions?|achats?|passation|note|notes|outils?|conception|élaboration des outils|impact|effets?|jeunes|enfants|femmes|personnes|participants?|bénéficiaires?)(?!\p{L})/u,
  activityNoun:
    /(?<!\p{L})(?:activités?|mise|exécution|réalisation|travaux|démarrage|lancement|achèvement|finalisation|poursuite|reprise|formations?|construction|réhabilitation|sessions?|séances?|sensibilisations?|campagnes?)(?!\p{L})/u,
  under: /(?:sous|dans le cadre de|au titre de|dans)(?: l'activité| les activités)?\s*$/,
  reallocation: /(?<!\p{L})(?:réalloc\p{L}+|réallou\p{L}+|réaffect\p{L}+|reprogramm\p{L}+)/u,
  preposition:
    /(?<!\p{L})(?:de|du|des|pour|sur|dans|à|au|aux|avec|par|sous|en|concernant)(?!\p{L})|(?<!\p{L})d'/u,
  article: /^(?:(?:les?|la|des|du|une?|ces?|cette)(?!\p{L})|l')/u,
  introduction:
    /^(?:(?:en|au cours|durant|pendant|depuis|sous|dans|grâce|à|au|après|avant|malgré|contrairement|comme|avec|pour|par|selon|le \d|suite|du fait|compte tenu|entre|si|bien que|quoique|bien qu'|alors que|tandis que|lorsque|une fois|et|mais|puis|toutefois|cependant|par ailleurs|enfin|de même|faute)(?!\p{L})|afin d'),?\s*/u,
  relative: /,? ?(?<!\p{L})(?:qui|elle-même)$/u,
  otherRelative: /(?<!\p{L})(?:dont|où|qui|lesquel\p{L}+|laquelle|que)(?!\p{L})/u,
  describes:
    /^(?:,? ?(?:de|du|des|d'|sur|dans|en|à|au|aux|pour|avec|par|sous|relative?s?|portant|concernant|visant|ciblant).*|(?:\p{L}+ment|aussi|également|déjà|toujours|encore|tou(?:te)?s (?:les )?deux))$/u,
  goesOn: /(?<!\p{L})(?:et|mais|puis)(?: (?:puis|ensuite|également|aussi|\p{L}+ment))?$/u,
  sameActivity: /(?:l'activité|cette activité)\s*$/,
  following: /(?:activités suivantes|activités ci-après)/,
  boundary:
    /[;:]|,? (?:et|mais|puis|tandis que|alors que|bien que|avant que)(?: puis| ensuite)?(?= )|,(?= )/g,
  plural:
    /(?<!\p{L})(?:ont|sont|avaient|étaient|aient|demeurent|restent|accusent|enregistrent|connaissent|subissent|poursuivent|seront)(?!\p{L})/u,
  pronounSubject:
    /(?:^|[ ,'])(?:elles?|ils?|cette activité|ces activités|qui|celle-ci|celles-ci|l'activité|les activités|cette dernière|ces dernières)\s*$/u,
  allOfOutput:
    /toutes les activités (?:sous le|du|relevant du) produit (?<output>\d{1,2}\.\d{1,2})(?!\.?\d)(?:,? (?:sauf|excepté|hormis|à l['’]exception de)(?: l['’]activité| les activités| des activités)? (?<except>[\d., et]+\d))?/giu,
  beforeIndicator:
    /(?:indicateurs?|sections?|tableaux?|versions?|figures?|annexes?|chapitres?|paragraphes?|articles?|pages?)\s*$/i,
  beforePlanned:
    /(?:prévue?s?|programmée?s?|planifiée?s?)(?: initialement)? (?:en|pour|le|au|à partir de)(?: mois de)?\s*$/,
  beforeExpected:
    /(?:jusqu['’]en|jusqu['’]à|jusqu['’]au|(?:^|\s)(?:à|au))(?: mois de| début| fin| la mi-)?\s*$/,
  partnerItself: /(?<!\p{L})(?:partenaires?|ong)$/u,
  causeMarker:
    /(?<!\p{L})(?:en raison|à cause|du fait|suite|à la suite|dus?|dues?|liée?s?|causée?s? par|par|faute|imputables?|compte tenu|parce qu|car|face|en attente|à l'attente|grâce|en conséquence)(?!\p{L})/gu,
  agency:
    /(?:au|aux|à|par)(?: la| l['’]|)\s?(?<agency>(?:ministère |direction |agence |commune )?(?:\p{Lu}[\p{L}\p{N}&'’-]*|de la \p{Lu}[\p{L}-]*)(?:(?: de| du| des| et)?(?: la)? \p{Lu}[\p{L}\p{N}&'’-]*){0,6})/u,
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
    ["covid-19", /covid|coronavirus|pandémie|épidémie|crise sanitaire|confinement/],
    [
      "insecurity",
      /insécurité|sécuritaire|attaques?(?!\p{L})|violences?|affrontements|groupes armés|terroris|combats(?!\p{L})|enlèvement|coup d'état/u,
    ],
    ["season", /saison|hivernage|travaux champêtres|inondation|pluies?(?![\p{L}])|récoltes?|sécheresse/u],
    [
      "procurement",
      /passation|approvisionnement|livraison|achats?(?!\p{L})|appels? d'offres|fournisseurs?|dédouanement/u,
    ],
    ["partner", /partenaires?(?!\p{L})|(?<!\p{L})ong(?!\p{L})/u],
    ["approval", /approbation|autorisation|(?<!\p{L})visa(?!\p{L})/u],
    ["funding", /financements?|décaissement|(?<!\p{L})fonds(?!\p{L})|tranche|trésorerie/u],
    [
      "dependency",
      /dépend|(?:attente|achèvement) (?:de |des |du )?(?:l'achèvement|résultats?|la finalisation)/,
    ],
    ["other", /élections?(?!\p{L})|grèves?(?!\p{L})|manifestations?(?!\p{L})|pénurie/u],
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
