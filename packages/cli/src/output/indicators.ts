import { type FrameworkDocument, formatValueNumber, type Value, valueState } from "@cadre/core";
import type { IndicatorResult, ProjectResult } from "@cadre/core/results";
import { clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";
import { BAR, PERCENT, shareCell, shareNote } from "./share.ts";

const CODE = 6;
const VALUE_WIDTH = 7;

function shown(value: Value, { messages, language }: Screen): string {
  if (value.kind === "number") return formatValueNumber(value, { language });
  if (value.kind === "tbd") return messages.tbd;
  if (valueState(value) === "suppressed") return clip(messages.reasons.suppressed, VALUE_WIDTH);
  return value.kind === "none" ? "–" : clip(value.text, VALUE_WIDTH);
}

function row(indicator: IndicatorResult, screen: Screen): string {
  const text = screen.width - CODE - 3 * (VALUE_WIDTH + 1) - 2 - BAR - PERCENT;
  const results = [indicator.baseline, indicator.target, indicator.actual].map((value) =>
    fit(shown(value, screen), VALUE_WIDTH, "right"),
  );
  return `${fit(indicator.code, CODE)}${fit(indicator.text, text)} ${results.join(" ")}  ${shareCell(indicator, screen)}`;
}

/** The table of indicators, under the outcomes and outputs that they measure. */
export function indicatorLines(
  document: FrameworkDocument,
  inspection: ProjectResult,
  screen: Screen,
): string[] {
  const { messages } = screen;
  const { columns } = messages;
  const byCode = new Map(inspection.indicators.map((indicator) => [indicator.code, indicator]));
  const text = screen.width - CODE - 3 * (VALUE_WIDTH + 1) - 2 - BAR - PERCENT;
  const head = [columns.baseline, columns.target, columns.actual]
    .map((name) => fit(name, VALUE_WIDTH, "right"))
    .join(" ");
  const heading = `${fit(columns.code, CODE)}${fit(columns.indicator, text)} ${head}  ${fit(columns.progress, BAR + PERCENT, "right")}`;
  const rows = (codes: { code: string }[]) =>
    codes.flatMap(({ code }) => {
      const indicator = byCode.get(code);
      return indicator === undefined ? [] : [row(indicator, screen)];
    });
  const title = (kind: string, { code, title: messages }: { code: string; title: string }) =>
    style(screen, "bold", clip(`${kind} ${code}  ${messages}`, screen.width));
  return [
    ...section(screen, messages.indicators),
    style(screen, "dim", heading),
    ...document.outcomes.flatMap((outcome) => [
      title(messages.outcome, outcome),
      ...rows(outcome.indicators),
      ...outcome.outputs.flatMap((output) => [title(messages.output, output), ...rows(output.indicators)]),
    ]),
    ...shareNote(inspection.indicators, screen),
  ];
}
