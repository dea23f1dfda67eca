import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lineTotals, money, toMajor } from "@cadre/core";
import { checkAnnex } from "@cadre/core/compare";
import { annexIn, annexSent, reportIn, reportSent, workbookOf } from "./documents.ts";
import { withLines } from "./mend.ts";

const report = await reportIn(await reportSent());
const annex = await annexIn(await annexSent());

const findings = checkAnnex(report, annex);
console.log(`${findings.length} findings between the report and the annex that was sent:`);
for (const { severity, code, message } of findings) console.log(`  ${severity} ${code}\n    ${message.en}`);

const mended = withLines(annex, { "3": { output: "1.2" }, "6": { amount: money(100_000, "USD") } });
const path = process.argv[2] ?? join(tmpdir(), "cadre-budget-annex.xlsx");
const workbook = await workbookOf(mended);
writeFileSync(path, workbook);

const again = await annexIn(workbook);
console.log("\nThe workbook that was written, by output:");
for (const [output, { amounts, geweShare }] of lineTotals(again.budget.lines ?? []).byOutput) {
  const sum = amounts.map((each) => `${toMajor(each).toFixed(2)} ${each.currency}`).join(", ");
  const share = geweShare === null ? "unknown" : `${(100 * geweShare).toFixed(1)} %`;
  console.log(`  ${output ?? "(none)"}: ${sum}, for gender equality ${share}`);
}
const left = checkAnnex(report, again);
console.log(
  left.length === 0
    ? "Report and workbook agree."
    : left.map(({ code, message }) => `${code}: ${message.en}`).join("\n"),
);
console.log(`Its totals, shares and rates are formulas: ${path}`);

process.exitCode = findings.length > 0 && left.length === 0 ? 0 : 1;
