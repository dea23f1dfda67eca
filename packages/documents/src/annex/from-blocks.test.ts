import { computeBudget } from "@cadre/core/budget";
import { describe, expect, it } from "vitest";
import { cell, docx, paragraph, row, run, table } from "../../test/docx.ts";
import { openDocument } from "../open.ts";

const words = (...texts: string[]) => row(texts.map((text) => cell(paragraph(run(text)))));
const WIDTHS = [1500, 4000, 1500, 1500, 1500, 1500, 1500];

describe("the budget annex of 2018, a table in a Word document", () => {
  it("is read like the workbook: rows, agencies, shares, expenditure; sums are checks", async () => {
    const bytes = docx(
      [
        paragraph(run("Annex D - PBF project budget")),
        table(
          [
            words(
              "Outcome/ Output number",
              "Outcome/ output/ activity formulation:",
              "Budget by recipient organization in USD - UNDP",
              "Budget by recipient organization in USD - UN Women",
              "Total",
              "Percent of budget for each output or activity reserved for direct action on gender equality (if any):",
              "Level of expenditure/ commitments in USD",
            ),
            words("OUTCOME 1:", "Communities resolve disputes", "", "", "", "", ""),
            words("Output 1.1:", "Committees are trained", "", "", "", "", ""),
            words("Activity 1.1.1:", "Training", "120,000", "60 000.50", "180,000.50", "40%", "95,000"),
            words("Activity 1.1.2:", "Equipment", "$ 80,000", "", "80,000", "0%", "-"),
            words("", "Output total", "200,000", "60,000.50", "260,000.50", "", "95,000"),
            words("Indirect support costs (7%)", "", "14,000", "4,200.04", "18,200.04", "", ""),
          ],
          WIDTHS,
        ),
      ].join(""),
    );
    const read = await openDocument(bytes, { name: "annex.docx" });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(computeBudget(read.value)).toMatchObject({
      currency: "USD",
      direct: 260_000.5,
      indirect: 18_200.04,
      spent: 95_000,
      lineCount: 3,
      byAgency: [
        { agency: "UNDP", direct: 200_000 },
        { agency: "UN Women", direct: 60_000.5 },
      ],
    });
    expect(read.value.budget.lines?.map(({ activity, gewe }) => [activity, gewe])).toEqual([
      ["1.1.1", 0.4],
      ["1.1.1", 0.4],
      ["1.1.2", 0],
    ]);
  });
});
