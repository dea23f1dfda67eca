import type { Language } from "@cadre/core";
import { indicatorResults, resultRecord } from "@cadre/core/aggregate";
import { protectResults } from "@cadre/core/disclosure";
import { activityFor } from "../input.ts";
import { MESSAGES } from "../messages.ts";
import { readObserved } from "../observations.ts";
import { screenFor } from "../output/output.ts";
import { resultLines } from "../output/results.ts";
import { followed } from "../progress.ts";
import { fileOf } from "../stdin.ts";
import { writeWhole } from "../write.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";
import { type DisclosureOptions, wrongMinCell } from "./disclosure.ts";
import { dayOf, type ObservedOptions, reportObserved, takingOf, wrongDay, wrongSplit } from "./observed.ts";

/** What `cadre compute` takes beside its files. */
export interface ComputeOptions extends ObservedOptions, DisclosureOptions {
  out?: string;
  json?: boolean;
  lang?: Language;
  /** Report progress also where standard error is not a terminal. */
  progress?: boolean;
}

/** `cadre compute FRAMEWORK OBSERVATIONS`: indicator values from observation rows. */
export async function runCompute(
  frameworkPath: string,
  observationsPath: string,
  options: ComputeOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const wrong =
    wrongDay(options, language) ??
    wrongMinCell(options, language) ??
    (options.activity !== undefined &&
    [frameworkPath, observationsPath].every((path) => activityFor(path, options.activity) === undefined)
      ? `--activity: ${messages.found}${messages.colon} ${options.activity}, ${messages.expected}${messages.colon} .xml`
      : null);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const stop = new AbortController();
  const quiet = terminal.onInterrupt?.(() => stop.abort());
  try {
    const observed = await readObserved(await fileOf(frameworkPath), await fileOf(observationsPath), {
      onProgress: followed(terminal, language, options.progress),
      signal: stop.signal,
      ...takingOf(options),
    });
    terminal.progress?.(null);
    if (!observed.ok) {
      return reportProblems(observed.file, observed.problems, language, terminal);
    }
    const { framework, reading } = observed;
    const { accepted, rejectedCount: rejected } = reading;
    const unknown = wrongSplit(options, framework, language);
    if (unknown !== null) {
      terminal.error(`cadre: ${unknown}`);
      return EXIT.use;
    }
    const on = dayOf(options, framework);
    reportObserved(observationsPath, observed, language, terminal, on);
    const computed = indicatorResults(framework, reading.table, {
      ...(options.by && { by: options.by }),
      ...(options.asOf !== undefined && { asOf: options.asOf }),
      on,
    });
    const results =
      options.minCell === undefined
        ? computed
        : protectResults(framework, computed, { policy: { threshold: Number(options.minCell) } });
    const text = options.json
      ? JSON.stringify(results.map(resultRecord), null, 2)
      : resultLines(framework, results, accepted, screenFor({ ...terminal, language })).join("\n");
    stop.signal.throwIfAborted();
    if (options.out === undefined) terminal.out(text);
    else await writeWhole(options.out, `${text}\n`);
    // Where nothing was read, nothing was computed.
    return rejected > 0 || accepted === 0 ? EXIT.input : EXIT.done;
  } catch (error) {
    terminal.progress?.(null);
    if (!stop.signal.aborted) throw error;
    terminal.error(`cadre: ${messages.interrupted}`);
    return EXIT.interrupted;
  } finally {
    quiet?.();
  }
}
