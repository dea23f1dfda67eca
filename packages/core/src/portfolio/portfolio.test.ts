import { describe, expect, it } from "vitest";
import { outputIndicator, soundDocument } from "../../test/sound-document.ts";
import type { FrameworkDocument } from "../document/index.ts";
import { INDICATOR_TABLE_COLUMNS, indicatorTableRows, portfolioOf, projectKey } from "./index.ts";

const report = (
  name: string,
  change: { number?: string | null; country?: string; asOf?: string; title?: string } = {},
) => {
  const document: FrameworkDocument = soundDocument();
  const { asOf, ...project } = change;
  Object.assign(document.project, project);
  if (asOf !== undefined && document.report !== null)
    Object.assign(document.report, { asOf, year: Number(asOf.slice(0, 4)) });
  return { name, document };
};

describe("a portfolio", () => {
  it("has one row a project, by its last report, however its number is written", () => {
    const { projects } = portfolioOf([
      report("b.txt", { number: "00119645", asOf: "2021-11-15" }),
      report("a.txt", { number: "MPTF 119645", asOf: "2020-11-15" }),
      report("c.txt", { number: "00120000", title: "Another" }),
    ]);
    expect(projects.map(({ name, reports }) => [name, reports.map(({ name: each }) => each)])).toEqual([
      ["c.txt", ["c.txt"]],
      ["b.txt", ["a.txt", "b.txt"]],
    ]);
  });

  it("knows a project without a number by its title, and one without either by its report", () => {
    const { document } = report("x", { number: null, title: "Paix  et Sécurité!" });
    expect(projectKey(document, "x")).toBe("paix et sécurité");
    document.project.title = null;
    expect(projectKey(document, "x")).toBe("x");
  });

  it("adds up projects and never reports, each currency by itself", () => {
    const other = report("d.txt", { number: "00130000", country: "Niger" });
    if (other.document.budget.total !== null) other.document.budget.total.currency = "EUR";
    const { total, by } = portfolioOf([
      report("a.txt", { number: "00119645", asOf: "2020-11-15" }),
      report("b.txt", { number: "00119645", asOf: "2021-11-15" }),
      other,
    ]);
    expect(total).toMatchObject({ projectCount: 2, indicatorCount: 4, activityCount: 2, late: 2 });
    expect(total.budgets).toEqual([
      { currency: "EUR", amount: 1_000_000, projectCount: 1 },
      { currency: "USD", amount: 1_000_000, projectCount: 1 },
    ]);
    expect(by.country.map(({ key, projectCount: projects }) => [key, projects])).toEqual([
      ["MALI", 1],
      ["Niger", 1],
    ]);
    expect(Object.values(total.statuses).reduce((sum, count) => sum + count, 0)).toBe(total.indicatorCount);
  });

  it("compares by country, however it is spelled", () => {
    const { by } = portfolioOf([
      report("a", { number: "00000011111", country: "Côte d’Ivoire" }),
      report("b", { number: "00000022222", country: "COTE D'IVOIRE" }),
    ]);
    expect(by.country).toMatchObject([{ key: "Côte d’Ivoire", projectCount: 2 }]);
  });

  it("of nothing is empty", () => {
    expect(portfolioOf([])).toMatchObject({ projects: [], total: { projectCount: 0, budgets: [] } });
  });
});

describe("the long table", () => {
  it("has a row for each column of each indicator and for each part, states kept apart", () => {
    const project = report("a.txt", { number: "00119645" });
    Object.assign(outputIndicator(project.document), {
      baseline: { value: { kind: "tbd", note: "DTM" } },
      actual: {
        value: { kind: "number", value: 10 },
        breakdown: {
          partition: true,
          parts: [
            { label: "women", value: 6 },
            { label: "men", value: 4 },
          ],
        },
      },
    });
    const rows = indicatorTableRows([project]).filter(
      ({ indicator }) => indicator === outputIndicator(project.document).code,
    );
    expect(
      rows.map(({ column, part, kind, value, written }) => [column, part, kind, value, written]),
    ).toEqual(
      expect.arrayContaining([
        ["baseline", null, "tbd", null, "DTM"],
        ["actual", null, "number", 10, null],
        ["actual", "women", "number", 6, null],
        ["actual", "men", "number", 4, null],
      ]),
    );
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...INDICATOR_TABLE_COLUMNS].sort());
  });
});
