import { indicatorsOf } from "@cadre/core";
import { expect, it } from "vitest";
import { openDocument } from "../../open.ts";

it("reads a table that was pasted with tabs into a report of lines, cells in quotes over several", async () => {
  const lines = [
    "PBF PROJECT PROGRESS REPORT",
    "COUNTRY: Chad",
    '"Project Title: Peace\nProject Number from MPTF-O Gateway: 00123456"',
    ...Array.from({ length: 30 }, (_, index) => `Line ${index} of prose.`),
    "Outcome\tIndicator\tBaseline\tTarget\tCurrent progress",
    'Outcome 1: Peace\t"Indicator 1.1\nDisputes settled"\t1\t20\t8',
    "\tIndicator 1.2: Dialogues held\t0\t4\t2",
  ];
  const read = await openDocument(new TextEncoder().encode(lines.join("\n")));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.project.number).toBe("00123456");
  expect(indicatorsOf(read.value).map(({ indicator: { text, actual } }) => [text, actual.raw])).toEqual([
    ["Disputes settled", "8"],
    ["Dialogues held", "2"],
  ]);
});
