import { parseArgs } from "node:util";
import { aggregate } from "./aggregate.ts";
import { asof } from "./asof.ts";
import { dashboard } from "./dashboard.ts";
import { derived } from "./derived.ts";
import { docx } from "./docx.ts";
import { events } from "./events.ts";
import { exchange, exchangeCsv, exchangeIati, exchangeParquet } from "./exchange/index.ts";
import { type Bench, table } from "./harness.ts";
import { incremental } from "./incremental.ts";
import { ingest } from "./ingest.ts";
import { largerThanMemory } from "./larger-than-memory.ts";
import { lifecycle } from "./lifecycle.ts";
import { pdf } from "./pdf.ts";
import { portfolioPage } from "./portfolio-page.ts";
import { read } from "./read.ts";
import { rollup } from "./rollup.ts";
import { server } from "./server.ts";
import { start } from "./start.ts";
import { xlsx } from "./xlsx.ts";

/** `pnpm bench NAME [--n N] [--json]`. Each benchmark is a file beside this one. */
const BENCHES: Record<string, Bench> = {
  exchange,
  "exchange-iati": exchangeIati,
  "exchange-csv": exchangeCsv,
  "exchange-parquet": exchangeParquet,
  read,
  docx,
  pdf,
  aggregate,
  ingest,
  incremental,
  asof,
  rollup,
  derived,
  lifecycle,
  events,
  "larger-than-memory": largerThanMemory,
  dashboard,
  "portfolio-page": portfolioPage,
  server,
  start,
  xlsx,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: { type: "string" }, json: { type: "boolean", default: false } },
});
const [name = ""] = positionals;
const bench = BENCHES[name];
const n = values.n === undefined ? bench?.n : Number(values.n);
if (bench === undefined || n === undefined || !Number.isInteger(n) || n < 1) {
  console.error("pnpm bench NAME [--n N] [--json]");
  for (const [known, { about }] of Object.entries(BENCHES)) console.error(`  ${known.padEnd(20)} ${about}`);
  process.exit(2);
}
const measured = await bench.run(n);
console.log(values.json ? JSON.stringify(measured, null, 2) : table(measured));
