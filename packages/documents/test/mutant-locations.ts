import type { Finding, FrameworkDocument, Problem } from "@cadre/core";
import type { Block } from "../src/blocks/index.ts";
import { recognise } from "../src/report/recognise.ts";
import type { Mutant } from "./mutants.ts";

/** A part of a report that a reader would point at: a field of the template with its answer, or a row of the indicator table. */
export interface Region {
  /** Its first line, and the first behind it. */
  start: number;
  end: number;
  /** The region before it, where it is a row: it is not known whether the cell between two rows ends the one or opens the other. */
  above: number | null;
  /** What the document calls the values that are in it. */
  paths: string[];
}

/** Cuts the unchanged document into fields and rows. */
export function regionsOf(blocks: readonly Block[], { report }: FrameworkDocument): (line: number) => Region {
  const recognised = recognise(blocks);
  if (!recognised.ok) throw new Error("the unchanged document is recognised");
  const { segments, table } = recognised.value;
  const tableLine = table.line;
  const lines = Object.entries(report?.lines ?? {});
  // A row opens with the cell before its indicator's, which heads it or is empty.
  const rows = lines
    .filter(([path]) => /^indicators\/[\d.]+$/.test(path))
    .map(([, line]) => blocks.findLast((block) => block.opensCell && block.line < line)?.line ?? line);
  const head = tableLine ?? 1;
  const starts = [...new Set([1, ...segments.map(({ line }) => line), tableLine ?? 1, head, ...rows])];
  starts.sort((a, b) => a - b);
  return (line) => {
    const index = starts.findLastIndex((start) => start <= line);
    const [start = 1, end = Number.POSITIVE_INFINITY] = [starts[index], starts[index + 1]];
    return {
      start,
      end,
      above: rows.includes(start) ? (starts[index - 1] ?? null) : null,
      paths: lines.filter(([, where]) => start <= where && where < end).map(([path]) => path),
    };
  };
}

/**
 * Whether a finding names the field or the row that was changed (or one of the two): by its line or block, by a path of what is there,
 * or by quoting it as the other place of a contradiction.
 */
export function namesLocation(
  finding: Finding | Problem,
  { at, shift }: Mutant,
  regionAt: (line: number) => Region,
): boolean {
  const opened = at.flatMap((line) => {
    const { start, above } = regionAt(line);
    return above !== null && line === start ? [line, above] : [line];
  });
  return opened.some((line) => {
    const { start, end, paths } = regionAt(line);
    const inside = (where: number | undefined) =>
      where !== undefined && where >= start && where < Math.max(start + 1, end + shift);
    const under = (path: string) => paths.some((each) => path === each || path.startsWith(`${each}/`));
    const quoted = [...finding.message.en.matchAll(/\((?:line |table )(\d+)[^)]*\)/g)];
    return (
      inside(finding.where.line) ||
      under(finding.where.path) ||
      quoted.some(([text, number]) => text.startsWith("(line") && inside(Number(number)))
    );
  });
}
