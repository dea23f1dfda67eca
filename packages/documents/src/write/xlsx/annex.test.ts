import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FrameworkDocument } from "@cadre/core";
import { computeBudget } from "@cadre/core/budget";
import { describe, expect, it } from "vitest";
import { judge } from "../../../test/annex-generator/compare.ts";
import { layOut } from "../../../test/annex-generator/layout.ts";
import { planAnnex } from "../../../test/annex-generator/plan.ts";
import { writeSheets } from "../../../test/annex-generator/workbook.ts";
import { convertAll, hasLibreOffice } from "../../../test/libreoffice.ts";
import { readAnnex } from "../../annex/index.ts";
import { annexForm } from "./annex-rows.ts";
import { writeWorkbook } from "./write-workbook.ts";

const folder = fileURLToPath(new URL("../../../../../../shared/budget-cases/", import.meta.url));
const present = existsSync(folder);
const office = hasLibreOffice();

const read = async (bytes: Uint8Array) => {
  const result = await readAnnex(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

/** What the form carries. */
const budgetOf = ({ budget, activities }: FrameworkDocument) => ({ budget, activities });

async function roundTrip(document: FrameworkDocument, language: "en" | "fr") {
  const { bytes } = await writeWorkbook(document, { language });
  const back = await read(bytes);
  expect(budgetOf(back.value), "read back").toEqual(budgetOf(document));
  // Tables that contradict each other still do.
  const others = back.findings.filter(
    ({ severity, code }) => severity !== "info" && code !== "annex-tables-differ",
  );
  expect(others).toEqual([]);
  return bytes;
}

describe.skipIf(!present)(
  `annex D${present ? "" : " (SKIPPED: ../shared/budget-cases is not there)"}`,
  () => {
    const names = present ? readdirSync(folder).filter((file) => file.endsWith(".xlsx")) : [];
    it.each(names)("of %s is written and read back the same, in both languages", async (name) => {
      const { value } = await read(readFileSync(`${folder}${name}`));
      // An amount that cannot be read has no place in the form.
      expect(annexForm(value) === null).toBe(/^(?:c09-|c11b|c04)/.test(name));
      if (annexForm(value) === null) return;
      for (const language of ["en", "fr"] as const) await roundTrip(value, language);
    });
  },
);

describe.skipIf(!office)(`written annexes${office ? "" : " (SKIPPED: LibreOffice is not installed)"}`, () => {
  it("come to the same totals when LibreOffice recalculates them", async () => {
    const plans = Array.from({ length: process.env.CADRE_FULL === "1" ? 200 : 4 }, (_, index) =>
      planAnnex(5_000 + index),
    );
    const files = Object.fromEntries(
      await Promise.all(
        plans.map(async (plan) => [`a${plan.habits.seed}.xlsx`, await writeSheets(layOut(plan))] as const),
      ),
    );
    const written: Record<string, Uint8Array> = {};
    const documents = new Map<string, FrameworkDocument>();
    for (const [name, bytes] of Object.entries(convertAll(files, "xlsx"))) {
      const { value } = await read(bytes);
      if (annexForm(value) === null) continue;
      documents.set(name, value);
      written[name] = await roundTrip(value, "en");
    }
    expect(documents.size).toBeGreaterThan(plans.length / 2);
    // Through OpenDocument: LibreOffice then computes every formula again.
    const open = convertAll(written, "ods");
    const again = convertAll(
      Object.fromEntries(Object.entries(open).map(([name, bytes]) => [name.replace(".xlsx", ".ods"), bytes])),
      "xlsx",
    );
    for (const plan of plans) {
      const name = `a${plan.habits.seed}.xlsx`;
      const document = documents.get(name);
      if (document === undefined) continue;
      const back = await read(again[name.replace(".xlsx", ".ods")] ?? new Uint8Array());
      expect(
        back.findings.filter(({ severity }) => severity === "error"),
        name,
      ).toEqual([]);
      const [one, other] = [computeBudget(back.value), computeBudget(document)];
      expect([one.total, one.gewe.share, one.spent], name).toEqual([
        other.total,
        other.gewe.share,
        other.spent,
      ]);
      expect(
        judge(plan, back.value, back.findings).filter(({ verdict }) => verdict !== "right"),
        name,
      ).toEqual([]);
    }
  }, 600_000);
});
