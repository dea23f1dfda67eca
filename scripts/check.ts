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

/** What is checked: a step, or several of them side by side or in order. */
type Plan = Step | { sideBySide: Plan[] } | { inOrder: Plan[] };
const sideBySide = (...plans: Plan[]): Plan => ({ sideBySide: plans });
const inOrder = (...plans: Plan[]): Plan => ({ inOrder: plans });

const sources = sideBySide(
  commandStep("lint and format", "biome", "ci", "."),
  layers,
  commandStep("types", "tsc", "-p", "."),
  // Only what runs in a page knows a page: anywhere else `document` is an error.
  commandStep("types of pages", "tsc", "-p", "tsconfig.browser.json"),
);
/** `--fast`: the inner loop. */
const FAST = sideBySide(sources, unitTests("changed tests", "--changed", "--passWithNoTests"));
/**
 * The tests wait for timers, databases and browsers: what looks at the built packages uses that time. What is measured comes last and alone.
 */
const ALL = inOrder(
  sideBySide(sources, pages, browser),
  sideBySide(
    unitTests("unit tests", "--project=!measured"),
    inOrder(
      build,
      sideBySide(
        site,
        inOrder(
          packageChecks,
          commandStep("generated", "node", "--conditions=cadre-source", "scripts/generate.ts", "--check"),
          sideBySide(smoke, size, installedTypes),
          examples,
          codeBlocks,
          shellBlocks,
        ),
      ),
    ),
  ),
  unitTests("limits", "--project=measured"),
);

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

const outcomes: Outcome[] = [];

/** Runs a plan and says whether it held. What comes after a step that failed would only repeat its failure. */
async function run(plan: Plan): Promise<boolean> {
  if ("sideBySide" in plan) return (await Promise.all(plan.sideBySide.map(run))).every((held) => held);
  if ("inOrder" in plan) {
    for (const each of plan.inOrder) if (!(await run(each))) return false;
    return true;
  }
  const outcome = await attempt(plan);
  outcomes.push(outcome);
  return outcome.failed === 0;
}

const start = performance.now();
await run(process.argv.includes("--fast") ? FAST : ALL);
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
