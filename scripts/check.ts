import { browser } from "./checks/browser.ts";
import { build } from "./checks/build.ts";
import { codeBlocks } from "./checks/code-blocks.ts";
import { examples } from "./checks/examples.ts";
import { installedTypes } from "./checks/installed-types.ts";
import { layers } from "./checks/layers.ts";
import { packageChecks } from "./checks/package-checks.ts";
import { pages } from "./checks/pages.ts";
import { shellBlocks } from "./checks/shell-blocks.ts";
import { site } from "./checks/site.ts";
import { size } from "./checks/size.ts";
import { smoke } from "./checks/smoke.ts";
import { commandStep, type Outcome, type Step } from "./checks/step.ts";
import { unitTests } from "./checks/tests.ts";

/**
 * Everything that is checked, in stages; the steps of a stage run side by side. `--fast` stops after the first: the inner loop.
 */
const lint = commandStep("lint and format", "biome", "ci", ".");
const types = commandStep("types", "tsc", "-p", ".");
// Only what runs in a page knows a page: anywhere else `document` is an error.
const pageTypes = commandStep("types of pages", "tsc", "-p", "tsconfig.browser.json");

const FAST: Step[][] = [
  [lint, layers, types, pageTypes, unitTests("changed tests", "--changed", "--passWithNoTests")],
];
const ALL: Step[][] = [
  [lint, layers, types, pageTypes, pages, browser],
  [unitTests("unit tests")],
  [build],
  [
    packageChecks,
    site,
    commandStep("generated", "node", "--conditions=cadre-source", "scripts/generate.ts", "--check"),
  ],
  [smoke, size, installedTypes],
  [examples, codeBlocks, shellBlocks],
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function attempt({ name, run }: Step): Promise<Outcome> {
  const start = performance.now();
  let outcome: Outcome;
  try {
    outcome = await run();
  } catch (error) {
    outcome = {
      passed: 0,
      failed: 1,
      skipped: [],
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  const { passed, failed, summary } = outcome;
  const count = failed > 0 ? `${failed} FAILED, ${passed} held` : `${passed} held`;
  console.log(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(16)} ${seconds(start).padStart(7)}  ${count}`);
  if (failed > 0) console.log(outcome.output.trimEnd());
  if (summary !== undefined) console.log(summary.replace(/^/gm, "    "));
  return outcome;
}

const start = performance.now();
const fast = process.argv.includes("--fast");
const outcomes: Outcome[] = [];
for (const stage of fast ? FAST : ALL) {
  outcomes.push(...(await Promise.all(stage.map(attempt))));
  // What is on a broken stage would only repeat its failure.
  if (outcomes.some(({ failed }) => failed > 0)) break;
}
const sum = (pick: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + pick(outcome), 0);
const skipped = outcomes.flatMap((outcome) => outcome.skipped);
for (const what of skipped) console.log(`! SKIPPED ${what}`);
const failed = sum((outcome) => outcome.failed);
console.log(`\n${failed === 0 ? "Everything holds" : "Something does not hold"} (${seconds(start)}).`);
console.log(
  `${sum((outcome) => outcome.passed)} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
);
process.exitCode = failed === 0 ? 0 : 1;
