import { formatNumber, formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { SurveyEstimate } from "@cadre/core/survey";
import { clip, html, type Part } from "../markup/index.ts";
import { chartsIn, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { reasonCell, sameDecimals } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import { ACCENT, FOREGROUND, LINE, QUIET } from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** What a chart needs of an estimate. */
export type ChartedEstimate = Pick<
  SurveyEstimate,
  "kind" | "estimate" | "low" | "high" | "level" | "n" | "reason"
>;

/** An estimate of one group in one round of a survey. */
export interface EstimateRow {
  /** The group: `Women`. Rows of one group are side by side. */
  label: string;
  /** The round: `2020`. */
  round?: string;
  /** The estimate, its interval, and how many answered. */
  estimate: ChartedEstimate;
}

/** Options of {@link estimatesChart}. */
export interface EstimatesOptions {
  /** Language of title, legend and table. */
  language: DisplayLanguage;
  /** What is estimated: `Trust in the police`. */
  name: string;
  /** Default: `%` of shares, nothing of means. */
  unit?: string;
  /** The target, in the unit of the estimates (a share as a fraction): a line. */
  target?: number;
}

interface Drawn extends EstimateRow {
  row: string;
  first: boolean;
}

/**
 * Estimates from samples as dots with their confidence intervals, the rounds of each group below one another: the first is hollow. An estimate
 * without an interval is a dot that says so; one without a value has no dot, and its reason is shown in its place.
 */
export function estimatesChart(
  items: readonly EstimateRow[],
  { language, name, unit, target }: EstimatesOptions,
): View {
  const messages = messagesIn(language);
  const { charts } = messages;
  const share = items.some(({ estimate }) => estimate.kind === "share");
  const alike = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return share
      ? sameDecimals(known, 1, (value, style) => formatPercent(value, { language, ...style }))
      : sameDecimals(known, 2, (value, style) => formatNumber(value, { language, ...style }));
  };
  // In the picture are the estimates alone, in text and table their intervals too.
  const drawnNumber = alike([...items.map(({ estimate: { estimate } }) => estimate), target ?? null]);
  const number = alike(items.flatMap(({ estimate: { estimate, low, high } }) => [estimate, low, high]));
  const rounds = [...new Set(items.flatMap(({ round }) => round ?? []))];
  const level = items[0]?.estimate.level ?? 0.95;
  const textOf = ({ estimate, low, high, n, reason }: ChartedEstimate): string => {
    if (estimate === null) return chartsIn(language).noEstimate[reason ?? "no-responses"];
    const interval =
      low === null || high === null
        ? chartsIn(language).noEstimate[reason ?? "no-responses"]
        : messages.between(number(low), number(high));
    return chartsIn(language).estimate(number(estimate), interval, formatNumber(n, { language }));
  };
  const rows: Drawn[] = items.map((item, index) => ({
    ...item,
    first: rounds.length > 1 && item.round === rounds[0],
    row: `${clip(item.round === undefined ? item.label : `${item.label} · ${item.round}`, 34)}${"\u200b".repeat(index)}`,
  }));
  const description = `${chartsIn(language).estimatesText(formatPercent(level, { language, decimals: 1 }))} ${items
    .map(
      ({ label, round, estimate }) =>
        `${label}${round === undefined ? "" : ` (${round})`}${messages.colon} ${textOf(estimate)}`,
    )
    .join("; ")}.`;
  const ends = rows.flatMap(({ estimate: { estimate, low, high } }) => [estimate ?? 0, low ?? 0, high ?? 0]);
  const domain: [number, number] = share
    ? [0, 1]
    : [Math.min(0, ...ends, target ?? 0), Math.max(1e-9, ...ends, target ?? 0)];
  const drawn = rows.filter(({ estimate }) => estimate.estimate !== null);
  const intervals = drawn.filter(({ estimate }) => estimate.low !== null && estimate.high !== null);
  const value = ({ estimate }: Drawn) => estimate.estimate ?? 0;
  const [low, high] = [
    ({ estimate }: Drawn) => estimate.low ?? 0,
    ({ estimate }: Drawn) => estimate.high ?? 0,
  ];
  const svg = drawPlot({ title: name, description }, [], () => ({
    width: 640,
    height: 46 + 26 * Math.max(1, rows.length),
    marginLeft: 200,
    marginRight: 150,
    marginTop: 8,
    marginBottom: 28,
    x: { domain, label: null },
    y: { type: "band", domain: rows.map(({ row }) => row), label: null, padding: 0.2 },
    marks: [
      Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        tickFormat: (tick: number) =>
          share ? formatPercent(tick, { language, decimals: 0 }) : formatNumber(tick, { language }),
        label: null,
        color: QUIET,
      }),
      Plot.axisY({ tickSize: 0, label: null, color: FOREGROUND }),
      ...(target === undefined
        ? []
        : [Plot.ruleX([target], { stroke: FOREGROUND, strokeWidth: 1.5, strokeDasharray: "5 3" })]),
      Plot.link(intervals, { x1: low, x2: high, y: "row", stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.tickX(intervals, {
        x: low,
        y: "row",
        stroke: ACCENT,
        strokeWidth: 2.5,
        insetTop: 6,
        insetBottom: 6,
      }),
      Plot.tickX(intervals, {
        x: high,
        y: "row",
        stroke: ACCENT,
        strokeWidth: 2.5,
        insetTop: 6,
        insetBottom: 6,
      }),
      Plot.dot(drawn, {
        x: value,
        y: "row",
        r: 5,
        fill: ({ first }: Drawn) => (first ? "#ffffff" : FOREGROUND),
        stroke: FOREGROUND,
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        x: () => domain[1],
        y: "row",
        text: ({ estimate }: Drawn) =>
          estimate.estimate === null
            ? clip(textOf(estimate), 22)
            : `${drawnNumber(estimate.estimate)} · n = ${formatNumber(estimate.n, { language })}`,
        textAnchor: "start",
        dx: 10,
        fill: FOREGROUND,
      }),
    ],
  }));
  const dot = (fill: string) =>
    html`<circle cx="12" cy="8" r="5" fill="${fill}" stroke="${FOREGROUND}" stroke-width="1.5"/>`;
  const cell = (end: number | null): Part => (end === null ? null : number(end));
  return viewOf({
    title: name,
    text: `${name}\n${description}`,
    svg,
    picture: {
      language,
      subtitle: unit ?? (share ? chartsIn(language).shareUnit : undefined),
      legend: [
        ...(rounds.length > 1
          ? [
              { label: rounds[0] ?? "", sign: dot("#ffffff") },
              { label: rounds.slice(1).join(", "), sign: dot(FOREGROUND) },
            ]
          : [{ label: chartsIn(language).estimateSign, sign: dot(FOREGROUND) }]),
        {
          label: chartsIn(language).intervalSign(formatPercent(level, { language, decimals: 1 })),
          sign: html`<path d="M1,8H23M1,3V13M23,3V13" stroke="${ACCENT}" stroke-width="2.5"/>`,
        },
        ...(target === undefined
          ? []
          : [
              {
                label: `${charts.target} (${drawnNumber(target)})`,
                sign: html`<path d="M12,0V16" stroke="${FOREGROUND}" stroke-width="1.5" stroke-dasharray="5 3"/>`,
              },
            ]),
      ],
    },
    body: html`<p>${chartsIn(language).estimatesText(formatPercent(level, { language, decimals: 1 }))}</p><details><summary>${messages.asTable}</summary>${table(
      {
        caption: name,
        id: `estimates${name}`,
        language,
        rows: items,
        columns: [
          {
            column: "item",
            heads: true,
            cell: ({ label, round }) => (round === undefined ? label : `${label} · ${round}`),
          },
          {
            column: "value",
            numeric: true,
            cell: ({ estimate }) =>
              estimate.estimate === null
                ? reasonCell(chartsIn(language).noEstimate[estimate.reason ?? "no-responses"])
                : number(estimate.estimate),
          },
          { column: "low", numeric: true, cell: ({ estimate }) => cell(estimate.low) },
          { column: "high", numeric: true, cell: ({ estimate }) => cell(estimate.high) },
        ],
      },
    )}</details>`,
  });
}
