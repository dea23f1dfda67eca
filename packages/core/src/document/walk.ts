import type { SourceLocation } from "../diagnostics/source-location.ts";
import type { FrameworkDocument } from "./document.ts";
import type { Indicator } from "./indicator.ts";

/** Whether an indicator measures an outcome or an output. */
export type IndicatorLevel = "outcome" | "output";

/** Every indicator in the order of the table: an outcome's own, then those of its outputs. */
export function indicatorsOf(
  document: Pick<FrameworkDocument, "outcomes">,
): { level: IndicatorLevel; parent: string; indicator: Indicator }[] {
  return document.outcomes.flatMap((outcome) => [
    ...outcome.indicators.map((indicator) => ({
      level: "outcome" as const,
      parent: outcome.code,
      indicator,
    })),
    ...outcome.outputs.flatMap((output) =>
      output.indicators.map((indicator) => ({ level: "output" as const, parent: output.code, indicator })),
    ),
  ]);
}

/** The location of a path in the document, with its line and its cell where the document was read from a file. */
export function locationOf(
  document: Pick<FrameworkDocument, "report" | "locations">,
  path: string,
): SourceLocation {
  const line = document.report?.lines[path];
  const { locations } = document;
  const cell = locations !== undefined && Object.hasOwn(locations, path) ? locations[path] : undefined;
  return { path, ...(line === undefined ? {} : { line }), ...(cell === undefined ? {} : { cell }) };
}
