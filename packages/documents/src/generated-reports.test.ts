import { inspect } from "@cadre/core/results";
import { describe, expect, it } from "vitest";
import { asDocx, asText, generateReport, measure } from "../test/report-generator/index.ts";
import { readReportDocx } from "./report-docx.ts";
import { readReport } from "./report-text.ts";

const COUNT = process.env.CADRE_FULL === "1" ? 2000 : 150;
const SHOW = Number(process.env.CADRE_SHOW ?? 0);

describe.each([
  ["text", (bytes: Uint8Array) => Promise.resolve(readReport(bytes)), asText],
  ["docx", readReportDocx, asDocx],
] as const)("generated reports as %s", (format, read, render) => {
  it(`${COUNT} seeds: at least 98 % of cells and cover fields are right, none is wrong or lost without a finding, no error`, {
    timeout: 1_800_000,
  }, async () => {
    let [asked, right] = [0, 0];
    const withFinding: string[] = [];
    const silent: string[] = [];
    const refused: string[] = [];
    const errors: string[] = [];
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const report = generateReport(seed);
      const result = await read(render(report));
      if (!result.ok) {
        refused.push(`${seed}: ${result.problems[0]?.code}`);
        continue;
      }
      const { findings } = inspect(result.value, { readerFindings: result.findings });
      const measured = measure(result.value, findings, report);
      asked += measured.asked;
      right += measured.right;
      withFinding.push(...measured.withFinding);
      silent.push(...measured.silent);
      errors.push(
        ...findings
          .filter(({ severity }) => severity === "error")
          .map(({ code, where, message }) => `${seed} ${code} ${where.path}: ${message.en}`),
      );
    }
    console.info(
      `${format}: ${COUNT} reports, ${asked} cells and fields; right ${((100 * right) / asked).toFixed(2)} %, wrong with a finding ${withFinding.length}, without ${silent.length}; refused ${refused.length}; errors on sound reports ${errors.length}`,
    );
    if (SHOW > 0)
      console.info(
        [...silent, "WITH FINDING", ...withFinding, "ERRORS", ...errors].slice(0, SHOW).join("\n"),
      );
    expect(refused).toEqual([]);
    expect(silent.slice(0, 5)).toEqual([]);
    expect(errors.slice(0, 5)).toEqual([]);
    expect(right / asked).toBeGreaterThanOrEqual(0.98);
  });
});
