import {
  type CalendarDate,
  formatDate,
  formatNumber,
  formatPercent,
  numberOf,
  type Value,
} from "@cadre/core";
import type { Forecast, PastPoint } from "@cadre/core/indicators";
import type { DisplayLanguage } from "@cadre/core/locale";
import { ticks } from "d3-array";
import { at, html, type Markup, nameOf, picture } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import { ACCENT, BACKGROUND, FOREGROUND, LINE, QUIET } from "../theme/index.ts";
import { daysFrom } from "./days.ts";
import { ticksOf } from "./strip.ts";
import { numberText, valueText } from "./values.ts";

/** An indicator against time. */
export interface ProgressData {
  /** What is measured: the indicator's text. */
  name: string;
  /** What is counted: `people`, `%`. */
  unit?: string | null;
  /** First day of the axis: the project's start. */
  start: CalendarDate;
  /** Last day of the axis: the project's end. */
  end: CalendarDate;
  /** Value at `start`. */
  baseline: Value;
  /** Value to be reached at `end`. */
  target: Value;
  /** Milestones by the day on which they are due. */
  milestones?: readonly {
    /** The day on which it is due. */
    date: CalendarDate;
    /** What is to be reached by then. */
    value: Value;
  }[];
  /** Its values, in time order: `seriesOf` of `@cadre/core/aggregate`. */
  points: readonly PastPoint[];
  /** `forecastTo` or `forecastIndicator`. */
  forecast?: Forecast;
  /** A day that is marked: today, or the report's. Absent or `null`: none is. */
  asOf?: CalendarDate | null;
}

/** The number of a value; `null` of what is none. The core's own would bring its schemas into the page. */

/** What is foreseen, or why nothing is, in a sentence; nothing where it was not asked. */
export function forecastText(
  { forecast, end }: Pick<ProgressData, "forecast" | "end">,
  language: DisplayLanguage,
): string {
  const { charts, forecastReasons } = messagesIn(language);
  if (forecast === undefined) return "";
  if (forecast.reason !== null) return charts.noForecast(forecastReasons[forecast.reason]);
  const number = (value: number) => formatNumber(value, { language, decimals: 1 });
  return charts.forecast(
    number(forecast.value),
    number(forecast.low),
    number(forecast.high),
    formatPercent(forecast.level, { language, decimals: 0 }),
    formatDate(end, { language }),
  );
}

/** An indicator's progress over time, in a sentence or two. */
export function progressText(data: ProgressData, language: DisplayLanguage): string {
  const last = data.points.at(-1);
  const { charts, notReported } = messagesIn(language);
  const text = charts.progressText(
    last === undefined ? notReported : formatNumber(last.value, { language }),
    numberOf(data.target) === null ? charts.noTarget : valueText(data.target, language),
  );
  return `${text} ${forecastText(data, language)}`.trimEnd();
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [640, 280, 62, 150, 14, 26];

/** The interval of a forecast: light, with an edge, so that it is not mistaken for something that has happened. */
const FAN = "#d6e6f4";

interface Label {
  y: number;
  text: string;
  fill: string;
}

/** Labels beside the last day, from above to below, moved apart where they would touch. */
function apart(labels: readonly Label[]): Label[] {
  const placed: Label[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above === undefined ? label.y : Math.max(label.y, above.y + 15) });
  }
  const over = (placed.at(-1)?.y ?? 0) - (HEIGHT - FOOT + 4);
  return over > 0 ? placed.map((label) => ({ ...label, y: label.y - over })) : placed;
}

/**
 * Progress against time as a picture: planned (from the baseline at the start to the target at the end), actual (the reported points) and,
 * where there is one, the projection with its interval. What is no number is not drawn. Our own drawing, since a page draws it too.
 */
