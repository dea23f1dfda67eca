import { formatNumber } from "@cadre/core";
import type { CellResult, ComputedIndicator, MeasurementFramework } from "@cadre/core/aggregate";
import { clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";
import { shareCell, shareNote } from "./share.ts";

const [VALUE_WIDTH, STATUS] = [14, 13];

type Valued = Pick<CellResult, "value" | "reason" | "bounds">;

/** A value, else its bounds, else the reason. */
function shown({ value, reason, bounds }: Valued, { messages, language }: Screen): string {
  const number = (each: number) => formatNumber(each, { language });
  if (value !== null) return number(value);
  if (bounds !== null)
    return bounds.high === null ? `≥ ${number(bounds.low)}` : `${number(bounds.low)}–${number(bounds.high)}`;
  return reason === null ? messages.unknown : messages.resultReasons[reason];
}

function row(result: ComputedIndicator, code: number, screen: Screen): string {
  const { status } = result;
  const value = fit(shown(result, screen), VALUE_WIDTH, "right");
  const statusText = status.status === null ? "" : screen.messages.statuses[status.status];
  return `${fit(result.code, code)} ${value}  ${shareCell(result, screen)}  ${fit(statusText, STATUS)}`.trimEnd();
}

/** Indicators with their values, and under each its cells. */
export function resultLines(
  framework: MeasurementFramework,
  results: readonly ComputedIndicator[],
  rows: number,
  screen: Screen,
): string[] {
  const { messages } = screen;
  const code = Math.min(24, Math.max(6, ...results.map((result) => result.code.length)));
  const texts = new Map(framework.indicators.map(({ code: name, text }) => [name, text ?? ""]));
  return [
    ...section(screen, `${messages.indicators} · ${messages.rows(rows)}`),
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
    ...shareNote(results, screen),
  ];
}
