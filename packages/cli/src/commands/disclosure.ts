import { type Finding, type FrameworkDocument, formatLocation, type Language } from "@cadre/core";
import type { MeasurementFramework, ResultRow } from "@cadre/core/aggregate";
import type { PastPoint } from "@cadre/core/indicators";
import { MESSAGES } from "../messages.ts";
import type { Terminal } from "./command.ts";

/** The option of every command whose output may leave. */
export interface DisclosureOptions {
  /** Counts from 1 to below this are withheld, with what would give them back. */
  minCell?: string;
}

/** What is wrong with the option; `null`: nothing. */
export function wrongMinCell({ minCell }: DisclosureOptions, language: Language): string | null {
  if (minCell === undefined || (/^\d{1,6}$/.test(minCell) && Number(minCell) >= 2)) return null;
  const { colon, found, expected } = MESSAGES[language];
  return `--min-cell: ${found}${colon} ${minCell}, ${expected}${colon} 2, 3, …`;
}

/** A document as it may leave, with what was found about what is left of it. */
export async function forRelease<Read extends { value: FrameworkDocument; findings: readonly Finding[] }>(
  read: Read,
  { minCell }: DisclosureOptions,
): Promise<{ read: Read; withheld: number; texts: Finding[] }> {
  if (minCell === undefined) return { read, withheld: 0, texts: [] };
  const { findingsOfRest, protectDocument, smallCountsInTexts } = await import("@cadre/core/disclosure");
  const { document, withheld } = protectDocument(read.value, { policy: { threshold: Number(minCell) } });
  const findings = findingsOfRest(read.findings, withheld);
  // Whatever else an activity says is written back with its new results.
  const extensions =
    read.value.extensions === undefined
      ? {}
      : (await import("@cadre/exchange/iati")).extensionsWithoutResults(read.value);
  return {
    read: { ...read, value: { ...document, ...extensions }, findings },
    withheld: withheld.length,
    texts: smallCountsInTexts(document, { policy: { threshold: Number(minCell) } }),
  };
}

/** Results as they may leave. */
export async function rowsForRelease(
  framework: MeasurementFramework,
  rows: readonly ResultRow[],
  { minCell }: DisclosureOptions,
): Promise<readonly ResultRow[]> {
  if (minCell === undefined) return rows;
  const { protectRows } = await import("@cadre/core/disclosure");
  return protectRows(framework, rows, { policy: { threshold: Number(minCell) } });
}

/** Past values as they may leave. */
export async function seriesForRelease(
  document: FrameworkDocument,
  series: Readonly<Record<string, PastPoint[]>>,
  { minCell }: DisclosureOptions,
): Promise<Readonly<Record<string, PastPoint[]>>> {
  if (minCell === undefined) return series;
  const { protectSeries } = await import("@cadre/core/disclosure");
  return protectSeries(document, series, { policy: { threshold: Number(minCell) } });
}

/** Says how much was withheld, and where texts speak of a few people. */
export function reportWithheld(
  withheld: number,
  texts: readonly Finding[],
  { minCell }: DisclosureOptions,
  language: Language,
  terminal: Terminal,
): void {
  if (minCell === undefined) return;
  terminal.error(`cadre: ${MESSAGES[language].withheld(withheld)}`);
  for (const { where, message } of texts)
    terminal.error(`cadre: ${formatLocation(where, { language })}: ${message[language]}`);
}
