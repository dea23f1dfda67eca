import { formatNumber, formatPercent } from "@cadre/core";
import type { CellResult, IndicatorResult, MeasurementFramework } from "@cadre/core/aggregate";
import { bar, clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const [FIGURE, BAR, PERCENT, STATUS] = [14, 8, 8, 13];

type Valued = Pick<CellResult, "value" | "reason" | "bounds">;

/** A figure, or what is known in its stead: bounds, else the reason. */
function shown({ value, reason, bounds }: Valued, { words, language }: Screen): string {
  const number = (each: number) => formatNumber(each, language);
  if (value !== null) return number(value);
  if (bounds !== null)
    return bounds.high === null ? `≥ ${number(bounds.low)}` : `${number(bounds.low)}–${number(bounds.high)}`;
  return reason === null ? words.unknown : words.figureReasons[reason];
}

function row(figure: IndicatorResult, code: number, screen: Screen): string {
  const { percentOfTarget, undefinedBecause, status } = figure;
  const value = fit(shown(figure, screen), FIGURE, "right");
  const share =
    percentOfTarget === null
      ? style(
          screen,
          "dim",
          fit(undefinedBecause === null ? "" : screen.words.reasons[undefinedBecause], BAR + PERCENT),
        )
      : style(screen, percentOfTarget >= 1 ? "green" : "cyan", bar(percentOfTarget, BAR)) +
        fit(formatPercent(percentOfTarget, screen.language, 0), PERCENT, "right");
  const stands = status.status === null ? "" : screen.words.statuses[status.status];
  return `${fit(figure.code, code)} ${value}  ${share}  ${fit(stands, STATUS)}`.trimEnd();
}

/** Indicators with their values, and under each its cells. */
export function figureLines(
  framework: MeasurementFramework,
  figures: readonly IndicatorResult[],
  rows: number,
  screen: Screen,
): string[] {
  const { words } = screen;
  const code = Math.min(24, Math.max(6, ...figures.map((figure) => figure.code.length)));
  const texts = new Map(framework.indicators.map(({ code: name, text }) => [name, text ?? ""]));
  return [
    ...section(screen, `${words.indicators} · ${formatNumber(rows, screen.language)} ${words.rows}`),
    ...figures.flatMap((figure) => {
      const text = texts.get(figure.code) ?? "";
      return [
        ...(text === "" ? [] : [style(screen, "bold", clip(text, screen.width))]),
        row(figure, code, screen),
        ...figure.cells.map((cell) =>
          clip(
            `  ${fit(Object.values(cell.at).join(" · "), screen.width - FIGURE - 3)} ${fit(shown(cell, screen), FIGURE, "right")}`,
            screen.width,
          ),
        ),
      ];
    }),
  ];
}
