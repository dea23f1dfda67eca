import { readFileSync } from "node:fs";
import { inspect } from "@cadre/core/results";
import { readReport } from "@cadre/documents";

const read = readReport(readFileSync(new URL("../../mali-2020/report.fr.txt", import.meta.url)));
if (!read.ok) throw new Error(read.problems.map(({ message }) => message.en).join("\n"));
const { indicators, budget, activities } = inspect(read.value, { readerFindings: read.findings });

for (const { code, percentOfTarget, undefinedBecause } of indicators) {
  console.log(code, percentOfTarget ?? `no percent of target: ${undefinedBecause}`);
}
console.log("gender share", budget.gewe.share, budget.marker);
for (const { code, state, causes } of activities) {
  if (state === "delayed") console.log(code, "is delayed by", causes.join(", "));
}
