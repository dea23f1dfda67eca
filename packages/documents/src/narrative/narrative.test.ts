import type { Outcome } from "@cadre/core";
import { describe, expect, it } from "vitest";
import type { Prose } from "../report/narratives.ts";
import { datesIn } from "./dates.ts";
import { FRENCH_CUES } from "./french-cues.ts";
import { inferFromNarrative } from "./index.ts";

const prose = (...paragraphs: string[]): Prose => ({
  topic: "outcome-progress",
  outcome: "1",
  path: "narrative/outcome-progress/1",
  line: 10,
  paragraphs: paragraphs.map((text, index) => ({ line: 10 + index, text })),
  limit: null,
});
const infer = (...paragraphs: string[]) =>
  inferFromNarrative({ prose: [prose(...paragraphs)], outcomes: [], lines: {}, year: 2020, language: "fr" })
    .activities;
const eventsOf = (activities: ReturnType<typeof infer>, code: string) =>
  activities
    .find((activity) => activity.code === code)
    ?.events.map(({ evidence: _evidence, basis: _basis, ...event }) => event);

describe("datesIn", () => {
  it.each([
    ["depuis mars 2020", ["2020-03"]],
    ["du 11 au 14 novembre 2020", ["2020-11-11"]],
    ["le 15 janvier 2021", ["2021-01-15"]],
    ["fin mars", ["2020-03"]],
    ["de juin à octobre", ["2020-06"]],
    ["Début-octobre 2019", ["2019-10"]],
    ["en 2021", []],
    ["un marsouin", []],
  ])("%s", (text, dates) => {
    expect(datesIn(text, 2020, FRENCH_CUES).map(({ date }) => date)).toEqual(dates);
  });

  it("does not invent a year", () => {
    expect(datesIn("fin mars", null, FRENCH_CUES)).toEqual([]);
  });
});

describe("events proposed from the narrative", () => {
  it("marks each as inferred and quotes its sentence with its place", () => {
    const [activity] = infer("Le contexte est difficile. Les formations (1.1.2) ont débuté en mai 2020.");
    expect(activity).toEqual({
      code: "1.1.2",
      events: [
        {
          type: "started",
          date: "2020-05",
          basis: "inferred",
          evidence: [
            {
              where: { path: "narrative/outcome-progress/1", line: 10 },
              quote: "Les formations (1.1.2) ont débuté en mai 2020.",
            },
          ],
        },
      ],
    });
  });

  it("a start without a date has none", () => {
    expect(eventsOf(infer("La mise en place (2.1.3) a aussi démarré."), "2.1.3")).toEqual([
      { type: "started", date: null },
    ]);
  });

  it.each([
    "Les préparations pour les ateliers (1.1.1) ont commencé.",
    "La formation (1.1.1) est en cours de préparation.",
    "La formation (1.1.1) sera lancée en mars 2021.",
    "L’annulation des formations (1.1.1) est à craindre.",
    "L’impact de la crise a commencé à se faire sentir sur l’activité (1.1.1).",
  ])("what is prepared, planned or feared is no event: %s", (text) => {
    expect(eventsOf(infer(text), "1.1.1")).toEqual([]);
  });

  it("a delay has its causes and its date", () => {
    const [event] =
      eventsOf(infer("L’activité (1.1.1) a été retardée par la pandémie depuis mars 2020."), "1.1.1") ?? [];
    expect(event).toEqual({ type: "delayed", date: "2020-03", causes: ["covid-19"] });
  });

  it("short names mean the one activity that they were given to", () => {
    const activities = infer(
      "Les préparations des PCP (1.1.1) avancent.",
      "Les PCP ont été retardées par la saison des pluies de juin à octobre.",
    );
    expect(eventsOf(activities, "1.1.1")).toEqual([
      { type: "delayed", date: "2020-06", causes: ["season"] },
      { type: "hold-up-ended", date: "2020-10", causes: ["season"] },
    ]);
    const shared = infer(
      "Les clubs ABC (1.1.1) et les animateurs ABC (1.1.2).",
      "Les clubs ABC ont démarré.",
    );
    expect(shared.every(({ events }) => events.length === 0)).toBe(true);
  });

  it("a delay of a whole outcome reaches its activities and no others", () => {
    const activities = infer(
      "La COVID-19 a retardé la mise en œuvre des activités du résultat 3 depuis mars 2020. Ce sont 3.1.1 et 3.2.3, pas 2.1.1.",
    );
    // The verb form "a retardé" is the cue.
    expect(eventsOf(activities, "3.1.1")).toMatchObject([{ type: "delayed", date: "2020-03" }]);
    expect(eventsOf(activities, "3.2.3")).toMatchObject([{ type: "delayed", date: "2020-03" }]);
    expect(eventsOf(activities, "2.1.1")).toEqual([]);
  });

  it("what will start later is expected then", () => {
    const activities = infer(
      "Ces mesures ont retardé les ateliers (3.1.1). Ces activités démarreront en 2021.",
    );
    expect(eventsOf(activities, "3.1.1")).toMatchObject([{ type: "delayed", expectedUntil: "2021" }]);
  });

  it("new activities come with a reallocation, a return reverts one", () => {
    const activities = infer(
      "Un nouvel ensemble d’activités a été soumis à l’approbation de PBSO en mai 2020. Ces activités sont (2.1.1).",
      "De nouvelles activités ont été approuvées en juin 2020. L’agence va les mettre en œuvre (2.1.1).",
      "Les agences ont demandé de revenir sur l’activité originale (1.4.1) en septembre 2020.",
    );
    expect(eventsOf(activities, "2.1.1")).toEqual([
      { type: "reallocation-proposed", date: "2020-05" },
      { type: "reallocation-approved", date: "2020-06" },
    ]);
    expect(eventsOf(activities, "1.4.1")).toMatchObject([
      { type: "reallocation-proposed", date: "2020-05" },
      { type: "reallocation-approved", date: "2020-06" },
      { type: "reallocation-reverted", date: "2020-09" },
    ]);
  });

  it("proposes nothing from what is hoped for the next six months", () => {
    const next: Prose = {
      ...prose("Les formations (1.1.1) ont débuté."),
      topic: "next-six-months",
      outcome: null,
    };
    const { activities } = inferFromNarrative({
      prose: [next],
      outcomes: [],
      lines: {},
      year: 2020,
      language: "fr",
    });
    expect(activities).toEqual([{ code: "1.1.1", events: [] }]);
  });

  it("passes a megabyte of cues in one paragraph", () => {
    const activities = infer("L’atelier (1.1.1) a démarré. ".repeat(35_000));
    expect(activities[0]?.events).toHaveLength(1);
  });
});

