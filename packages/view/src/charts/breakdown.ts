import type { Bounds } from "@cadre/core";
import { type Breakdown, formatNumber, formatPercent, sumDecimals, UNKNOWN } from "@cadre/core";
import type { CellResult } from "@cadre/core/aggregate";
import type { DisplayLanguage } from "@cadre/core/locale";
import { clip, html, nameOf, type Part } from "../markup/index.ts";
import { chartsIn, labelOf, messagesIn } from "../messages/index.ts";
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
  STATUS_FILLS,
  type StatusKey,
  strokeOf,
  UNKNOWN_INK,
} from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** One group of a breakdown. `null`: not reported, which is not zero. */
export interface BreakdownPart {
  /** Name of the group: `women`. */
  label: string;
  /** In the unit of the whole. */
  value: number | null;
  /** What it lies between, where it was not reported. */
  bounds?: Bounds | null;
  /** Why there is no value, in words. */
  reason?: string | null;
}

/** A value and its groups. The parts of a `partition` exclude one another and are stacked; groups that may overlap are separate. */
export interface BreakdownValue {
  /** Of what it is: `Target`, `2020`. */
  label: string;
  /** `null` where no total was reported. Parts never replace it. */
  total: number | null;
  /** Whether the parts exclude one another and add up to the whole. */
  partition: boolean;
  /** In the order in which they are drawn. */
  parts: readonly BreakdownPart[];
}

/** A breakdown as a report's cell gives it. */
export function breakdownValue(
  breakdown: Breakdown,
  { label, total }: { label: string; total: number | null },
): BreakdownValue {
  return { label, total, partition: breakdown.partition, parts: breakdown.parts };
}

/** Computed cells on one axis, as `indicatorResults` of `@cadre/core/aggregate` gives them. */
export function breakdownOfCells(
  cells: readonly Pick<CellResult, "at" | "value" | "reason" | "bounds">[],
  options: {
    label: string;
    total: number | null;
    axis: string;
    partition: boolean;
    language: DisplayLanguage;
  },
): BreakdownValue {
  const { label, total, axis } = options;
  const { resultReasons } = messagesIn(options.language);
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

/** What the chart draws, in the units of the values. */
interface Shapes {
  /** Names of the rows, from top to bottom. */
  rows: string[];
  bars: Bar[];
  /** Totals, framed. */
  frames: { row: string; from: number; to: number }[];
  /** Intervals of values that were not reported; `open` has no upper end. */
  ranges: { row: string; from: number; to: number; open: boolean }[];
  /** Text to the right of a row. */
  notes: { row: string; x: number; text: string }[];
}

const isUnknown = (label: string) => label === UNKNOWN;

/** Texts of a breakdown in one language, and the fill of each group. */
function textsOf(items: readonly BreakdownValue[], language: DisplayLanguage) {
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const bounds = ({ low, high }: { low: number; high: number | null }) =>
    high === null ? messages.atLeast(number(low)) : messages.between(number(low), number(high));
  const total = (value: number | null) => (value === null ? messages.notReported : number(value));
  const labels = [...new Set(items.flatMap(({ parts }) => parts.map(({ label }) => label)))];
  const known = labels.filter((label) => !isUnknown(label));
  // Statuses have their own names and colours, in every picture the same.
  const ofStatus = known.length > 0 && known.every((label) => Object.hasOwn(STATUS_FILLS, label));
  const member = (label: string) => labelOf(ofStatus ? messages.statuses : messages.members, label);
  const fill = (label: string) =>
    isUnknown(label)
      ? UNKNOWN_INK
      : ofStatus
        ? STATUS_FILLS[label as StatusKey]
        : categoryFill(known.indexOf(label));
  const fills = [...known.map(fill), UNKNOWN_INK];
  const legend = labels.map((label) => ({ fill: fill(label), label: member(label) }));
  return { language, messages, number, member, bounds, total, fill, fills, legend };
}

type Texts = ReturnType<typeof textsOf>;

function shapesOf(items: readonly BreakdownValue[], texts: Texts): Shapes {
  const shapes: Shapes = { rows: [], bars: [], frames: [], ranges: [], notes: [] };
  for (const [index, item] of items.entries()) {
    const row = (text: string) => {
      // Rows of one name stay apart by a mark that is not seen.
      const name = `${clip(text, 34)}${"\u200b".repeat(index)}`;
      if (!shapes.rows.includes(name)) shapes.rows.push(name);
      return name;
    };
    if (item.partition) stack(shapes, item, row, texts);
    else list(shapes, item, row, texts);
  }
  return shapes;
}

/** The parts of a partition, in one bar. */
function stack(shapes: Shapes, item: BreakdownValue, rowOf: (text: string) => string, texts: Texts): void {
  const { label, total, parts } = item;
  const row = rowOf(label);
  let from = 0;
  // What is unknown comes last, where it cannot be taken for one of the others.
  for (const part of [...parts].sort((a, b) => Number(isUnknown(a.label)) - Number(isUnknown(b.label)))) {
    if (part.value === null || part.value <= 0) continue;
    shapes.bars.push({ row, from, to: from + part.value, fill: texts.fill(part.label) });
    from += part.value;
  }
  if (total !== null && total > from) shapes.frames.push({ row, from, to: total });
  shapes.notes.push({ row, x: Math.max(from, total ?? 0), text: texts.total(total) });
}

/** Groups that may overlap, one below the other. */
function list(shapes: Shapes, item: BreakdownValue, rowOf: (text: string) => string, texts: Texts): void {
  const { label, total, parts } = item;
  if (total !== null) {
    shapes.frames.push({ row: rowOf(label), from: 0, to: total });
    shapes.notes.push({ row: rowOf(label), x: total, text: texts.number(total) });
  }
  for (const part of parts) {
    const row = rowOf(`· ${texts.member(part.label)}`);
    const { value, bounds = null } = part;
    const text = valueText(part, texts);
    if (value !== null) {
      shapes.bars.push({ row, from: 0, to: value, fill: texts.fill(part.label) });
      shapes.notes.push({ row, x: value, text });
    } else if (bounds !== null) {
      const end = bounds.high ?? Math.max(total ?? 0, bounds.low);
      shapes.ranges.push({ row, from: bounds.low, to: end, open: bounds.high === null });
      shapes.notes.push({ row, x: end, text });
    } else shapes.notes.push({ row, x: 0, text });
  }
}

/** A part's value, or its bounds, or why there is neither. */
function valueText(
  { value, bounds, reason }: BreakdownPart,
  { number, bounds: textOf, messages }: Texts,
): string {
  if (value !== null) return number(value);
  return bounds ? textOf(bounds) : (reason ?? messages.notReported);
}

/** A value with its groups as a sentence. */
function sentenceOf({ label, total, partition, parts }: BreakdownValue, texts: Texts): string {
  const { messages, number, member } = texts;
  const groups = parts.map((part) => `${member(part.label)} ${texts.total(part.value)}`).join(", ");
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = sumDecimals(values);
  const wrong = partition && total !== null && values.length === parts.length && sum !== total;
  const remark = wrong
    ? ` (${messages.inconsistent(number(sum), number(total))})`
    : partition
      ? ""
      : ` (${messages.overlapping})`;
  return `${label}${messages.colon} ${texts.total(total)}; ${groups}${remark}.`;
}

function draw(shapes: Shapes, { title, description }: { title: string; description: string }, texts: Texts) {
  const { rows, bars, frames, ranges, notes } = shapes;
  const widest = Math.max(0, ...[...bars, ...frames, ...ranges].map(({ to }) => to));
  const end = { y: "row", stroke: ACCENT, strokeWidth: 2.5, insetTop: 4, insetBottom: 4 } as const;
  return drawPlot({ title, description }, texts.fills, (prefix) => ({
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
      Plot.axisX({ ticks: 5, tickFormat: texts.number, label: null, color: QUIET }),
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
      Plot.tickX(ranges, { x: "from", ...end }),
      Plot.tickX(
        ranges.filter(({ open }) => !open),
        { x: "to", ...end },
      ),
      Plot.text(notes, { x: "x", y: "row", text: "text", textAnchor: "start", dx: 6, fill: FOREGROUND }),
      Plot.ruleX([0], { stroke: FOREGROUND }),
    ],
  }));
}

