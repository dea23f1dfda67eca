import { readFileSync } from "node:fs";
import { inspect } from "@cadre/core/results";
import { readReport } from "@cadre/documents";

const report = readReport(readFileSync(new URL("../../mali-2020/report.fr.txt", import.meta.url)));
if (!report.ok) throw new Error(report.problems[0].message.en);
const rows = inspect(report.value).indicators.map(({ code, text, percentOfTarget, undefinedBecause }) => {
  return { code, text: text.slice(0, 30), percentOfTarget, undefinedBecause };
});
console.table(rows);
