import { afterAll, describe, expect, it } from "vitest";
import { type Input, IsolatedReader, type Seen } from "../test/child-process.ts";
import { READERS } from "../test/hostile-readers.ts";

/** All bytes and all offsets, as against a part of them. */
const FULL = process.env.CADRE_FULL === "1";
/** What a reader may take, with what loading it takes, whatever it is given. */
const MAX_MB = 450;
const LIMITS = { ms: 60_000, heapMb: 256 };

/** A seeded choice: the same in each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Each bit of a file, or some. */
function flips(length: number, all: boolean, some: number): Input[] {
  if (all)
    return Array.from({ length: length * 8 }, (_, index) => ({ flip: [index >> 3, 1 << (index & 7)] }));
  const draw = numbers(1);
  const next = (limit: number) => Math.floor((draw.next().value as number) * limit);
  return Array.from({ length: FULL ? some : 40 }, () => ({ flip: [next(length), 1 << next(8)] }));
}

function cuts(length: number, all: boolean): Input[] {
  const step = all ? 1 : Math.max(1, Math.floor(length / (FULL ? 200 : 10)));
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => ({ cut: index * step }));
}

/** Of each thing that was given, what came: data or a problem with a message, in time and in bounded memory. */
async function held(child: IsolatedReader, all: readonly Input[], maxMb = MAX_MB): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const input of all) {
    const each = await child.give(input);
    const strange = !["read", "refused"].includes(each.outcome) || each.peakMb > maxMb;
    expect(strange ? [input, each] : null).toBeNull();
    seen.push(each);
  }
  return seen;
}

/** What the entry points export beside readers of what somebody else has made: writers, and what works on data that were read. */
const OTHERS = new Set(
  `
  activityOf activityOfResults chooseActivity csvTable currentMapping dhis2PeriodDays dhis2PeriodId documentOf
  explainDhis2Mapping explainKoboMapping extensionsWithoutResults explainTableMapping valueRows computeInPostgres iatiActivityXml iatiSchemaPath
  measurementOfActivity observationsArrow observationsCsv observationsOf observationsParquet parquetTable postgresSource usualRelation withdrawals
  writeActivity writeDhis2 writeIati
`
    .trim()
    .split(/\s+/),
);

it("no reader is exported that no case is held against", async () => {
  const modules = await Promise.all([
    ...[
      import("./index.ts"),
      import("./arrow/index.ts"),
      import("./csv/index.ts"),
      import("./dhis2/index.ts"),
    ],
    ...[import("./duckdb/index.ts"), import("./iati/index.ts"), import("./kobo/index.ts")],
    ...[import("./parquet/index.ts"), import("./postgres/index.ts")],
  ]);
  const reads = (value: unknown) =>
    typeof value === "function" || (typeof value === "object" && value !== null && "read" in value);
  const exported = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (reads(value) ? [name] : [])),
  );
  const covered = new Set(Object.values(READERS).flatMap(({ covers }) => covers));
  expect(exported.filter((name) => !covered.has(name) && !OTHERS.has(name))).toEqual([]);
  expect([...covered, ...OTHERS].filter((name) => !exported.includes(name))).toEqual([]);
});

describe.each(Object.entries(READERS).filter(([, { full }]) => FULL || !full))(
  "%s",
  (name, { good, cases, maxMb, sampled = false, full }) => {
    const child = new IsolatedReader(name, LIMITS);
    afterAll(() => child.end());

    it("reads its own file; with a byte changed, or cut off, it gives data or says why not", async () => {
      const { length } = await good();
      const [whole] = await held(child, [{ cut: length }], maxMb);
      expect(whole).toMatchObject({ outcome: "read" });
      const changed = await held(child, flips(length, FULL && !sampled, full ? 1000 : 2000), maxMb);
      expect(changed.some(({ outcome }) => outcome === "refused")).toBe(true);
      await held(child, cuts(length, FULL && !sampled), maxMb);
    }, 600_000);

    it.each(Object.entries(cases).filter(([, { shared }]) => FULL || !shared || name === "observations"))(
      "%s",
      async (each, { code }) => {
        const [seen] = await held(child, [{ case: each }], maxMb);
        if (code !== undefined) expect(seen?.outcome === "read" ? null : seen?.what).toBe(code);
      },
      60_000,
    );
  },
);
