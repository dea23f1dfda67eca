import { bySeverity, CalendarDate, formatNumber, type Language } from "@cadre/core";
import { type IndicatorFigure, indicatorFigures } from "@cadre/core/figures";
import { readObserved } from "../observations.ts";
import { followed } from "../progress.ts";
import { figureLines } from "../screen/figures.ts";
import { findingLines } from "../screen/findings.ts";
import { screenFor } from "../screen/screen.ts";
import { WORDS } from "../words.ts";
import { writeWhole } from "../write.ts";
import { EXIT, type Terminal, tellProblems } from "./command.ts";

/** What `cadre compute` takes beside its files. */
export interface ComputeOptions {
  by?: string[];
  asOf?: string;
  out?: string;
  json?: boolean;
  lang?: Language;
  /** Tell of progress where standard error is no terminal, too. */
  progress?: boolean;
  /** How the rows of the file become observations: a mapping's file. */
  mapping?: string;
  /** The form that a mapping of KoboToolbox speaks of. */
  form?: string;
}

/** An indicator as `--json` prints it. A value that is none has its reason and, where they are known, its bounds beside it. */
export function figureJson(figure: IndicatorFigure) {
  const { code, value, reason, bounds, percentOfTarget, progress, undefinedBecause, status, cells } = figure;
  return {
    code,
    value,
    ...(reason !== null && { reason }),
    ...(bounds !== null && { bounds }),
    percentOfTarget,
    progress,
    ...(undefinedBecause !== null && { undefinedBecause }),
    status: status.status,
    ...(status.reason !== null && { statusUndefinedBecause: status.reason }),
    cells: cells.map((cell) => ({
      ...cell.at,
      value: cell.value,
      ...(cell.reason !== null && { reason: cell.reason }),
      ...(cell.bounds !== null && { bounds: cell.bounds }),
    })),
  };
}

/** `cadre compute FRAMEWORK OBSERVATIONS`: indicator values from observation rows. */
export async function runCompute(
  frameworkPath: string,
  observationsPath: string,
  options: ComputeOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const words = WORDS[language];
  if (options.asOf !== undefined && !CalendarDate.safeParse(options.asOf).success) {
    terminal.error(`cadre: --as-of: ${words.found}: ${options.asOf}, ${words.expected}: YYYY-MM-DD`);
    return EXIT.use;
  }
  const stop = new AbortController();
  const quiet = terminal.onInterrupt?.(() => stop.abort());
  try {
    const observed = await readObserved(frameworkPath, observationsPath, {
      onProgress: followed(terminal, language, options.progress),
      signal: stop.signal,
      ...(options.mapping !== undefined && { mapping: options.mapping }),
      ...(options.form !== undefined && { form: options.form }),
    });
    terminal.progress?.(null);
    if (!observed.ok) {
      tellProblems(observed.file, observed.problems, language, terminal);
      return EXIT.input;
    }
    const { framework, reading, findings } = observed;
    const { accepted, rejected, rejections } = reading;
    const known = ["period", "source", "place", ...framework.axes.map(({ name }) => name)];
    const unknown = (options.by ?? []).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      terminal.error(`cadre: --by: ${words.found}: ${unknown}, ${words.expected}: ${known.join(" | ")}`);
      return EXIT.use;
    }
    if (findings.length > 0)
      terminal.error(
        findingLines(bySeverity(findings), screenFor({ ...terminal, language }))
          .slice(1)
          .join("\n"),
      );
    tellProblems(
      observationsPath,
      rejections.slice(0, 20).map(({ code, line, column, message, found, expected }) => ({
        code,
        where: { path: column === "" ? "row" : column, line },
        message,
        found,
        expected,
      })),
      language,
      terminal,
    );
    if (rejected > 0)
      terminal.error(
        `cadre: ${words.rejected(formatNumber(rejected, language), formatNumber(accepted, language))}`,
      );
    const figures = indicatorFigures(framework, reading.table, {
      ...(options.by && { by: options.by }),
      ...(options.asOf !== undefined && { asOf: options.asOf }),
    });
    const text = options.json
      ? JSON.stringify(figures.map(figureJson), null, 2)
      : figureLines(framework, figures, accepted, screenFor({ ...terminal, language })).join("\n");
    stop.signal.throwIfAborted();
    if (options.out === undefined) terminal.out(text);
    else await writeWhole(options.out, `${text}\n`);
    return rejected > 0 ? EXIT.input : EXIT.done;
  } catch (error) {
    terminal.progress?.(null);
    if (!stop.signal.aborted) throw error;
    terminal.error(`cadre: ${words.interrupted}`);
    return EXIT.interrupted;
  } finally {
    quiet?.();
  }
}
