import { bySeverity, type Finding, type FrameworkDocument, type Language, type Writer } from "@cadre/core";
import { computeResults, resultRows, rowFindings, withObservations } from "@cadre/core/aggregate";
import type { Profile } from "@cadre/core/lifecycle";
import { fileNotReadable } from "@cadre/documents/internal";
import { activityOfResults, iatiWriter, writeActivity } from "@cadre/exchange/iati";
import { dashboardHtmlWriter, dashboardWriter } from "../formats/dashboard-html.ts";
import { WRITERS } from "../formats/index.ts";
import { activityFor, readInput } from "../input.ts";
import { MESSAGES } from "../messages.ts";
import { frameworkOf, type Observed, readObservations } from "../observations.ts";
import { findingLines } from "../output/findings.ts";
import { screenFor } from "../output/output.ts";
import { followed } from "../progress.ts";
import { fileOf } from "../stdin.ts";
import { writeWhole } from "../write.ts";
import { EXIT, profileFor, type ReadOptions, reportProblems, type Terminal } from "./command.ts";
import { inCurrency, type RateOptions, ratesOf, reportConverted, wrongRates } from "./currency.ts";
import {
  type DisclosureOptions,
  forRelease,
  reportWithheld,
  rowsForRelease,
  seriesForRelease,
  wrongMinCell,
} from "./disclosure.ts";
import { dayOf, type ObservedOptions, reportObserved, takingOf, wrongDay, wrongSplit } from "./observed.ts";

/** What `cadre convert` takes beside its file. */
export interface ConvertOptions
  extends ReadOptions,
    DisclosureOptions,
    RateOptions,
    Omit<ObservedOptions, "activity"> {
  to: string;
  out: string;
  /** Observations whose results replace the document's own actuals. */
  observations?: string;
}

/** What was read of the file. */
interface Read {
  value: FrameworkDocument;
  findings: readonly Finding[];
}

/** What was written, or the exit code where it was not. */
type Written =
  | { bytes: Uint8Array; findings: Finding[]; withheld: number; texts: Finding[]; exit: number }
  | number;

/** What is wrong with the options by themselves; `null`: nothing. */
function wrongUse(file: string, options: ConvertOptions, language: Language): string | null {
  const { colon, found, expected } = MESSAGES[language];
  if (options.observations !== undefined) {
    const iati = [file, options.observations].some(
      (path) => activityFor(path, options.activity) !== undefined,
    );
    if (options.activity !== undefined && !iati)
      return `--activity: ${found}${colon} ${options.activity}, ${expected}${colon} .xml`;
    return options.by === undefined || options.to === iatiWriter.format
      ? wrongDay(options, language)
      : `--by: ${found}${colon} --to ${options.to}, ${expected}${colon} --to ${iatiWriter.format}`;
  }
  const alone = (["mapping", "form", "by", "asOf"] as const).find((name) => options[name] !== undefined);
  if (alone === undefined) return null;
  return `--${alone === "asOf" ? "as-of" : alone}: ${found}${colon} ${options[alone]}, ${expected}${colon} --observations`;
}

/**
 * Values of a period each, and again by each axis that the rows name; where axes are asked for, by those together. Cells of a place are
 * nothing without the place's own values.
 */
function resultsOf({ framework, reading }: Observed, { by, asOf }: ConvertOptions) {
  const split =
    by === undefined ? reading.axes.map((axis) => [axis]) : [by.filter((name) => name !== "period")];
  const places = by?.includes("place") && by.length > 1 ? [["place"]] : [];
  const cuts = [[], ...places, ...split.filter((names) => names.length > 0)];
  return cuts.flatMap((names) =>
    resultRows(
      computeResults(framework, reading.table, {
        by: ["period", ...names],
        ...(asOf !== undefined && { asOf }),
      }),
    ),
  );
}

/** As IATI, results of observations are the actuals of each period. */
async function iatiOf(read: Read, observed: Observed, options: ConvertOptions) {
  const { framework } = observed;
  const [{ read: safe, withheld, texts }, results] = [
    await forRelease(read, options),
    resultsOf(observed, options),
  ];
  const rows = await rowsForRelease(framework, results, options);
  const written = await writeActivity(activityOfResults(safe.value, { framework, results: rows }));
  return {
    ...written,
    texts,
    withheld: withheld + rows.filter(({ reason }) => reason === "suppressed").length,
  };
}

