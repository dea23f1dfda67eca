/** Draws SVG as PNG with resvg, which users who want PNG install themselves. Texts are in a font of the machine. */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  const resvg = await import("@resvg/resvg-js").catch((cause: unknown) => {
    throw new Error("PNG needs the package @resvg/resvg-js: npm install @resvg/resvg-js", { cause });
  });
  const drawing = new resvg.Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" },
  });
  return drawing.render().asPng();
}
