import type { FrameworkDocument, Problem } from "@cadre/core";
import { inspect, type ProjectResult } from "@cadre/core/results";
import { readInput } from "../input.ts";
import { activityLines } from "../output/activities.ts";
import { budgetLines } from "../output/budget.ts";
import { findingLines } from "../output/findings.ts";
import { indicatorLines } from "../output/indicators.ts";
import { type Screen, screenFor } from "../output/output.ts";
import { projectLines } from "../output/project.ts";
import { EXIT, eachInput, profileFor, type ReadOptions, reportProblems, type Terminal } from "./command.ts";
import { inCurrency, type RateOptions, ratesOf, reportConverted, wrongRates } from "./currency.ts";
import { inspectionJson, problemJson } from "./json.ts";
import { today, wrongDay } from "./observed.ts";

const pageOf = (
  document: FrameworkDocument,
  inspection: ProjectResult,
  screen: Screen,
  on: string | undefined,
): string =>
  [
    ...projectLines(document, inspection, screen, on),
    ...indicatorLines(document, inspection, screen),
    ...budgetLines(inspection, screen),
    ...activityLines(document, screen),
    ...findingLines(inspection.findings, screen),
  ].join("\n");

/** What `cadre inspect` takes beside its files. */
export interface InspectOptions extends ReadOptions, RateOptions {
  /** The day that statuses and elapsed time are for. Default: the report's own, else today. */
  on?: string;
}

/** `cadre inspect INPUT…`: what each file says and what follows from it. `--json`: one object for one file, else a list with the file's name. */
export async function runInspect(
  paths: readonly string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const wrong = wrongDay(options, language) ?? wrongRates(options, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const rates = await ratesOf(options);
  if (rates !== null && !rates.ok)
    return reportProblems(options.rates ?? "", rates.problems, language, terminal);
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;
  const screen = screenFor({ ...terminal, language, profile });
  const results: object[] = [];
  const read = async (file: string, single: boolean) => {
    const input = await inCurrency(await readInput(file, options.activity), options, rates);
    if (!input.ok) {
      const problems = input.problems.map((problem: Problem) => problemJson(problem, language));
      if (!single) results.push({ file, problems });
      return reportProblems(file, input.problems, language, terminal);
    }
    const on = options.on ?? (input.value.report?.asOf ? undefined : today());
    const inspection = inspect(input.value, {
      ...{ readerFindings: input.findings, profile },
      ...(on !== undefined && { on }),
    });
    reportConverted(input.value, language, terminal);
    if (options.json) {
      const json = inspectionJson(inspection, language);
      results.push(single ? json : { file, ...json });
    } else {
      if (!single) terminal.out(file);
      terminal.out(pageOf(input.value, inspection, screen, on));
    }
    return EXIT.done;
  };
  const { exit, single } = await eachInput(paths, language, terminal, read);
  if (options.json && results.length > 0) {
    terminal.out(JSON.stringify(single ? results[0] : results, null, 2));
  }
  return exit;
}
