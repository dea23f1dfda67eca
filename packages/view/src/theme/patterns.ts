import { html, type Markup } from "../markup/index.ts";
import { BACKGROUND, type Fill, FOREGROUND, QUIET } from "./palette.ts";

const SIZE = 6;

/** White or dark over a fill, whichever shows. */
const overOf = (fill: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) =>
    Number.parseInt(fill.slice(from, from + 2), 16),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? FOREGROUND : BACKGROUND;
};

function strokes(fill: Fill): Markup | null {
  const line = (path: string, stroke: string, width = 1.4) =>
    html`<path d="${path}" stroke="${stroke}" stroke-width="${width}" fill="none"/>`;
  const over = overOf(fill.fill);
  const [up, down] = ["M-1,7L7,-1M-1,1L1,-1M5,7L7,5", "M-1,-1L7,7M5,-1L7,1M-1,5L1,7"];
  switch (fill.pattern) {
    case "none":
      return null;
    case "hatch":
      return line(up, over);
    case "back-hatch":
      return line(down, over);
    case "cross":
      return line(`${up}${down}`, over, 0.9);
    case "dots":
      return html`<circle cx="3" cy="3" r="1.3" fill="${over}"/>`;
    case "hollow":
      return line(up, "#aab4be", 0.9);
  }
}

/** Whether a fill needs a pattern to be drawn. */
export const isPatterned = (fill: Fill): boolean => fill.pattern !== "none";

const idOf = (prefix: string, fill: Fill) => `${prefix}${fill.pattern}${fill.fill.slice(1)}`;

/** What to put into `fill`: the colour, or the pattern that {@link patternDefs} has defined under the same prefix. */
export function fillOf(prefix: string, fill: Fill): string {
  return isPatterned(fill) ? `url(#${idOf(prefix, fill)})` : fill.fill;
}

/** The line around a shape: hollow ones need it to be seen. */
export function strokeOf(fill: Fill): string {
  return fill.pattern === "hollow" ? QUIET : fill.fill;
}

/** Definitions of the patterns of these fills, each once. */
export function patternDefs(prefix: string, fills: readonly Fill[]): Markup {
  const once = new Map(fills.filter(isPatterned).map((fill) => [idOf(prefix, fill), fill]));
  return html`<defs>${[...once].map(
    ([id, fill]) =>
      html`<pattern id="${id}" width="${SIZE}" height="${SIZE}" patternUnits="userSpaceOnUse"><rect width="${SIZE}" height="${SIZE}" fill="${fill.fill}"/>${strokes(fill)}</pattern>`,
  )}</defs>`;
}
