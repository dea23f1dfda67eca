import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { html, type Markup, nameOf, picture, plain, trusted } from "../markup/index.ts";
import { type Fill, FOREGROUND, patternDefs, QUIET } from "../theme/index.ts";

/** The description of a chart. */
export interface ChartLabels {
  title: string;
  description: string;
}

type PlotDocument = NonNullable<Plot.PlotOptions["document"]>;

/** A server's document for Plot to draw in: one for all, since nothing stays in it. */
let cached: PlotDocument | undefined;
const server = (): PlotDocument => {
  cached ??= parseHTML("<!doctype html><html><body></body></html>").document as unknown as PlotDocument;
  return cached;
};

/**
 * Draws with Observable Plot on the server and returns the picture: titled, described, without styles or attributes that only a browser's
 * pointer needs. `options` gets the prefix of the patterns' ids, which is made of the words, so that the same chart is always the same.
 */
export function drawPlot(
  messages: ChartLabels,
  fills: readonly Fill[],
  options: (prefix: string) => Plot.PlotOptions & { width: number; height: number },
): Markup {
  const prefix = nameOf(messages.title + messages.description);
  const asked = options(prefix);
  const drawn = Plot.plot({
    ...asked,
    document: server(),
    style: {
      fontSize: "12px",
      color: FOREGROUND,
      background: "none",
      ...(asked.style as object | undefined),
    },
  });
  drawn.querySelector("style")?.remove();
  for (const name of ["aria-label", "aria-description", "aria-hidden"])
    for (const element of [...drawn.querySelectorAll(`[${name}]`)]) element.removeAttribute(name);
  const { width, height } = asked;
  return picture(
    { ...messages, width, height, id: prefix },
    html`${patternDefs(prefix, fills)}<g fill="${FOREGROUND}" stroke-miterlimit="4" text-anchor="middle">${trusted(plain(drawn.innerHTML))}</g>`,
  );
}

/** Colour of axes and grids. */
export const AXIS = QUIET;
export { Plot };
