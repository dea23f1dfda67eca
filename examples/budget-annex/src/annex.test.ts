import { checkAnnex } from "@cadre/core/compare";
import { expect, it } from "vitest";
import { annexIn, annexSent, reportIn, reportSent, workbookOf } from "./documents.ts";
import { PROJECT } from "./project.ts";

it("agrees with itself: both documents of the project as it is", async () => {
  const [report, annex] = [await reportIn(await reportSent()), await annexIn(await workbookOf(PROJECT))];
  expect(checkAnnex(report, annex)).toEqual([]);
  expect(annex.budget.lines).toEqual(PROJECT.budget.lines);
});

it("finds the lost zero and the output that is none, at their cells", async () => {
  const findings = checkAnnex(await reportIn(await reportSent()), await annexIn(await annexSent()));
  expect(findings.map(({ code }) => code).sort()).toEqual([
    "annex-agency-budget-differs",
    "annex-budget-differs",
    "annex-gewe-differs",
    "annex-output-unknown",
  ]);
  expect(findings.find(({ code }) => code === "annex-output-unknown")?.where.cell).toBe("Budget!B4");
});
