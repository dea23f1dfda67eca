import { at, html, type Markup } from "../markup/index.ts";
import { type Fill, FOREGROUND, fillOf, LINE, QUIET, STATUS_FILLS } from "../theme/index.ts";
import { PREFIX } from "./prefix.ts";

/** A bar of a fraction that is as wide as its place, with marks at thresholds. More than the whole fills it to its end, and the value beside it says how much. */
export function meter(
  fraction: number | null,
  fill: Fill,
  label: string,
  marks: readonly number[] = [],
): Markup {
  const width = Math.min(1, Math.max(0, fraction ?? 0)) * 200;
  return html`<svg class="meter" role="img" aria-label="${label}" viewBox="0 0 200 12" preserveAspectRatio="none" width="100%" height="12"><rect x="0.5" y="2.5" width="199" height="7" fill="${fraction === null ? fillOf(PREFIX, STATUS_FILLS.unknown) : "none"}" stroke="${LINE}"/>${
    width > 0 && html`<rect x="0" y="2" width="${at(width)}" height="8" fill="${fillOf(PREFIX, fill)}"/>`
  }${marks.map((mark) => html`<path d="M${at(mark * 200)},0V12" stroke="${FOREGROUND}" stroke-width="1"/>`)}<path d="M0.5,0V12" stroke="${QUIET}"/></svg>`;
}
