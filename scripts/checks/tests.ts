import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { broke, command, type Step } from "./step.ts";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

/** The unit tests, counted by the runner itself. */
export function unitTests(name: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const file = join(mkdtempSync(join(tmpdir(), "cadre-tests-")), "report.json");
      const { code, output } = await command("vitest", [
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile=${file}`,
        ...args,
      ]);
      let report: Report;
      try {
        report = JSON.parse(readFileSync(file, "utf8"));
      } catch {
        return broke(output);
      }
      const skipped = report.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === "pending" || status === "skipped")
        .map(({ fullName }) => `test: ${fullName}`);
      const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
      return { passed: report.numPassedTests, failed, skipped, output };
    },
  };
}
