import { bySeverity, CalendarDate, formatNumber, type Language } from "@cadre/core";
import { type MeasurementFramework, rowFindings } from "@cadre/core/aggregate";
import { MESSAGES } from "../messages.ts";
import type { Observed, Taking } from "../observations.ts";
import { findingLines } from "../output/findings.ts";
import { screenFor } from "../output/output.ts";
import { reportProblems, type Terminal } from "./command.ts";

/** Options of every command that computes results from observations. */
export interface ObservedOptions extends Taking {
  /** Axes, `period`, `source` or `place` to split by. */
  by?: string[];
  /** What was known on this day. */
  asOf?: string;
  /** The day whose goals hold. Default: that of `asOf`, else the report's own, else today. */
  on?: string;
}

/** How the rows of a file are read, from a command's options. */
export const takingOf = ({
  mapping,
  form,
  activity,
  sameKey,
}: { [key in keyof Taking]?: Taking[key] | undefined }): Taking => ({
  ...(mapping !== undefined && { mapping }),
  ...(form !== undefined && { form }),
  ...(activity !== undefined && { activity }),
  ...(sameKey !== undefined && { sameKey }),
});

/** What is wrong with the options by themselves; `null`: nothing. */
export function wrongDay(
  { asOf, on }: Pick<ObservedOptions, "asOf" | "on">,
  language: Language,
): string | null {
  const { colon, found, expected } = MESSAGES[language];
  for (const [option, day] of [
    ["--as-of", asOf],
    ["--on", on],
  ])
    if (day !== undefined && !CalendarDate.safeParse(day).success)
      return `${option}: ${found}${colon} ${day}, ${expected}${colon} YYYY-MM-DD`;
  return null;
}

/** The day of a clock's now, which the library never takes by itself. */
export const today = (): CalendarDate => new Date().toISOString().slice(0, 10);

/** The one day that an answer is for. */
export const dayOf = (
  { on, asOf }: Pick<ObservedOptions, "on" | "asOf">,
  { reportDay }: MeasurementFramework,
): CalendarDate => on ?? asOf ?? reportDay ?? today();

/** The first axis that results cannot be split by; `null` where there is none. */
export function wrongSplit(
  { by = [] }: ObservedOptions,
  { axes }: MeasurementFramework,
  language: Language,
): string | null {
  const known = ["period", "source", "place", ...axes.map(({ name }) => name)];
  const unknown = by.find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  return `--by: ${MESSAGES[language].found}${MESSAGES[language].colon} ${unknown}, ${MESSAGES[language].expected}${MESSAGES[language].colon} ${known.join(" | ")}`;
}

/** Reports what was noticed in a file of observations and about its rows, and which of them were refused. */
export function reportObserved(
  path: string,
  { framework, reading: { table, accepted, rejectedCount: rejected, rejections }, findings }: Observed,
  language: Language,
  terminal: Terminal,
  on: CalendarDate,
): void {
  const all = [...findings, ...rowFindings(framework, table, { on })];
  if (all.length > 0)
    terminal.error(
      findingLines(bySeverity(all), screenFor({ ...terminal, language }))
        .slice(1)
        .join("\n"),
    );
  reportProblems(
    path,
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
      `cadre: ${MESSAGES[language].rejected(formatNumber(rejected, { language }), formatNumber(accepted, { language }))}`,
    );
}
