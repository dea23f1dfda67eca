import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "../report-text.ts";

const SOURCE = readFileSync(
  new URL("../../../../examples/mali-2020/report.fr.txt", import.meta.url),
  "utf8",
).split("\n");
const lineOf = (start: string, from = 0) =>
  SOURCE.findIndex((line, index) => index >= from && line.startsWith(start));

/** The findings in the example once its lines were changed, as rule, path, line and what was found. */
function findingsIn(change: (lines: string[]) => unknown) {
  const read = (lines: readonly string[]) => {
    const result = readReport(new TextEncoder().encode(lines.join("\n")));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result;
  };
  const name = ({ code, where, found }: { code: string; where: { path: string }; found: unknown }) =>
    `${code} ${where.path} ${found}`;
  const known = new Set(read(SOURCE).findings.map(name));
  const lines = [...SOURCE];
  change(lines);
  const result = read(lines);
  const news = result.findings.filter((finding) => !known.has(name(finding)));
  return { value: result.value, news: news.map(({ code, where }) => [code, where.path, where.line]) };
}
const reword = (index: number, from: string, to: string) => (lines: string[]) => {
  lines[index] = (lines[index] ?? "").replace(from, to);
};

describe("labels", () => {
  it("with a letter struck wrong are read, and reported", () => {
    const title = findingsIn(reword(lineOf("\tTitre"), "Titre du projet", "Titre du prqjet"));
    expect(title.news).toEqual([["label-misspelt", "file", 5]]);
    expect(title.value.project.title).not.toBeNull();
    const row = lineOf("\tIndicateur 1.1.4");
    const code = findingsIn(reword(row, "Indicateur", "Indicatqur"));
    expect(code.news).toEqual([["label-misspelt", "indicators/1.1.4", row + 1]]);
    const head = findingsIn(reword(lineOf("Résultat 2:"), "Résultat", "Réultat"));
    expect(head.news).toEqual([["label-misspelt", "file", lineOf("Résultat 2:") + 1]]);
  });

  it("that differ by more are none: the missing question is reported behind the one before it", () => {
    const { value, news } = findingsIn(
      reword(lineOf("Numéro Projet"), "Numéro Projet / MPTF Gateway:", "Réf."),
    );
    expect(value.project.number).toBeNull();
    expect(news).toContainEqual(["label-missing", "project/number", 5]);
    expect(value.report?.lines["project/number"]).toBe(5);
  });

  it("are not missed in an excerpt", () => {
    const start = SOURCE.findIndex((line) => line.startsWith("Partie V"));
    const { news } = findingsIn((lines) => lines.splice(8, start - 8));
    expect(news).toEqual([]);
  });
});

describe("what occurs twice", () => {
  it("an agency with a budget that is not among the agencies, and only that", () => {
    const { news } = findingsIn((lines) => lines.splice(lineOf("     FAO"), 1));
    expect(news).toEqual([["agency-unnamed", "project/agencies/FAO", lineOf("FAO ")]]);
  });

  it("an outcome's title in part II and in the table; the latter replaces the former", () => {
    const index = lineOf("Résultat 3:");
    const other = findingsIn(reword(index, "Une approche", "Notre approche"));
    expect(other.news).toEqual([["outcome-title-differs", "outcomes/3", index + 1]]);
    const row = lineOf("\tRésultat 3");
    const lost = findingsIn((lines) => lines.splice(row, 3, "\t"));
    expect(lost.value.outcomes[2]?.title).toMatch(/^Une approche/);
  });
});

describe("text where it should not be", () => {
  const start = lineOf("Partie II");

  it("a rating under no outcome is named, not lost", () => {
    const { value, news } = findingsIn((lines) => lines.splice(lineOf("Résultat 1:", start), 1));
    expect(news).toContainEqual(["heading-missing", "outcomes", lineOf("Résultat 1:", start) + 1]);
    expect(value.outcomes[0]?.rating).toBeNull();
  });

  it("the answers of an outcome whose heading is missing are said to be under another", () => {
    const heading = lineOf("Résultat 2:", start);
    const { news } = findingsIn((lines) => {
      lines[heading] = "Un mot.";
    });
    expect(news).toContainEqual(["heading-missing", "outcomes/2", heading + 1]);
  });

  it("a further amount of an agency or of the total is named", () => {
    const budget = lineOf("FAO ");
    const { news } = findingsIn((lines) => lines.splice(budget, 0, lines[budget] ?? ""));
    expect(news).toEqual([["amount-repeated", "project/agencies/FAO", budget + 2]]);
  });

  it("words in the table of budgets that are no agency, and a total that cannot be read", () => {
    const budget = lineOf("FAO ");
    const words = findingsIn((lines) => lines.splice(budget, 0, "Des comités de paix"));
    expect(words.news).toEqual([["text-unrecognised", "file", budget + 1]]);
    const total = SOURCE.findIndex((line) => line.trim().startsWith("Total:"));
    const { news } = findingsIn((lines) => {
      lines[total] = "Total USDq800 000";
    });
    expect(news).toContainEqual(["field-unread", "budget/total", total + 1]);
  });

  it("a head that lacks a column is named at the head; one that lacks its empty first cell is understood", () => {
    const head = lineOf("\tIndicateurs");
    const { news } = findingsIn((lines) => lines.splice(lineOf("\tBase de donnée", head), 1));
    expect(news).toContainEqual(["head-uneven", "indicators", head]);
    const first = findingsIn((lines) => lines.splice(head - 1, 1));
    expect(first.news).toEqual([]);
  });
});

describe("rows", () => {
  it("under another head than their code names are reported", () => {
    const index = lineOf("\tIndicateur 1.1");
    expect(findingsIn(reword(index, "1.1", "2.9")).news).toContainEqual([
      "row-misplaced",
      "indicators/2.9",
      index + 1,
    ]);
  });

  it("whose head occurs twice keep both titles", () => {
    const index = lineOf("\tProduit 1.2");
    const { news } = findingsIn(reword(index, "1.2", "1.1"));
    expect(news).toContainEqual(["head-repeated", "outputs/1.1", index + 1]);
  });

  it("with a cell too many name it, and a first row without its code is not lost", () => {
    const index = lineOf("\tIndicateur 1.2");
    const doubled = findingsIn((lines) => lines.splice(index - 1, 0, "\t"));
    expect(doubled.news).toEqual([["row-incomplete", "indicators/1.1", index]]);
    const first = findingsIn((lines) => lines.splice(lineOf("\tIndicateur 1.1"), 1, "\tMesure"));
    expect(first.news[0]).toEqual(["code-assigned", "indicators/1.5", lineOf("\tIndicateur 1.1") + 1]);
  });

  it("leave no words behind the last label of the table, nor an unknown box", () => {
    const index = lineOf("\tIndicateurs");
    expect(findingsIn((lines) => lines.splice(index - 1, 0, "Un mot avant.")).news).toEqual([
      ["text-unrecognised", "file", index],
    ]);
    const box = lineOf("☐ Soutenir");
    expect(findingsIn((lines) => lines.splice(box, 0, "☒ Distribuer des masques")).news).toEqual([
      ["text-unrecognised", "file", box + 1],
    ]);
  });
});
