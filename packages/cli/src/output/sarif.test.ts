import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { cadre, FRAMEWORK, REPORT, withFile } from "../../test/terminal.ts";

/** The schema of SARIF 2.1.0 with errata 01, as OASIS publishes it (github.com/oasis-tcs/sarif-spec). */
const schema = JSON.parse(
  readFileSync(new URL("../../test/sarif/sarif-schema-2.1.0.json", import.meta.url), "utf8"),
);
// Of draft 04: what ajv does not take of it are its names alone.
delete schema.$schema;
delete schema.id;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

describe("cadre check --format sarif", () => {
  it.each(["en", "fr"])(
    "is valid by the schema of SARIF, of a report, a framework and both, in %s",
    async (lang) => {
      for (const files of [[REPORT], [FRAMEWORK], [REPORT, FRAMEWORK]]) {
        const { out } = await cadre("check", ...files, "--format", "sarif", "--lang", lang);
        const log = JSON.parse(out);
        expect([validate(log), validate.errors]).toEqual([true, null]);
        const [run] = log.runs;
        expect(run.results.length).toBeGreaterThan(10);
        for (const { ruleId, ruleIndex } of run.results)
          expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
        const sum = run.tool.driver.rules.find(({ id }: { id: string }) => id === "breakdown-sum");
        expect(sum.help.text).toMatch(lang === "fr" ? /^Comparez les parties/ : /^Compare the parts/);
      }
    },
  );

  it("is refused by the schema where it says something else", async () => {
    const { out } = await cadre("check", FRAMEWORK, "--format", "sarif");
    const log = JSON.parse(out);
    log.runs[0].results[0].level = "info";
    expect(validate(log)).toBe(false);
  });

  it("has no results where a file has no findings of the severity that is asked for", () =>
    withFile("framework.json", readFileSync(FRAMEWORK), async (path) => {
      const { out } = await cadre("check", path, "--format", "sarif", "--rule", "no-such-rule");
      if (out !== "") expect(validate(JSON.parse(out))).toBe(true);
    }));
});

describe("cadre check --format github", () => {
  it("annotates each line once, with what GitHub takes for its own escaped", async () => {
    const { out } = await cadre(
      "check",
      REPORT,
      "--format",
      "github",
      "--severity",
      "warning",
      "--lang",
      "fr",
    );
    const lines = out.split("\n").filter((line) => line !== "");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning) file=[^,:]+,(?:line=[1-9]\d*,)?title=[a-z-]+::[^\r\n]+$/);
    const total = readFileSync(REPORT, "utf8").split("\n").length;
    const numbers = lines.flatMap((line) => /,line=(\d+)/.exec(line)?.[1] ?? []).map(Number);
    expect(numbers.length).toBeGreaterThan(5);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(total);
    const [error] = lines.filter((line) => line.includes("title=breakdown-sum"));
    expect(error).toContain("::error ");
  });
});
