import { bySeverity, CalendarDate, formatNumber, type Language } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { WORDS } from "../messages.ts";
import type { Observed, Taking } from "../observations.ts";
import { findingLines } from "../output/findings.ts";
import { screenFor } from "../output/output.ts";
import { type Terminal, tellProblems } from "./command.ts";

/** What every command that computes figures of observations takes. */
export interface ObservedOptions extends Taking {
  /** Axes, `period`, `source` or `place` to split by. */
  by?: string[];
  /** What was known on this day. */
  asOf?: string;
}

/** How the rows of a file are to be taken, of what a command was told. */
export const takingOf = ({
  mapping,
  form,
  activity,
}: Partial<Record<keyof Taking, string | undefined>>): Taking => ({
  ...(mapping !== undefined && { mapping }),
  ...(form !== undefined && { form }),
  ...(activity !== undefined && { activity }),
});

/** What is wrong with the options by themselves; `null`: nothing. */
export function wrongDay({ asOf }: ObservedOptions, language: Language): string | null {
  if (asOf === undefined || CalendarDate.safeParse(asOf).success) return null;
  return `--as-of: ${WORDS[language].found}: ${asOf}, ${WORDS[language].expected}: YYYY-MM-DD`;
}

/** What figures are to be split by and cannot be; `null`: nothing. */
export function wrongSplit(
  { by = [] }: ObservedOptions,
  { axes }: MeasurementFramework,
  language: Language,
): string | null {
  const known = ["period", "source", "place", ...axes.map(({ name }) => name)];
  const unknown = by.find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  return `--by: ${WORDS[language].found}: ${unknown}, ${WORDS[language].expected}: ${known.join(" | ")}`;
}

/** Tells what was noticed in a file of observations, and which of its rows were refused. */
export function tellObserved(
  path: string,
  { reading: { accepted, rejected, rejections }, findings }: Observed,
  language: Language,
  terminal: Terminal,
): void {
  if (findings.length > 0)
    terminal.error(
      findingLines(bySeverity(findings), screenFor({ ...terminal, language }))
        .slice(1)
        .join("\n"),
    );
  tellProblems(
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
      `cadre: ${WORDS[language].rejected(formatNumber(rejected, language), formatNumber(accepted, language))}`,
    );
}
