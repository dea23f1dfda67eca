import { differences } from "./differences.ts";
import { history, impactOfPlanning, states } from "./history.ts";
import { FRAMEWORK, frameworkIn, inspectFramework, inspectReport, REPORT } from "./read.ts";
import { record } from "./record.ts";

const report = inspectReport(REPORT);
const framework = inspectFramework(FRAMEWORK);
console.log(report.project.title);
console.log(`${report.indicators.length} indicators, ${report.activities.length} activities`);
const differing = differences(report, framework);
console.log(
  differing.length === 0 ? "Report and framework document give the same values." : differing.join("\n"),
);

const document = frameworkIn(FRAMEWORK);
console.log("\nWhat happened, as far as it has a date:");
for (const { date, activity, event } of history(document))
  if (date !== null) console.log(`  ${date.padEnd(10)} ${activity} ${event.type}`);
const { activities } = await record(document);
const [reported, recorded] = [states(document), activities.map(({ code, state }) => [code, state] as const)];
const astray = recorded.filter(([code, state]) => reported[code] !== state);
console.log(
  astray.length === 0
    ? "A log of the engine with the same events gives the states that the report gives."
    : `The log differs: ${astray.map(([code]) => code).join(", ")}`,
);
console.log(`\n${impactOfPlanning(document).text.en}`);

process.exitCode = differing.length + astray.length === 0 ? 0 : 1;
