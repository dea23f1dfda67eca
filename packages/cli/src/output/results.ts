import { formatNumber, formatPercent } from "@cadre/core";
import type { CellResult, IndicatorResult, MeasurementFramework } from "@cadre/core/aggregate";
import { bar, clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const [VALUE_WIDTH, BAR, PERCENT, STATUS] = [14, 8, 8, 13];

type Valued = Pick<CellResult, "value" | "reason" | "bounds">;

/** A value, else its bounds, else the reason. */
function shown({ value, reason, bounds }: Valued, { messages, language }: Screen): string {
  const number = (each: number) => formatNumber(each, language);
  if (value !== null) return number(value);
  if (bounds !== null)
    return bounds.high === null ? `≥ ${number(bounds.low)}` : `${number(bounds.low)}–${number(bounds.high)}`;
  return reason === null ? messages.unknown : messages.resultReasons[reason];
}

function row(result: IndicatorResult, code: number, screen: Screen): string {
  const { percentOfTarget, undefinedBecause, status } = result;
  const value = fit(shown(result, screen), VALUE_WIDTH, "right");
  const share =
    percentOfTarget === null
      ? style(
          screen,
          "dim",
          fit(undefinedBecause === null ? "" : screen.messages.reasons[undefinedBecause], BAR + PERCENT),
        )
      : style(screen, percentOfTarget >= 1 ? "green" : "cyan", bar(percentOfTarget, BAR)) +
        fit(formatPercent(percentOfTarget, screen.language, 0), PERCENT, "right");
  const statusText = status.status === null ? "" : screen.messages.statuses[status.status];
  return `${fit(result.code, code)} ${value}  ${share}  ${fit(statusText, STATUS)}`.trimEnd();
}

/** Indicators with their values, and under each its cells. */
export function resultLines(
  framework: MeasurementFramework,
  results: readonly IndicatorResult[],
  rows: number,
  screen: Screen,
): string[] {
  const { messages } = screen;
  const code = Math.min(24, Math.max(6, ...results.map((result) => result.code.length)));
  const texts = new Map(framework.indicators.map(({ code: name, text }) => [name, text ?? ""]));
  return [
    ...section(screen, `${messages.indicators} · ${formatNumber(rows, screen.language)} ${messages.rows}`),
    ...results.flatMap((result) => {
      const text = texts.get(result.code) ?? "";
      return [
        ...(text === "" ? [] : [style(screen, "bold", clip(text, screen.width))]),
        row(result, code, screen),
        ...result.cells.map((cell) =>
          clip(
            `  ${fit(Object.values(cell.at).join(" · "), screen.width - VALUE_WIDTH - 3)} ${fit(shown(cell, screen), VALUE_WIDTH, "right")}`,
            screen.width,
          ),
        ),
      ];
    }),
  ];
}
