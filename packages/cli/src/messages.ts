import type { ActivityState, Cause, Language, Severity, UndefinedReason } from "@cadre/core";
import type { GoalReason, ResultReason } from "@cadre/core/aggregate";
import type { ChangeArea, PlanDifference } from "@cadre/core/compare";
import type { DerivedReason } from "@cadre/core/derived";
import type { Status, SummaryReason } from "@cadre/core/indicators";
import { CAUSE_NAMES, formatDays, formatNumber, namesIn, STATE_NAMES } from "@cadre/core/locale";
import type { StatusCount } from "@cadre/core/portfolio";
import type { SurveyReason } from "@cadre/core/survey";

/** What the commands print beside the data, in both languages. */
export interface Messages {
  protect: {
    withheld: (withheld: number, cells: number, sensitive: number) => string;
    exposed: (cell: string) => string;
    total: string;
    runningTogether: string;
  };
  /** Amounts were converted, by these rates. */
  converted: (to: string, rates: string, source: string | undefined) => string;
  ratesTogether: string;
  common: {
    title: string;
    projects: (count: number) => string;
    reasons: Record<SummaryReason, string>;
    leftOut: string;
    suggestions: string;
    certainty: Record<"likely" | "possible", string>;
    unmatched: Record<"project" | "indicator" | "common", string>;
  };
  derive: {
    none: string;
    interval: (ends: string) => string;
    noInterval: (codes: string) => string;
    reasons: Record<DerivedReason, (missing: string) => string>;
  };
  survey: {
    before: string;
    after: string;
    comparison: string;
    published: string;
    compareUse: string;
    change: string;
    points: string;
    verdicts: Record<"increase" | "decrease" | "inconclusive", string>;
    detectable: (change: string, power: string) => string;
    scale: string;
    twoLevels: string;
    missing: (count: number) => string;
    median: string;
    net: string;
    all: string;
    designEffect: string;
    reasons: Record<SurveyReason, string>;
    aimNeeded: string;
    sameShares: string;
    tooLarge: string;
    simple: string;
    answers: string;
    sample: string;
    clusters: string;
  };
  annual: Record<"semi-annual" | "annual" | "final", string>;
  elapsed: (share: string, date: string) => string;
  agencies: string;
  convening: string;
  indicators: string;
  columns: {
    code: string;
    indicator: string;
    baseline: string;
    target: string;
    actual: string;
    progress: string;
  };
  outcome: string;
  output: string;
  genderBudget: string;
  budgetTable: {
    title: string;
    output: string;
    agency: string;
    additional: string;
    direct: string;
    gewe: string;
    share: string;
    spent: string;
    delivered: string;
    elapsed: string;
    tranche: (number: number) => string;
    ready: string;
    notReady: string;
    fits: (marker: string) => string;
    bounds: (low: string, high: string) => string;
    revision: string;
    added: string;
    by: Readonly<Record<"category" | "agency" | "output", string>>;
    needsApproval: (limit: string) => string;
  };
  total: string;
  delivery: string;
  allocated: string;
  spent: string;
  ofBudget: string;
  ofAllocation: string;
  ofExpenditure: string;
  covid: string;
  evaluation: string;
  marker: string;
  agrees: string;
  contradicts: string;
  unknownShare: string;
  unknown: string;
  activities: string;
  inferredNote: string;
  until: string;
  states: Record<ActivityState, string>;
  causes: Record<Cause, string>;
  /** Days, or bounds on them; `high: null`: nothing bounds them from above. */
  days: (low: number, high: number | null) => string;
  daysLost: (days: string, byCause: string) => string;
  withoutCause: string;
  findings: string;
  noFindings: string;
  severities: Record<Severity, string>;
  reasons: Record<UndefinedReason | GoalReason, string>;
  progressNote: string;
  resultReasons: Record<ResultReason, string>;
  statuses: Record<NonNullable<Status["status"]>, string>;
  rows: (count: number) => string;
  left: (seconds: string) => string;
  rejected: (rejected: string, accepted: string) => string;
  withheld: (values: number) => string;
  interrupted: string;
  written: (path: string) => string;
  keysNeeded: string;
  serving: (address: string) => string;
  notListening: (host: string, port: number) => string;
  secret: (secret: string) => string;
  areas: Record<ChangeArea, string>;
  /** What a report changed of its project document, by kind; `revised`: said of a change that was approved. */
  plan: {
    title: string;
    none: string;
    revised: string;
    promised: string;
    reported: string;
    kinds: Record<PlanDifference["kind"], string>;
  };
  renumbered: string;
  maybeRenumbered: (alike: string) => string;
  rewritten: (lengths: string, alike: string) => string;
  gained: string;
  lost: string;
  noChanges: string;
  yes: string;
  no: string;
  fixable: string;
  fixed: string;
  nothingToFix: string;
  fixNeedsOut: string;
  outWithoutFix: string;
  tbd: string;
  found: string;
  expected: string;
  /** Of how many errors, warnings, notes in how many files. */
  summary: (errors: number, warnings: number, notes: number, files: number) => string;
  oneFile: string;
  noSuchRule: (rule: string) => string;
  didYouMean: string;
  source: string;
  /** With the space that the language puts before it. */
  colon: string;
  whatToDo: string;
  watching: (files: number) => string;
  readAgain: (file: string) => string;
  toNeedsOut: string;
  portfolio: {
    title: (projects: number, money: string) => string;
    project: string;
    time: string;
    money: string;
    late: string;
    errors: string;
    statuses: Record<StatusCount, string>;
  };
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count < 2 ? one : many}`;

const en: Messages = {
  protect: {
    withheld: (withheld, cells, sensitive) =>
      withheld === 0
        ? "nothing had to be withheld"
        : `${withheld} of ${counted(cells, "value", "values")} withheld; small counts: ${sensitive}; the others would give them back`,
    exposed: (cell) => `given away already by what was released: ${cell}`,
    total: "total",
    runningTogether: "--running (what was released) and --before (the last table in full) go together",
  },
  converted: (to, rates, source) =>
    `amounts converted to ${to}: ${rates}${source === undefined ? "" : ` (source: ${source})`}`,
  ratesTogether: "--rates and --currency go together",
  common: {
    title: "COMMON INDICATORS",
    projects: (count) => counted(count, "project", "projects"),
    reasons: {
      "no-actual": "no value",
      "measures-differ": "different measures",
      "denominator-missing": "no denominators, not added up",
      "denominator-zero": "denominator 0",
      "currencies-differ": "different currencies",
      "scores-differ": "different scales",
      "sources-differ": "sources contradict",
      "overlap-unknown": "overlap unknown",
      "survey-estimates": "surveys, not added up",
      "no-number": "not a number",
    },
    leftOut: "left out: measures something else",
    suggestions: "Possible matches, to be confirmed in a file (--common file.json):",
    certainty: { likely: "likely", possible: "possible" },
    unmatched: {
      project: "unknown project",
      indicator: "unknown indicator",
      common: "unknown common indicator",
    },
  },
  derive: {
    none: "The document has no formula; give one with --formula.",
    interval: (ends) => `interval of at least 95%: ${ends}`,
    noInterval: (codes) => `rests on surveys without an interval: ${codes}`,
    reasons: {
      missing: (codes) => `cannot be computed: ${codes} without a value`,
      "division-by-zero": () => "cannot be computed: division by zero, or by what may be zero",
      "bounds-only": () => "bounds only",
      "scale-empty": () => "cannot be computed: the scale of a component is empty",
    },
  },
  survey: {
    before: "before",
    after: "after",
    comparison: "Comparison of two surveys",
    published: "published estimates",
    compareUse:
      "give two files with --value, one file with --value, --round and --rounds, or --before and --after (0.42,400)",
    change: "change",
    points: "points",
    verdicts: {
      increase: "it has grown",
      decrease: "it has fallen",
      inconclusive: "the sample does not show whether it has changed",
    },
    detectable: (change, power) => `these samples find a growth of ${change} with a probability of ${power}`,
    scale: "Answers on a scale",
    twoLevels: "two levels or more, each once, lowest first",
    missing: (count) => `${count} without an answer`,
    median: "median",
    net: "net score",
    all: "all",
    designEffect: "design effect",
    reasons: {
      "no-responses": "nobody answered",
      "single-unit-stratum": "no interval: a stratum has a single sampled unit; choose --single-unit",
      "too-few-clusters": "no interval: too few clusters",
      "no-standard-error": "no interval: no standard error",
    },
    aimNeeded: "either --margin, or --from and --to",
    sameShares: "--from and --to must differ: there is no change to find",
    tooLarge:
      "this aim needs more than 100,000 independent respondents: widen the margin, or look for a larger change",
    simple: "simple random sample",
    answers: "answers needed in each group",
    sample: "people to ask in all",
    clusters: "clusters in all",
  },
  annual: { "semi-annual": "semi-annual report", annual: "annual report", final: "final report" },
  elapsed: (share, date) => `${share} of the time elapsed on ${date}`,
  agencies: "Agencies",
  convening: "convening",
  indicators: "INDICATORS",
  columns: {
    code: "code",
    indicator: "indicator",
    baseline: "base",
    target: "target",
    actual: "actual",
    progress: "% of target",
  },
  outcome: "Outcome",
  output: "Output",
  genderBudget: "GENDER BUDGET",
  budgetTable: {
    title: "BUDGET BY OUTPUT AND AGENCY",
    output: "output",
    agency: "agency",
    additional: "additional costs",
    direct: "direct costs",
    gewe: "GEWE",
    share: "share",
    spent: "spent",
    delivered: "budget spent",
    elapsed: "time elapsed",
    tranche: (number) => `next tranche ${number}`,
    ready: "ready to be requested",
    notReady: "not ready",
    fits: (marker) => `the share fits ${marker}`,
    bounds: (low, high) => `Rows without a share: the GEWE share is between ${low} and ${high}.`,
    revision: "BUDGET REVISION",
    added: "new",
    by: { category: "category", agency: "agency", output: "output" },
    needsApproval: (limit) => `above ${limit}: needs approval`,
  },
  total: "budget",
  delivery: "delivery",
  allocated: "allocated",
  spent: "spent",
  ofBudget: "of the budget",
  ofAllocation: "of the allocation",
  ofExpenditure: "of the expenditure",
  covid: "COVID-19",
  evaluation: "evaluation",
  marker: "marker",
  agrees: "the share agrees with it",
  contradicts: "the share contradicts it and fits",
  unknownShare: "the share is not known",
  unknown: "not reported",
  activities: "ACTIVITIES",
  inferredNote: "Inferred from the report's narrative, with its evidence; not reported as such.",
  until: "until",
  states: namesIn(STATE_NAMES, "en"),
  causes: namesIn(CAUSE_NAMES, "en"),
  days: (low, high) =>
    high === null
      ? `at least ${formatDays(low, "en")}`
      : low === high
        ? formatDays(low, "en")
        : `${formatNumber(low, "en")} to ${formatDays(high, "en")}`,
  daysLost: (days, byCause) => `Activity days lost: ${days} (${byCause})`,
  withoutCause: "no cause reported",
  findings: "FINDINGS",
  noFindings: "No findings.",
  severities: { error: "Errors", warning: "Warnings", info: "Notes" },
  progressNote: "progress from baseline to target: less is better",
  reasons: {
    "target-tbd": "target to be set",
    "no-target": "no target",
    "target-not-a-number": "target is text",
    "actual-tbd": "actual to be set",
    "no-actual": "no value",
    suppressed: "withheld",
    "actual-not-a-number": "actual is text",
    "units-differ": "units differ",
    "decreasing-indicator": "less is better",
    "target-zero": "target is zero",
    "target-not-comparable": "other span",
    "bounds-only": "bounds only",
    "baseline-tbd": "no baseline yet",
    "no-baseline": "no baseline",
    "baseline-not-a-number": "baseline is text",
    "baseline-equals-target": "base = target",
  },
  resultReasons: {
    "sources-not-combined": "not combined",
    "places-not-combined": "not combined",
    "denominator-missing": "no denominator",
    "denominator-zero": "denominator 0",
    "marginals-contradict": "parts contradict",
    "periods-overlap": "periods overlap",
    suppressed: "withheld",
    "parts-do-not-add-up": "parts only",
    "not-disaggregated": "not broken down",
    "not-all-reported": "some silent",
    "bounds-only": "bounds only",
    "no-actual": "not reported",
  },
  statuses: {
    achieved: "achieved",
    "on-track": "on track",
    "at-risk": "at risk",
    "off-track": "off track",
    "not-due": "not due yet",
  },
  rows: (count) => `${formatNumber(count, "en")} ${count === 1 ? "row" : "rows"}`,
  left: (seconds) => `about ${seconds} s left`,
  withheld: (values) => `${values === 1 ? "1 value" : `${values} values`} withheld, whole or in part`,
  rejected: (rejected, accepted) => `rows refused: ${rejected}; rows computed: ${accepted}`,
  interrupted: "stopped; nothing was written",
  written: (path) => `written: ${path}`,
  keysNeeded: "a service reachable from other machines needs --keys",
  serving: (address) => `serving at ${address}; stop with Ctrl-C`,
  notListening: (host, port) => `cannot listen at ${host}:${port}`,
  secret: (secret) => `the key’s secret, shown only once: ${secret}`,
  areas: {
    values: "VALUES",
    targets: "BASELINES AND TARGETS",
    states: "STATES",
    money: "MONEY",
    plan: "PLAN",
    text: "TEXTS",
  },
  plan: {
    title: "AGAINST THE PROJECT DOCUMENT",
    none: "The report keeps to the project document.",
    revised: "the report says that it was revised",
    promised: "promised",
    reported: "reported",
    kinds: {
      "target-raised": "target raised",
      "target-lowered": "target lowered",
      "target-changed": "target changed",
      "baseline-changed": "baseline changed",
      "indicator-dropped": "indicator dropped",
      "indicator-added": "indicator added",
      "indicator-reworded": "indicator reworded",
      "indicator-renumbered": "indicator renumbered",
      "disaggregation-not-reported": "disaggregation not reported",
    },
  },
  renumbered: "POSSIBLY RENUMBERED",
  maybeRenumbered: (alike) => `${alike} of the words in common`,
  rewritten: (lengths, alike) => `${lengths} characters, ${alike} alike`,
  gained: "NEW FINDINGS",
  lost: "FINDINGS GONE",
  noChanges: "No changes.",
  yes: "yes",
  no: "no",
  fixable: "automatic fix (--fix)",
  fixed: "fixed",
  nothingToFix: "nothing to fix automatically; nothing was written",
  fixNeedsOut: "--fix writes a framework document: name one that ends in .json with --out",
  outWithoutFix: "--out needs --fix",
  tbd: "tbd",
  found: "found",
  expected: "expected",
  summary: (errors, warnings, notes, files) =>
    `${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}, ${counted(notes, "note", "notes")} in ${counted(files, "file", "files")}`,
  oneFile: "--fix, --previous and --annex take one file",
  noSuchRule: (rule) => `there is no rule ${rule}`,
  didYouMean: "did you mean",
  source: "Source",
  colon: ":",
  whatToDo: "What to do",
  readAgain: (file) => `read again: ${file}`,
  watching: (files) => `watching ${counted(files, "file", "files")}; stop with Ctrl-C`,
  toNeedsOut: "--to needs --out",
  portfolio: {
    title: (projects, money) =>
      `PORTFOLIO · ${counted(projects, "project", "projects")}${money === "" ? "" : ` · ${money}`}`,
    project: "project",
    time: "time",
    money: "money",
    late: "late",
    errors: "errors",
    statuses: {
      achieved: "achieved",
      "on-track": "on track",
      "at-risk": "at risk",
      "off-track": "off track",
      "not-due": "not due",
      none: "not known",
    },
  },
};

const fr: Messages = {
  protect: {
    withheld: (withheld, cells, sensitive) =>
      withheld === 0
        ? "rien n’a dû être masqué"
        : `${withheld} masquées sur ${plural(cells, "valeur")} ; petits effectifs : ${sensitive} ; les autres permettraient de les retrouver`,
    exposed: (cell) => `déjà révélé par ce qui a été diffusé : ${cell}`,
    total: "total",
    runningTogether:
      "--running (ce qui a été diffusé) et --before (le dernier tableau complet) vont ensemble",
  },
  converted: (to, rates, source) =>
    `montants convertis en ${to} : ${rates}${source === undefined ? "" : ` (source : ${source})`}`,
  ratesTogether: "--rates et --currency vont ensemble",
  common: {
    title: "INDICATEURS COMMUNS",
    projects: (count) => plural(count, "projet"),
    reasons: {
      "no-actual": "aucune valeur",
      "measures-differ": "mesures différentes",
      "denominator-missing": "sans dénominateurs, ne s’additionne pas",
      "denominator-zero": "dénominateur nul",
      "currencies-differ": "monnaies différentes",
      "scores-differ": "échelles différentes",
      "sources-differ": "sources contradictoires",
      "overlap-unknown": "chevauchement inconnu",
      "survey-estimates": "enquêtes, ne s’additionnent pas",
      "no-number": "pas un nombre",
    },
    leftOut: "laissé de côté : mesure autre chose",
    suggestions: "Correspondances possibles, à confirmer dans un fichier (--common fichier.json) :",
    certainty: { likely: "probable", possible: "possible" },
    unmatched: {
      project: "projet inconnu",
      indicator: "indicateur inconnu",
      common: "indicateur commun inconnu",
    },
  },
  derive: {
    none: "Le document n’a pas de formule ; indiquez-en une avec --formula.",
    interval: (ends) => `intervalle d’au moins 95\u00a0% : ${ends}`,
    noInterval: (codes) => `repose sur des enquêtes sans intervalle : ${codes}`,
    reasons: {
      missing: (codes) => `non calculable : ${codes} sans valeur`,
      "division-by-zero": () => "non calculable : division par zéro, ou par ce qui peut être zéro",
      "bounds-only": () => "bornes seules",
      "scale-empty": () => "non calculable : une composante a une échelle vide",
    },
  },
  survey: {
    before: "avant",
    after: "après",
    comparison: "Comparaison de deux enquêtes",
    published: "estimations publiées",
    compareUse:
      "indiquez deux fichiers avec --value, un fichier avec --value, --round et --rounds, ou --before et --after (0.42,400)",
    change: "évolution",
    points: "points",
    verdicts: {
      increase: "hausse avérée",
      decrease: "baisse avérée",
      inconclusive: "on ne peut pas dire s’il y a eu évolution",
    },
    detectable: (change, power) =>
      `ces échantillons décèlent une hausse de ${change} avec une probabilité de ${power}`,
    scale: "Réponses sur une échelle",
    twoLevels: "au moins deux niveaux, chacun une fois, du plus bas au plus haut",
    missing: (count) => `${count} sans réponse`,
    median: "médiane",
    net: "score net",
    all: "ensemble",
    designEffect: "effet de plan",
    reasons: {
      "no-responses": "aucune réponse",
      "single-unit-stratum":
        "pas d’intervalle : une strate n’a qu’une unité enquêtée ; choisissez --single-unit",
      "too-few-clusters": "pas d’intervalle : trop peu de grappes",
      "no-standard-error": "pas d’intervalle : erreur type inconnue",
    },
    aimNeeded: "indiquez soit --margin, soit --from et --to",
    sameShares: "--from et --to doivent différer : il n’y a pas d’évolution à mesurer",
    tooLarge:
      "il faudrait plus de 100 000 répondants indépendants : élargissez la marge ou visez une évolution plus grande",
    simple: "échantillon aléatoire simple",
    answers: "réponses nécessaires par groupe",
    sample: "personnes à interroger au total",
    clusters: "grappes au total",
  },
  annual: { "semi-annual": "rapport semestriel", annual: "rapport annuel", final: "rapport final" },
  elapsed: (share, date) => `${share} du temps écoulé au ${date}`,
  agencies: "Agences",
  convening: "coordinatrice",
  indicators: "INDICATEURS",
  columns: {
    code: "code",
    indicator: "indicateur",
    baseline: "base",
    target: "cible",
    actual: "réalisé",
    progress: "% de la cible",
  },
  outcome: "Résultat",
  output: "Produit",
  genderBudget: "BUDGET GENRE",
  budgetTable: {
    title: "BUDGET PAR PRODUIT ET PAR AGENCE",
    output: "produit",
    agency: "agence",
    additional: "coûts supplémentaires",
    direct: "coûts directs",
    gewe: "EGES",
    share: "part",
    spent: "dépensé",
    delivered: "budget dépensé",
    elapsed: "durée écoulée",
    tranche: (number) => `prochaine tranche (${number})`,
    ready: "peut être demandée",
    notReady: "ne peut pas encore être demandée",
    fits: (marker) => `la part correspond à ${marker}`,
    bounds: (low, high) =>
      `Des lignes n’ont pas de part : la part EGES est comprise entre ${low} et ${high}.`,
    revision: "RÉVISION DU BUDGET",
    added: "nouveau",
    by: { category: "catégorie", agency: "agence", output: "produit" },
    needsApproval: (limit) => `plus de ${limit} : approbation requise`,
  },
  total: "budget",
  delivery: "exécution",
  allocated: "alloué",
  spent: "dépensé",
  ofBudget: "du budget",
  ofAllocation: "du montant alloué",
  ofExpenditure: "des dépenses",
  covid: "COVID-19",
  evaluation: "évaluation",
  marker: "marqueur",
  agrees: "la part concorde",
  contradicts: "la part le contredit et correspond à",
  unknownShare: "la part n’est pas connue",
  unknown: "non rapporté",
  activities: "ACTIVITÉS",
  inferredNote: "Déduit du texte du rapport, avec ses preuves ; non rapporté comme tel.",
  until: "jusqu’à",
  states: namesIn(STATE_NAMES, "fr"),
  causes: namesIn(CAUSE_NAMES, "fr"),
  days: (low, high) =>
    high === null
      ? `au moins ${formatDays(low, "fr")}`
      : low === high
        ? formatDays(low, "fr")
        : `${formatNumber(low, "fr")} à ${formatDays(high, "fr")}`,
  daysLost: (days, byCause) => `Jours-activité perdus : ${days} (${byCause})`,
  withoutCause: "sans cause indiquée",
  findings: "CONSTATS",
  noFindings: "Aucun constat.",
  severities: { error: "Erreurs", warning: "Avertissements", info: "À savoir" },
  progressNote: "chemin parcouru de la base à la cible : la valeur doit baisser",
  reasons: {
    "target-tbd": "cible à fixer",
    "no-target": "sans cible",
    "target-not-a-number": "cible en texte",
    "actual-tbd": "réalisé à fixer",
    "no-actual": "sans valeur",
    suppressed: "masqué",
    "actual-not-a-number": "réalisé en texte",
    "units-differ": "unités différentes",
    "decreasing-indicator": "valeur à réduire",
    "target-zero": "cible nulle",
    "target-not-comparable": "autre durée",
    "bounds-only": "bornes seules",
    "baseline-tbd": "base à fixer",
    "no-baseline": "sans base",
    "baseline-not-a-number": "base en texte",
    "baseline-equals-target": "base = cible",
  },
  resultReasons: {
    "sources-not-combined": "non agrégé",
    "places-not-combined": "non agrégé",
    "denominator-missing": "sans dénominat.",
    "denominator-zero": "dénominateur 0",
    "marginals-contradict": "ventil. contrad.",
    "periods-overlap": "périodes mêlées",
    suppressed: "masqué",
    "parts-do-not-add-up": "parties seules",
    "not-disaggregated": "non ventilé",
    "not-all-reported": "incomplet",
    "bounds-only": "bornes seules",
    "no-actual": "non rapporté",
  },
  statuses: {
    achieved: "atteint",
    "on-track": "en bonne voie",
    "at-risk": "à risque",
    "off-track": "en retard",
    "not-due": "pas encore dû",
  },
  rows: (count) => `${formatNumber(count, "fr")} ${count < 2 ? "ligne" : "lignes"}`,
  left: (seconds) => `encore ${seconds} s environ`,
  withheld: (values) =>
    `${values === 1 ? "1 valeur masquée" : `${values} valeurs masquées`}, en tout ou en partie`,
  rejected: (rejected, accepted) => `lignes refusées : ${rejected} ; lignes calculées : ${accepted}`,
  interrupted: "interrompu ; rien n’a été écrit",
  written: (path) => `écrit : ${path}`,
  keysNeeded: "un service accessible depuis d’autres machines exige --keys",
  serving: (address) => `service à ${address} ; Ctrl-C l’arrête`,
  notListening: (host, port) => `impossible d’écouter à ${host}:${port}`,
  secret: (secret) => `secret de la clé, affiché une seule fois : ${secret}`,
  areas: {
    values: "VALEURS",
    targets: "BASES ET CIBLES",
    states: "ÉTATS",
    money: "BUDGET",
    plan: "PLAN",
    text: "TEXTES",
  },
  plan: {
    title: "PAR RAPPORT AU DOCUMENT DE PROJET",
    none: "Le rapport est conforme au document de projet.",
    revised: "le rapport mentionne une révision",
    promised: "prévue",
    reported: "fournie",
    kinds: {
      "target-raised": "cible relevée",
      "target-lowered": "cible abaissée",
      "target-changed": "cible modifiée",
      "baseline-changed": "donnée de base modifiée",
      "indicator-dropped": "indicateur supprimé",
      "indicator-added": "indicateur ajouté",
      "indicator-reworded": "indicateur reformulé",
      "indicator-renumbered": "indicateur renuméroté",
      "disaggregation-not-reported": "désagrégation non fournie",
    },
  },
  renumbered: "RENUMÉROTATION POSSIBLE",
  maybeRenumbered: (alike) => `${alike} des mots en commun`,
  rewritten: (lengths, alike) => `${lengths} caractères, ${alike} en commun`,
  gained: "CONSTATS NOUVEAUX",
  lost: "CONSTATS DISPARUS",
  noChanges: "Aucun changement.",
  yes: "oui",
  no: "non",
  fixable: "correction automatique (--fix)",
  fixed: "corrigé",
  nothingToFix: "rien à corriger automatiquement ; rien n’a été écrit",
  fixNeedsOut: "--fix écrit un document de cadre : indiquez-en un en .json avec --out",
  outWithoutFix: "--out exige --fix",
  tbd: "àdét.",
  found: "trouvé",
  expected: "attendu",
  summary: (errors, warnings, notes, files) =>
    `${plural(errors, "erreur")}, ${plural(warnings, "avertissement")}, ${plural(notes, "note")} dans ${plural(files, "fichier")}`,
  oneFile: "--fix, --previous et --annex s’appliquent à un seul fichier",
  noSuchRule: (rule) => `la règle ${rule} n’existe pas`,
  didYouMean: "vouliez-vous dire",
  source: "Source",
  colon: "\u00a0:",
  whatToDo: "Que faire",
  readAgain: (file) => `relu : ${file}`,
  watching: (files) => `${plural(files, "fichier surveillé", "fichiers surveillés")} ; Ctrl-C pour arrêter`,
  toNeedsOut: "--to exige --out",
  portfolio: {
    title: (projects, money) =>
      `PORTEFEUILLE · ${plural(projects, "projet")}${money === "" ? "" : ` · ${money}`}`,
    project: "projet",
    time: "temps",
    money: "exéc.",
    late: "retard",
    errors: "err.",
    statuses: {
      achieved: "atteint",
      "on-track": "en bonne voie",
      "at-risk": "à risque",
      "off-track": "en retard",
      "not-due": "pas encore attendu",
      none: "non déterminé",
    },
  },
};

export const MESSAGES: Record<Language, Messages> = { en, fr };
