import { formatNumber, formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { LikertResult, SurveyEstimate } from "@cadre/core/survey";
import { clip, html, nameOf } from "../markup/index.ts";
import { chartsIn, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { fillDefs, key } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import { type Fill, FOREGROUND, fillOf, LINE, QUIET, strokeOf } from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** What a chart needs of the answers to an item. */
export interface LikertRow {
  /** The item: `The police protect us`. */
  label: string;
  /** Share of each level of the scale, lowest first, with its own interval. */
  levels: readonly {
    /** Name of the level. */
    level: string;
    /** Its share, as a fraction, with its interval. */
    estimate: Pick<SurveyEstimate, "estimate" | "low" | "high" | "n">;
  }[];
  /** The share of positive levels less that of negative ones: −1 to 1. */
  net: Pick<LikertResult["net"], "estimate" | "low" | "high">;
}

/** From the strongest to the weakest, of each side. */
const AGAINST: readonly Fill[] = [
  { fill: "#33122a", pattern: "none", sign: "−" },
  { fill: "#d07fa8", pattern: "hatch", sign: "−" },
  { fill: "#ead7ec", pattern: "dots", sign: "−" },
];
const FOR: readonly Fill[] = [
  { fill: "#0f5f57", pattern: "none", sign: "+" },
  { fill: "#7cc0b4", pattern: "back-hatch", sign: "+" },
  { fill: "#c5e08a", pattern: "dots", sign: "+" },
];
const MIDDLE: Fill = { fill: "#d9dfe5", pattern: "none", sign: "○" };

/** Levels on either side of the middle that can be distinguished. */
const MAX_SIDE = 3;

function fillAt(index: number, count: number): Fill {
  const distance = index - (count - 1) / 2;
  if (distance === 0) return MIDDLE;
  return (distance < 0 ? AGAINST[index] : FOR[count - 1 - index]) ?? MIDDLE;
}

interface Bar {
  row: string;
  from: number;
  to: number;
  fill: Fill;
  text: string;
}

/**
 * Answers on a scale as diverging stacked bars: what lies below the middle of the scale to the left of zero, what lies above it to the right, a
 * middle level half on each side. Beside each bar its net score with the interval. An item that nobody answered has no bar, and says so.
 * @throws RangeError where items have different levels, or a scale more than seven.
 */
export function likertChart(
  items: readonly LikertRow[],
  { language, name }: { language: DisplayLanguage; name: string },
): View {
  const messages = messagesIn(language);
  const levels = (items[0]?.levels ?? []).map(({ level }) => level);
  if (levels.length > 2 * MAX_SIDE + 1)
    throw new RangeError(
      `a scale of ${levels.length} levels; at most ${2 * MAX_SIDE + 1} can be distinguished`,
    );
  for (const { label, levels: own } of items)
    if (own.map(({ level }) => level).join("\n") !== levels.join("\n"))
      throw new RangeError(
        `${label}: found the levels ${own.map(({ level }) => level).join(", ")}, expected ${levels.join(", ")}`,
      );
  const fills = levels.map((_, index) => fillAt(index, levels.length));
  const percent = (value: number) => formatPercent(value, { language, decimals: 0 });
  const score = (value: number) =>
    `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.round(Math.abs(value) * 100), { language })}`;
  const bars: Bar[] = [];
  const rows = items.map((item, index) => ({
    ...item,
    row: `${clip(item.label, 34)}${"\u200b".repeat(index)}`,
    asked: item.levels[0]?.estimate.n ?? 0,
  }));
  for (const { row, levels: own, asked } of rows) {
    if (asked === 0) continue;
    const shares = own.map(({ estimate }) => estimate.estimate ?? 0);
    const half = (shares.length - 1) / 2;
    let from = -shares.reduce(
      (sum, share, index) => sum + (index < half ? share : index === half ? share / 2 : 0),
      0,
    );
    for (const [index, share] of shares.entries()) {
      const fill = fills[index] ?? MIDDLE;
      if (share > 0) bars.push({ row, from, to: from + share, fill, text: percent(share) });
      from += share;
    }
  }
  const netText = ({ net, asked }: (typeof rows)[number]) =>
    asked === 0 || net.estimate === null
      ? chartsIn(language).noEstimate["no-responses"]
      : `${score(net.estimate)}${net.low === null || net.high === null ? "" : ` (${messages.between(score(net.low), score(net.high))})`}`;
  const description = rows
    .map(
      (item) =>
        `${item.label}${messages.colon} ${item.asked === 0 ? chartsIn(language).noEstimate["no-responses"] : `${item.levels.map(({ level, estimate }) => `${level} ${percent(estimate.estimate ?? 0)}`).join(", ")}; ${chartsIn(language).netScore} ${netText(item)}; n = ${formatNumber(item.asked, { language })}`}.`,
    )
    .join(" ");
  const widest = Math.max(0.1, ...bars.flatMap(({ from, to }) => [-from, to]));
  const svg = drawPlot({ title: name, description }, fills, (prefix) => ({
    width: 720,
    height: 46 + 30 * Math.max(1, rows.length),
    marginLeft: 220,
    marginRight: 130,
    marginTop: 18,
    marginBottom: 26,
    x: { domain: [-widest, widest], label: null },
    y: { type: "band", domain: rows.map(({ row }) => row), label: null, padding: 0.25 },
    marks: [
      Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        tickFormat: (tick: number) => percent(Math.abs(tick)),
        label: null,
        color: QUIET,
      }),
      Plot.axisY({ tickSize: 0, label: null, color: FOREGROUND }),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: ({ fill }: Bar) => fillOf(prefix, fill),
        stroke: ({ fill }: Bar) => strokeOf(fill),
      }),
      Plot.ruleX([0], { stroke: FOREGROUND }),
      Plot.text(
        bars.filter(({ from, to }) => to - from >= 0.2 * widest),
        {
          x: ({ from, to }: Bar) => (from + to) / 2,
          y: "row",
          text: "text",
          fill: FOREGROUND,
          stroke: "#ffffff",
          strokeWidth: 4,
          fontWeight: 600,
        },
      ),
      Plot.text(rows, {
        x: () => widest,
        y: "row",
        text: netText,
        textAnchor: "start",
        dx: 10,
        fill: FOREGROUND,
      }),
      Plot.text([chartsIn(language).netScore], {
        frameAnchor: "top-right",
        textAnchor: "start",
        dx: 10,
        dy: -14,
        text: (text: string) => text,
        fill: QUIET,
      }),
    ],
  }));
  const entries = levels.map((level, index) => ({ fill: fills[index] ?? MIDDLE, label: level }));
  const prefix = nameOf(`key${name}${description}`);
  const cells = rows.flatMap((item) => [
    ...item.levels.map(({ level, estimate }) => ({
      label: `${item.label}${messages.colon} ${level}`,
      ...{ value: estimate.estimate, low: estimate.low, high: estimate.high, text: percent },
    })),
    {
      label: `${item.label}${messages.colon} ${chartsIn(language).netScore}`,
      ...{ value: item.net.estimate, low: item.net.low, high: item.net.high, text: score },
    },
  ]);
  return viewOf({
    title: name,
    text: `${name}\n${description}`,
    svg,
    picture: { language, subtitle: chartsIn(language).likertUnit, legend: entries },
    body: html`${fillDefs(fills, prefix)}${key(entries, prefix)}<details><summary>${messages.asTable}</summary>${table(
      {
        caption: name,
        id: `likert${name}`,
        language,
        rows: cells,
        columns: [
          { column: "item", heads: true, cell: ({ label }) => label },
          {
            column: "value",
            numeric: true,
            cell: ({ value, text }) => (value === null ? null : text(value)),
          },
          { column: "low", numeric: true, cell: ({ low, text }) => (low === null ? null : text(low)) },
          { column: "high", numeric: true, cell: ({ high, text }) => (high === null ? null : text(high)) },
        ],
      },
    )}</details>`,
  });
}
