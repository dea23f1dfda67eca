import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type ResultSet, resultsOfShares, type Share } from "@cadre/core/aggregate";
import type { Plan } from "@cadre/core/internal";
import { type ObservationTable, shareTable } from "@cadre/core/observations";

/** Workers that hold a table over shared memory and each sum a share of its rows. */
export function shareAmong(plan: Plan, table: ObservationTable, of: number) {
  const shared = shareTable(table);
  const workers = Array.from(
    { length: of },
    (_, share) =>
      new Worker(new URL("./share-worker.ts", import.meta.url), {
        workerData: { plan, table: shared, share, of },
        execArgv: ["--conditions=cadre-source"],
      }),
  );
  // Rejects where the worker fails.
  const answer = async (worker: Worker): Promise<Share> => {
    const reported = once(worker, "message");
    worker.postMessage(null);
    return (await reported)[0];
  };
  return {
    run: async (): Promise<ResultSet> => resultsOfShares(plan, table, await Promise.all(workers.map(answer))),
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
