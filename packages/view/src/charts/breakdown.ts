import {
  type Breakdown,
  formatNumber,
  formatPercent,
  type Language,
  sumDecimals,
  UNKNOWN,
} from "@cadre/core";
import type { CellResult } from "@cadre/core/aggregate";
import { clip, html, nameOf, type Part } from "../markup/index.ts";
import { labelOf, MESSAGES } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { fillDefs, key, reasonCell } from "../shapes/index.ts";
import { table } from "../tables/index.ts";
import {
  ACCENT,
  categoryFill,
  type Fill,
  FOREGROUND,
  fillOf,
  LINE,
  QUIET,
  strokeOf,
  UNKNOWN_INK,
} from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** One group of a breakdown. `null`: not reported, which is not zero. */
export interface BreakdownPart {
  label: string;
  value: number | null;
  /** What it lies between, where it was not reported. */
  bounds?: { low: number; high: number | null } | null;
  /** Why there is no value, in words. */
  reason?: string | null;
}

/** A value and its groups. The parts of a `partition` exclude one another and are stacked; groups that may overlap are separate. */
export interface BreakdownValue {
  label: string;
  /** `null` where no total was reported. Parts never replace it. */
  total: number | null;
  partition: boolean;
  parts: readonly BreakdownPart[];
}

/** A breakdown as a report's cell gives it. */
export function breakdownValue(label: string, total: number | null, breakdown: Breakdown): BreakdownValue {
  return { label, total, partition: breakdown.partition, parts: breakdown.parts };
}

/** Computed cells on one axis, as `indicatorResults` of `@cadre/core/aggregate` gives them. */
export function breakdownOfCells(
  label: string,
  total: number | null,
  cells: readonly Pick<CellResult, "at" | "value" | "reason" | "bounds">[],
  axis: string,
  options: { partition: boolean; language: Language },
): BreakdownValue {
  const { resultReasons } = MESSAGES[options.language];
  return {
    label,
    total,
    partition: options.partition,
    parts: cells.map(({ at, value, bounds, reason }) => ({
      label: at[axis] ?? UNKNOWN,
      value,
      bounds,
      reason: reason === null ? null : resultReasons[reason],
    })),
  };
}

interface Bar {
  row: string;
  from: number;
  to: number;
  fill: Fill;
}

const isUnknown = (label: string) => label === UNKNOWN;

/**
 * Values by group. Parts of a partition are stacked in one bar; the part without a recorded category is hollow, and what the parts
 * leave of the total is only framed. Groups that may overlap are one below the other and are never stacked. A group that was not
 * reported has no bar.
 */
