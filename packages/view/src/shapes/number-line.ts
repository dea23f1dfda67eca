import { formatNumber, numberOf, type Value, type ValueColumn } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import { ACCENT, BACKGROUND, FOREGROUND, LINE, QUIET } from "../theme/index.ts";

const [WIDTH, EDGE] = [420, 14];
const SHAPES: Record<ValueColumn, (x: number) => Markup> = {
  baseline: (x) =>
    html`<circle cx="${at(x)}" cy="26" r="5" fill="${BACKGROUND}" stroke="${FOREGROUND}" stroke-width="1.5"/>`,
  milestone: (x) =>
    html`<path d="M${at(x)},19l6,7l-6,7l-6,-7Z" fill="${BACKGROUND}" stroke="${FOREGROUND}" stroke-width="1.5"/>`,
  target: (x) => html`<path d="M${at(x)},14V38" stroke="${FOREGROUND}" stroke-width="3"/>`,
  actual: (x) => html`<circle cx="${at(x)}" cy="26" r="5.5" fill="${ACCENT}" stroke="${BACKGROUND}"/>`,
};

/** Baseline, milestone, actual and target on one line of numbers. Only numbers are on it; `null` where there are fewer than two. */
export function numberLine(
  items: Readonly<Record<ValueColumn, Value>>,
  language: DisplayLanguage,
): Markup | null {
  const { columns } = messagesIn(language);
  const known = (["target", "baseline", "milestone", "actual"] as const).flatMap((column) => {
    const value = items[column];
    const number = numberOf(value);
    return value.kind === "number" && number !== null ? [{ column, value: number, unit: value.unit }] : [];
  });
  // Percentages and plain numbers have no line in common.
  const units = new Set(known.filter(({ value }) => value !== 0).map(({ unit }) => unit === "%"));
  if (known.length < 2 || units.size > 1) return null;
  const values = [0, ...known.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return null;
  const x = (value: number) => EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE);
  const text = known
    .map(({ column, value }) => `${columns[column].name} ${formatNumber(value, { language })}`)
    .join(", ");
  return html`<svg class="cadre-line" role="img" aria-label="${text}" width="${WIDTH}" height="54" viewBox="0 0 ${WIDTH} 54"><path d="M${EDGE},26H${WIDTH - EDGE}" stroke="${LINE}" stroke-width="4"/>${known.map(
    ({ column, value }) => SHAPES[column](x(value)),
  )}${[low, high].map(
    (value) =>
      html`<text x="${at(x(value))}" y="50" font-size="11" fill="${QUIET}" text-anchor="${value === low ? "start" : "end"}">${formatNumber(value, { language })}</text>`,
  )}</svg>`;
}

/** What the signs of {@link numberLine} mean. */
export function numberLineKey(language: DisplayLanguage): Markup {
  const { columns } = messagesIn(language);
  return html`<span class="cadre-key" aria-hidden="true">${(
    ["baseline", "milestone", "actual", "target"] as const
  ).map(
    (column) =>
      html`<span><svg width="16" height="16" viewBox="0 14 16 24">${SHAPES[column](8)}</svg> ${columns[column].name}</span> `,
  )}</span>`;
}
