/**
 * Run as a child, bundled: reads the documents that its arguments name, one after the other, and prints for each the problem and the
 * peak of the process's memory so far, in MB.
 */
import { readFileSync } from "node:fs";
import { readReportDocx } from "../report-docx.ts";

async function main(): Promise<void> {
  for (const file of process.argv.slice(2)) {
    const start = performance.now();
    const result = await readReportDocx(readFileSync(file));
    const problem = result.ok ? null : result.problems[0];
    const findings = result.ok ? result.findings.map(({ rule }) => rule) : [];
    // In kB on Linux and macOS.
    const peakMb = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ problem, findings, ms: performance.now() - start, peakMb }));
  }
}
void main();