/** The chart's values as a table. */
function tableOf(items: readonly BreakdownValue[], title: string, texts: Texts) {
  const { language, messages, number, member } = texts;
  const rows: { group: string; value: Part; share: Part }[] = items.flatMap(
    ({ label, total, partition, parts }) => [
      { group: label, value: total === null ? reasonCell(messages.notReported) : number(total), share: null },
      ...parts.map((part) => ({
        group: `${label}${messages.colon} ${member(part.label)}`,
        value: part.value === null ? reasonCell(valueText(part, texts)) : number(part.value),
        share:
          part.value === null || total === null || total === 0 || (partition && part.value > total)
            ? null
            : formatPercent(part.value / total, { language, decimals: 1, least: 1 }),
      })),
    ],
  );
  return table({
    caption: title,
    id: `breakdown${title}`,
    language,
    rows,
    columns: [
      { column: "group", heads: true, cell: ({ group }) => group },
      { column: "value", numeric: true, cell: ({ value }) => value },
      { column: "share", numeric: true, cell: ({ share }) => share },
    ],
  });
}

const RANGE_SIGN = html`<path d="M1,8H23" stroke="${ACCENT}" stroke-width="7" stroke-opacity="0.35"/><path d="M1,3V13M23,3V13" stroke="${ACCENT}" stroke-width="2.5"/>`;
const FRAME_SIGN = html`<rect x="2" y="2" width="20" height="12" fill="none" stroke="${QUIET}" stroke-dasharray="3 2"/>`;

/**
 * Values by group. Parts of a partition are stacked in one bar; the part without a recorded category is hollow, and what the parts
 * leave of the total is only framed. Groups that may overlap are one below the other and are never stacked. A group that was not
 * reported has no bar.
 */
export function breakdownChart(
  items: readonly BreakdownValue[],
  { language, name, axis, unit }: { language: DisplayLanguage; name: string; axis: string; unit?: string },
): View {
  const texts = textsOf(items, language);
  const { messages, fills, legend } = texts;
  const shapes = shapesOf(items, texts);
  const title = chartsIn(language).breakdownTitle(name, labelOf(messages.axes, axis));
  const description = items.map((item) => sentenceOf(item, texts)).join(" ");
  const prefix = nameOf(`key${title}${description}`);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg: draw(shapes, { title, description }, texts),
    picture: {
      language,
      subtitle: unit,
      legend: [
        ...legend,
        ...(shapes.ranges.length > 0 ? [{ label: chartsIn(language).rangeSign, sign: RANGE_SIGN }] : []),
        ...(shapes.frames.length > 0 ? [{ label: chartsIn(language).leftSign, sign: FRAME_SIGN }] : []),
      ],
    },
    body: html`${fillDefs(fills, prefix)}${key(legend, prefix)}<details><summary>${messages.asTable}</summary>${tableOf(items, title, texts)}</details>`,
  });
}
