import { coverageOf, SERIES_KINDS } from "./series.ts";

/** Series simulated for each cell of the table: a standard error of about one point. */
const RUNS = 2000;
/** Periods observed, and periods from the last of them to the end. */
const SPANS = [
  [4, 2],
  [6, 2],
  [9, 3],
] as const;

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** The page of how often the 80 % interval of a forecast holds what comes: simulated, from fixed seeds. */
export function coverageTable(): string {
  const rows = SERIES_KINDS.map((kind) => {
    const cells = SPANS.map(([periods, ahead]) => {
      const { answered, held } = coverageOf(kind, periods, ahead, RUNS, 100 * periods + ahead);
      return answered === 0 ? "knows too little" : `${percent(held)} (given for ${percent(answered)})`;
    });
    return `| ${kind.name} | ${cells.join(" | ")} |`;
  });
  return [
    "# How often the interval of a forecast holds",
    "",
    "<!-- Made by `pnpm generate`. Do not edit. -->",
    "",
    `Share of ${RUNS} simulated series of each kind whose level at the end lay within the 80 % interval of \`forecastTo\`.`,
    "",
    `| series | ${SPANS.map(([periods, ahead]) => `${periods} periods, end ${ahead} later`).join(" | ")} |`,
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
