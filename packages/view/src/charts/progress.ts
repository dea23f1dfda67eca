import { formatDate, formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Part } from "../markup/index.ts";
import { chartsIn, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import {
  drawProgress,
  type ProgressData,
  progressKey,
  progressSigns,
  progressText,
  reasonCell,
  valueCell,
} from "../shapes/index.ts";
import { table } from "../tables/index.ts";

/**
 * Progress against time: planned (a line from the baseline at the start to the target at the end), actual (the reported points) and, where
 * a projection is given, the foreseen value with its interval. What is no number is not drawn; the table below says what it is.
 */
export function progressChart(data: ProgressData, options: { language: DisplayLanguage }): View {
  const { language } = options;
  const { charts } = messagesIn(language);
  const { start, end, points, forecast, milestones = [] } = data;
  const description = progressText(data, language);
  const rows: { what: string; date: string; value: Part; low: Part; high: Part }[] = [
    {
      what: chartsIn(language).baseline,
      date: start,
      value: valueCell(data.baseline, language),
      low: null,
      high: null,
    },
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
      value: formatNumber(value, { language }),
      low: null,
      high: null,
    })),
    { what: charts.target, date: end, value: valueCell(data.target, language), low: null, high: null },
    ...(forecast === undefined
      ? []
      : [
          forecast.reason === null
            ? {
                what: charts.projected,
                date: end,
                value: formatNumber(forecast.value, { language, decimals: 1 }),
                low: formatNumber(forecast.low, { language, decimals: 1 }),
                high: formatNumber(forecast.high, { language, decimals: 1 }),
              }
            : {
                what: charts.projected,
                date: end,
                value: reasonCell(messagesIn(language).forecastReasons[forecast.reason]),
                low: null,
                high: null,
              },
        ]),
  ];
  const title = charts.progressTitle(data.name);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg: drawProgress(data, language),
    picture: {
      language,
      subtitle: [
        data.unit,
        chartsIn(language).span(formatDate(start, { language }), formatDate(end, { language })),
      ]
        .filter((part) => part != null && part !== "")
        .join(", "),
      legend: progressSigns(data, language),
      date: data.asOf,
    },
    body: html`${progressKey(data, language)}<p>${description}</p><details><summary>${messagesIn(language).asTable}</summary>${table(
      {
        caption: title,
        id: `progress${title}`,
        language,
        rows,
        columns: [
          { column: "item", heads: true, cell: ({ what }) => what },
          { column: "date", cell: ({ date }) => formatDate(date, { language }) },
          { column: "value", numeric: true, cell: ({ value }) => value },
          { column: "low", numeric: true, cell: ({ low }) => low },
          { column: "high", numeric: true, cell: ({ high }) => high },
        ],
      },
    )}</details>`,
  });
}
