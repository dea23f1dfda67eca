import { parentPort, workerData } from "node:worker_threads";
import { type Share, sumShare } from "@cadre/core/aggregate";
import type { Plan } from "@cadre/core/internal";
import type { ObservationTable } from "@cadre/core/observations";

const { plan, table, share, of } = workerData as {
  plan: Plan;
  table: ObservationTable;
  share: number;
  of: number;
};

const buffersIn = (sums: Share) =>
  [
    sums.sum,
    sums.count,
    sums.denominator,
    sums.missing,
    sums.bare,
    sums.keyIndex?.keys,
    sums.keyIndex?.entries,
  ].flatMap((column) => (column ? [column.buffer as ArrayBuffer] : []));

// Asked without words, it answers with its share of the sums, whose memory goes over without a copy.
parentPort?.on("message", () => {
  const sums = sumShare(plan, table, share, of);
  parentPort?.postMessage(sums, buffersIn(sums));
});
