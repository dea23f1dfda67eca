/**
 * Sentences as country teams write them, with what a careful reader takes from each. Written from reports and before the reader of
 * narratives was read: a pattern is a text with placeholders, and what it states of the activities in them.
 */
export interface ReportSentence {
  text: string;
  events: { code: string; type: string; cause?: string; date?: string }[];
}
type Language = "en" | "fr";
/** `a delayed covid-19 M`: activity of slot A; type; cause or `-`; slot of the date, if the text gives one. */
export type Pattern = readonly [text: string, ...events: string[]];

const MONTHS = {
  en: "January February March April May June July August September October November December",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
} as const;

const LABELS: Record<Language, readonly string[]> = {
  en: [
    "activity #",
    "activity #",
    "Activity # on land governance",
    "the training of mediators (#)",
    "the rehabilitation of water points (activity #)",
    "the perception survey (activity #)",
    "activity # (dialogue between herders and farmers)",
  ],
  fr: [
    "l’activité #",
    "l'activité #",
    "l’activité # relative à la gouvernance foncière",
    "la formation des médiateurs (#)",
    "la réhabilitation des points d’eau (activité #)",
    "la mise en place des comités mixtes (#)",
    "l’activité # (dialogue entre éleveurs et agriculteurs)",
  ],
};

const CAUSES: Record<Language, Record<string, readonly string[]>> = {
  en: {
    "covid-19": [
      "the COVID-19 pandemic",
      "COVID-19 restrictions on public gatherings",
      "the coronavirus outbreak",
      "the lockdown decreed by the authorities",
      "the preventive measures against Covid-19",
    ],
    insecurity: [
      "the deteriorating security situation",
      "repeated attacks by armed groups",
      "insecurity in the district of Koro",
      "intercommunal clashes",
      "the presence of armed groups in the area",
    ],
    season: ["the rainy season", "heavy rains", "the floods", "flooding of the access roads"],
    procurement: [
      "lengthy procurement procedures",
      "the late delivery of the equipment",
      "an unsuccessful call for tenders",
      "procurement delays",
    ],
    partner: [
      "the withdrawal of the implementing partner",
      "the late mobilisation of the implementing partner",
      "the partner NGO’s weak capacity",
    ],
    funding: ["the late transfer of the second tranche", "a lack of funds", "the late disbursement of funds"],
  },
  fr: {
    "covid-19": [
      "la pandémie de COVID-19",
      "la COVID-19",
      "la crise sanitaire",
      "les restrictions liées au coronavirus",
      "les mesures de prévention de la Covid-19",
    ],
    insecurity: [
      "la dégradation de la situation sécuritaire",
      "l’insécurité dans le cercle de Koro",
      "les attaques répétées de groupes armés",
      "la présence de groupes armés dans la zone",
    ],
    season: ["la saison des pluies", "l’hivernage", "les inondations", "les fortes pluies"],
    procurement: [
      "la lenteur des procédures d’achat",
      "la livraison tardive des équipements",
      "l’appel d’offres resté infructueux",
      "la lenteur de la passation des marchés",
    ],
    partner: [
      "le désistement du partenaire de mise en œuvre",
      "la mobilisation tardive du partenaire d’exécution",
    ],
    funding: [
      "le versement tardif de la deuxième tranche",
      "le manque de financement",
      "le décaissement tardif des fonds",
    ],
  },
};

