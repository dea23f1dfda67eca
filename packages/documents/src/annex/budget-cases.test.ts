import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { geweOfLines } from "@cadre/core";
import { computeBudget } from "@cadre/core/budget";
import { describe, expect, it } from "vitest";
import { readAnnex } from "./read-annex.ts";

const folder = fileURLToPath(new URL("../../../../../shared/budget-cases/", import.meta.url));
const present = existsSync(folder);

interface Expected {
  lines: number;
  agencies_direct: Record<string, number>;
  outputs_direct: Record<string, number>;
  direct: number;
  indirect: number;
  total: number;
  gewe_direct: number;
  gewe_with_indirect: number;
  gewe_share: number;
  gewe_unknown_rows: number;
  marker: string;
  spent: number;
  delivery: number;
  tranches: Record<string, number[]>;
  activities: string[];
  gewe_by_activity?: Record<string, number | null>;
  note?: string;
}

/** Where the expected values are no claim of the sheet: what is unknown is not the number that the case was made from. */
const UNKNOWN: Record<string, readonly (keyof Expected)[]> = {
  // An error value in an amount: neither the agency's nor the project's totals can be given.
  "c09-errors-negative": [
    "lines",
    "gewe_unknown_rows",
    "agencies_direct",
    "outputs_direct",
    "direct",
    "indirect",
    "total",
    "gewe_direct",
    "gewe_with_indirect",
    "gewe_share",
    "marker",
    "delivery",
    "tranches",
  ],
  // One merged amount of two activities is one line.
  "c11b-merged": ["lines"],
  // Shares of six rows are unknown: the share has bounds.
  "c05-gewe-mess": [
    "gewe_direct",
    "gewe_with_indirect",
    "gewe_share",
    "marker",
    "spent",
    "delivery",
    "tranches",
  ],
  // No expenditure is reported, which is not zero; indirect costs are at the fund's rate, since the sheet does not state them.
  "c13-gm-29996": ["indirect", "total", "gewe_with_indirect", "spent", "delivery"],
};

describe.skipIf(!present)(
  `the budget cases${present ? "" : " (SKIPPED: ../shared/budget-cases is not there)"}`,
  () => {
    const names = present
      ? readdirSync(folder)
          .filter((file) => file.endsWith(".xlsx"))
          .map((file) => file.slice(0, -5))
      : [];
    it.each(names)("%s", async (name) => {
      const expected = JSON.parse(readFileSync(`${folder}${name}.expected.json`, "utf8")) as Expected;
      const read = await readAnnex(readFileSync(`${folder}${name}.xlsx`));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const document = read.value;
      const result = computeBudget(document);
      const cents = (amount: number | null) => (amount === null ? null : Math.round(amount * 100));
      const bottom = document.budget.tranches !== undefined;
      const found: Record<keyof Expected, unknown> = {
        lines: result.lineCount,
        agencies_direct: Object.fromEntries(
          result.byAgency.map(({ agency, direct }) => [agency, cents(direct)]),
        ),
        outputs_direct: Object.fromEntries(
          result.byOutput.map(({ output, direct }) => [output ?? "None", cents(direct)]),
        ),
        direct: cents(result.direct),
        indirect: cents(result.indirect),
        total: cents(result.total),
        gewe_direct: geweOfLines(document.budget)?.minor ?? null,
        gewe_with_indirect: cents(result.gewe.allocated),
        gewe_share: result.gewe.share,
        gewe_unknown_rows: new Set(
          (document.budget.lines ?? []).filter(({ gewe }) => gewe === null).map(({ activity }) => activity),
        ).size,
        marker: result.marker.byLines.computed,
        spent: cents(result.spent),
        delivery: result.deliveryRate,
        tranches: bottom
          ? Object.fromEntries(
              result.byAgency.map(({ agency, tranches }) => [
                agency,
                tranches.map(({ amount }) => cents(amount)),
              ]),
            )
          : expected.tranches,
        activities: document.activities.map(({ code }) => code).sort(),
        gewe_by_activity:
          expected.gewe_by_activity &&
          Object.fromEntries((document.budget.lines ?? []).map(({ activity, gewe }) => [activity, gewe])),
        note: expected.note,
      };
      const skip = new Set<string>(UNKNOWN[name] ?? []);
      // The case computes shares in doubles; ours are exact. c04's tranches are zero in the sheet, since its amounts are texts.
      if (name === "c04-fr-text") skip.add("tranches");
      for (const [key, value] of Object.entries(expected)) {
        if (skip.has(key)) continue;
        const own = found[key as keyof Expected];
        if (typeof value === "number" && !Number.isInteger(value)) expect(own, key).toBeCloseTo(value, 12);
        else expect(own, key).toEqual(value);
      }
      const errors = read.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
      const certain: Record<string, string[]> = {
        "c09-errors-negative": ["cell-error"],
        "x10-table2-disagrees": ["annex-tables-differ"],
      };
      expect(errors).toEqual(certain[name] ?? []);
    });
  },
);
