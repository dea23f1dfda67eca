import { differences } from "./differences.ts";
import { FRAMEWORK, inspectFramework, inspectReport, REPORT } from "./read.ts";

const report = inspectReport(REPORT);
const framework = inspectFramework(FRAMEWORK);
console.log(report.project.title);
console.log(`${report.indicators.length} indicators, ${report.activities.length} activities`);
const differing = differences(report, framework);
console.log(
  differing.length === 0 ? "Report and framework document give the same values." : differing.join("\n"),
);
process.exitCode = differing.length === 0 ? 0 : 1;
