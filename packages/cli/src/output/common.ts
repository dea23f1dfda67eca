import { formatNumber } from "@cadre/core";
import type { CommonRollUp } from "@cadre/core/common-indicators";
import type { Summary } from "@cadre/core/indicators";
import { textIn } from "@cadre/core/locale";
import { clip, wrap } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

function summaryText({ value, low, high, reason }: Summary, { language, messages }: Screen): string {
  const number = (each: number) => formatNumber(each, { language, decimals: 1 });
  if (value !== null) return number(value);
  const why = reason === null ? messages.unknown : messages.common.reasons[reason];
  return low === undefined || high === undefined ? why : `${number(low)}–${number(high)} (${why})`;
}

/** Common indicators of a portfolio: what was mapped with its parts, what may be mapped, and mappings that match nothing. */
export function commonLines({ rows, suggestions, unmatched }: CommonRollUp, screen: Screen): string[] {
  const { messages, language, width } = screen;
  const { common, columns } = messages;
  return [
    ...section(screen, common.title),
    ...rows.flatMap(({ code, name, unit, projectCount: projects, actual, target, parts }) => [
      ...wrap(`${code}  ${textIn(name, { language })}`, width, "   "),
      clip(
        `   ${columns.actual}${messages.colon} ${summaryText(actual, screen)} ${unit} · ${columns.target}${messages.colon} ${summaryText(target, screen)} · ${common.projects(projects)}`,
        width,
      ),
      ...parts.map(({ project, indicator, text, actual: own, leftOut }) =>
        style(
          screen,
          "dim",
          clip(
            `   ${project} ${indicator}  ${own === null ? "–" : formatNumber(own, { language, decimals: 1 })}  ${leftOut === null ? text : common.leftOut}`,
            width,
          ),
        ),
      ),
    ]),
    ...(suggestions.length === 0 ? [] : wrap(common.suggestions, width)),
    ...suggestions.map(({ project, indicator, text, common: code, certainty }) =>
      clip(`   ${code} ← ${project} ${indicator} (${common.certainty[certainty]})  ${text}`, width),
    ),
    ...unmatched.map(
      ({ project, indicator, common: code, what }) =>
        `${common.unmatched[what]}${messages.colon} ${project} ${indicator} → ${code}`,
    ),
  ];
}
