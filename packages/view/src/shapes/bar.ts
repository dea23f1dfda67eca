import { formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import { ACCENT, type Fill, FOREGROUND, fillOf, LINE, QUIET, strokeOf } from "../theme/index.ts";

const [WIDTH, HEIGHT, TARGET] = [116, 14, 88];

/**
 * A bar from nothing to a fraction of the target, whose place is marked. More than the track holds ends in an arrow, less than nothing in
 * one to the left; zero is a line, and never no bar at all. Its label says what it is a share of. Default: the target.
 */
export function targetBar(
  fraction: number,
  fill: Fill,
  prefix: string,
  language: DisplayLanguage,
  label = messagesIn(language).charts.bar(formatPercent(fraction, { language, decimals: 0 })),
): Markup {
  const full = WIDTH - 8;
  const length = Math.min(full, Math.max(0, fraction) * TARGET);
  return html`<svg class="cadre-bar" role="img" aria-label="${label}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect x="1" y="4" width="${TARGET}" height="6" fill="none" stroke="${LINE}"/>${
    length > 0 &&
    html`<rect x="1" y="3" width="${at(length)}" height="8" fill="${fillOf(prefix, fill)}" stroke="${strokeOf(fill)}"/>`
  }<path d="M1,1V13" stroke="${FOREGROUND}" stroke-width="1.5"/><path d="M${TARGET + 1},1V13" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="2 1.5"/>${
    fraction * TARGET > full &&
    html`<path d="M${full + 2},2L${WIDTH},7L${full + 2},12Z" fill="${fill.fill}"/>`
  }${fraction < 0 && html`<path d="M8,3L2,7L8,11Z" fill="${fill.fill}"/>`}</svg>`;
}

/** A range of fractions of the target, of which only the ends are known: light between two edges; without an upper end, an arrow. */
export function rangeBar(low: number, high: number | null, label: string): Markup {
  const full = WIDTH - 8;
  const x = (fraction: number) => 1 + Math.min(full, Math.max(0, fraction) * TARGET);
  const [from, to] = [x(low), high === null ? full : x(high)];
  return html`<svg class="cadre-bar" role="img" aria-label="${label}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect x="1" y="4" width="${TARGET}" height="6" fill="none" stroke="${LINE}"/><rect x="${at(from)}" y="4.5" width="${at(Math.max(0, to - from))}" height="5" fill="${ACCENT}" fill-opacity="0.35"/><path d="M${at(from)},2V12${high === null ? "" : `M${at(to)},2V12`}" stroke="${ACCENT}" stroke-width="2"/>${high === null && html`<path d="M${full},2L${WIDTH - 2},7L${full},12Z" fill="${ACCENT}"/>`}<path d="M1,1V13" stroke="${FOREGROUND}" stroke-width="1.5"/><path d="M${TARGET + 1},1V13" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="2 1.5"/></svg>`;
}
