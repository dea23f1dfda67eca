import { type FrameworkDocument, lineTotals } from "@cadre/core";
import { createFramework } from "@cadre/core/create";
import { HOSTILE_TEXTS, sampleDocument, sampleDocuments } from "@cadre/testkit";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { annexOf, randomDocument, withoutRaw } from "../../../test/random-document.ts";
import { HARD_TEXTS, LABEL_LIKE, randomReport } from "../../../test/random-report.ts";
import { readAnnex } from "../../annex/index.ts";
import { readWorkbook, valueAt } from "../../input/workbook/index.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** What the workbook holds of a document: without what its findings report. */
function supported(document: FrameworkDocument): FrameworkDocument {
  const { schedule: _, axes: __, periods: ___, locations: ____, ...rest } = withoutRaw(document);
  return {
    ...rest,
    report: null,
    activities: rest.activities.map((activity) => ({ ...activity, events: [] })),
  };
}

const back = async (document: FrameworkDocument, language: "fr" | "en") => {
  const { bytes, findings } = await writeWorkbook(document, { language });
  const read = await readAnnex(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { locations: _, ...value } = withoutRaw(read.value);
  return { value, written: findings, read: read.findings };
};

describe("a workbook that was written", () => {
  it.each(["fr", "en"] as const)(
    "in %s reads back as the same framework, budget and tranches",
    async (language) => {
      for (const document of [
        annexOf(sampleDocument()),
        sampleDocuments().hostile,
        annexOf(sampleDocuments().hostile ?? sampleDocument()),
      ]) {
        if (document === undefined) continue;
        const { value, read } = await back(document, language);
        expect(value).toEqual(supported(document));
        expect(read.filter(({ code }) => code === "annex-total-differs")).toEqual([]);
      }
    },
  );

  it("reads back whatever the document is", async () => {
    const runs = process.env.CADRE_FULL === "1" ? 300 : 25;
    await fc.assert(
      fc.asyncProperty(
        randomDocument(sampleDocument(), HOSTILE_TEXTS),
        fc.constantFrom("fr" as const, "en" as const),
        async (document, language) => {
          const { value, written, read } = await back(document, language);
          // What a cell cannot say was reported; then the value may differ.
          const paths = written
            .filter(({ code }) => code === "value-not-supported")
            .map(({ where }) => where.path);
          expect(silence(value, paths)).toEqual(silence(supported(document), paths));
          expect(read.filter(({ severity }) => severity === "error")).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  }, 300_000);

  it("reads back whatever its cover, its money, its activities and its tranches are", async () => {
    const runs = process.env.CADRE_FULL === "1" ? 300 : 25;
    await fc.assert(
      fc.asyncProperty(
        randomReport(sampleDocument(), [...HARD_TEXTS, ...LABEL_LIKE, ...HOSTILE_TEXTS]),
        fc.constantFrom("fr" as const, "en" as const),
        async (document, language) => {
          const { value, written, read } = await back(document, language);
          const paths = written
            .filter(({ code }) => code === "value-not-supported")
            .map(({ where }) => where.path);
          expect(paths.every((path) => path.startsWith("indicators/"))).toBe(true);
          expect(silence(value, paths)).toEqual(silence(supported(document), paths));
          expect(read.filter(({ severity }) => severity === "error")).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  }, 300_000);

  it("takes no indicator for the head of a budget: “Titres fonciers”, “600 bénéficiaires”, “dont 0 femmes”", async () => {
    const document = createFramework({
      title: "Terres",
      outcomes: [
        {
          code: "1",
          indicators: [
            { code: "1.1", text: "Titres fonciers délivrés", target: 900 },
            { code: "1.2", text: "Litiges réglés", baseline: 12, target: 40 },
          ],
        },
      ],
    });
    const [indicator] = document.outcomes[0]?.indicators ?? [];
    if (indicator === undefined) throw new Error("the framework has an indicator");
    indicator.baseline.value = { kind: "text", text: "600 bénéficiaires ; 15 agents" };
    indicator.actual = {
      value: { kind: "number", value: 0, unit: "personnes" },
      breakdown: { partition: false, parts: [{ label: "femmes", value: 0 }] },
    };
    const { value } = await back(document, "fr");
    expect(value.outcomes).toEqual(supported(document).outcomes);
  });

  it("keeps for each formula the value that it has", async () => {
    const document = annexOf(sampleDocument());
    const { bytes } = await writeWorkbook(document, { language: "en" });
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) throw new Error("not read");
    const sheet = (name: string) => {
      const found = workbook.value.sheets.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no sheet ${name}`);
      return found;
    };
    const lines = document.budget.lines ?? [];
    const total = valueAt(sheet("Budget"), lines.length + 1, 6);
    expect(total).toMatchObject({
      formula: true,
      number: (lineTotals(lines).all.amounts[0]?.minor ?? 0) / 100,
    });
    expect(valueAt(sheet("Budget"), lines.length + 1, 8)?.number).toBeCloseTo(
      lineTotals(lines).all.geweShare ?? -1,
      12,
    );
    const framework = sheet("Results framework");
    const percents = [...framework.rows.values()].map((cells) => cells[10]).filter((cell) => cell?.formula);
    expect(percents.map((cell) => cell?.number)).toContain(0.75);
  });

  it("keeps text that begins like a formula a text", async () => {
    const document = sampleDocument();
    document.project.title = "=1+1";
    const { bytes } = await writeWorkbook(document, { language: "fr" });
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) throw new Error("not read");
    const cell = workbook.value.sheets[0]?.rows.get(0)?.[1];
    expect(cell).toMatchObject({ kind: "text", text: "=1+1", formula: false });
  });

  it("repeats heads on printed pages, by names that spreadsheet programs take", async () => {
    const { bytes } = await writeWorkbook(annexOf(sampleDocument()), { language: "fr" });
    const list = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
    const heads = [...list.matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</g)].map(
      ([, range]) => range?.replaceAll("&apos;", "'"),
    );
    expect(heads).toContain("'Cadre de résultats'!$1:$1");
    expect(heads.every((range) => /^'[^']+'!\$1:\$1$/.test(range ?? ""))).toBe(true);
  });

  it("cuts a text that no cell can hold, and says so", async () => {
    const document = sampleDocument();
    document.project.title = "a".repeat(40_000);
    const { findings } = await writeWorkbook(document, { language: "fr" });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "cell-cut", severity: "error", found: 40_000 }),
    );
  });

  it("reports what it has no field for", async () => {
    const { findings } = await writeWorkbook({ ...sampleDocument(), periods: [] }, { language: "fr" });
    expect(findings.filter(({ code }) => code === "not-supported").map(({ where }) => where.path)).toEqual([
      "periods",
      "events",
    ]);
  });
});

/** A document without the values at some paths. */
function silence(document: FrameworkDocument, paths: readonly string[]): FrameworkDocument {
  const copy = structuredClone(document);
  for (const outcome of copy.outcomes)
    for (const each of [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)])
      for (const column of ["baseline", "target", "milestone", "actual"] as const)
        if (paths.includes(`indicators/${each.code}/${column}`)) each[column] = { value: { kind: "none" } };
  return copy;
}
