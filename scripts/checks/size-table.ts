import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How far a value in a README may be from what was measured. */
export const TOLERANCE = 0.1;
/** Bytes that a value of one decimal may be off by rounding alone. */
const ROUNDING = 50;

/** A row of the table of entry points: its name in front, its size at the end. */
const ROW = /^(\| `(@cadre\/[^`]+)` .*\| *)([\d.]+|\?)( kB *\|)$/gm;

/** The sizes that a README gives for each entry point, in kB (1,000 bytes); `NaN` where it does not know. */
export const sizesOf = (readme: string): Map<string, number> =>
  new Map(
    [...readme.matchAll(ROW)].map(([, , entryPoint = "", size]) => [
      entryPoint,
      size === "?" ? Number.NaN : Number(size),
    ]),
  );

/** Where a README says something else than what was measured, in bytes by entry point: entry points that it leaves out, names that are none, values that are off. */
export function sizeFaults(readme: string, measured: ReadonlyMap<string, number>): string[] {
  const reported = sizesOf(readme);
  const faults = [...measured].flatMap(([entryPoint, bytes]) => {
    const size = reported.get(entryPoint);
    if (size === undefined) return [`${entryPoint} has no row`];
    return Math.abs(size * 1000 - bytes) <= Math.max(TOLERANCE * bytes, ROUNDING)
      ? []
      : [
          `${entryPoint} is given as ${size} kB and has ${bytes} B; \`pnpm generate\` writes what is measured`,
        ];
  });
  return [
    ...faults,
    ...[...reported.keys()]
      .filter((entryPoint) => !measured.has(entryPoint))
      .map((entryPoint) => `${entryPoint} is no entry point of it`),
  ];
}

/** A README with the measured values. */
export const withSizes = (readme: string, measured: ReadonlyMap<string, number>): string =>
  readme.replace(ROW, (row, before: string, entryPoint: string, _size, after: string) => {
    const bytes = measured.get(entryPoint);
    return bytes === undefined ? row : `${before}${(bytes / 1000).toFixed(1)}${after}`;
  });

/** The README of a package. */
export const readmeOf = (folder: string): string => readFileSync(join(folder, "README.md"), "utf8");

/** Writes the measured values into a package's README. */
export function writeSizes(folder: string, measured: ReadonlyMap<string, number>): void {
  writeFileSync(join(folder, "README.md"), withSizes(readmeOf(folder), measured));
}
