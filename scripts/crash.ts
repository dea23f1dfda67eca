/** `pnpm test:crash`: kills writers, and the database under them, hundreds of times; prints what was seen, and fails where anything was lost. */
import { parseArgs } from "node:util";
import { startPostgres } from "@cadre/test-services/postgres";
import { type CrashReport, crash } from "./crash/crash.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    store: { type: "string", multiple: true, default: ["sqlite", "postgres"] },
    writers: { type: "string", multiple: true, default: ["1", "8"] },
  },
});
let faults = 0;
for (const name of values.store) {
  // Durability is on here, unlike in the other tests: it is what is tested.
  const server = name === "postgres" ? await startPostgres() : null;
  try {
    for (const count of values.writers) {
      const begin = performance.now();
      const report: CrashReport = await crash({
        postgres: server?.url ?? null,
        writers: Number(count),
        kills: Number(values.kills),
        serverEvery: 20,
      });
      faults += report.faults.length;
      const { faults: reported, ...counts } = report;
      const shown = Object.entries(counts).map(([what, n]) => `${what} ${n}`);
      console.log(
        `${name}, ${count} writer(s), ${((performance.now() - begin) / 1000).toFixed(0)} s: ${shown.join(", ")}`,
      );
      for (const fault of reported.slice(0, 20)) console.log(`  FAULT ${fault}`);
    }
  } finally {
    await server?.end();
  }
}
console.log(faults === 0 ? "Nothing was lost, nothing is there twice, the chains hold." : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