/** `[x]` in a pattern: a phrase of that cause; `{A}`, `{B}`, `{C}`: activities; `{M}`, `{N}`: months, `{D}`: a day, all of 2020. */
const PATTERNS: Record<Language, readonly Pattern[]> = {
  en: [
    ["{A} has been delayed due to [covid-19].", "a delayed covid-19"],
    ["Owing to [insecurity], {A} has fallen behind schedule.", "a delayed insecurity"],
    ["[season] delayed {A}.", "a delayed season"],
    ["[procurement] held up {A} until {M}.", "a delayed procurement"],
    ["The implementation of {A} was slowed down by [partner].", "a delayed partner"],
    ["{A} could not start as planned because of [covid-19].", "a delayed covid-19"],
    ["{A} had to be postponed in {M} on account of [insecurity].", "a delayed insecurity M"],
    [
      "As a result of [funding], {A} and {B} have been pushed back.",
      "a delayed funding",
      "b delayed funding",
    ],
    ["{A} suffered delays following [covid-19].", "a delayed covid-19"],
    ["{A} experienced significant delays linked to [procurement].", "a delayed procurement"],
    ["Since {M}, {A} has been delayed by [covid-19].", "a delayed covid-19 M"],
    ["{A} was rescheduled to 2021 owing to [season].", "a delayed season"],
    ["The start of {A} was deferred to next year because of [insecurity].", "a delayed insecurity"],
    ["{A} was launched on {D}.", "a started - D"],
    ["{A} got under way in {M}.", "a started - M"],
    ["Implementation of {A} began in {M}.", "a started - M"],
    ["{A} is ongoing.", "a started"],
    ["{A} is currently being implemented in twelve villages.", "a started"],
    ["{A} kicked off in {M} with 45 participants, including 20 women.", "a started - M"],
    ["Work on {A} commenced in {M}.", "a started - M"],
    ["During the reporting period, {A} and {B} started.", "a started", "b started"],
    ["{A} was completed in {M}.", "a completed - M"],
    ["{A} has been fully implemented.", "a completed"],
    ["{A} was finalised on {D}, reaching 210 people.", "a completed - D"],
    ["{A} and {B} were successfully completed.", "a completed", "b completed"],
    ["{A} came to an end in {M}.", "a completed - M"],
    ["{A} ended in {M}, as planned.", "a completed - M"],
    ["{A} was carried out in {M} in the three target communes.", "a completed - M"],
    ["{A} started in {M} and was completed in {N}.", "a started - M", "a completed - N"],
    [
      "{A} was suspended in {M} because of [insecurity] and resumed in {N}.",
      "a suspended insecurity M",
      "a resumed - N",
    ],
    ["{A} was put on hold in {M} following [insecurity].", "a suspended insecurity M"],
    ["{A} has been on hold since {M} as a result of [covid-19].", "a suspended covid-19 M"],
    ["[insecurity] led the agencies to suspend {A} in {M}.", "a suspended insecurity M"],
    ["{A} was interrupted in {M} by [season].", "a suspended season M"],
    ["{A} has been halted due to [funding].", "a suspended funding"],
    ["{A} resumed in {M}.", "a resumed - M"],
    ["{A} restarted in {M} once the measures had been lifted.", "a resumed - M"],
    ["After several weeks of interruption, {A} resumed in {M}.", "a resumed - M"],
    ["{A} was cancelled in {M}.", "a cancelled - M"],
    ["The agencies decided to cancel {A}.", "a cancelled"],
    ["{A} has been dropped from the workplan.", "a cancelled"],
    ["{A} was abandoned because of [insecurity].", "a cancelled"],
    ["PBSO approved the reallocation of {A} in {M}.", "a reallocation-approved - M"],
    ["The reallocation of the budget of {A} was approved on {D}.", "a reallocation-approved - D"],
    ["In {M}, the agencies requested the reallocation of {A}.", "a reallocation-proposed - M"],
    ["A request to reallocate {A} was submitted to PBSO in {M}.", "a reallocation-proposed - M"],
    ["The reallocation of {A} was rejected by PBSO in {M}.", "a reallocation-rejected - M"],
    ["The reallocation request for {A} was withdrawn in {M}.", "a reallocation-withdrawn - M"],
    ["{A} was reverted to its original form in {M}.", "a reallocation-reverted - M"],
    ["{A} has been merged with {B}.", "a merged"],
    ["{A} was handed over to UNDP in {M}.", "a handed-over - M"],
    ["{A} was 60% complete by the end of {M}.", "a completed"],
    ["{A} was reopened in {M} following the audit.", "a reopened - M"],
    [
      "While {A} was completed in {M}, {B} was delayed by [covid-19].",
      "a completed - M",
      "b delayed covid-19",
    ],
    ["{A} was completed, but {B} has not yet started.", "a completed"],
    ["Unlike {A}, {B} was delayed by [procurement].", "b delayed procurement"],
    [
      "Although {A} started in {M}, it was suspended in {N} due to [insecurity].",
      "a started - M",
      "a suspended insecurity N",
    ],
    ["{A} started in {M}; {B} started in {N}.", "a started - M", "b started - N"],
    [
      "The following activities were delayed by [covid-19]: {A}, {B} and {C}.",
      "a delayed covid-19",
      "b delayed covid-19",
      "c delayed covid-19",
    ],
    ["Despite [insecurity], {A} was completed in {M}.", "a completed - M"],
    ["Notwithstanding [covid-19], {A} started on {D}.", "a started - D"],
    ["{A}, initially planned for {M}, was postponed owing to [funding].", "a delayed funding"],
    [
      "{A}, which had started in {M}, was stopped in {N} because of [season].",
      "a started - M",
      "a suspended season N",
    ],
    ["{A} (completed in {M}) trained 140 local leaders.", "a completed - M"],
    ["The last session of the training closed {A} on {D}.", "a completed - D"],
    ["{A} is behind schedule because of [partner].", "a delayed partner"],
    ["{A} is well under way in Mopti and Ségou.", "a started"],
    ["The project team completed {A} in {M} and launched {B} in {N}.", "a completed - M", "b started - N"],
    ["The lifting of the restrictions in {M} allowed {A} to resume.", "a resumed - M"],
    [
      "{A} and {B} were both affected by [covid-19] and accumulated delays.",
      "a delayed covid-19",
      "b delayed covid-19",
    ],
  ],
  fr: [
    ["{A} a pris du retard en raison de [covid-19].", "a delayed covid-19"],
    ["[season] a retardé {A}.", "a delayed season"],
    ["{A} accuse un retard lié à [procurement].", "a delayed procurement"],
    ["{A} a été reportée en {M} du fait de [insecurity].", "a delayed insecurity M"],
    ["Le démarrage de {A} a été différé à cause de [funding].", "a delayed funding"],
    ["{A} n’a pas pu démarrer comme prévu en raison de [covid-19].", "a delayed covid-19"],
    ["La mise en œuvre de {A} a été ralentie par [partner].", "a delayed partner"],
    ["Depuis {M}, {A} est retardée par [covid-19].", "a delayed covid-19 M"],
    ["{A} et {B} ont connu des retards dus à [covid-19].", "a delayed covid-19", "b delayed covid-19"],
    ["{A} a été décalée à 2021 suite à [insecurity].", "a delayed insecurity"],
    ["[procurement] a occasionné un retard dans {A}.", "a delayed procurement"],
    ["{A} a subi des retards importants à cause de [season].", "a delayed season"],
    ["{A} a été repoussée à l’année prochaine en raison de [insecurity].", "a delayed insecurity"],
    ["{A} a démarré le {D}.", "a started - D"],
    ["{A} a été lancée en {M}.", "a started - M"],
    ["{A} a débuté en {M} avec 45 participants, dont 20 femmes.", "a started - M"],
    ["La mise en œuvre de {A} a commencé en {M}.", "a started - M"],
    ["{A} est en cours.", "a started"],
    ["{A} est actuellement en cours de réalisation dans douze villages.", "a started"],
    ["Les travaux de {A} ont démarré en {M}.", "a started - M"],
    ["Au cours de la période, {A} et {B} ont démarré.", "a started", "b started"],
    ["{A} a été achevée en {M}.", "a completed - M"],
    ["{A} a été réalisée en {M} dans les trois communes cibles.", "a completed - M"],
    ["{A} est terminée depuis {M}.", "a completed - M"],
    ["{A} s’est achevée le {D}.", "a completed - D"],
    ["{A} a été entièrement mise en œuvre.", "a completed"],
    ["{A} et {B} ont été menées à terme.", "a completed", "b completed"],
    ["{A} a été finalisée le {D} et a touché 210 personnes.", "a completed - D"],
    ["{A} a pris fin en {M}.", "a completed - M"],
    ["{A} a été conduite du début à la fin en {M}.", "a completed - M"],
    ["{A} a démarré en {M} et s’est achevée en {N}.", "a started - M", "a completed - N"],
    [
      "{A} a été suspendue en {M} à cause de [insecurity], puis a repris en {N}.",
      "a suspended insecurity M",
      "a resumed - N",
    ],
    ["{A} a été mise en veilleuse en {M} suite à [insecurity].", "a suspended insecurity M"],
    ["{A} est à l’arrêt depuis {M} en raison de [covid-19].", "a suspended covid-19 M"],
    ["[insecurity] a conduit les agences à suspendre {A} en {M}.", "a suspended insecurity M"],
    ["{A} a été interrompue en {M} par [season].", "a suspended season M"],
    ["{A} est suspendue faute de financement.", "a suspended funding"],
    ["{A} a repris en {M}.", "a resumed - M"],
    ["Les travaux de {A} ont repris le {D}.", "a resumed - D"],
    ["Après plusieurs semaines d’interruption, {A} a redémarré en {M}.", "a resumed - M"],
    ["{A} a été annulée en {M}.", "a cancelled - M"],
    ["Les agences ont décidé d’annuler {A}.", "a cancelled"],
    ["{A} a été abandonnée à cause de [insecurity].", "a cancelled"],
    ["{A} a été retirée du plan de travail.", "a cancelled"],
    ["PBSO a approuvé la réallocation de {A} en {M}.", "a reallocation-approved - M"],
    ["La réallocation du budget de {A} a été approuvée le {D}.", "a reallocation-approved - D"],
    ["En {M}, les agences ont demandé la réallocation de {A}.", "a reallocation-proposed - M"],
    ["Une demande de réallocation de {A} a été soumise à PBSO en {M}.", "a reallocation-proposed - M"],
    ["La réallocation de {A} a été rejetée par PBSO en {M}.", "a reallocation-rejected - M"],
    ["La demande de réallocation de {A} a été retirée en {M}.", "a reallocation-withdrawn - M"],
    ["{A} est revenue à sa forme initiale en {M}.", "a reallocation-reverted - M"],
    ["{A} a été fusionnée avec {B}.", "a merged"],
    ["{A} a été transférée au PNUD en {M}.", "a handed-over - M"],
    ["{A} était réalisée à 60 % fin {M}.", "a completed"],
    ["{A} a été rouverte en {M} à la suite de l’audit.", "a reopened - M"],
    [
      "Si {A} a été achevée en {M}, {B} a été retardée par [covid-19].",
      "a completed - M",
      "b delayed covid-19",
    ],
    ["{A} a été achevée, mais {B} n’a pas encore démarré.", "a completed"],
    ["Contrairement à {A}, {B} a été retardée par [procurement].", "b delayed procurement"],
    [
      "Bien que {A} ait démarré en {M}, elle a été suspendue en {N} à cause de [insecurity].",
      "a started - M",
      "a suspended insecurity N",
    ],
    ["{A} a démarré en {M} ; {B} a démarré en {N}.", "a started - M", "b started - N"],
    [
      "Les activités suivantes ont été retardées par [covid-19] : {A}, {B} et {C}.",
      "a delayed covid-19",
      "b delayed covid-19",
      "c delayed covid-19",
    ],
    ["Malgré [insecurity], {A} a été achevée en {M}.", "a completed - M"],
    ["En dépit de [covid-19], {A} a démarré le {D}.", "a started - D"],
    ["{A}, initialement prévue en {M}, a été reportée en raison de [funding].", "a delayed funding"],
    [
      "{A}, qui avait démarré en {M}, a été arrêtée en {N} à cause de [season].",
      "a started - M",
      "a suspended season N",
    ],
    ["{A} (achevée en {M}) a permis de former 140 leaders locaux.", "a completed - M"],
    ["{A} s’est déroulée du {D} au 29 décembre 2020.", "a started"],
    ["{A} enregistre un retard imputable à [partner].", "a delayed partner"],
    ["L’équipe du projet a achevé {A} en {M} et lancé {B} en {N}.", "a completed - M", "b started - N"],
    ["La levée des restrictions en {M} a permis la reprise de {A}.", "a resumed - M"],
  ],
};

