import { type CalendarDate, formatDate } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { fundStateOf, stateLabel } from "../messages/index.ts";
import type { ActivityRow } from "../results/index.ts";
import { FOREGROUND, fillOf, LINE, QUIET, STATE_FILLS, strokeOf } from "../theme/index.ts";
import { daysFrom } from "./days.ts";

/** A time axis of so many pixels. */
export interface TimeAxis {
  start: CalendarDate;
  end: CalendarDate;
  width: number;
  /** The day that is spoken for: nothing is known after it. */
  asOf: CalendarDate | null;
}

/** Where a day is on an axis, in pixels. */
export function xOf({ start, end, width }: TimeAxis, day: CalendarDate): number {
  return (daysFrom(start, day) / Math.max(1, daysFrom(start, end))) * width;
}

/** Years that have a tick. */
const MAX_YEARS = 40;

/** The first days of years, or of the quarters where the span is short, that fall into an axis. */
export function ticksOf({ start, end }: Pick<TimeAxis, "start" | "end">): CalendarDate[] {
  const months =
    daysFrom(start, end) > 1100
      ? ["01"]
      : daysFrom(start, end) > 500
        ? ["01", "07"]
        : ["01", "04", "07", "10"];
  const ticks: CalendarDate[] = [];
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const step = Math.ceil((last - first + 1) / MAX_YEARS);
  for (let year = first; year <= last; year += step)
    for (const month of months) {
      const day = `${String(year).padStart(4, "0")}-${month}-01`;
      if (day >= start && day <= end) ticks.push(day);
    }
  return ticks;
}

const HEIGHT = 18;

/** What an activity went through, as words: `delayed from March 2020, in progress from …`. */
export function historyText(row: Pick<ActivityRow, "spans" | "own">, language: DisplayLanguage): string {
  return row.spans
    .map(({ state, from }) => `${stateLabel(state, language, row.own)} (${formatDate(from, { language })})`)
    .join(", ");
}

/** States over time as stretches of their fills; the work plan as a thin frame around them; the day spoken for as a line. */
export function stripShapes(
  row: Pick<ActivityRow, "spans" | "planned" | "own">,
  axis: TimeAxis,
  prefix: string,
): Markup {
  const x = (day: CalendarDate) => xOf(axis, day);
  const { planned } = row;
  const plan =
    planned?.start != null && planned.end !== null
      ? html`<rect x="${at(x(planned.start))}" y="1.5" width="${at(Math.max(2, x(planned.end) - x(planned.start)))}" height="15" fill="none" stroke="${QUIET}" stroke-width="1"/>`
      : null;
  return html`${ticksOf(axis).map((day) => html`<path d="M${at(x(day))},0V${HEIGHT}" stroke="${LINE}"/>`)}${row.spans.map(
    ({ state, from, to }) => {
      const fill = STATE_FILLS[fundStateOf(state, row.own)];
      const [left, width] = [x(from), Math.max(1.5, x(to) - x(from))];
      return state === "planned"
        ? html`<path d="M${at(left)},9h${at(width)}" stroke="${QUIET}" stroke-width="1" stroke-dasharray="1 3"/>`
        : html`<rect x="${at(left)}" y="4.5" width="${at(width)}" height="9" fill="${fillOf(prefix, fill)}" stroke="${strokeOf(fill)}" stroke-width="0.5"/>`;
    },
  )}${plan}${axis.asOf !== null && html`<path d="M${at(x(axis.asOf))},0V${HEIGHT}" stroke="${FOREGROUND}" stroke-width="1.2"/>`}`;
}

/** The same as a picture of its own, for a cell. It stretches with its column. */
export function strip(
  row: Pick<ActivityRow, "spans" | "planned" | "own">,
  axis: TimeAxis,
  prefix: string,
  language: DisplayLanguage,
): Markup {
  return html`<svg class="cadre-strip" role="img" aria-label="${historyText(row, language)}" width="${axis.width}" height="${HEIGHT}" viewBox="0 0 ${axis.width} ${HEIGHT}">${stripShapes(row, axis, prefix)}</svg>`;
}

/** The years above a column of strips. */
export function axisLabels(axis: TimeAxis): Markup {
  const labels = ticksOf(axis).filter((day) => day.endsWith("-01-01"));
  return html`<svg class="cadre-strip" aria-hidden="true" width="${axis.width}" height="14" viewBox="0 0 ${axis.width} 14">${labels.map(
    (day) =>
      html`<text x="${at(xOf(axis, day) + 2)}" y="11" font-size="11" fill="${QUIET}">${day.slice(0, 4)}</text>`,
  )}</svg>`;
}
