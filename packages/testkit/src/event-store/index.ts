import assert from "node:assert/strict";
import type { EventStore } from "@cadre/engine";
import type { ConformanceCase } from "../conformance.ts";
import { appendCases } from "./append-cases.ts";
import { orderCases } from "./order-cases.ts";
import { timerCases } from "./timer-cases.ts";

/** Two stores upon the same place, empty and its own for each case: as two processes have them. */
export interface OpenEventStore {
  /** The store that most cases try. */
  one: EventStore;
  /** The same as `one` where the place cannot be opened twice. */
  other: EventStore;
  /** Removes what was made. Both stores are closed by then. */
  remove?: () => Promise<void>;
}

const snapshotAndClose: [name: string, run: (one: EventStore, other: EventStore) => Promise<void>][] = [
  [
    "a snapshot is kept, replaced and its own stream's",
    async (one, other) => {
      const snapshot = (position: number) => ({
        head: { position, hash: "f".repeat(64) },
        version: "v1",
        state: { list: [1, null, "é"], at: position },
      });
      assert.equal(await one.loadSnapshot("p"), null);
      await one.saveSnapshot("p", snapshot(3));
      await one.saveSnapshot("p", snapshot(9));
      await one.saveSnapshot("q", snapshot(1));
      assert.deepEqual(await other.loadSnapshot("p"), snapshot(9));
      assert.deepEqual(await other.loadSnapshot("q"), snapshot(1));
    },
  ],
  [
    "a closed store says that it is closed, and may be closed again",
    async (one) => {
      await one.close();
      await one.close();
      await assert.rejects(one.read("p"), { name: "StoreError" });
    },
  ],
];

/**
 * What every event store must hold to: appends as one, conflicts, keys, the chain, order for readers, timers, snapshots.
 * @param open gives an empty store, opened twice, for each case.
 */
export function eventStoreConformance(open: () => Promise<OpenEventStore>): ConformanceCase[] {
  return [...appendCases, ...orderCases, ...timerCases, ...snapshotAndClose].map(([name, run]) => ({
    name,
    run: async () => {
      const { one, other, remove } = await open();
      try {
        await run(one, other);
      } finally {
        await one.close();
        await other.close();
        await remove?.();
      }
    },
  }));
}
