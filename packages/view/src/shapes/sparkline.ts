import { formatDate, formatNumber } from "@cadre/core";
import type { PastPoint } from "@cadre/core/indicators";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import { ACCENT, QUIET } from "../theme/index.ts";
import { daysFrom } from "./days.ts";

const [WIDTH, HEIGHT, EDGE] = [96, 22, 4];

/** A value over time without axes: a line from the first point to the last, which has a dot. Nothing where fewer than two are known. */
export function sparkline(points: readonly PastPoint[], language: DisplayLanguage): Markup | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = daysFrom(first.date, last.date) || 1;
  const x = (date: string) => EDGE + (daysFrom(first.date, date) / span) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
  const path = points.map(
    ({ date, value }, index) => `${index === 0 ? "M" : "L"}${at(x(date))},${at(y(value))}`,
  );
  const reported = [first, last].map(
    ({ date, value }) => `${formatNumber(value, { language })} (${formatDate(date, { language })})`,
  );
  return html`<svg class="cadre-spark" role="img" aria-label="${messagesIn(language).charts.trend(reported.join(" → "))}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path d="M0,${at(y(0))}H${WIDTH}" stroke="${QUIET}" stroke-width="0.5" stroke-dasharray="2 2"/><path d="${path.join("")}" fill="none" stroke="${ACCENT}" stroke-width="1.5"/><circle cx="${at(x(last.date))}" cy="${at(y(last.value))}" r="2.5" fill="${ACCENT}"/></svg>`;
}
