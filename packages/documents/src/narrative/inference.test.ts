import { describe, expect, it } from "vitest";
import { HELD_OUT_PATTERNS, HELD_OUT_TRAPS } from "../../test/narrative/held-out-sentences.ts";
import { reportSentences, SINGLE_SENTENCES } from "../../test/narrative/report-sentences.ts";
import { REPORT_TRAPS } from "../../test/narrative/report-traps.ts";
import { type KnownSentence, knownSentences } from "../../test/narrative/sentences.ts";
import { TRAPS } from "../../test/narrative/traps.ts";
import type { Prose } from "../report/narratives.ts";
import { inferFromNarrative } from "./index.ts";

const read = (text: string, language: "en" | "fr") => {
  const prose: Prose = {
    ...{
      topic: "outcome-progress",
      outcome: "1",
      path: "narrative/outcome-progress/1",
      line: 1,
      limit: null,
    },
    paragraphs: [{ line: 1, text }],
  };
  return inferFromNarrative({ prose: [prose], outcomes: [], lines: {}, year: 2020, language }).activities;
};
const keyOf = ({ code, type, cause }: KnownSentence["events"][number]) => `${code} ${type} ${cause ?? ""}`;

/** The events that are read from a sentence, with all causes and the date of each. */
const statedBy = (text: string, language: "en" | "fr") =>
  read(text, language).flatMap(({ code, events }) =>
    events
      .filter(({ certainty }) => certainty !== "low")
      .map((event) => {
        for (const { quote } of event.evidence ?? []) expect(quote).toBe(text);
        const cause =
          event.type === "delayed" || event.type === "suspended" ? event.causes.join(" ") : undefined;
        return { key: keyOf({ code, type: event.type, ...(cause ? { cause } : {}) }), date: event.date };
      }),
  );

const SETS = (["en", "fr"] as const).flatMap((language) => [
  { language, set: "generated from verbs", sentences: knownSentences(language, 400) },
  { language, set: "as country teams write", sentences: reportSentences(language, 420) },
  {
    ...{ language, set: "held out while the reader was built" },
    sentences: reportSentences(language, 420, HELD_OUT_PATTERNS[language]),
  },
]);

describe.each(SETS)("400 sentences of known truth, in $language, $set", ({ sentences, language }) => {
  it("are read with precision of 0.97 and recall of 0.85 at least, and each quote names its activity", () => {
    let [right, proposed, expected] = [0, 0, 0];
    const wrong: string[] = [];
    for (const { text, events } of sentences) {
      const truth = new Map(events.map((event) => [keyOf(event), "date" in event ? event.date : undefined]));
      const found = statedBy(text, language);
      expected += truth.size;
      proposed += found.length;
      const isRight = ({ key, date }: (typeof found)[number]) =>
        truth.has(key) && (truth.get(key) === undefined || truth.get(key) === date);
      right += found.filter(isRight).length;
      const missing = [...truth.keys()].filter((each) => !found.some(({ key }) => key === each));
      const invented = found.filter((each) => !isRight(each)).map(({ key, date }) => `${key} ${date}`);
      if (missing.length + invented.length > 0)
        wrong.push(`${text}\n    missing ${missing.join("; ")}\n    invented ${invented.join("; ")}`);
    }
    const measured = { precision: right / proposed, recall: right / expected };
    if (process.env.CADRE_SHOW !== undefined) console.log(measured, wrong.slice(0, 25).join("\n"));
    expect(measured.precision).toBeGreaterThanOrEqual(0.97);
    expect(measured.recall).toBeGreaterThanOrEqual(0.85);
  });
});

describe("sentences that report nothing", () => {
  it("are 60 and more", () => expect(TRAPS.length).toBeGreaterThanOrEqual(60));
  it.each(TRAPS)("$text", ({ text, language }) => {
    expect(read(text, language).flatMap(({ events }) => events)).toEqual([]);
  });
  describe.each(["en", "fr"] as const)("as country teams write, in %s", (language) => {
    it.each([...REPORT_TRAPS[language], ...HELD_OUT_TRAPS[language]])("%s", (text) => {
      expect(read(text, language).flatMap(({ events }) => events)).toEqual([]);
    });
  });
});

describe.each(["en", "fr"] as const)("single sentences, in %s", (language) => {
  it.each(SINGLE_SENTENCES[language])("%s", (text, events) => {
    expect(
      read(text, language).flatMap(({ code, events: own }) => own.map(({ type }) => `${code} ${type}`)),
    ).toEqual(events);
  });
});

describe("what a clause says", () => {
  const eventsOf = (text: string, language: "en" | "fr" = "en") =>
    read(text, language).flatMap(({ code, events }) =>
      events.map(({ type, date }) => `${code} ${type} ${date}`),
    );

  it.each([
    ["Activities 1.1.1 to 1.1.3 were postponed in May 2020.", 3],
    ["Activities 1.1.1, 1.1.2 and 2.1.1 have begun.", 3],
    [
      "All activities under Output 2.1 except 2.1.2 were suspended. Activities 2.1.1, 2.1.2 and 2.1.3 matter.",
      2,
    ],
  ])("of several activities: %s", (text, count) => {
    expect(eventsOf(text)).toHaveLength(count);
  });

  it("a share, a merger, a season with its end", () => {
    const [done] = read("Activity 1.1.1 was 60 % completed in June 2020.", "en");
    expect(done?.events).toMatchObject([{ type: "completed", share: 0.6, date: "2020-06" }]);
    const [merged] = read("Activity 1.1.1 was merged with 1.1.2 in July 2020.", "en");
    expect(merged?.events).toMatchObject([{ type: "merged", into: "1.1.2", date: "2020-07" }]);
    expect(
      eventsOf("L’activité 1.1.1 a été retardée par la saison des pluies, de juin à octobre.", "fr"),
    ).toEqual(["1.1.1 delayed 2020-06", "1.1.1 hold-up-ended 2020-10"]);
  });

  it("each clause its own date", () => {
    expect(eventsOf("Activity 1.1.1 started in January 2020 and was delayed in March 2020.")).toEqual([
      "1.1.1 started 2020-01",
      "1.1.1 delayed 2020-03",
    ]);
  });

  it("reads hostile texts in linear time", () => {
    expect(read(`${"1.1.1, ".repeat(20_000)}has begun.`, "en")).toHaveLength(1);
    expect(read("was not ".repeat(20_000), "en")).toEqual([]);
  });
});
