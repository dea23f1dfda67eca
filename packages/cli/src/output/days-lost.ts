import type { DaysLost } from "@cadre/core/lifecycle";
import { wrap } from "./layout.ts";
import { causeLabel, type Screen, style } from "./output.ts";

/** Days lost in all and by cause, the gravest first; nothing where none were lost. */
export function daysLostLines({ causes, total }: DaysLost, screen: Screen): string[] {
  const { messages, language, width } = screen;
  if (causes.length === 0) return [];
  const colon = language === "fr" ? " :" : ":";
  const byCause = [...causes]
    .sort((a, b) => b.days.low - a.days.low || (b.days.high ?? Infinity) - (a.days.high ?? Infinity))
    .map(({ cause, days }) => {
      const name = cause === null ? messages.withoutCause : causeLabel(screen, cause);
      return `${name}${colon} ${messages.days(days.low, days.high)}`;
    })
    .join(language === "fr" ? " ; " : "; ");
  const text = messages.daysLost(messages.days(total.low, total.high), byCause);
  return wrap(text, width).map((line) => style(screen, "dim", line));
}
