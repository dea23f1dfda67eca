import { type FrameworkDocument, formatPercent, formatValueNumber, type Value } from "@cadre/core";
import type { InspectedIndicator, Inspection } from "@cadre/core/results";
import { bar, clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const CODE = 6;
const FIGURE = 7;
const BAR = 8;
const PERCENT = 8;

function shown(value: Value, { words, language }: Screen): string {
  if (value.kind === "number") return formatValueNumber(value, language);
  if (value.kind === "tbd") return words.tbd;
  return value.kind === "none" ? "–" : clip(value.text, FIGURE);
}

function performance(indicator: InspectedIndicator, screen: Screen): string {
  const { percentOfTarget, undefinedBecause } = indicator;
  if (percentOfTarget === null) {
    const reason = undefinedBecause === null ? screen.words.unknown : screen.words.reasons[undefinedBecause];
    return style(screen, "dim", fit(reason, BAR + PERCENT));
  }
  const drawn = bar(percentOfTarget, BAR);
  const percent = fit(formatPercent(percentOfTarget, screen.language, 0), PERCENT, "right");
  return style(screen, percentOfTarget >= 1 ? "green" : "cyan", drawn) + percent;
}

function row(indicator: InspectedIndicator, screen: Screen): string {
  const text = screen.width - CODE - 3 * (FIGURE + 1) - 2 - BAR - PERCENT;
  const figures = [indicator.baseline, indicator.target, indicator.actual].map((value) =>
    fit(shown(value, screen), FIGURE, "right"),
  );
  return `${fit(indicator.code, CODE)}${fit(indicator.text, text)} ${figures.join(" ")}  ${performance(indicator, screen)}`;
}

/** The table of indicators, under the outcomes and outputs that they measure. */
export function indicatorLines(
  document: FrameworkDocument,
  inspection: Inspection,
  screen: Screen,
): string[] {
  const { words } = screen;
  const { columns } = words;
  const byCode = new Map(inspection.indicators.map((indicator) => [indicator.code, indicator]));
  const text = screen.width - CODE - 3 * (FIGURE + 1) - 2 - BAR - PERCENT;
  const head = [columns.baseline, columns.target, columns.actual]
    .map((name) => fit(name, FIGURE, "right"))
    .join(" ");
  const heading = `${fit(columns.code, CODE)}${fit(columns.indicator, text)} ${head}  ${fit(columns.progress, BAR + PERCENT, "right")}`;
  const rows = (codes: { code: string }[]) =>
    codes.flatMap(({ code }) => {
      const indicator = byCode.get(code);
      return indicator === undefined ? [] : [row(indicator, screen)];
    });
  const title = (kind: string, { code, title: words }: { code: string; title: string }) =>
    style(screen, "bold", clip(`${kind} ${code}  ${words}`, screen.width));
  return [
    ...section(screen, words.indicators),
    style(screen, "dim", heading),
    ...document.outcomes.flatMap((outcome) => [
      title(words.outcome, outcome),
      ...rows(outcome.indicators),
      ...outcome.outputs.flatMap((output) => [title(words.output, output), ...rows(output.indicators)]),
    ]),
  ];
}
