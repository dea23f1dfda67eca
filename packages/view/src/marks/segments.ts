import { formatNumber, type Language } from "@cadre/core";
import { fillOf, INK, type Ink, PAPER, strokeOf } from "../look/index.ts";
import { at, html, type Markup } from "../markup/index.ts";

/** One part of a whole that is counted. */
export interface Segment {
  label: string;
  count: number;
  ink: Ink;
}

const HEIGHT = 16;

/** Counts as parts of one bar, in the order given. What is zero has no part. Numbers stand where there is room for them. */
export function segments(
  parts: readonly Segment[],
  width: number,
  prefix: string,
  language: Language,
): Markup {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const label = parts
    .filter(({ count }) => count > 0)
    .map(({ label: name, count }) => `${formatNumber(count, language)} ${name}`)
    .join(", ");
  let left = 0;
  const shapes = parts.map(({ count, ink }) => {
    if (count === 0) return null;
    const [x, length] = [left, (count / total) * width];
    left += length;
    return html`<rect x="${at(x + 0.5)}" y="0.5" width="${at(Math.max(1, length - 1))}" height="${HEIGHT - 1}" fill="${fillOf(prefix, ink)}" stroke="${strokeOf(ink)}"/>${
      length > 14 &&
      ink.pattern === "none" &&
      html`<text x="${at(x + length / 2)}" y="12" font-size="11" text-anchor="middle" fill="${PAPER}">${formatNumber(count, language)}</text>`
    }${
      length > 18 &&
      ink.pattern !== "none" &&
      html`<rect x="${at(x + length / 2 - 8)}" y="2" width="16" height="12" rx="2" fill="${PAPER}"/><text x="${at(x + length / 2)}" y="12" font-size="11" text-anchor="middle" fill="${INK}">${formatNumber(count, language)}</text>`
    }`;
  });
  return html`<svg class="cadre-segments" role="img" aria-label="${label}" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">${shapes}</svg>`;
}