describe("values claimed by the narrative", () => {
  const reportedValue = (value: number) => ({ value: { kind: "number" as const, value } });
  const indicator = (code: string, text: string, actual: number, remark?: string) => ({
    code,
    text,
    baseline: reportedValue(0),
    target: reportedValue(40),
    milestone: reportedValue(0),
    actual: reportedValue(actual),
    ...(remark === undefined ? {} : { remark }),
  });
  const outcomes = (...indicators: ReturnType<typeof indicator>[]): Outcome[] => [
    { code: "2", title: "", rating: null, indicators: [], outputs: [{ code: "2.1", title: "", indicators }] },
  ];
  const claims = (text: string, ...indicators: ReturnType<typeof indicator>[]) =>
    inferFromNarrative({
      prose: [prose(text)],
      outcomes: outcomes(...indicators),
      lines: {},
      year: 2020,
      language: "fr",
    }).claims;

  const clubs = indicator("2.1.6", "Nombre de clubs DIMITRA fonctionnels mises en place", 0);

  it("a count of the same thing in the text", () => {
    expect(claims("Sur les 30 clubs DIMITRA déjà mis en place, 10 sont féminins.", clubs)).toMatchObject([
      { indicator: "2.1.6", value: 30, evidence: { quote: "30 clubs DIMITRA déjà mis en place" } },
    ]);
  });

  it("a count in another indicator's remark, but not in its own", () => {
    const other = indicator(
      "2.1.5",
      "Nombre de personnes formées sur l’approche",
      0,
      "30 clubs mis en place",
    );
    expect(claims("", clubs, other)).toMatchObject([{ indicator: "2.1.6", value: 30 }]);
    const own = { ...clubs, remark: "30 clubs mis en place" };
    expect(claims("", own)).toEqual([]);
  });

  it.each([
    "5 clubs ont été mis en place dans chaque village.",
    "Il y a des clubs mis en place, dont 5 clubs DIMITRA mis en place à Kendié.",
    "40 clubs DIMITRA fonctionnels sont prévus.",
    "30 écoles mises en place.",
  ])("no total of the same thing done: %s", (text) => {
    expect(claims(text, clubs)).toEqual([]);
  });

  it("says nothing where two indicators fit alike", () => {
    const a = indicator("2.1.1", "Nombre de personnes formées", 0);
    const b = indicator("2.1.2", "Nombre de personnes formées", 0);
    expect(claims("150 personnes ont été formées.", a, b)).toEqual([]);
  });

  it("a split by sex that adds up to what one indicator reports", () => {
    const trained = indicator("2.1.1", "Nombre de personnes formées sur la prévention", 150);
    expect(
      claims("La prévention a réuni 150 participants (dont 19 femmes et 131 hommes).", trained),
    ).toMatchObject([
      {
        indicator: "2.1.1",
        breakdown: {
          partition: true,
          parts: [
            { label: "femmes", value: 19 },
            { label: "hommes", value: 131 },
          ],
        },
      },
    ]);
    expect(claims("La prévention a réuni 150 participants (dont 20 femmes et 131 hommes).", trained)).toEqual(
      [],
    );
  });
});
