import { type Bounds, formatNumber } from "@cadre/core";
import type { ConfinedBounds } from "@cadre/core/bounds";
import type { DisplayLanguage } from "@cadre/core/locale";
import { clip, html, type Part } from "../markup/index.ts";
import { chartsIn, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { reasonCell } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import { ACCENT, FOREGROUND, LINE, QUIET } from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** A value that was reported, or the bounds on it; both `null` where nothing is known. */
export interface BoundedValue {
  /** Of what it is: a group, a place, a period. */
  label: string;
  /** In the chart's unit; `null` where it was not reported. */
  value: number | null;
  /** What it lies between; `sharp`: every value between is possible. */
  bounds: (Bounds & Partial<Pick<ConfinedBounds, "sharp">>) | null;
}

/** A value or its bounds in words: `120`, `0 to 500`, `at least 30`. */
export function boundedText(
  { value, bounds }: Omit<BoundedValue, "label">,
  language: DisplayLanguage,
): string {
  const messages = messagesIn(language);
  const number = (each: number) => formatNumber(each, { language });
  if (value !== null) return number(value);
  if (bounds === null) return messages.notReported;
  if (bounds.high === null) return messages.atLeast(number(bounds.low));
  return bounds.low === bounds.high
    ? number(bounds.low)
    : messages.between(number(bounds.low), number(bounds.high));
}

/** Reported values as dots, bounds as ranges; one without an upper end runs out of the picture in an arrow. */
export function boundsChart(
  items: readonly BoundedValue[],
  { language, name, unit }: { language: DisplayLanguage; name?: string; unit?: string },
): View {
  const messages = messagesIn(language);
  const title = name ?? chartsIn(language).boundsTitle;
  const rows = items.map((item, index) => ({
    ...item,
    row: `${clip(item.label, 34)}${"\u200b".repeat(index)}`,
  }));
  const description = `${chartsIn(language).boundsText} ${items.map((item) => `${item.label}${messages.colon} ${boundedText(item, language)}`).join("; ")}.`;
  const widest = Math.max(
    1,
    ...items.flatMap(({ value, bounds }) => [value ?? 0, bounds?.low ?? 0, bounds?.high ?? 0]),
  );
  const ranges = rows.flatMap(({ row, value, bounds }) =>
    value !== null || bounds === null
      ? []
      : [{ row, low: bounds.low, high: bounds.high ?? widest * 1.1, open: bounds.high === null }],
  );
  const dots = rows.flatMap(({ row, value }) => (value === null ? [] : [{ row, value }]));
  const svg = drawPlot({ title, description }, [], () => ({
    width: 640,
    height: 40 + 26 * Math.max(1, rows.length),
    marginLeft: 220,
    marginRight: 140,
    marginTop: 6,
    marginBottom: 26,
    x: { domain: [0, widest], label: null },
    y: { type: "band", domain: rows.map(({ row }) => row), label: null, padding: 0.2 },
    marks: [
      Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        tickFormat: (value: number) => formatNumber(value, { language }),
        label: null,
        color: QUIET,
      }),
      Plot.axisY({ tickSize: 0, label: null, color: FOREGROUND }),
      Plot.ruleX([0], { stroke: QUIET }),
      Plot.link(ranges, {
        x1: "low",
        x2: "high",
        y: "row",
        stroke: ACCENT,
        strokeWidth: 7,
        strokeOpacity: 0.35,
      }),
      Plot.tickX(ranges, {
        x: "low",
        y: "row",
        stroke: ACCENT,
        strokeWidth: 2.5,
        insetTop: 6,
        insetBottom: 6,
      }),
      Plot.tickX(
        ranges.filter(({ open }) => !open),
        { x: "high", y: "row", stroke: ACCENT, strokeWidth: 2.5, insetTop: 6, insetBottom: 6 },
      ),
      Plot.text(
        ranges.filter(({ open }) => open),
        { x: "high", y: "row", text: () => "▶", fill: ACCENT, dx: 2 },
      ),
      Plot.dot(dots, { x: "value", y: "row", fill: FOREGROUND, r: 4.5 }),
      Plot.text(rows, {
        x: ({ value, bounds }: BoundedValue) =>
          Math.min(widest * 1.1, value ?? bounds?.high ?? (bounds === null ? 0 : widest * 1.1)),
        y: "row",
        text: (item: BoundedValue) => boundedText(item, language),
        textAnchor: "start",
        dx: 12,
        fill: FOREGROUND,
      }),
    ],
  }));
  const number = (value: number | null | undefined): Part =>
    value === null || value === undefined ? null : formatNumber(value, { language });
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    picture: {
      language,
      subtitle: unit,
      legend: [
        ...(dots.length > 0
          ? [
              {
                label: chartsIn(language).valueSign,
                sign: html`<circle cx="12" cy="8" r="4.5" fill="${FOREGROUND}"/>`,
              },
            ]
          : []),
        ...(ranges.length > 0
          ? [
              {
                label: chartsIn(language).rangeSign,
                sign: html`<path d="M1,8H23" stroke="${ACCENT}" stroke-width="7" stroke-opacity="0.35"/><path d="M1,3V13M23,3V13" stroke="${ACCENT}" stroke-width="2.5"/>`,
              },
            ]
          : []),
      ],
    },
    body: html`<p>${chartsIn(language).boundsText}</p><details><summary>${messages.asTable}</summary>${table({
      caption: title,
      id: `bounds${title}`,
      language,
      rows: items,
      columns: [
        { column: "item", heads: true, cell: ({ label }) => label },
        {
          column: "value",
          numeric: true,
          cell: ({ value, bounds }) =>
            number(value) ??
            reasonCell(
              bounds === null
                ? messages.notReported
                : bounds.sharp === false
                  ? messages.notSharp
                  : messages.sharp,
            ),
        },
        { column: "low", numeric: true, cell: ({ value, bounds }) => number(value ?? bounds?.low) },
        { column: "high", numeric: true, cell: ({ value, bounds }) => number(value ?? bounds?.high) },
      ],
    })}</details>`,
  });
}
