/** Sentences about activities with their known truth, from patterns of reports. */
export interface KnownSentence {
  text: string;
  events: readonly { code: string; type: string; cause?: string }[];
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

interface Verb {
  type: string;
  /** Singular and plural, as they follow their subject. */
  one: string;
  many: string;
  causes: boolean;
}

const verb = (type: string, one: string, many: string, causes = false): Verb => ({ type, one, many, causes });

interface Patterns {
  verbs: readonly Verb[];
  causes: readonly (readonly [string, string])[];
  dates: readonly string[];
  subject: (code: string) => readonly string[];
  list: (codes: readonly string[]) => readonly string[];
  range: (from: string, to: string) => readonly string[];
  /** Second clause about the same activity, by pronoun. */
  pronoun: readonly string[];
  pronounMany: readonly string[];
  and: readonly string[];
  fact: (subject: string, verb: string, cause: string, date: string) => readonly string[];
  /** Sentences without any event, around one activity. */
  nothing: (code: string, verb: Verb) => readonly string[];
}

const EN: Patterns = {
  verbs: [
    verb("started", "started", "started"),
    verb("started", "has begun", "have begun"),
    verb("started", "was launched", "were launched"),
    verb("started", "got under way", "got under way"),
    verb("started", "is ongoing", "are ongoing"),
    verb("started", "is under way", "are under way"),
    verb("completed", "was completed", "were completed"),
    verb("completed", "has been finalised", "have been finalised"),
    verb("completed", "was finished", "were finished"),
    verb("completed", "was successfully concluded", "were successfully concluded"),
    verb("cancelled", "was cancelled", "were cancelled"),
    verb("cancelled", "has been dropped", "have been dropped"),
    verb("cancelled", "was abandoned", "were abandoned"),
    verb("delayed", "was delayed", "were delayed", true),
    verb("delayed", "has been postponed", "have been postponed", true),
    verb("delayed", "was slowed down", "were slowed down", true),
    verb("delayed", "fell behind schedule", "fell behind schedule", true),
    verb("suspended", "was suspended", "were suspended", true),
    verb("suspended", "was put on hold", "were put on hold", true),
    verb("suspended", "was temporarily halted", "were temporarily halted", true),
    verb("resumed", "resumed", "resumed"),
    verb("resumed", "has restarted", "have restarted"),
    verb("resumed", "was resumed", "were resumed"),
    verb("reallocation-approved", "was reallocated", "were reallocated"),
  ],
  causes: [
    ["due to COVID-19", "covid-19"],
    ["because of the pandemic", "covid-19"],
    ["owing to insecurity in the area", "insecurity"],
    ["as a result of armed attacks", "insecurity"],
    ["due to the rainy season", "season"],
    ["because of flooding", "season"],
    ["because of slow procurement", "procurement"],
    ["due to the late disbursement of funds", "funding"],
  ],
  dates: [
    "in March 2020",
    "in May",
    "on 12 June 2020",
    "at the end of August 2020",
    "in the third quarter of 2020",
    "",
  ],
  subject: (code) => [
    `Activity ${code}`,
    `The training of community leaders (${code})`,
    `Implementation of activity ${code}`,
    `The construction of wells under activity ${code}`,
    `${code}, on land governance,`,
  ],
  list: (codes) => [
    `Activities ${codes.slice(0, -1).join(", ")} and ${codes.at(-1)}`,
    `The trainings (${codes.join(", ")})`,
    `Both the survey and the dialogue sessions (${codes.join(" and ")})`,
  ],
  range: (from, to) => [`Activities ${from} to ${to}`, `Activities ${from}–${to}`],
  pronoun: ["it", "this activity"],
  pronounMany: ["they", "these activities"],
  and: [" and ", ", but ", "; ", ", then "],
  fact: (s, v, c, d) => [
    `${s} ${v}${c}${d}.`,
    `${s} ${v}${d}${c}.`,
    `During the reporting period, ${s} ${v}${c}${d}.`,
    `As stated in the previous report, ${s} ${v}${d}${c}.`,
  ],
  nothing: (code, v) => [
    `Activity ${code} will be reviewed by the steering committee in 2021.`,
    `Activity ${code} contributes to social cohesion.`,
    `If the situation worsens, activity ${code} may be affected.`,
    `Activity ${code} targets 300 young people in four communes.`,
    `The partners of activity ${code} met in June 2020 to discuss next steps.`,
    `It is not true that activity ${code} ${v.one}.`,
    `Had access been denied, activity ${code} would have been suspended.`,
    `The budget of activity ${code} amounts to 40,000 USD.`,
    `The tender for activity ${code} was launched in April 2020.`,
    `The memorandum of understanding for activity ${code} was finalised.`,
  ],
};

const FR: Patterns = {
  verbs: [
    verb("started", "a démarré", "ont démarré"),
    verb("started", "a commencé", "ont commencé"),
    verb("started", "a été lancée", "ont été lancées"),
    verb("started", "a débuté", "ont débuté"),
    verb("started", "est en cours", "sont en cours"),
    verb("completed", "a été achevée", "ont été achevées"),
    verb("completed", "a été finalisée", "ont été finalisées"),
    verb("completed", "est terminée", "sont terminées"),
    verb("completed", "a pris fin", "ont pris fin"),
    verb("cancelled", "a été annulée", "ont été annulées"),
    verb("cancelled", "a été abandonnée", "ont été abandonnées"),
    verb("delayed", "a été retardée", "ont été retardées", true),
    verb("delayed", "a été reportée", "ont été reportées", true),
    verb("delayed", "a pris du retard", "ont pris du retard", true),
    verb("delayed", "a connu des retards", "ont connu des retards", true),
    verb("suspended", "a été suspendue", "ont été suspendues", true),
    verb("suspended", "a été mise en suspens", "ont été mises en suspens", true),
    verb("suspended", "est à l'arrêt", "sont à l'arrêt", true),
    verb("resumed", "a repris", "ont repris"),
    verb("resumed", "a redémarré", "ont redémarré"),
    verb("reallocation-approved", "a été réallouée", "ont été réallouées"),
  ],
  causes: [
    ["à cause de la COVID-19", "covid-19"],
    ["en raison de la pandémie", "covid-19"],
    ["en raison de l'insécurité dans la zone", "insecurity"],
    ["à la suite d'attaques armées", "insecurity"],
    ["en raison de la saison des pluies", "season"],
    ["à cause des inondations", "season"],
    ["du fait de la lenteur des achats", "procurement"],
    ["en raison du décaissement tardif des fonds", "funding"],
  ],
  dates: ["en mars 2020", "en mai", "le 12 juin 2020", "fin août 2020", "au troisième trimestre 2020", ""],
  subject: (code) => [
    `L'activité ${code}`,
    `La formation des leaders communautaires (${code})`,
    `La mise en œuvre de l'activité ${code}`,
    `La construction de puits prévue par l'activité ${code}`,
  ],
  list: (codes) => [
    `Les activités ${codes.slice(0, -1).join(", ")} et ${codes.at(-1)}`,
    `Les formations (${codes.join(", ")})`,
  ],
  range: (from, to) => [`Les activités ${from} à ${to}`, `Les activités de ${from} à ${to}`],
  pronoun: ["elle", "cette activité"],
  pronounMany: ["elles", "ces activités"],
  and: [" et ", ", mais ", " ; ", ", puis "],
  fact: (s, v, c, d) => [
    `${s} ${v}${c}${d}.`,
    `${s} ${v}${d}${c}.`,
    `Au cours de la période, ${s.charAt(0).toLowerCase()}${s.slice(1)} ${v}${c}${d}.`,
  ],
  nothing: (code, v) => [
    `L'activité ${code} sera examinée par le comité de pilotage en 2021.`,
    `L'activité ${code} contribue à la cohésion sociale.`,
    `Si la situation s'aggrave, l'activité ${code} pourrait être affectée.`,
    `L'activité ${code} cible 300 jeunes dans quatre communes.`,
    `Les partenaires de l'activité ${code} se sont réunis en juin 2020 pour discuter de la suite.`,
    `Il n'est pas vrai que l'activité ${code} ${v.one}.`,
    `Sans accès, l'activité ${code} aurait été suspendue.`,
    `Le budget de l'activité ${code} s'élève à 40 000 USD.`,
    `L'appel d'offres pour l'activité ${code} a été lancé en avril 2020.`,
    `Le protocole d'accord pour l'activité ${code} a été finalisé.`,
  ],
};

const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** `count` sentences of a language, the same for the same seed. */
export function knownSentences(language: "en" | "fr", count: number, seed = 7): KnownSentence[] {
  const random = seeded(seed);
  const P = language === "en" ? EN : FR;
  const code = () =>
    `${1 + Math.floor(random() * 3)}.${1 + Math.floor(random() * 3)}.${1 + Math.floor(random() * 4)}`;
  const tail = (v: Verb) => {
    const cause = v.causes && random() < 0.7 ? pick(random, P.causes) : undefined;
    const date = pick(random, P.dates);
    return {
      cause,
      words: [cause === undefined ? "" : ` ${cause[0]}`, date === "" ? "" : ` ${date}`] as const,
    };
  };
  const event = (at: string, v: Verb, cause: readonly [string, string] | undefined) => ({
    code: at,
    type: v.type,
    ...(cause === undefined ? {} : { cause: cause[1] }),
  });
  return Array.from({ length: count }, (): KnownSentence => {
    const kind = random();
    const v = pick(random, P.verbs);
    const { cause, words } = tail(v);
    if (kind < 0.35) {
      const at = code();
      const text = pick(random, P.fact(pick(random, P.subject(at)), v.one, ...words));
      return { text, events: [event(at, v, cause)] };
    }
    if (kind < 0.5) {
      const codes = [...new Set([code(), code(), code()])].sort();
      if (codes.length < 2) codes.push("3.3.9");
      const text = pick(random, P.fact(pick(random, P.list(codes)), v.many, ...words));
      return { text, events: codes.map((at) => event(at, v, cause)) };
    }
    if (kind < 0.58) {
      const output = `${1 + Math.floor(random() * 3)}.${1 + Math.floor(random() * 3)}`;
      const last = 2 + Math.floor(random() * 3);
      const text = pick(
        random,
        P.fact(pick(random, P.range(`${output}.1`, `${output}.${last}`)), v.many, ...words),
      );
      return {
        text,
        events: Array.from({ length: last }, (_, index) => event(`${output}.${index + 1}`, v, cause)),
      };
    }
    if (kind < 0.78) {
      // Two clauses about one activity, the second by pronoun.
      const at = code();
      const second = pick(
        random,
        P.verbs.filter((each) => each.type !== v.type),
      );
      const more = tail(second);
      const text = `${pick(random, P.subject(at))} ${v.one}${words[0]}${words[1]}${pick(random, P.and)}${pick(random, P.pronoun)} ${second.one}${more.words[0]}${more.words[1]}.`;
      return { text, events: [event(at, v, cause), event(at, second, more.cause)] };
    }
    if (kind < 0.86) {
      // Two activities, each with its own clause.
      const [a, b] = [code(), "3.3.8"];
      const second = pick(random, P.verbs);
      const more = tail(second);
      const [one, two] =
        language === "en" ? [`Activity ${a}`, `activity ${b}`] : [`L'activité ${a}`, `l'activité ${b}`];
      const text = `${one} ${v.one}${words[0]}${words[1]}${pick(random, P.and)}${two} ${second.one}${more.words[0]}${more.words[1]}.`;
      return { text, events: [event(a, v, cause), event(b, second, more.cause)] };
    }
    return { text: pick(random, P.nothing(code(), v)), events: [] };
  });
}
