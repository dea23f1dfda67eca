import { readFileSync } from "node:fs";
import { iatiActivityXml } from "@cadre/exchange/iati";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK } from "../test/terminal.ts";

const { at, file } = temporaryFiles();
const json = (out: string) => JSON.parse(out);

describe("IATI on the command line", () => {
  it("is written, valid and inspected; what it cannot carry is reported", async () => {
    const out = at("mali.xml");
    const { exit, error } = await cadre("convert", FRAMEWORK, "--to", "iati", "--out", out);
    expect(exit).toBe(0);
    expect(error).toContain("iati-cannot-carry");
    expect(readFileSync(out, "utf8")).toContain("<iati-identifier>00119645 - PBF/MLI/A-1</iati-identifier>");
    const checked = await cadre("check", out, "--xsd", "--json");
    expect(json(checked.out).filter(({ code }: { code: string }) => code.startsWith("iati"))).toEqual([]);
    const inspected = json((await cadre("inspect", out, "--json")).out);
    expect(inspected.project.agencies).toContainEqual({ name: "PAM", convening: true, budget: 1_200_000 });
    expect(inspected.indicators).toHaveLength(40);
  });

  it("is validated where that is asked for: line, and exit 1", async () => {
    const path = file(
      "wrong.xml",
      '<iati-activities version="2.03">\n<iati-activity><iati-identifier>A</iati-identifier></iati-activity></iati-activities>',
    );
    const { exit, out } = await cadre("check", path, "--xsd", "--json", "--lang", "fr");
    expect(exit).toBe(1);
    const [first] = json(out);
    expect(first).toMatchObject({ code: "iati-xsd", severity: "error" });
    expect(first.where).toContain("line 2");
    expect(first.message).toContain("il manque des éléments");
    const plain = await cadre("check", path, "--json");
    expect(json(plain.out).some(({ code }: { code: string }) => code === "iati-xsd")).toBe(false);
  });
});

describe("a file of several activities", () => {
  const activity = (text: string, value: string) =>
    iatiActivityXml({
      "iati-identifier": { text },
      "reporting-org": { ref: "XM", type: "40", narrative: [{ text: "PAM" }] },
      title: { narrative: [{ text: `Project ${text}` }] },
      result: [
        {
          type: "2",
          title: { narrative: [{ text: "Peace" }] },
          indicator: [
            {
              measure: "1",
              title: { narrative: [{ text: "Disputes settled" }] },
              period: [
                {
                  "period-start": { "iso-date": "2020-01-01" },
                  "period-end": { "iso-date": "2020-12-31" },
                  target: [{ value: "10" }],
                  actual: [{ value }],
                },
              ],
            },
          ],
        },
      ],
    });
  const two = () =>
    file(
      "two.xml",
      `<iati-activities version="2.03">${activity("XM-1", "4")}${activity("XM-2", "5")}</iati-activities>`,
    );

  it("gives the one that is named, to every command", async () => {
    const path = two();
    const inspected = await cadre("inspect", path, "--activity", "XM-2", "--json");
    expect(json(inspected.out).project).toMatchObject({ title: "Project XM-2", number: "XM-2" });
    expect((await cadre("check", path, "--activity", "XM-2", "--json")).exit).toBe(0);
    const out = at("one.json");
    expect((await cadre("convert", path, "--activity", "XM-1", "--to", "json", "--out", out)).exit).toBe(0);
    expect(json(readFileSync(out, "utf8")).project.title).toBe("Project XM-1");
    const computed = await cadre("compute", path, path, "--activity", "XM-2", "--json");
    expect(computed.exit).toBe(0);
    expect(json(computed.out)).toMatchObject([{ code: "1.1", value: 5, percentOfTarget: 0.5 }]);
    const changed = await cadre("diff", path, path, "--activity", "XM-2", "--json");
    expect(changed.exit).toBe(0);
  });

  it("is refused with the identifiers that there are", async () => {
    const path = two();
    const several = await cadre("inspect", path);
    expect(several).toMatchObject({ exit: 1, out: "" });
    expect(several.error).toContain("iati-several-activities");
    expect(several.error).toContain("2: XM-1 | XM-2");
    const unknown = await cadre("inspect", path, "--activity", "XM-3", "--lang", "fr");
    expect(unknown.exit).toBe(1);
    expect(unknown.error).toContain("pas d’activité « XM-3 »");
    expect(unknown.error).toContain("attendu\u00a0: XM-1 | XM-2");
  });

  it("is what the option is for: another file is refused", async () => {
    const { exit, error } = await cadre("inspect", FRAMEWORK, "--activity", "XM-1");
    expect(exit).toBe(1);
    expect(error).toContain("activity-without-iati");
    const rows = file("rows.csv", "indicator,period,value\n");
    expect((await cadre("compute", FRAMEWORK, rows, "--activity", "XM-1")).exit).toBe(2);
  });
});

