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
    if (item.ok) return item.activity;
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