/** In any other format, actuals are the results over all periods; the dashboard also shows the series. */
async function currentResults(
  read: Read,
  { framework, reading }: Observed,
  options: ConvertOptions,
  writer: Writer,
  profile: Profile,
  language: Language,
  terminal: Terminal,
) {
  const { to, asOf } = options;
  const { document, series } = withObservations(read.value, reading.table, { framework, asOf });
  const on = asOf ?? framework.reportDay;
  const findings = [
    ...read.findings,
    ...rowFindings(framework, reading.table, on === undefined ? {} : { on }),
  ];
  const { read: safe, withheld, texts } = await forRelease({ ...read, value: document, findings }, options);
  const past = await seriesForRelease(document, series, options);
  const used =
    to === dashboardHtmlWriter.format ? dashboardWriter({ series: past, asOf, own: terminal.own }) : writer;
  const written = await used.write(safe.value, { language, findings: safe.findings, profile });
  return { ...written, withheld, texts };
}

/** The document as it is. */
async function plainly(
  read: Read,
  writer: Writer,
  options: ConvertOptions,
  profile: Profile,
  language: Language,
): Promise<Written> {
  const { read: safe, withheld, texts } = await forRelease(read, options);
  const written = await writer.write(safe.value, { language, findings: safe.findings, profile });
  return { ...written, withheld, texts, exit: EXIT.done };
}

/** The document with values of observations. */
async function withResults(
  read: Read,
  writer: Writer,
  path: string,
  options: ConvertOptions,
  profile: Profile,
  language: Language,
  terminal: Terminal,
): Promise<Written> {
  const stop = new AbortController();
  const quiet = terminal.onInterrupt?.(() => stop.abort());
  try {
    const observed = await readObservations(frameworkOf(read.value), await fileOf(path), {
      onProgress: followed(terminal, language),
      signal: stop.signal,
      ...takingOf({ ...options, activity: activityFor(path, options.activity) }),
    });
    terminal.progress?.(null);
    if (!observed.ok) {
      return reportProblems(observed.file, observed.problems, language, terminal);
    }
    const unknown = wrongSplit(options, observed.framework, language);
    if (unknown !== null) {
      terminal.error(`cadre: ${unknown}`);
      return EXIT.use;
    }
    reportObserved(path, observed, language, terminal, dayOf(options, observed.framework));
    const written =
      writer.format === iatiWriter.format
        ? await iatiOf(read, observed, options)
        : await currentResults(read, observed, options, writer, profile, language, terminal);
    return { ...written, exit: observed.reading.rejectedCount > 0 ? EXIT.input : EXIT.done };
  } catch (error) {
    terminal.progress?.(null);
    if (!stop.signal.aborted) throw error;
    terminal.error(`cadre: ${MESSAGES[language].interrupted}`);
    return EXIT.interrupted;
  } finally {
    quiet?.();
  }
}

/**
 * `cadre convert FILE --to FORMAT --out PATH`: the same document in another format, whole or not at all; with `--observations`, its
 * actuals are computed from them. What the format cannot carry is reported.
 */
export async function runConvert(file: string, options: ConvertOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const writer =
    options.to === dashboardHtmlWriter.format
      ? dashboardWriter({ own: terminal.own })
      : WRITERS.find(({ format }) => format === options.to);
  // The command line has checked the choice.
  if (writer === undefined) return EXIT.use;
  const wrong =
    wrongUse(file, options, language) ?? wrongMinCell(options, language) ?? wrongRates(options, language);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const main = options.observations === undefined ? options.activity : activityFor(file, options.activity);
  const rates = await ratesOf(options);
  if (rates !== null && !rates.ok)
    return reportProblems(options.rates ?? "", rates.problems, language, terminal);
  const profile = await profileFor(options, language, terminal);
  if (typeof profile === "number") return profile;
  const read = await inCurrency(await readInput(file, main), options, rates);
  if (!read.ok) {
    return reportProblems(file, read.problems, language, terminal);
  }
  reportConverted(read.value, language, terminal);
  const written: Written =
    options.observations === undefined
      ? await plainly(read, writer, options, profile, language)
      : await withResults(read, writer, options.observations, options, profile, language, terminal);
  if (typeof written === "number") return written;
  // What the format's own schema refuses is not written.
  if (written.findings.some(({ severity }) => severity === "error")) {
    const screen = screenFor({ ...terminal, language });
    terminal.error(findingLines(bySeverity(written.findings), screen).slice(1).join("\n"));
    return EXIT.input;
  }
  try {
    await writeWhole(options.out, written.bytes);
  } catch (error) {
    return reportProblems(options.out, [fileNotReadable(error)], language, terminal);
  }
  reportWithheld(written.withheld, written.texts, options, language, terminal);
  const findings = bySeverity([...read.findings, ...written.findings]);
  const screen = screenFor({ ...terminal, language });
  if (findings.length > 0) terminal.error(findingLines(findings, screen).slice(1).join("\n"));
  terminal.error(`cadre: ${MESSAGES[language].written(options.out)}`);
  return written.exit;
}
