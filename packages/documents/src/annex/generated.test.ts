import { describe, expect, it } from "vitest";
import { judge } from "../../test/annex-generator/compare.ts";
import { layOut } from "../../test/annex-generator/layout.ts";
import { planAnnex } from "../../test/annex-generator/plan.ts";
import { writeSheets } from "../../test/annex-generator/workbook.ts";
import { convertAll, hasLibreOffice } from "../../test/libreoffice.ts";
import { readAnnex } from "./read-annex.ts";

const COUNT = process.env.CADRE_FULL === "1" ? 1000 : 60;
const BATCH = 60;
const office = hasLibreOffice();

describe.skipIf(!office)(
  `generated annexes${office ? "" : " (SKIPPED: LibreOffice is not installed)"}`,
  () => {
    it(`are read right in at least 98 % of values, and never wrong without a finding (${COUNT} workbooks)`, async () => {
      const wrong: string[] = [];
      const errors: string[] = [];
      let [values, right] = [0, 0];
      for (let from = 0; from < COUNT; from += BATCH) {
        const plans = Array.from({ length: Math.min(BATCH, COUNT - from) }, (_, index) =>
          planAnnex(from + index),
        );
        const files = Object.fromEntries(
          await Promise.all(
            plans.map(
              async (plan) => [`annex-${plan.habits.seed}.xlsx`, await writeSheets(layOut(plan))] as const,
            ),
          ),
        );
        const recalculated = convertAll(files, "xlsx");
        for (const plan of plans) {
          const name = `annex-${plan.habits.seed}.xlsx`;
          const read = await readAnnex(recalculated[name] ?? new Uint8Array());
          if (!read.ok) {
            wrong.push(`${name}: ${read.problems.map(({ code }) => code).join(", ")}`);
            continue;
          }
          for (const { severity, code, where, message } of read.findings)
            if (severity === "error") errors.push(`${name}: ${code} ${where.cell ?? ""} ${message.en}`);
          for (const { name: value, verdict, found, expected } of judge(plan, read.value, read.findings)) {
            values += 1;
            if (verdict === "right") right += 1;
            else
              wrong.push(
                `${name}: ${value} ${verdict}: ${JSON.stringify(found)} for ${JSON.stringify(expected)}`,
              );
          }
        }
      }
      expect(errors).toEqual([]);
      expect(wrong.filter((each) => each.includes(" wrong:"))).toEqual([]);
      expect(right / values, wrong.slice(0, 20).join("\n")).toBeGreaterThanOrEqual(0.98);
    }, 1_800_000);
  },
);
