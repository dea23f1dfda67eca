import { type FrameworkDocument, indicatorsOf } from "@cadre/core";
import { indicatorResults } from "@cadre/core/aggregate";
import { addObservations, createTable } from "@cadre/core/observations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activity, type PublishedActivity, published } from "../../test/iati/published.ts";
import {
  activityOf,
  documentOf,
  measurementOfActivity,
  observationsOf,
  openIati,
  writeIati,
} from "./index.ts";
import type { IatiActivity } from "./read.ts";
import { validateIati } from "./xsd.ts";

async function* once(text: string) {
  yield text;
}
async function activityIn(xml: string): Promise<IatiActivity> {
  const opened = await openIati(once(xml));
  if (!opened.ok) throw new Error(opened.problems[0]?.message.en);
  for await (const item of opened.value.activities) {
    if (item.ok) return item.value.activity;
    throw new Error(item.problems[0]?.message.en);
  }
  throw new Error("no activity");
}
async function xmlOf(one: IatiActivity): Promise<string> {
  let text = "";
  for await (const piece of writeIati([one])) text += piece;
  return text;
}

/** Every value, year and day of a file, in its order. */
const said = (xml: string): string[] =>
  [...xml.matchAll(/ (?:iso-date|value|year|measure|ascending|type|ref|name)="[^"]*"/g)].map(([all]) => all);

const TIMEOUT = 300_000;
const numRuns = process.env.CADRE_FULL === "1" ? 3000 : 320;

describe("activities as they are published", () => {
  it(
    "give one answer, read as a document and as observations",
    () =>
      fc.assert(
        fc.asyncProperty(published, async (drawn: PublishedActivity) => {
          const one = await activityIn(activity(drawn));
          const { document } = documentOf(one);
          const { framework } = measurementOfActivity(one);
          const table = createTable(framework);
          const { rejected } = addObservations(table, observationsOf(one).observations);
          // Totals of percentages that contradict each other are handed back.
          expect(rejected.filter(({ code }) => code !== "rows-conflict")).toEqual([]);
          const refused = new Set(rejected.map(({ input }) => (input as { indicator?: string }).indicator));
          const results = new Map(indicatorResults(framework, table).map((each) => [each.code, each]));
          for (const { indicator } of indicatorsOf(document)) {
            if (refused.has(indicator.code)) continue;
            const { value } = indicator.actual;
            const computed = results.get(indicator.code)?.value ?? null;
            // Where the last of the running totals states no total, the engine carries an earlier one forward; a document has what is written.
            if (value.kind !== "number" && computed !== null) {
              const totals = drawn.results.flatMap(({ indicators }) =>
                indicators.flatMap(({ periods }) => periods.flatMap(({ actual }) => actual)),
              );
              expect(totals.some((each) => !("sex" in each) && !("place" in each))).toBe(true);
              continue;
            }
            // Of totals that contradict their parts the engine confines what the document has as one number.
            const known = results.get(indicator.code);
            if (computed === null && known?.reason === "marginals-contradict" && known.bounds !== null) {
              const written = (value.kind === "number" ? value.value : null) ?? known.bounds.low;
              expect(written).toBeGreaterThanOrEqual(known.bounds.low);
              expect(written).toBeLessThanOrEqual(known.bounds.high ?? Number.POSITIVE_INFINITY);
              continue;
            }
            expect([indicator.code, computed]).toEqual([
              indicator.code,
              value.kind === "number" ? value.value : null,
            ]);
            // What is not exact has the same lower limit, or one that parts make higher.
            if (computed === null && value.kind === "number" && value.low !== undefined)
              expect(results.get(indicator.code)?.bounds?.low).toBeGreaterThanOrEqual(value.low);
          }
        }),
        { numRuns },
      ),
    TIMEOUT,
  );

  it(
    "are written back to the letter, and with one value changed differ in one value and validate",
    () =>
      fc.assert(
        fc.asyncProperty(published, fc.nat(), fc.integer({ min: 1, max: 9 }), async (drawn, nth, more) => {
          const xml = activity(drawn);
          const one = await activityIn(xml);
          const { document } = documentOf(one);
          const same = await xmlOf(activityOf(structuredClone(document)).activity);
          expect(said(same)).toEqual(said(await xmlOf(one)));
          expect(await validateIati(new TextEncoder().encode(same))).toEqual([]);
          const edited: FrameworkDocument = structuredClone(document);
          const numbers = indicatorsOf(edited).flatMap(({ indicator }) =>
            [indicator.baseline, indicator.target, indicator.actual].flatMap(({ value, breakdown }) => [
              ...(value.kind === "number" && typeof value.value === "number" ? [value] : []),
              ...(breakdown?.parts ?? []),
            ]),
          );
          const chosen = numbers[nth % Math.max(1, numbers.length)];
          if (chosen === undefined) return;
          chosen.value = (chosen.value ?? 0) + more;
          const after = await xmlOf(activityOf(edited).activity);
          const [before, now] = [said(same), said(after)];
          expect(now).toHaveLength(before.length);
          expect(now.filter((each, index) => each !== before[index])).toHaveLength(1);
          expect(await validateIati(new TextEncoder().encode(after))).toEqual([]);
          const again = documentOf(await activityIn(after)).document;
          expect(indicatorsOf(again).map(({ indicator }) => indicator)).toEqual(
            indicatorsOf(edited).map(({ indicator }) => indicator),
          );
        }),
        { numRuns },
      ),
    TIMEOUT,
  );
});

describe("a sum of which a part is not known is not exact", () => {
  const [A, B, C] = [2021, 2022, 2023].map((year) => [`${year}-01-01`, `${year}-12-31`] as const);
  const part = (days: readonly [string, string] | undefined, ...actual: { value: string }[]) => ({
    ...{ days: days ?? (["2021-01-01", "2021-12-31"] as const), target: [], actual },
  });
  const cases: [
    name: string,
    periods: PublishedActivity["results"][number]["indicators"][number]["periods"],
    low: number,
    high: number | null,
  ][] = [
    [
      "words in one year",
      [part(A, { value: "90" }), part(B, { value: "see report" }), part(C, { value: "60" })],
      150,
      null,
    ],
    [
      "two totals that differ",
      [part(A, { value: "50" }, { value: "60" }), part(B, { value: "10" })],
      60,
      null,
    ],
    [
      "periods that share days",
      [
        part(["2021-01-01", "2022-06-30"], { value: "40" }),
        part(["2022-01-01", "2023-12-31"], { value: "90" }),
      ],
      90,
      130,
    ],
  ];
  it.each(cases)("%s", async (_, periods, low, high) => {
    const one = await activityIn(
      activity({
        results: [
          {
            type: "1",
            indicators: [{ measure: "1", ascending: "1", baseline: "0", earlier: null, periods }],
          },
        ],
      }),
    );
    const [shown] = indicatorsOf(documentOf(one).document);
    expect(shown?.indicator.actual.value).toMatchObject({ kind: "number", value: null, low });
    const { framework } = measurementOfActivity(one);
    const table = createTable(framework);
    expect(addObservations(table, observationsOf(one).observations).rejected).toEqual([]);
    expect(indicatorResults(framework, table)).toMatchObject([{ value: null, bounds: { low, high } }]);
  });

  it("a level that is to fall is the last one, against the last baseline", async () => {
    const periods = [part(A, { value: "90" }), part(B, { value: "70" })];
    const one = await activityIn(
      activity({
        results: [
          {
            type: "1",
            indicators: [{ measure: "1", ascending: "0", baseline: "100", earlier: "120", periods }],
          },
        ],
      }),
    );
    const [shown] = indicatorsOf(documentOf(one).document);
    expect(shown?.indicator).toMatchObject({
      actual: { value: { value: 70 } },
      baseline: { value: { value: 100 } },
    });
    const { framework } = measurementOfActivity(one);
    const table = createTable(framework);
    addObservations(table, observationsOf(one).observations);
    expect(indicatorResults(framework, table)).toMatchObject([{ value: 70 }]);
  });
});
