import type { EventStore } from "../../packages/engine/src/index.ts";
import { PAGE, streamOf } from "../../packages/engine/src/internal/index.ts";
import { type CrashReport, PROJECT } from "./report.ts";
import type { Ledger } from "./writers.ts";

/** Holds the log against what the writers reported. */
export async function check(
  store: EventStore,
  ledger: Ledger,
  expected: number,
  report: CrashReport,
): Promise<void> {
  const { faults } = report;
  const positions = new Map<string, number>();
  for (let from = 1; ; ) {
    const page = await store.read(streamOf(PROJECT), { from, limit: PAGE });
    for (const { key, position } of page) {
      if (positions.has(key)) faults.push(`${key} is recorded twice: ${positions.get(key)}, ${position}`);
      positions.set(key, position);
    }
    from += page.length;
    if (page.length < PAGE) break;
  }
  report.events = positions.size;
  for (const [key, position] of ledger.acknowledged)
    if (positions.get(key) !== position)
      faults.push(`${key}, acknowledged at ${position}, is at ${positions.get(key)}`);
  for (const key of positions.keys()) {
    const [, writer = "", n = ""] = /^w(\d+)-(\d+)$/.exec(key) ?? [];
    if (writer !== "" && Number(n) > (ledger.tried.get(Number(writer)) ?? -1))
      faults.push(`${key} was never sent`);
  }
  // The last command of each was tried again until it was acknowledged: none is missing in between.
  for (const [writer, last] of ledger.tried)
    for (let n = 0; n <= last; n += 1)
      if (!positions.has(`w${writer}-${n}`)) faults.push(`w${writer}-${n} is lost`);
  const reminders = [...positions.keys()].filter((key) => key.startsWith("reminder ")).length;
  if (reminders !== expected) faults.push(`${reminders} reminders of ${expected} timers are on record`);
}