export function breakdownChart(
  items: readonly BreakdownValue[],
  { language, name, axis, unit }: { language: Language; name: string; axis: string; unit?: string },
): View {
  const messages = MESSAGES[language];
  const title = messages.charts.breakdownTitle(name, labelOf(messages.axes, axis));
  const memberLabel = (label: string) => labelOf(messages.members, label);
  const labels = [...new Set(items.flatMap(({ parts }) => parts.map(({ label }) => label)))];
  const known = labels.filter((label) => !isUnknown(label));
  const fillByLabel = (label: string) =>
    isUnknown(label) ? UNKNOWN_INK : categoryFill(known.indexOf(label));
  const bars: Bar[] = [];
  const frames: { row: string; from: number; to: number }[] = [];
  const notes: { row: string; x: number; text: string }[] = [];
  const ranges: { row: string; from: number; to: number; open: boolean }[] = [];
  const boundsText = ({ low, high }: { low: number; high: number | null }) =>
    high === null ? messages.atLeast(number(low)) : messages.between(number(low), number(high));
  const rows: string[] = [];
  const number = (value: number) => formatNumber(value, language);
  for (const [index, { label, total, partition, parts }] of items.entries()) {
    const row = (text: string) => {
      // Rows of one name stay apart by a mark that is not seen.
      const named = `${clip(text, 34)}${"\u200b".repeat(index)}`;
      if (!rows.includes(named)) rows.push(named);
      return named;
    };
    if (partition) {
      const at = row(label);
      let from = 0;
      // What is unknown comes last, where it cannot be taken for one of the others.
      for (const part of [...parts].sort((a, b) => Number(isUnknown(a.label)) - Number(isUnknown(b.label)))) {
        if (part.value === null || part.value <= 0) continue;
        bars.push({ row: at, from, to: from + part.value, fill: fillByLabel(part.label) });
        from += part.value;
      }
      if (total !== null && total > from) frames.push({ row: at, from, to: total });
      notes.push({
        row: at,
        x: Math.max(from, total ?? 0),
        text: total === null ? messages.notReported : number(total),
      });
    } else {
      if (total !== null) {
        frames.push({ row: row(label), from: 0, to: total });
        notes.push({ row: row(label), x: total, text: number(total) });
      }
      for (const part of parts) {
        const at = row(`· ${memberLabel(part.label)}`);
        if (part.value !== null)
          bars.push({ row: at, from: 0, to: part.value, fill: fillByLabel(part.label) });
        const bounds = part.value === null ? (part.bounds ?? null) : null;
        const end = bounds === null ? (part.value ?? 0) : (bounds.high ?? Math.max(total ?? 0, bounds.low));
        if (bounds !== null) ranges.push({ row: at, from: bounds.low, to: end, open: bounds.high === null });
        notes.push({
          row: at,
          x: end,
          text:
            part.value !== null
              ? number(part.value)
              : bounds !== null
                ? boundsText(bounds)
                : (part.reason ?? messages.notReported),
        });
      }
    }
  }
  const sentences = items.map(({ label, total, partition, parts }) => {
    const reported = parts.map(
      (part) =>
        `${memberLabel(part.label)} ${part.value === null ? messages.notReported : number(part.value)}`,
    );
    const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
    const sum = sumDecimals(values);
    const wrong = partition && total !== null && values.length === parts.length && sum !== total;
    return `${label}${messages.colon} ${total === null ? messages.notReported : number(total)}; ${reported.join(", ")}${
      wrong
        ? ` (${messages.inconsistent(number(sum), number(total))})`
        : partition
          ? ""
          : ` (${messages.overlapping})`
    }.`;
  });
  const description = sentences.join(" ");
  const widest = Math.max(0, ...[...bars, ...frames, ...ranges].map(({ to }) => to));
  const fills = [...known.map(fillByLabel), UNKNOWN_INK];
  const svg = drawPlot({ title, description }, fills, (prefix) => ({
    width: 640,
    height: 40 + 26 * Math.max(1, rows.length),
    marginLeft: 220,
    marginRight: 110,
    marginTop: 6,
    marginBottom: 26,
    x: { domain: [0, widest || 1], label: null },
    y: { type: "band", domain: rows, label: null, padding: 0.25 },
    marks: [
      Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({ ticks: 5, tickFormat: number, label: null, color: QUIET }),
      Plot.axisY({ tickSize: 0, label: null, color: FOREGROUND }),
      Plot.rect(frames, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: "none",
        stroke: QUIET,
        strokeDasharray: "3 2",
      }),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y: "row",
        fill: ({ fill }: Bar) => fillOf(prefix, fill),
        stroke: ({ fill }: Bar) => strokeOf(fill),
      }),
      Plot.link(ranges, {
        x1: "from",
        x2: "to",
        y: "row",
        stroke: ACCENT,
        strokeWidth: 7,
        strokeOpacity: 0.35,
      }),
      Plot.tickX(ranges, {
        x: "from",
        y: "row",
        stroke: ACCENT,
        strokeWidth: 2.5,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.tickX(
        ranges.filter(({ open }) => !open),
        { x: "to", y: "row", stroke: ACCENT, strokeWidth: 2.5, insetTop: 4, insetBottom: 4 },
      ),
      Plot.text(notes, { x: "x", y: "row", text: "text", textAnchor: "start", dx: 6, fill: FOREGROUND }),
      Plot.ruleX([0], { stroke: FOREGROUND }),
    ],
  }));
  const cells: { group: string; value: Part; share: Part }[] = items.flatMap(
    ({ label, total, partition, parts }) => [
      { group: label, value: total === null ? reasonCell(messages.notReported) : number(total), share: null },
      ...parts.map((part) => ({
        group: `${label}${messages.colon} ${memberLabel(part.label)}`,
        value:
          part.value !== null
            ? number(part.value)
            : part.bounds
              ? reasonCell(boundsText(part.bounds))
              : reasonCell(part.reason ?? messages.notReported),
        share:
          part.value === null || total === null || total === 0 || (partition && part.value > total)
            ? null
            : formatPercent(part.value / total, language, 1),
      })),
    ],
  );
  const prefix = nameOf(`key${title}${description}`);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    picture: {
      language,
      subtitle: unit,
      legend: [
        ...labels.map((label) => ({ fill: fillByLabel(label), label: memberLabel(label) })),
        ...(ranges.length > 0
          ? [
              {
                label: messages.charts.rangeSign,
                sign: html`<path d="M1,8H23" stroke="${ACCENT}" stroke-width="7" stroke-opacity="0.35"/><path d="M1,3V13M23,3V13" stroke="${ACCENT}" stroke-width="2.5"/>`,
              },
            ]
          : []),
        ...(frames.length > 0
          ? [
              {
                label: messages.charts.leftSign,
                sign: html`<rect x="2" y="2" width="20" height="12" fill="none" stroke="${QUIET}" stroke-dasharray="3 2"/>`,
              },
            ]
          : []),
      ],
    },
    body: html`${fillDefs(fills, prefix)}${key(
      labels.map((label) => ({ fill: fillByLabel(label), label: memberLabel(label) })),
      prefix,
    )}<details><summary>${messages.asTable}</summary>${table({
      caption: title,
      id: `breakdown${title}`,
      language,
      rows: cells,
      columns: [
        { column: "group", heads: true, cell: ({ group }) => group },
        { column: "value", numeric: true, cell: ({ value }) => value },
        { column: "share", numeric: true, cell: ({ share }) => share },
      ],
    })}</details>`,
  });
}
