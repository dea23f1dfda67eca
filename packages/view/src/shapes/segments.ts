import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { type Fill, fillOf, strokeOf } from "../theme/index.ts";

/** One part of a whole that is counted. */
export interface Segment {
  label: string;
  count: number;
  fill: Fill;
}

const HEIGHT = 14;

/** Counts as parts of one bar, in the order given, as wide as its place. What is zero has no part. The counts are beside it, in words. */
export function segments(parts: readonly Segment[], prefix: string, language: DisplayLanguage): Markup {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const label = parts
    .filter(({ count }) => count > 0)
    .map(({ label: name, count }) => `${formatNumber(count, { language })} ${name}`)
    .join(", ");
  return html`<span class="cadre-segments" role="img" aria-label="${label}">${parts.map(
    ({ count, fill }) =>
      count > 0 &&
      // Each part is a picture of its own, so that its pattern is not stretched with the bar.
      html`<svg style="flex:${count} 1 0" height="${HEIGHT}" width="${at((count / total) * 100)}%" aria-hidden="true"><rect x="0" y="0" width="100%" height="${HEIGHT}" fill="${fillOf(prefix, fill)}" stroke="${strokeOf(fill)}" stroke-width="2"/></svg>`,
  )}</span>`;
}
