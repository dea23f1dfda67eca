import { packages } from "./workspace.ts";

/** A package's box: its column, from where to where, and its layer, the ground being 0. Drawn by hand are the places alone. */
const BOXES: Readonly<Record<string, { from: number; to: number; layer: number }>> = {
  core: { from: 0, to: 1000, layer: 0 },
  documents: { from: 0, to: 160, layer: 1 },
  exchange: { from: 210, to: 370, layer: 1 },
  view: { from: 420, to: 590, layer: 1 },
  engine: { from: 650, to: 900, layer: 1 },
  server: { from: 470, to: 750, layer: 2 },
  testkit: { from: 850, to: 1000, layer: 2 },
  cli: { from: 0, to: 800, layer: 3 },
};

/** Where the arrow of each need comes down: past the boxes of the layers between. */
const COLUMNS: Readonly<Record<string, number>> = {
  "documents core": 80,
  "exchange core": 290,
  "view core": 505,
  "engine core": 775,
  "server view": 560,
  "server engine": 680,
  "server core": 620,
  "testkit engine": 875,
  "testkit core": 950,
  "cli documents": 80,
  "cli exchange": 290,
  "cli view": 445,
  "cli server": 610,
  "cli engine": 775,
  "cli core": 185,
};

const [STEP, HEIGHT, EDGE] = [92, 42, 20];
const topOf = (layer: number) => EDGE + (3 - layer) * STEP;

/** The packages and what each needs of ours, upper layers above: a picture of the manifests' dependencies.
 * @throws Error where a package or a need has no place in the picture.
 */
export function packageGraph(
  all: readonly { name: string; dependencies: readonly string[] }[] = packages(),
): string {
  const ours = new Set(all.map(({ name }) => name));
  const place = (name: string) => {
    const short = name.replace("@cadre/", "");
    const box = BOXES[short];
    if (box === undefined) throw new Error(`no place in the picture of the packages: ${name}`);
    return { short, ...box };
  };
  const boxes = all.map(({ name }) => {
    const { from, to, layer } = place(name);
    return `<rect x="${EDGE + from}" y="${topOf(layer)}" width="${to - from}" height="${HEIGHT}" rx="6" fill="#eef3f8" stroke="#1f4e79"/><text x="${EDGE + (from + to) / 2}" y="${topOf(layer) + 26}" text-anchor="middle" font-weight="600" fill="#16324f">${name}</text>`;
  });
  const arrows = all.flatMap(({ name, dependencies }) =>
    dependencies
      .filter((other) => ours.has(other))
      .sort()
      .map((other) => {
        const [above, below] = [place(name), place(other)];
        const x = COLUMNS[`${above.short} ${below.short}`];
        if (x === undefined) throw new Error(`no way in the picture of the packages: ${name} to ${other}`);
        return `<path d="M${EDGE + x},${topOf(above.layer) + HEIGHT}V${topOf(below.layer)}" stroke="#44515e" stroke-width="1.4" marker-end="url(#end)"><title>${name} needs ${other}</title></path>`;
      }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1040 ${topOf(0) + HEIGHT + EDGE}" role="img" font-family="system-ui, sans-serif" font-size="14"><title>The packages and what each needs of ours</title><desc>Upper floors above; an arrow goes down from a package to one that it needs.</desc><defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0L8,4L0,8Z" fill="#44515e"/></marker></defs><rect width="1040" height="${topOf(0) + HEIGHT + EDGE}" fill="#fff"/>
${[...arrows, ...boxes].join("\n")}
</svg>
`;
}
