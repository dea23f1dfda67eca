import { coreFolders, type Import, importsOf } from "./imports.ts";
import { packages } from "./workspace.ts";

/** The folders of the core by what they are to the data: the document and its values, or functions of it. */
const DATA = ["values", "diagnostics", "locale", "document", "lifecycle", "observations"];

/** A box of the picture. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  name: string;
  lines: string[];
}

const WIDTH = 1080;
const LANES = ["boundary", "document", "functions", "view"] as const;
const LANE_STEP = 270;
const laneX = (lane: number) => 24 + lane * LANE_STEP;
const LANE = 222;
/** Where the lines of a box begin, below its upper edge, and how far each is from the next. */
const [FIRST_LINE, LINE] = [44, 17];
/** Height of the upper box of functions where its lines have room in it. */
const FUNCTIONS = 128;

/** Text broken into lines of at most so many characters. */
function broken(words: readonly string[], limit: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= limit)
      lines[lines.length - 1] = `${last} · ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How much longer than usual the picture is, so that the functions' lines have room in their box. */
const growthOf = (lines: readonly string[]): number =>
  Math.max(0, FIRST_LINE + LINE * (lines.length - 1) + 12 - FUNCTIONS);

function boxes(functions: readonly string[], growth: number): Record<string, Box> {
  const box = (lane: number, y: number, height: number, name: string, lines: string[] = []): Box => ({
    ...{ x: laneX(lane), y, width: LANE, height, name, lines },
  });
  return {
    documents: box(0, 76, 90, "@cadre/documents", ["reports, workbooks"]),
    exchange: box(
      0,
      226 + growth,
      90,
      "@cadre/exchange",
      broken(["CSV", "HXL", "Parquet", "Arrow", "DHIS2", "Kobo", "IATI", "SQL"], 30),
    ),
    data: box(1, 76, 240 + growth, "@cadre/core", broken(DATA, 26)),
    functions: box(2, 76, FUNCTIONS + growth, "@cadre/core", [...functions]),
    engine: box(2, 236 + growth, 80, "@cadre/engine", ["commands → events → state"]),
    view: box(3, 76, 90, "@cadre/view", ["tables, charts, dashboard"]),
    server: box(3, 226 + growth, 90, "@cadre/server", ["HTTP, live events"]),
  };
}

/** What is imported between boxes, `from to`: the folders, where it is the core's. */
function arrows(imports: readonly Import[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const box = (folder: string) => (DATA.includes(folder) ? "data" : "functions");
  for (const { by, of, folder } of imports) {
    const from = of === "core" ? box(folder) : of;
    const to = by.startsWith("core/") ? box(by.slice("core/".length)) : by;
    if (from === to) continue;
    const folders = found.get(`${from} ${to}`) ?? [];
    found.set(`${from} ${to}`, folder === "" ? folders : [...new Set([...folders, folder])].sort());
  }
  return found;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The corners of an arrow, from the box that it leaves to the one that it comes to. */
function route(from: Box, to: Box, growth: number): [number, number][] {
  const down = from.y < to.y;
  if (from.x === to.x)
    return [
      [from.x + LANE / 2, down ? from.y + from.height : from.y],
      [from.x + LANE / 2, down ? to.y : to.y + to.height],
    ];
  const right = from.x < to.x;
  const [x1, x2] = right ? [from.x + LANE, to.x] : [from.x, to.x + LANE];
  if (Math.abs(to.x - from.x) <= LANE_STEP) {
    const inside = (box: Box, y: number) => Math.min(box.y + box.height - 14, Math.max(box.y + 14, y));
    const small = from.height < to.height ? from : to;
    const y1 = inside(from, small.y + small.height / 2);
    return [
      [x1, y1],
      [x2, inside(to, y1)],
    ];
  }
  // Past a lane that lies between: above it to the upper row, below it to the lower one.
  const x = right ? to.x + 30 : to.x + LANE - 30;
  if (to.y < 200) {
    const y = right ? 50 : 60;
    const start = right ? from.x + LANE - 30 : from.x + 30;
    return [
      [start, from.y],
      [start, y],
      [x, y],
      [x, to.y],
    ];
  }
  const y = growth + (right ? 346 : 334);
  const end: [number, number][] = [
    [x, y],
    [x, to.y + to.height],
  ];
  if (from.y + from.height > 220 + growth) {
    const start = right ? from.x + LANE - 30 : from.x + 30;
    return [[start, from.y + from.height], [start, y], ...end];
  }
  const gap = right ? from.x + LANE + 14 : from.x - 14;
  const start = from.y + from.height - 20;
  return [[right ? from.x + LANE : from.x, start], [gap, start], [gap, y], ...end];
}

/** What a package that is beside the data's way takes: everything by name. */
function beside(name: string, arrows: ReadonlyMap<string, unknown>): string {
  const names: Record<string, string> = { data: "core", functions: "core" };
  const of = [...arrows.keys()]
    .filter((key) => key.endsWith(` ${name}`))
    .map((key) => key.split(" ")[0] ?? "");
  return [...new Set(of.map((each) => names[each] ?? each))].sort().join(", ");
}

/**
 * The data's way from the boundary to the view, and who imports whom: boxes are packages (of the core, its folders by what they are), an arrow goes
 * from what is imported to who imports it.
 * @throws Error where a package has no place in the picture.
 */
export function dataFlow(imports: readonly Import[] = importsOf()): string {
  const functions = broken(
    coreFolders().filter((folder) => !DATA.includes(folder)),
    30,
  );
  const growth = growthOf(functions);
  const drawn = boxes(functions, growth);
  const all = arrows(imports);
  const bars = ["cli", "testkit"];
  const unknown = packages()
    .map(({ name }) => name.replace("@cadre/", ""))
    .filter((name) => name !== "core" && drawn[name] === undefined && !bars.includes(name));
  if (unknown.length > 0) throw new Error(`no place in the picture of the data's way: ${unknown.join(", ")}`);
  const lines = [...all].flatMap(([key, folders]) => {
    const [one = "", other = ""] = key.split(" ");
    const [from, to] = [drawn[one], drawn[other]];
    if (from === undefined || to === undefined) return [];
    const points = route(from, to, growth);
    // Documents are read into documents and written from them.
    const both = one === "data" && to.x < from.x;
    const what = folders.length > 0 ? `: ${folders.join(", ")}` : "";
    return [
      `<g><title>${escaped(`${to.name} imports ${from.name}${what}`)}</title><path d="M${points.map((point) => point.join(",")).join("L")}" fill="none" stroke="#44515e" stroke-width="1.4" marker-end="url(#end)"${both ? ' marker-start="url(#start)"' : ""}/></g>`,
    ];
  });
  const shapes = Object.values(drawn).map(
    ({ x, y, width, height, name, lines: words }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#eef3f8" stroke="#1f4e79"/><text x="${x + 12}" y="${y + 24}" font-weight="600" fill="#16324f">${name}</text>${words.map((line, index) => `<text x="${x + 12}" y="${y + FIRST_LINE + index * LINE}" font-size="12" fill="#2b3640">${escaped(line)}</text>`).join("")}`,
  );
  const heads = LANES.map(
    (lane, index) =>
      `<text x="${laneX(index) + LANE / 2}" y="26" text-anchor="middle" font-size="15" font-weight="600" fill="#16324f">${lane}</text>`,
  );
  const foot = bars.map((name, index) => {
    const y = 366 + growth + index * 44;
    return `<rect x="${laneX(0)}" y="${y}" width="${WIDTH - 2 * laneX(0)}" height="36" rx="6" fill="#f6f6f3" stroke="#77716a"/><text x="${laneX(0) + 12}" y="${y + 23}" fill="#2b3640"><tspan font-weight="600">@cadre/${name}</tspan> imports ${beside(name, all)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${460 + growth}" role="img" font-family="system-ui, sans-serif" font-size="14"><title>The way of the data through the packages</title><desc>From the boundary over the document and its functions to the view. An arrow goes from what is imported to who imports it.</desc><defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0L8,4L0,8Z" fill="#44515e"/></marker><marker id="start" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M8,0L0,4L8,8Z" fill="#44515e"/></marker></defs><rect width="${WIDTH}" height="${460 + growth}" fill="#fff"/>
${[...heads, ...lines, ...shapes, ...foot].join("\n")}
</svg>
`;
}
