import { inspect } from "@cadre/core/results";
import { readInput } from "../input.ts";
import { activityLines } from "../output/activities.ts";
import { budgetLines } from "../output/budget.ts";
import { findingLines } from "../output/findings.ts";
import { indicatorLines } from "../output/indicators.ts";
import { screenFor } from "../output/output.ts";
import { projectLines } from "../output/project.ts";
import { EXIT, type ReadOptions, type Terminal, tellProblems } from "./command.ts";
import { inspectionJson } from "./json.ts";

/** `cadre inspect FILE`: what the file says and what follows from it. */
export async function runInspect(file: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const read = await readInput(file, options.activity);
  if (!read.ok) {
    tellProblems(file, read.problems, language, terminal);
    return EXIT.input;
  }
  const inspection = inspect(read.value, { readerFindings: read.findings });
  if (options.json) {
    terminal.out(JSON.stringify(inspectionJson(inspection, language), null, 2));
    return EXIT.done;
  }
  const screen = screenFor({ ...terminal, language });
  const lines = [
    ...projectLines(read.value, inspection, screen),
    ...indicatorLines(read.value, inspection, screen),
    ...budgetLines(inspection, screen),
    ...activityLines(read.value, screen),
    ...findingLines(inspection.findings, screen),
  ];
  terminal.out(lines.join("\n"));
  return EXIT.done;
}
