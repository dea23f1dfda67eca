import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { type FrameworkDocument, parseFramework } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, withFile } from "../test/terminal.ts";
import { WRITABLE_FORMATS } from "./formats/names.ts";

/** A count that nobody else has, so that it is found wherever it is written. */
const SMALL = 7919;

/** The example with an indicator of which one group is below `SMALL + 1`. */
function document(): FrameworkDocument {
  const read = parseFramework(JSON.parse(readFileSync(FRAMEWORK, "utf8")));
  if (!read.ok) throw new Error("no framework");
  const [outcome] = read.value.outcomes;
  const [indicator] = outcome?.indicators ?? [];
  if (outcome === undefined || indicator === undefined) throw new Error("no indicator");
  const actual = {
    value: { kind: "number", value: 100_000 } as const,
    raw: `100 000 (soit ${SMALL} femmes, 92081 hommes)`,
    breakdown: {
      partition: true,
      parts: [
        { label: "femmes", value: SMALL },
        { label: "hommes", value: 100_000 - SMALL },
      ],
    },
  };
  const changed = { ...indicator, actual, remark: `Seules ${SMALL} femmes sont venues.` };
  const indicators = [changed, ...outcome.indicators.slice(1)];
  return { ...read.value, outcomes: [{ ...outcome, indicators }, ...read.value.outcomes.slice(1)] };
}

/** All text of a file; of an archive, what is deflated in it. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer.readUInt16BE() !== 0x504b) return buffer.toString("utf8");
  const texts: string[] = [];
  // A local header: signature, method at 8, lengths of name and of extra field at 26 and 28 (APPNOTE.TXT, 4.3.7).
  for (let at = buffer.indexOf("PK\x03\x04"); at >= 0; at = buffer.indexOf("PK\x03\x04", at + 4)) {
    const data = buffer.subarray(at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28));
    texts.push((buffer.readUInt16LE(at + 8) === 8 ? inflateRawSync(data) : data).toString("utf8"));
  }
  return texts.join("\n");
}
/** Numbers as programs write them: `7 919`, `7,919`. */
const says = (text: string, number: number): boolean =>
  text.replace(/(\d)(?:[\s\u00a0\u202f,’]|&#160;|&nbsp;)(?=\d{3})/g, "$1").includes(String(number));

describe("--min-cell", () => {
  it.each(WRITABLE_FORMATS)("is held in what convert writes as %s", (format) =>
    withFile("framework.json", JSON.stringify(document()), async (path) => {
      const out = join(dirname(path), "out");
      const open = await cadre("convert", path, "--to", format, "--out", out);
      expect(open.exit).toBe(0);
      // Parquet compresses; everything else shows the number when it is not withheld.
      if (format !== "parquet") expect(says(textOf(readFileSync(out)), SMALL)).toBe(true);
      const safe = await cadre(
        "convert",
        path,
        "--to",
        format,
        "--out",
        out,
        "--min-cell",
        String(SMALL + 1),
      );
      expect(safe.exit).toBe(0);
      expect(safe.error).toContain("2 values withheld");
      expect(says(textOf(readFileSync(out)), SMALL)).toBe(false);
      expect(says(textOf(readFileSync(out)), 100_000 - SMALL)).toBe(false);
    }),
  );

  it("says what is withheld in a workbook of the table too", () =>
    withFile("framework.json", JSON.stringify(document()), async (path) => {
      const out = join(dirname(path), "out.xlsx");
      const args = ["--to", "xlsx", "--out", out, "--min-cell", String(SMALL + 1), "--lang", "fr"];
      expect((await cadre("portfolio", path, ...args)).exit).toBe(0);
      expect(textOf(readFileSync(out))).toMatch(/name="indicateurs"[\s\S]*suppressed/);
    }));

  it("says in the table what is withheld, and refuses what is no number", () =>
    withFile("framework.json", JSON.stringify(document()), async (path) => {
      const out = join(dirname(path), "out.csv");
      await cadre("portfolio", path, "--to", "csv", "--out", out, "--min-cell", String(SMALL + 1));
      const lines = readFileSync(out, "utf8")
        .split("\n")
        .filter((line) => /,(femmes|hommes),suppressed,/.test(line));
      expect(lines).toHaveLength(2);
      expect((await cadre("portfolio", path, "--min-cell", "one")).exit).toBe(2);
      expect((await cadre("convert", path, "--to", "csv", "--out", out, "--min-cell", "1")).exit).toBe(2);
    }));

  it.each(["json", "iati"])("is held in %s of an activity of IATI, with its earlier periods", (format) => {
    const period = (year: number, women: number, men: number) =>
      `<period><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/><actual value="${women + men}"/>${[
        ["female", women],
        ["male", men],
      ]
        .map(([sex, value]) => `<actual value="${value}"><dimension name="sex" value="${sex}"/></actual>`)
        .join("")}</period>`;
    const xml = `<iati-activities version="2.03"><iati-activity><iati-identifier>XM-1</iati-identifier><reporting-org ref="XM" type="40"><narrative>PAM</narrative></reporting-org><title><narrative>T</narrative></title><description><narrative>D</narrative></description><participating-org role="1" type="40"><narrative>PAM</narrative></participating-org><activity-status code="2"/><activity-date type="1" iso-date="2019-01-01"/><activity-date type="3" iso-date="2021-12-31"/><recipient-country code="ML"/><result type="1"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>People</narrative></title>${period(2019, SMALL, 104_729)}${period(2020, 104_743, 104_759)}</indicator></result></iati-activity></iati-activities>`;
    return withFile("activity.xml", xml, async (path) => {
      const out = join(dirname(path), "out");
      const written = async (...options: string[]) => {
        expect((await cadre("convert", path, "--to", format, "--out", out, ...options)).exit).toBe(0);
        return readFileSync(out, "utf8");
      };
      expect(says(await written(), SMALL)).toBe(true);
      expect(says(await written("--min-cell", String(SMALL + 1)), SMALL)).toBe(false);
    });
  });

  it("is held in the actuals of IATI that observations give", () => {
    const rows = [
      "indicator,period,value,sex,recordedAt",
      "2.1.1,2020-Q1,40,female,2020-04-10",
      "2.1.1,2020-Q1,3,male,2020-04-10",
    ].join("\n");
    return withFile("rows.csv", rows, async (path) => {
      const out = join(dirname(path), "out.xml");
      const options = ["--observations", path, "--to", "iati", "--out", out];
      expect((await cadre("convert", FRAMEWORK, ...options)).exit).toBe(0);
      const actuals = () => readFileSync(out, "utf8").match(/<actual[^>]*value="\d+"/g) ?? [];
      const open = actuals();
      expect(open).toEqual(
        expect.arrayContaining(['<actual value="3"', '<actual value="40"', '<actual value="43"']),
      );
      const safe = await cadre("convert", FRAMEWORK, ...options, "--min-cell", "5");
      expect(safe.exit).toBe(0);
      expect(actuals()).toContain('<actual value="43"');
      expect(actuals()).not.toContain('<actual value="3"');
      expect(actuals()).not.toContain('<actual value="40"');
    });
  });
});
