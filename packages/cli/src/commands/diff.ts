import type { FrameworkDocument } from "@cadre/core";
import { compareDocuments } from "@cadre/core/compare";
import { activityFor, readInput } from "../input.ts";
import { comparisonLines } from "../output/comparison.ts";
import { screenFor } from "../output/output.ts";
import { EXIT, profileFor, type ReadOptions, reportProblems, type Terminal } from "./command.ts";
import { comparisonJson } from "./json.ts";

/** `cadre diff A B`: what changed from one report of a project to another. That something did is no error. */
export async function runDiff(
  before: string,
  after: string,
  options: ReadOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;
  const documents: FrameworkDocument[] = [];
  for (const file of [before, after]) {
    const read = await readInput(file, activityFor(file, options.activity));
    if (read.ok) documents.push(read.value);
    else reportProblems(file, read.problems, language, terminal);
  }
  const [first, second] = documents;
  // Both are read, so that the problems of both are reported.
  if (first === undefined || second === undefined) return EXIT.input;
  const comparison = compareDocuments(first, second, { profile });
  terminal.out(
    options.json
      ? JSON.stringify(comparisonJson(comparison, language), null, 2)
      : comparisonLines(comparison, screenFor({ ...terminal, language, profile })).join("\n"),
  );
  return EXIT.done;
}
