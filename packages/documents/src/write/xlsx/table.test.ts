import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { writeXlsxTable } from "./table.ts";

const COLUMNS = ["project", "text", "value"] as const;
const rowOf = (text: string | null, value: number | null) => ({ project: "p-1", text, value });

describe("a table as a workbook", () => {
  it("holds numbers as numbers, words as words, and nothing where there is nothing", async () => {
    const rows = [rowOf("=1+1", 0), rowOf("Jeunes formés", 12.5), rowOf("007", null), rowOf(null, -3)];
    const { bytes, findings } = await writeXlsxTable(COLUMNS, rows, "indicateurs");
    expect(findings).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["indicateurs"]);
    const [head, ...read] = sheets[0]?.rows ?? [];
    expect(head).toEqual([...COLUMNS]);
    expect(read.map((row) => [row[0], row[1] ?? null, row[2] ?? null])).toEqual(
      rows.map(({ project, text, value }) => [project, text, value]),
    );
  });

  it("cuts a text that no cell holds, and says so", async () => {
    const { findings } = await writeXlsxTable(COLUMNS, [rowOf("a".repeat(40_000), 1)], "indicators");
    expect(findings).toMatchObject([{ code: "cell-cut", severity: "error", found: 40_000 }]);
  });

  it("may be empty", async () => {
    const { bytes } = await writeXlsxTable(COLUMNS, [], "indicators");
    expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([[...COLUMNS]]);
  });
});
