import { html, type Markup } from "../markup/index.ts";
import { type Fill, fillOf, patternDefs, strokeOf } from "../theme/index.ts";

/** Definitions of patterns for marks that are outside of a picture. They take no space. */
export function fillDefs(fills: readonly Fill[], prefix: string): Markup {
  return html`<svg class="cadre-defs" aria-hidden="true" width="0" height="0">${patternDefs(prefix, fills)}</svg>`;
}

/** A swatch of a fill, for a key. */
export function swatch(fill: Fill, prefix: string): Markup {
  return html`<svg class="cadre-swatch" aria-hidden="true" width="14" height="14" viewBox="0 0 14 14"><rect x="1" y="1" width="12" height="12" fill="${fillOf(prefix, fill)}" stroke="${strokeOf(fill)}"/></svg>`;
}

/** A word with its sign and fill. The word carries the meaning; sign and fill help to find it. */
export function badge(word: string, fill: Fill, title?: string): Markup {
  const style = fill.pattern === "hollow" ? "cadre-badge cadre-hollow" : "cadre-badge";
  return html`<span class="${style}" style="--fill:${fill.pattern === "hollow" ? "#55606c" : fill.fill}"${title !== undefined && html` title="${title}"`}><span class="cadre-sign" aria-hidden="true">${fill.sign}</span>${word}</span>`;
}

/** What fills mean: swatches with labels. */
export function key(
  entries: readonly { fill: Fill; label: string; title?: string }[],
  prefix: string,
): Markup {
  return html`<ul class="cadre-key">${entries.map(
    ({ fill, label, title }) =>
      html`<li${title !== undefined && html` title="${title}"`}>${swatch(fill, prefix)} ${label}</li>`,
  )}</ul>`;
}