export function drawProgress(data: ProgressData, language: DisplayLanguage): Markup {
  const { charts } = messagesIn(language);
  const { start, end, points, forecast, milestones = [], asOf = null } = data;
  const [from, to] = [numberOf(data.baseline), numberOf(data.target)];
  const last = points.at(-1);
  const foreseen = forecast?.reason === null ? forecast : null;
  const due = milestones.flatMap(({ date, value }) => {
    const number = numberOf(value);
    return number === null ? [] : [{ date, value: number }];
  });
  const known = [
    0,
    ...[from, to].filter((value) => value !== null),
    ...[...points, ...due].map(({ value }) => value),
    ...(foreseen === null ? [] : [foreseen.low, foreseen.value, foreseen.high]),
  ];
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const lines = ticks(least, greatest === least ? least + 1 : greatest, 5);
  const [low, high] = [
    Math.min(least, lines[0] ?? least),
    Math.max(greatest, lines.at(-1) ?? greatest, least + 1),
  ];
  const lastDay =
    [end, ...points.map(({ date }) => date), ...(asOf === null ? [] : [asOf])].sort().at(-1) ?? end;
  const span = Math.max(1, daysFrom(start, lastDay));
  const x = (date: string) => LEFT + (daysFrom(start, date) / span) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - FOOT - ((value - low) / (high - low)) * (HEIGHT - FOOT - TOP);
  const unit = data.target.kind === "number" ? data.target.unit : null;
  const number = (value: number) => numberText(value, unit, language);
  const spot = ({ date, value }: PastPoint) => `${at(x(date))},${at(y(value))}`;
  const labels: Label[] = [
    ...(to === null ? [] : [{ y: y(to), text: `${charts.target} ${number(to)}`, fill: FOREGROUND }]),
    ...(foreseen === null
      ? []
      : [
          {
            y: y(foreseen.value),
            text: `${charts.projected} ${formatNumber(foreseen.value, { language, decimals: 1 })}`,
            fill: ACCENT,
          },
        ]),
  ];
  const title = charts.progressTitle(data.name);
  const description = progressText(data, language);
  const fan =
    foreseen === null || last === undefined
      ? null
      : html`<path d="M${spot(last)}L${at(x(end))},${at(y(foreseen.high))}V${at(y(foreseen.low))}Z" fill="${FAN}" stroke="${QUIET}" stroke-width="0.5"/><path d="M${spot(last)}L${at(x(end))},${at(y(foreseen.value))}" stroke="${ACCENT}" stroke-width="2" stroke-dasharray="2 4" fill="none"/>`;
  return picture(
    { width: WIDTH, height: HEIGHT, title, description, id: nameOf(title + description) },
    html`${lines.map(
      (value) =>
        html`<path d="M${LEFT},${at(y(value))}H${WIDTH - RIGHT}" stroke="${value === 0 ? QUIET : LINE}"/><text x="${LEFT - 8}" y="${at(y(value) + 4)}" text-anchor="end" fill="${QUIET}">${number(value)}</text>`,
    )}${ticksOf({ start, end: lastDay }).map(
      (day) =>
        html`<path d="M${at(x(day))},${HEIGHT - FOOT}v4" stroke="${QUIET}"/><text x="${at(x(day))}" y="${HEIGHT - 8}" text-anchor="middle" fill="${QUIET}">${`${day.slice(5, 7)}/${day.slice(0, 4)}`}</text>`,
    )}${fan}${
      from !== null &&
      to !== null &&
      html`<path d="M${at(x(start))},${at(y(from))}L${at(x(end))},${at(y(to))}" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="7 4" fill="none"/>`
    }${
      points.length > 1 &&
      html`<path d="M${points.map(spot).join("L")}" stroke="${ACCENT}" stroke-width="2.5" fill="none"/>`
    }${points.map((point) => html`<circle cx="${at(x(point.date))}" cy="${at(y(point.value))}" r="4" fill="${ACCENT}"/>`)}${due.map(
      ({ date, value }) =>
        html`<path d="M${at(x(date))},${at(y(value) - 6)}l6,6l-6,6l-6,-6Z" fill="${BACKGROUND}" stroke="${FOREGROUND}" stroke-width="1.5"/>`,
    )}${to !== null && html`<path d="M${at(x(end))},${at(y(to) - 7)}v14" stroke="${FOREGROUND}" stroke-width="3"/>`}${
      asOf !== null &&
      asOf >= start &&
      html`<path d="M${at(x(asOf))},${TOP}V${HEIGHT - FOOT}" stroke="${FOREGROUND}"/>`
    }${apart(labels).map(
      ({ y: top, text, fill }) =>
        html`<text x="${at(x(end) + 8)}" y="${at(top + 4)}" fill="${fill}">${text}</text>`,
    )}`,
  );
}

/** What the signs of {@link drawProgress} mean: only those that it draws. */
export function progressSigns(
  data: ProgressData,
  language: DisplayLanguage,
): { label: string; sign: Markup }[] {
  const { charts } = messagesIn(language);
  const { baseline, target, points, forecast, milestones = [], asOf = null } = data;
  const planned = numberOf(baseline) !== null && numberOf(target) !== null;
  const signs: [boolean, Markup, string][] = [
    [
      planned,
      html`<path d="M0,8H24" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="7 4"/>`,
      charts.planned,
    ],
    [
      points.length > 0,
      html`<path d="M0,8H24" stroke="${ACCENT}" stroke-width="2.5"/><circle cx="12" cy="8" r="4" fill="${ACCENT}"/>`,
      charts.actual,
    ],
    [
      forecast?.reason === null,
      html`<rect x="0" y="2" width="24" height="12" fill="${FAN}" stroke="${QUIET}" stroke-width="0.5"/><path d="M0,8H24" stroke="${ACCENT}" stroke-width="2" stroke-dasharray="2 4"/>`,
      charts.interval,
    ],
    [
      milestones.some(({ value }) => numberOf(value) !== null),
      html`<path d="M12,2l6,6l-6,6l-6,-6Z" fill="${BACKGROUND}" stroke="${FOREGROUND}" stroke-width="1.5"/>`,
      charts.milestone,
    ],
    [asOf !== null, html`<path d="M12,0V16" stroke="${FOREGROUND}"/>`, charts.ganttNow],
  ];
  return signs.flatMap(([drawn, sign, label]) => (drawn ? [{ label, sign }] : []));
}

/** The same as a list beside the picture. */
export function progressKey(data: ProgressData, language: DisplayLanguage): Markup {
  return html`<ul class="cadre-key" aria-hidden="true">${progressSigns(data, language).map(
    ({ sign, label }) =>
      html`<li><svg width="24" height="16" viewBox="0 0 24 16">${sign}</svg> ${label}</li>`,
  )}</ul>`;
}
