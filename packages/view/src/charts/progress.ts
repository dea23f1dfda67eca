import {
  type CalendarDate,
  formatDate,
  formatNumber,
  formatPercent,
  type Language,
  numberOf,
  type Value,
} from "@cadre/core";
import type { PastPoint, Projection } from "@cadre/core/indicators";
import { type View, viewOf } from "../display/index.ts";
import { ACCENT, INK, type Ink, LINE, QUIET } from "../look/index.ts";
import { numberWords, reasonCell, ticksOf, valueCell, valueWords } from "../marks/index.ts";
import { html, type Part } from "../markup/index.ts";
import { table } from "../tables/index.ts";
import { WORDS } from "../words/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** An indicator against time. */
export interface ProgressFacts {
  name: string;
  start: CalendarDate;
  end: CalendarDate;
  baseline: Value;
  target: Value;
  /** Milestones by the day on which they are due. */
  milestones?: readonly { date: CalendarDate; value: Value }[];
  /** Where it stood, in time order: `seriesOf` of `@cadre/core/figures`. */
  points: readonly PastPoint[];
  /** `projectTo` or `projectIndicator`. */
  projection?: Projection;
  asOf?: CalendarDate | null;
}

const day = (date: string) => new Date(`${date}T00:00:00Z`);
/** The interval of a projection: light, with an edge, so that nobody takes it for something that has happened. */
const FAN: Ink = { fill: "#d6e6f4", pattern: "none", sign: "" };

function projectionWords({ projection, end }: ProgressFacts, language: Language): string {
  const { charts, projectionReasons } = WORDS[language];
  if (projection === undefined) return "";
  if (projection.reason !== null) return charts.noProjection(projectionReasons[projection.reason]);
  const number = (value: number) => formatNumber(value, language, 1);
  return charts.projection(
    number(projection.value),
    number(projection.low),
    number(projection.high),
    formatPercent(projection.level, language, 0),
    formatDate(end, language),
  );
}

/**
 * Progress against time: planned (a line from the baseline at the start to the target at the end), actual (the reported points) and, where
 * a projection is given, the foreseen value with its interval. What is no number is not drawn; the table below says what it is.
 */
export function progressChart(facts: ProgressFacts, options: { language: Language }): View {
  const { language } = options;
  const { charts } = WORDS[language];
  const { start, end, points, projection, milestones = [], asOf = null } = facts;
  const name = facts.name;
  const [from, to] = [numberOf(facts.baseline), numberOf(facts.target)];
  const last = points.at(-1);
  const description = charts.progressText({
    actual: last === undefined ? null : formatNumber(last.value, language),
    target: to === null ? null : valueWords(facts.target, language),
    projection: projectionWords(facts, language),
  });
  const foreseen = projection?.reason === null ? projection : null;
  const planned =
    from === null || to === null
      ? []
      : [
          { date: day(start), value: from },
          { date: day(end), value: to },
        ];
  const actual = points.map(({ date, value }) => ({ date: day(date), value }));
  const due = milestones.flatMap(({ date, value }) => {
    const number = numberOf(value);
    return number === null ? [] : [{ date: day(date), value: number }];
  });
  const fan =
    foreseen === null || last === undefined
      ? []
      : [
          { date: day(last.date), low: last.value, high: last.value, value: last.value },
          { date: day(end), low: foreseen.low, high: foreseen.high, value: foreseen.value },
        ];
  const labels = [
    ...planned.slice(1).map((point) => ({ ...point, label: charts.planned, above: true })),
    ...fan.slice(1).map((point) => ({ ...point, label: charts.projected, above: false })),
  ];
  const svg = drawPlot({ title: charts.progressTitle(name), description }, [], () => ({
    width: 640,
    height: 300,
    marginLeft: 56,
    marginRight: 76,
    marginTop: 24,
    x: { type: "utc", domain: [day(start), day(end)], label: null },
    y: {
      label: null,
      grid: true,
      nice: true,
      zero: true,
      tickFormat: (value: number) =>
        numberWords(value, facts.target.kind === "number" ? facts.target.unit : null, language),
    },
    marks: [
      Plot.gridY({ stroke: LINE, strokeOpacity: 1 }),
      Plot.axisX({
        ticks: ticksOf({ start, end }).map(day),
        tickFormat: (date: Date) =>
          `${String(date.getUTCMonth() + 1).padStart(2, "0")}/${date.getUTCFullYear()}`,
        label: null,
      }),
      Plot.areaY(fan, {
        x: "date",
        y1: "low",
        y2: "high",
        fill: FAN.fill,
        stroke: QUIET,
        strokeWidth: 0.5,
      }),
      Plot.line(fan, { x: "date", y: "value", stroke: ACCENT, strokeDasharray: "2 4", strokeWidth: 2 }),
      Plot.line(planned, { x: "date", y: "value", stroke: QUIET, strokeDasharray: "7 4", strokeWidth: 1.5 }),
      Plot.line(actual, { x: "date", y: "value", stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.dot(actual, { x: "date", y: "value", fill: ACCENT, r: 4 }),
      Plot.dot(due, { x: "date", y: "value", symbol: "diamond", stroke: INK, fill: "white", r: 5 }),
      ...(asOf === null ? [] : [Plot.ruleX([day(asOf)], { stroke: INK, strokeWidth: 1 })]),
      Plot.ruleY([0], { stroke: QUIET }),
      Plot.text(
        labels.filter(({ above }) => above),
        { x: "date", y: "value", text: "label", dx: 6, dy: -8, textAnchor: "start", fill: INK },
      ),
      Plot.text(actual.slice(-1), {
        x: "date",
        y: "value",
        text: () => charts.actual,
        dx: -8,
        dy: -10,
        textAnchor: "end",
        fill: ACCENT,
      }),
      Plot.text(
        labels.filter(({ above }) => !above),
        { x: "date", y: "value", text: "label", dx: 6, dy: 6, textAnchor: "start", fill: ACCENT },
      ),
    ],
  }));
  const rows: { what: string; date: string; value: Part; low: Part; high: Part }[] = [
    { what: charts.baseline, date: start, value: valueCell(facts.baseline, language), low: null, high: null },
    ...milestones.map(({ date, value }) => ({
      what: charts.milestone,
      date,
      value: valueCell(value, language),
      low: null,
      high: null,
    })),
    ...points.map(({ date, value }) => ({
      what: charts.actual,
      date,
      value: formatNumber(value, language),
      low: null,
      high: null,
    })),
    { what: charts.target, date: end, value: valueCell(facts.target, language), low: null, high: null },
    ...(projection === undefined
      ? []
      : [
          projection.reason === null
            ? {
                what: charts.projected,
                date: end,
                value: formatNumber(projection.value, language, 1),
                low: formatNumber(projection.low, language, 1),
                high: formatNumber(projection.high, language, 1),
              }
            : {
                what: charts.projected,
                date: end,
                value: reasonCell(WORDS[language].projectionReasons[projection.reason]),
                low: null,
                high: null,
              },
        ]),
  ];
  const title = charts.progressTitle(name);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    body: html`<p>${description}</p><details><summary>${WORDS[language].asTable}</summary>${table({
      caption: title,
      id: `progress${title}`,
      language,
      rows,
      columns: [
        { column: "figure", heads: true, cell: ({ what }) => what },
        { column: "date", cell: ({ date }) => formatDate(date, language) },
        { column: "value", figure: true, cell: ({ value }) => value },
        { column: "low", figure: true, cell: ({ low }) => low },
        { column: "high", figure: true, cell: ({ high }) => high },
      ],
    })}</details>`,
  });
}
