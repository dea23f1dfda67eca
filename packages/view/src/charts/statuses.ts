import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import type { Portfolio, PortfolioDimension, StatusCount } from "@cadre/core/portfolio";
import { clip, html } from "../markup/index.ts";
import { chartsIn, counted, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { fillDefs, key } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import { FOREGROUND, fillOf, LINE, QUIET, STATUS_FILLS, STATUS_KEYS, strokeOf } from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** Options of a chart of statuses. */
export interface StatusOptions {
  /** Language of title, legend and table. */
  language: DisplayLanguage;
  /** One bar for each value of it. Default: one for each project. */
  by?: PortfolioDimension;
  /** The largest number of bars; the table lists all. Default: 40. */
  limit?: number;
}

const countOf = (statuses: Record<StatusCount, number>, status: (typeof STATUS_KEYS)[number]) =>
  statuses[status === "unknown" ? "none" : status];

/** How many indicators of each project, country, agency, focus area or year have each status. */
export function statusChart(portfolio: Portfolio, { language, by, limit = 40 }: StatusOptions): View {
  const messages = messagesIn(language);
  const { statuses: names, colon } = messages;
  const number = (value: number) => formatNumber(value, { language });
  const rows =
    by === undefined
      ? portfolio.projects.map(({ title, name, statuses }) => ({ label: title ?? name, statuses }))
      : portfolio.by[by].map(({ key: value, statuses }) => ({
          label: value === null ? messages.notReported : String(value),
          statuses,
        }));
  const totalOf = (statuses: Record<StatusCount, number>) =>
    STATUS_KEYS.reduce((sum, status) => sum + countOf(statuses, status), 0);
  const title = chartsIn(language).statusTitle;
  const used = STATUS_KEYS.filter((status) => rows.some(({ statuses }) => countOf(statuses, status) > 0));
  const said = (statuses: Record<StatusCount, number>) =>
    used
      .filter((status) => countOf(statuses, status) > 0)
      .map(
        (status) =>
          `${number(countOf(statuses, status))} ${counted(names[status], countOf(statuses, status), language)}`,
      )
      .join(", ");
  const drawn = rows.slice(0, limit);
  const description = drawn.map(({ label, statuses }) => `${label}${colon} ${said(statuses)}.`).join(" ");
  const bars = drawn.flatMap(({ statuses }, row) => {
    let from = 0;
    return used.flatMap((status) => {
      const count = countOf(statuses, status);
      const bar = { row, from, to: from + count, fill: STATUS_FILLS[status] };
      from += count;
      return count > 0 ? [bar] : [];
    });
  });
  const widest = Math.max(1, ...drawn.map(({ statuses }) => totalOf(statuses)));
  const svg = drawPlot(
    { title, description },
    used.map((status) => STATUS_FILLS[status]),
    (prefix) => ({
      width: 640,
      height: 30 + 34 * Math.max(1, drawn.length),
      marginLeft: 8,
      marginRight: 70,
      marginTop: 4,
      marginBottom: 24,
      x: { domain: [0, widest], label: null },
      y: { type: "band", domain: drawn.map((_, index) => index), label: null, padding: 0.1, axis: null },
      marks: [
        Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
        Plot.axisX({ ticks: Math.min(5, widest), tickFormat: number, label: null, color: QUIET }),
        Plot.rect(bars, {
          x1: "from",
          x2: "to",
          y: "row",
          insetTop: 15,
          insetBottom: 2,
          fill: ({ fill }: (typeof bars)[number]) => fillOf(prefix, fill),
          stroke: ({ fill }: (typeof bars)[number]) => strokeOf(fill),
        }),
        Plot.text(drawn, {
          x: 0,
          y: (_: unknown, index: number) => index,
          text: ({ label }: (typeof drawn)[number]) => clip(label, 80),
          textAnchor: "start",
          dx: 4,
          dy: -8,
          fill: FOREGROUND,
        }),
        Plot.text(drawn, {
          x: ({ statuses }: (typeof drawn)[number]) => totalOf(statuses),
          y: (_: unknown, index: number) => index,
          text: ({ statuses }: (typeof drawn)[number]) => number(totalOf(statuses)),
          textAnchor: "start",
          dx: 6,
          dy: 6,
          fill: FOREGROUND,
        }),
        Plot.ruleX([0], { stroke: FOREGROUND }),
      ],
    }),
  );
  const legend = used.map((status) => ({ fill: STATUS_FILLS[status], label: names[status] }));
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    picture: { language, subtitle: chartsIn(language).statusUnit, legend },
    body: html`${fillDefs(
      legend.map(({ fill }) => fill),
      "statuses",
    )}${key(legend, "statuses")}<details><summary>${messages.asTable}</summary>${table({
      caption: title,
      id: `statuses${by ?? ""}`,
      language,
      rows: rows.flatMap(({ label, statuses }) =>
        used.map((status) => ({ label, status, count: countOf(statuses, status) })),
      ),
      columns: [
        { column: "item", heads: true, cell: ({ label }) => label },
        { column: "status", cell: ({ status }) => names[status] },
        { column: "value", numeric: true, cell: ({ count }) => number(count) },
      ],
    })}</details>`,
  });
}
