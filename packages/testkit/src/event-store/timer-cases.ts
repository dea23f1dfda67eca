import assert from "node:assert/strict";
import type { EventStore, Timer } from "@cadre/engine";

type Case = [name: string, run: (one: EventStore, other: EventStore) => Promise<void>];

const timer = (id: string, due: string): Timer => ({
  id,
  stream: "p",
  kind: "report-due",
  due,
  data: { report: "annual", year: 2020 },
});
const at = (time: string) => `2020-11-15T${time}.000Z`;
const ids = (timers: readonly Timer[]) => timers.map(({ id }) => id);

export const timerCases: Case[] = [
  [
    "timers that are due are claimed, the earliest first, each until its lease ends",
    async (store) => {
      await store.addTimer(timer("b", at("10:00:00")));
      await store.addTimer(timer("a", at("09:00:00")));
      await store.addTimer(timer("c", at("12:00:00")));
      assert.deepEqual(await store.claimTimers(at("08:59:59"), 60_000), []);
      assert.deepEqual(await store.claimTimers(at("10:00:00"), 60_000), [
        { ...timer("a", at("09:00:00")), attempts: 1 },
        { ...timer("b", at("10:00:00")), attempts: 1 },
      ]);
      assert.deepEqual(await store.claimTimers(at("10:00:59"), 60_000), []);
      assert.deepEqual(
        (await store.claimTimers(at("10:01:00"), 60_000, { limit: 1 })).map(({ id, attempts }) => [
          id,
          attempts,
        ]),
        [["a", 2]],
      );
      await store.finishTimer("a");
      assert.deepEqual(ids(await store.claimTimers(at("10:02:00"), 60_000)), ["b"]);
      assert.deepEqual(ids(await store.timers()), ["b", "c"]);
    },
  ],
  [
    "a timer stays as it was added, and does not come back after its end",
    async (store) => {
      await store.addTimer(timer("a", at("09:00:00")));
      await store.addTimer(timer("a", at("20:00:00")));
      assert.deepEqual(await store.timers(), [timer("a", at("09:00:00"))]);
      await store.finishTimer("a");
      await store.finishTimer("a");
      await store.finishTimer("never");
      await store.addTimer(timer("a", at("09:00:00")));
      assert.deepEqual(await store.timers(), []);
      assert.deepEqual(await store.claimTimers(at("23:00:00"), 1000), []);
    },
  ],
  [
    "an instant is one, however it is written; what is none is refused",
    async (store) => {
      await store.addTimer(timer("a", "2020-11-15T12:00:00+03:00"));
      assert.deepEqual(
        (await store.timers()).map(({ due }) => due),
        [at("09:00:00")],
      );
      assert.deepEqual(ids(await store.claimTimers("2020-11-15T10:00:00+01:00", 1000)), ["a"]);
      await assert.rejects(store.addTimer(timer("b", "soon")), RangeError);
      await assert.rejects(store.claimTimers("now", 1000), RangeError);
    },
  ],
  [
    "of claimants who come at once, each timer goes to one",
    async (one, other) => {
      for (let n = 0; n < 20; n += 1) await one.addTimer(timer(`t${n}`, at("09:00:00")));
      const claimed = await Promise.all(
        [one, other, one, other, one, other].map((store) =>
          store.claimTimers(at("10:00:00"), 60_000, { limit: 7 }),
        ),
      );
      const all = ids(claimed.flat());
      assert.equal(new Set(all).size, all.length);
      assert.deepEqual(
        ids([...claimed.flat(), ...(await one.claimTimers(at("10:00:00"), 60_000))]).sort().length,
        20,
      );
    },
  ],
];
