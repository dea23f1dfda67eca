import { html, type Markup } from "../markup/index.ts";
import { fillOf, type Ink, patternDefs, strokeOf } from "../theme/index.ts";

/** Definitions of patterns for marks that stand outside of a picture. They take no room. */
export function inkDefs(inks: readonly Ink[], prefix: string): Markup {
  return html`<svg class="cadre-defs" aria-hidden="true" width="0" height="0">${patternDefs(prefix, inks)}</svg>`;
}

/** A swatch of an ink, for a key. */
export function swatch(ink: Ink, prefix: string): Markup {
  return html`<svg class="cadre-swatch" aria-hidden="true" width="14" height="14" viewBox="0 0 14 14"><rect x="1" y="1" width="12" height="12" fill="${fillOf(prefix, ink)}" stroke="${strokeOf(ink)}"/></svg>`;
}

/** A word with its sign and ink. The word carries the meaning; sign and ink help to find it. */
export function badge(word: string, ink: Ink, title?: string): Markup {
  const style = ink.pattern === "hollow" ? "cadre-badge cadre-hollow" : "cadre-badge";
  return html`<span class="${style}" style="--ink:${ink.pattern === "hollow" ? "#55606c" : ink.fill}"${title !== undefined && html` title="${title}"`}><span class="cadre-sign" aria-hidden="true">${ink.sign}</span>${word}</span>`;
}

/** What inks mean: swatches with words. */
export function key(entries: readonly { ink: Ink; label: string; title?: string }[], prefix: string): Markup {
  return html`<ul class="cadre-key">${entries.map(
    ({ ink, label, title }) =>
      html`<li${title !== undefined && html` title="${title}"`}>${swatch(ink, prefix)} ${label}</li>`,
  )}</ul>`;
}
