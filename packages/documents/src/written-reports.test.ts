import type { FrameworkDocument } from "@cadre/core";
import { describe, expect, it } from "vitest";
import { asDocx, generateReport } from "../test/report-generator/index.ts";
import { readReportDocx } from "./report-docx.ts";
import { flatten } from "./write/docx/flatten.ts";
import { writeReport } from "./write/index.ts";

const COUNT = process.env.CADRE_FULL === "1" ? 500 : 25;

const read = async (bytes: Uint8Array): Promise<FrameworkDocument> => {
  const result = await readReportDocx(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe("generated reports", () => {
  it(`say the same when they are read, written and read again, or the writer says what they do not (${COUNT} seeds)`, {
    timeout: 1_800_000,
  }, async () => {
    const silent: string[] = [];
    let [equal, named] = [0, 0];
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const document = await read(asDocx(generateReport(seed)));
      const { bytes, findings } = await writeReport(document, {
        language: document.report?.language ?? "en",
      });
      const [before, after] = [flatten(document), flatten(await read(bytes))];
      const paths = new Set(findings.map(({ where }) => where.path));
      const differ = [...new Set([...before.keys(), ...after.keys()])].filter(
        (path) => before.get(path) !== after.get(path),
      );
      if (differ.length === 0) equal += 1;
      else named += 1;
      silent.push(
        ...differ
          .filter((path) => !paths.has(path))
          .map((path) => `${seed} ${path}: ${before.get(path)} => ${after.get(path)}`),
      );
    }
    console.info(
      `${COUNT} generated reports read, written and read again: ${equal} equal, ${named} with differences that are named`,
    );
    expect(silent.slice(0, 5)).toEqual([]);
    expect(equal / COUNT).toBeGreaterThanOrEqual(0.9);
  });
});
