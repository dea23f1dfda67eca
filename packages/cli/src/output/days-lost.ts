import type { Bounds, DaysLost } from "@cadre/core/lifecycle";
import { formatDays, formatNumber } from "@cadre/core/locale";
import { wrap } from "./layout.ts";
import { causeLabel, type Screen, style } from "./output.ts";

function daysText({ low, high }: Bounds, { messages, language }: Screen): string {
  if (high === null) return messages.daysOpen(formatDays(low, { language }));
  const days = formatDays(high, { language });
  return low === high ? days : messages.daysBetween(formatNumber(low, { language }), days);
}

/** Days lost in all and by cause, the gravest first; nothing where none were lost. */
export function daysLostLines({ causes, total }: DaysLost, screen: Screen): string[] {
  const { messages, width } = screen;
  if (causes.length === 0) return [];
  const byCause = [...causes]
    .sort((a, b) => b.days.low - a.days.low || (b.days.high ?? Infinity) - (a.days.high ?? Infinity))
    .map(({ cause, days }) => {
      const name = cause === null ? messages.withoutCause : causeLabel(screen, cause);
      return `${name}${messages.colon} ${daysText(days, screen)}`;
    })
    .join(messages.semicolon);
  const text = messages.daysLost(daysText(total, screen), byCause);
  return wrap(text, width).map((line) => style(screen, "dim", line));
}
