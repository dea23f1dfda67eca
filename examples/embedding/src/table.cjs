const { readFileSync } = require("node:fs");
const { inspect } = require("@cadre/core/results");
const { readReport } = require("@cadre/documents");

const report = readReport(readFileSync(`${__dirname}/../../mali-2020/report.fr.txt`));
if (!report.ok) throw new Error(report.problems[0].message.en);
const rows = inspect(report.value).indicators.map(({ code, text, percentOfTarget, undefinedBecause }) => {
  return { code, text: text.slice(0, 30), percentOfTarget, undefinedBecause };
});
console.table(rows);
