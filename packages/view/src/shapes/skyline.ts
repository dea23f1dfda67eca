import type { Status } from "@cadre/core/indicators";
import { at, html, type Markup } from "../markup/index.ts";
import { FOREGROUND, fillOf, LINE, QUIET, STATUS_FILLS } from "../theme/index.ts";

/** An indicator of a skyline: its progress from baseline to target as a fraction, `null` where it is not known. */
export interface SkylineItem {
  progress: number | null;
  status: Status["status"];
}

const [HEIGHT, STEP] = [84, 10];
/** More columns than these cannot be distinguished; every k-th of the sorted ones is drawn then. */
const MAX_COLUMNS = 200;

/**
 * One column an indicator, as high as its progress, the furthest first; the frame's upper edge is the target, and what is past it ends there.
 * A project at zero is an empty frame. What is not known has no column: it is the hatched part at the end, as wide as its share.
 */
export function skyline(items: readonly SkylineItem[], prefix: string, label: string): Markup {
  const known = items
    .flatMap(({ progress, status }) => (progress === null ? [] : [{ progress, status }]))
    .sort((a, b) => b.progress - a.progress);
  const every = Math.max(1, Math.ceil(known.length / MAX_COLUMNS));
  const columns = known.filter((_, index) => index % every === 0);
  const unknown = items.length - known.length;
  const width = columns.length * STEP;
  const y = (fraction: number) => at(HEIGHT - Math.min(1, Math.max(0, fraction)) * HEIGHT);
  return html`<span class="cadre-skyline" role="img" aria-label="${label}">${
    known.length > 0 &&
    html`<svg style="flex:${known.length} 1 0" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d="M0,${y(0.5)}H${width}" stroke="${LINE}" stroke-width="1" stroke-dasharray="4 4" vector-effect="non-scaling-stroke"/>${columns.map(
      ({ progress, status }, index) =>
        progress > 0 &&
        html`<rect x="${index * STEP + 1}" y="${y(progress)}" width="${STEP - 2}" height="${at(Math.min(1, progress) * HEIGHT)}" fill="${status === null ? QUIET : STATUS_FILLS[status].fill}"/>`,
    )}<rect x="0" y="0" width="${width}" height="${HEIGHT}" fill="none" stroke="${QUIET}" vector-effect="non-scaling-stroke"/><path d="M0,${HEIGHT}H${width}" stroke="${FOREGROUND}" stroke-width="3" vector-effect="non-scaling-stroke"/></svg>`
  }${
    unknown > 0 &&
    html`<svg style="flex:${unknown} 1 0" height="${HEIGHT}" aria-hidden="true"><rect width="100%" height="${HEIGHT}" fill="${fillOf(prefix, STATUS_FILLS.unknown)}" stroke="${LINE}"/></svg>`
  }</span>`;
}