describe("observations and IATI", () => {
  const ROWS = [
    "indicator,period,value,sex,place",
    "2.1.1,2020-Q1,100,female,Mopti",
    "2.1.1,2020-Q1,20,male,Mopti",
    "2.1.1,2020-Q2,30,female,Gao",
    "2.1.1,2020-Q2,0,male,Gao",
    "2.1.4,2020-Q2,5,,",
  ].join("\n");

  it("become actuals of each period, in all and by axis; valid, and computed again the same", async () => {
    const rows = file("rows.csv", ROWS);
    const out = at("results.xml");
    const converted = await cadre("convert", FRAMEWORK, "--to", "iati", "--observations", rows, "--out", out);
    expect(converted.exit).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text).toContain('<period-start iso-date="2020-01-01"/>');
    expect(text).toContain('<dimension name="sex" value="female"/>');
    const checked = await cadre("check", out, "--xsd", "--json");
    expect(json(checked.out).filter(({ code }: { code: string }) => code === "iati-xsd")).toEqual([]);
    const results = async (observations: string) => {
      const { exit, out: printed } = await cadre(
        "compute",
        FRAMEWORK,
        observations,
        "--json",
        "--by",
        "sex,period",
      );
      expect(exit).toBe(0);
      // The file knows the project's whole time as a period, too.
      return json(printed)
        .filter(({ code }: { code: string }) => code === "2.1.1" || code === "2.1.4")
        .map(
          ({ cells, coverage: _, ...result }: { cells: { period: string }[]; coverage: number | null }) => ({
            ...result,
            cells: cells.filter(({ period }) => /-Q\d$/.test(period)),
          }),
        );
    };
    expect(await results(out)).toEqual(await results(rows));
    expect((await results(out))[0]).toMatchObject({ code: "2.1.1", value: 150, percentOfTarget: 0.75 });
  });

  it("are split by place and axes together where that is asked for; what IATI cannot carry is reported", async () => {
    const rows = file("rows.csv", ROWS);
    const out = at("places.xml");
    const args = ["--observations", rows, "--by", "sex,place", "--out", out];
    const { exit, error } = await cadre("convert", FRAMEWORK, "--to", "iati", ...args);
    expect(exit).toBe(0);
    const text = readFileSync(out, "utf8");
    expect(text).toContain('<location ref="place-1"/>');
    expect(text.match(/<narrative>(Mopti|Gao)<\/narrative>/g)).toHaveLength(2);
    const back = await cadre("compute", FRAMEWORK, out, "--json", "--by", "place,sex");
    const result = json(back.out).find(({ code }: { code: string }) => code === "2.1.1");
    expect(result).toMatchObject({
      value: 150,
      cells: [
        { at: { place: "Gao", sex: "female" }, value: 30 },
        { at: { place: "Gao", sex: "male" }, value: 0 },
        { at: { place: "Mopti", sex: "female" }, value: 100 },
        { at: { place: "Mopti", sex: "male" }, value: 20 },
      ],
    });
    expect(error).toContain("iati-cannot-carry");
    const bySource = await cadre("convert", FRAMEWORK, "--to", "iati", ...args.with(3, "source"));
    expect(bySource.error).toMatch(/values\s+by\s+source\s+are\s+left\s+out/);
  });

  it("whose rows are wrong are written without those, reported, and exit 1", async () => {
    const rows = file("rows.csv", `${ROWS}\n2.1.1,2020-Q1,many,,`);
    const out = at("some.xml");
    const { exit, error } = await cadre(
      "convert",
      FRAMEWORK,
      "--to",
      "iati",
      "--observations",
      rows,
      "--out",
      out,
    );
    expect(exit).toBe(1);
    expect(error).toContain("not-a-number");
    expect(readFileSync(out, "utf8")).toContain("<actual");
  });

  it.each([
    [["--to", "csv", "--observations", "rows.csv", "--by", "sex"], "--by"],
    [["--to", "iati", "--by", "sex"], "--by"],
    [["--to", "iati", "--as-of", "2020-01-01"], "--as-of"],
    [["--to", "iati", "--observations", "rows.csv", "--as-of", "soon"], "--as-of"],
    [["--to", "iati", "--observations", "rows.csv", "--activity", "A"], "--activity"],
  ])("are wrong use with %j", async (args, message) => {
    const { exit, error } = await cadre("convert", FRAMEWORK, "--out", at("none.xml"), ...args);
    expect(exit).toBe(2);
    expect(error).toContain(`cadre: ${message}: found:`);
  });
});
