import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How far a figure in a README may be from what was measured. */
export const TOLERANCE = 0.1;
/** Bytes that a figure of one decimal may be off by rounding alone. */
const ROUNDING = 50;

/** A row of the table of entry points: its name in front, its size at the end. */
const ROW = /^(\| `(@cadre\/[^`]+)` .*\| *)([\d.]+|\?)( kB *\|)$/gm;

/** What a README says that each entry point weighs, in kB (1,000 bytes); `NaN` where it does not know. */
export const figuresOf = (readme: string): Map<string, number> =>
  new Map(
    [...readme.matchAll(ROW)].map(([, , entryPoint = "", figure]) => [
      entryPoint,
      figure === "?" ? Number.NaN : Number(figure),
    ]),
  );

/** Where a README says something else than what was measured, in bytes by entry point: entry points that it leaves out, names that are none, figures that are off. */
export function figureFaults(readme: string, measured: ReadonlyMap<string, number>): string[] {
  const told = figuresOf(readme);
  const faults = [...measured].flatMap(([entryPoint, bytes]) => {
    const figure = told.get(entryPoint);
    if (figure === undefined) return [`${entryPoint} has no row`];
    return Math.abs(figure * 1000 - bytes) <= Math.max(TOLERANCE * bytes, ROUNDING)
      ? []
      : [
          `${entryPoint} is said to weigh ${figure} kB and has ${bytes} B; \`pnpm sizes\` writes what is measured`,
        ];
  });
  return [
    ...faults,
    ...[...told.keys()]
      .filter((entryPoint) => !measured.has(entryPoint))
      .map((entryPoint) => `${entryPoint} is no entry point of it`),
  ];
}

/** A README with the measured figures. */
export const withFigures = (readme: string, measured: ReadonlyMap<string, number>): string =>
  readme.replace(ROW, (row, before: string, entryPoint: string, _figure, after: string) => {
    const bytes = measured.get(entryPoint);
    return bytes === undefined ? row : `${before}${(bytes / 1000).toFixed(1)}${after}`;
  });

/** The README of a package. */
export const readmeOf = (folder: string): string => readFileSync(join(folder, "README.md"), "utf8");

/** Writes the measured figures into a package's README. */
export function writeFigures(folder: string, measured: ReadonlyMap<string, number>): void {
  writeFileSync(join(folder, "README.md"), withFigures(readmeOf(folder), measured));
}