/** Numbers from 0 to below 1, the same for each seed. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bde le /g, "du "],
  [/\bde les /g, "des "],
  [/\bà le /g, "au "],
  [/\bà les /g, "aux "],
];

/** `count` sentences with their truth, each pattern in turn. */
export function reportSentences(
  language: Language,
  count: number,
  patterns: readonly Pattern[] = PATTERNS[language],
): ReportSentence[] {
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const months = MONTHS[language].split(" ");
  return Array.from({ length: count }, (_, index) => {
    const [pattern, ...stated] = patterns[index % patterns.length] as Pattern;
    const codes: Record<string, string> = {};
    while (new Set(Object.values(codes)).size < 3)
      for (const slot of "abc")
        codes[slot] =
          `${1 + Math.floor(random() * 3)}.${1 + Math.floor(random() * 2)}.${1 + Math.floor(random() * 4)}`;
    const month = Math.floor(random() * 8);
    const later = month + 1 + Math.floor(random() * 3);
    const day = 2 + Math.floor(random() * 26);
    const two = (value: number) => String(value).padStart(2, "0");
    const dates: Record<string, string> = {
      M: `2020-${two(month + 1)}`,
      N: `2020-${two(later + 1)}`,
      D: `2020-${two(month + 1)}-${two(day)}`,
    };
    let text = pattern
      .replace(/\{([ABC])\}/g, (_all, slot: string) =>
        pick(LABELS[language]).replace("#", codes[slot.toLowerCase()] as string),
      )
      .replace(/\[([a-z0-9-]+)\]/g, (_all, cause: string) =>
        pick(CAUSES[language][cause] as readonly string[]),
      )
      .replace(/\{M\}/g, `${months[month]} 2020`)
      .replace(/\{N\}/g, `${months[later]} 2020`)
      .replace(/\{D\}/g, `${day} ${months[month]} 2020`);
    if (language === "fr") {
      for (const [from, to] of CONTRACTIONS) text = text.replace(from, to);
      if (/^(les|la lenteur|l’h)/.test(text))
        text = text.replace(/^(les [^.]*?) a (retardé|conduit|occasionné)/, "$1 ont $2");
    }
    const events = stated.map((each) => {
      const [slot, type, cause, date] = each.split(" ") as [string, string, string?, string?];
      return {
        code: codes[slot] as string,
        type,
        ...(cause === undefined || cause === "-" ? {} : { cause }),
        ...(date === undefined ? {} : { date: dates[date] as string }),
      };
    });
    return { text: capital(text), events };
  });
}

