import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { html, type Markup, nameOf, picture, plain, trusted } from "../markup/index.ts";
import { INK, type Ink, patternDefs, QUIET } from "../theme/index.ts";

/** What a chart is, in words. */
export interface ChartWords {
  title: string;
  description: string;
}

type PlotDocument = NonNullable<Plot.PlotOptions["document"]>;

/** A server's document for Plot to draw in: one for all, since nothing stays in it. */
let kept: PlotDocument | undefined;
const server = (): PlotDocument => {
  kept ??= parseHTML("<!doctype html><html><body></body></html>").document as unknown as PlotDocument;
  return kept;
};

/**
 * Draws with Observable Plot on the server and returns the picture: titled, described, without styles or attributes that only a browser's
 * pointer needs. `options` gets the prefix of the patterns' ids, which is made of the words, so that the same chart is always the same.
 */
export function drawPlot(
  words: ChartWords,
  inks: readonly Ink[],
  options: (prefix: string) => Plot.PlotOptions & { width: number; height: number },
): Markup {
  const prefix = nameOf(words.title + words.description);
  const asked = options(prefix);
  const drawn = Plot.plot({
    ...asked,
    document: server(),
    style: { fontSize: "12px", color: INK, background: "none", ...(asked.style as object | undefined) },
  });
  drawn.querySelector("style")?.remove();
  for (const name of ["aria-label", "aria-description", "aria-hidden"])
    for (const element of [...drawn.querySelectorAll(`[${name}]`)]) element.removeAttribute(name);
  const { width, height } = asked;
  return picture(
    { ...words, width, height, id: prefix },
    html`${patternDefs(prefix, inks)}<g fill="${INK}" stroke-miterlimit="4" text-anchor="middle">${trusted(plain(drawn.innerHTML))}</g>`,
  );
}

/** Ink of axes and grids. */
export const AXIS = QUIET;
export { Plot };
