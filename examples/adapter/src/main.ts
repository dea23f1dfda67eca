import { inspect } from "@cadre/core/results";
import { horizonReader } from "./reader.ts";
import { SAMPLE } from "./sample.ts";
import { SUITES } from "./suites.ts";

// The suites need no test runner: a case fails by throwing.
for (const [port, suite] of Object.entries(SUITES)) {
  for (const { run } of suite) await run();
  console.log(`${port}: ${suite.length} cases passed`);
}
const read = await horizonReader.read(SAMPLE);
if (read.ok)
  for (const { code, text, target, actual } of inspect(read.value).indicators)
    console.log(code, text, "target", target, "actual", actual);