/** Sentences by themselves with what they state, by code and type of event. */
export const SINGLE_SENTENCES: Record<
  Language,
  readonly (readonly [text: string, events: readonly string[]])[]
> = {
  en: [
    [
      "Training sessions under activity 1.2.1 were launched in April but had to be halted in June when clashes broke out.",
      ["1.2.1 started", "1.2.1 suspended"],
    ],
    [
      "The pandemic hit the project hard: activities 1.1.1 and 1.1.2 were put on hold for four months.",
      ["1.1.1 suspended", "1.1.2 suspended"],
    ],
    ["Activity 2.1.3 has been wrapped up ahead of schedule.", ["2.1.3 completed"]],
    ["The rains made roads impassable, which delayed activity 3.1.1 by two months.", ["3.1.1 delayed"]],
    [
      "After PBSO gave its green light in May, activity 2.1.1 was initiated without delay.",
      ["2.1.1 started"],
    ],
    ["Both trainings (1.1.2 and 1.1.3) are now finished.", ["1.1.2 completed", "1.1.3 completed"]],
    ["Activity 1.4.1 was shelved for lack of access.", ["1.4.1 suspended"]],
    ["Due to the elections, the dialogue forums (2.2.1) were moved to next year.", ["2.2.1 delayed"]],
    ["Activity 3.2.1 has been scaled down but continues.", []],
    [
      "FAO finalised activity 3.2.2 in August and WFP started activity 3.2.3 in September.",
      ["3.2.2 completed", "3.2.3 started"],
    ],
    ["Implementation of 1.3.1 remains on track and is progressing well.", ["1.3.1 started"]],
    ["The kick-off of activity 1.3.2 was held in March.", ["1.3.2 started"]],
    ["Activity 2.2.2 lags behind because suppliers delivered late.", ["2.2.2 delayed"]],
    ["Although planned for June, activity 2.1.4 only began in October 2020.", ["2.1.4 started"]],
    ["Activity 1.1.4 did not take place in the second quarter owing to the lockdown.", ["1.1.4 delayed"]],
    [
      "Following the improvement of the security situation, work under activity 2.2.3 restarted in July.",
      ["2.2.3 resumed"],
    ],
  ],
  fr: [
    [
      "Les sessions de l’activité 1.2.1 ont été lancées en avril mais ont dû être interrompues en juin à cause d’affrontements.",
      ["1.2.1 started", "1.2.1 suspended"],
    ],
    [
      "La pandémie a mis à l’arrêt les activités 1.1.1 et 1.1.2 pendant quatre mois.",
      ["1.1.1 suspended", "1.1.2 suspended"],
    ],
    ["L’activité 2.1.3 est bouclée.", ["2.1.3 completed"]],
    [
      "Les pluies ont rendu les routes impraticables, ce qui a retardé l’activité 3.1.1 de deux mois.",
      ["3.1.1 delayed"],
    ],
    ["Après le feu vert de PBSO en mai, l’activité 2.1.1 a démarré sans tarder.", ["2.1.1 started"]],
    [
      "Les deux formations (1.1.2 et 1.1.3) sont désormais terminées.",
      ["1.1.2 completed", "1.1.3 completed"],
    ],
    [
      "En raison des élections, les forums de dialogue (2.2.1) ont été décalés à l’année prochaine.",
      ["2.2.1 delayed"],
    ],
    ["L’activité 3.2.1 a été réduite mais se poursuit.", ["3.2.1 started"]],
    [
      "La FAO a finalisé l’activité 3.2.2 en août et le PAM a démarré l’activité 3.2.3 en septembre.",
      ["3.2.2 completed", "3.2.3 started"],
    ],
    ["La mise en œuvre de l’activité 1.3.1 avance bien.", ["1.3.1 started"]],
    ["Le lancement officiel de l’activité 1.3.2 s’est tenu en mars.", ["1.3.2 started"]],
    ["L’activité 2.2.2 accuse du retard car les fournisseurs ont livré tardivement.", ["2.2.2 delayed"]],
    ["Bien que prévue en juin, l’activité 2.1.4 n’a commencé qu’en octobre 2020.", ["2.1.4 started"]],
    ["L’activité 1.1.4 n’a pas eu lieu au deuxième trimestre en raison du confinement.", ["1.1.4 delayed"]],
    [
      "Suite à l’amélioration de la situation sécuritaire, les travaux de l’activité 2.2.3 ont repris en juillet.",
      ["2.2.3 resumed"],
    ],
    ["L’activité 1.4.1 a été gelée faute d’accès.", ["1.4.1 suspended"]],
  ],
};
