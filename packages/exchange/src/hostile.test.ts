import { afterAll, describe, expect, it } from "vitest";
import { Apart, type Given, type Seen } from "./testing/apart.ts";
import { READERS } from "./testing/hostile-readers.ts";

/** All bytes and all places, as against a part of them. */
const FULL = process.env.CADRE_FULL === "1";
/** What a reader may take, with what loading it takes, whatever it is given. */
const MOST_MB = 400;
const LIMITS = { ms: 10_000, heapMb: 256 };

/** A seeded choice: the same in each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function flips(length: number): Given[] {
  if (FULL) return Array.from({ length: length * 8 }, (_, at) => ({ flip: [at >> 3, 1 << (at & 7)] }));
  const draw = numbers(1);
  const next = (most: number) => Math.floor((draw.next().value as number) * most);
  return Array.from({ length: 400 }, () => ({ flip: [next(length), 1 << next(8)] }));
}

function cuts(length: number): Given[] {
  const step = FULL ? 1 : Math.max(1, Math.floor(length / 60));
  return Array.from({ length: Math.ceil(length / step) }, (_, at) => ({ cut: at * step }));
}

/** Of each thing that was given, what came: data or a problem in words, in time and in bounded memory. */
async function held(apart: Apart, all: readonly Given[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const given of all) {
    const each = await apart.give(given);
    const strange = !["read", "refused"].includes(each.outcome) || each.peakMb > MOST_MB;
    expect(strange ? [given, each] : null).toBeNull();
    seen.push(each);
  }
  return seen;
}

describe.each(Object.entries(READERS))("%s", (name, { good, cases }) => {
  const apart = new Apart(name, LIMITS);
  afterAll(() => apart.end());

  it("reads its own file; with a byte changed, or cut off, it gives data or says why not", async () => {
    const { length } = await good();
    const [whole] = await held(apart, [{ cut: length }]);
    expect(whole).toMatchObject({ outcome: "read" });
    const changed = await held(apart, flips(length));
    expect(changed.some(({ outcome }) => outcome === "refused")).toBe(true);
    await held(apart, cuts(length));
  }, 600_000);

  it.each(Object.entries(cases))(
    "%s",
    async (each, { code }) => {
      const [seen] = await held(apart, [{ case: each }]);
      expect([seen?.outcome, code === null ? null : seen?.what]).toEqual(
        code === null ? ["read", null] : ["refused", code],
      );
    },
    60_000,
  );
});
