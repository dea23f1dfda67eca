import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

// Runs every notebook beside this folder on the built packages, as a reader would, and says where Jupyter is missing. The files hold the
// outputs of the last run with `--store`, so that a code host shows them.

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, string | string[]>;
}
interface Notebook {
  cells: {
    cell_type: string;
    source: string[];
    metadata: object;
    outputs?: Output[];
    execution_count?: number | null;
  }[];
}

const storing = process.argv.includes("--store");

const folder = join(import.meta.dirname, "..");
const onPath = (name: string) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((place) => join(place, name))
    .find((path) => existsSync(path));
const nbconvert = onPath("jupyter-nbconvert");
if (nbconvert === undefined) {
  console.log("SKIPPED notebooks: no Jupyter (`apt-get install jupyter-nbconvert jupyter-client`)");
  process.exit(0);
}

/** A kernel of this folder's own tslab, which no user has to have installed. */
function kernel(): string {
  const place = mkdtempSync(join(tmpdir(), "cadre-jupyter-"));
  const home = join(place, "kernels", "jslab");
  mkdirSync(home, { recursive: true });
  const tslab = join(dirname(createRequire(import.meta.url).resolve("tslab/package.json")), "bin", "tslab");
  const argv = [process.execPath, tslab, "kernel", "--config-path={connection_file}", "--js"];
  writeFileSync(
    join(home, "kernel.json"),
    JSON.stringify({ argv, display_name: "JavaScript", language: "javascript" }),
  );
  return place;
}

const text = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join("") : (value ?? "");

/** What is wrong with an executed notebook: errors, and cells that end in a view but show none. */
function faults({ cells }: Notebook): string[] {
  return cells.flatMap(({ cell_type, source, outputs = [] }, index) => {
    if (cell_type !== "code") return [];
    const shows = /^(?:\w+(?:Table|Chart|Gantt|Diagram))\(/m.test(source.join("").split("\n").at(-1) ?? "");
    const html = outputs.map(({ data }) => text(data?.["text/html"])).join("");
    const errors = outputs.filter(({ output_type, name }) => output_type === "error" || name === "stderr");
    return [
      ...errors.map((output) => `cell ${index + 1}: ${text(output.text).slice(0, 400)}`),
      ...(shows && !html.includes('class="cadre"') ? [`cell ${index + 1} displays no view`] : []),
      ...((html.match(/<tr/g) ?? []).length > 1200 ? [`cell ${index + 1} prints too many rows`] : []),
    ];
  });
}

const jupyter = kernel();
/** Executes a notebook and says what is wrong with it. */
function execute(nbconvert: string, name: string): string[] {
  const out = join(jupyter, name);
  const ran = spawnSync(
    nbconvert,
    [
      "--to",
      "notebook",
      "--execute",
      "--allow-errors",
      "--ExecutePreprocessor.timeout=120",
      "--output",
      out,
      join(folder, name),
    ],
    { cwd: folder, encoding: "utf8", env: { ...process.env, JUPYTER_PATH: jupyter, IPYTHONDIR: jupyter } },
  );
  if (!existsSync(out)) return [`${ran.stdout}${ran.stderr}`.slice(-2000)];
  const executed = JSON.parse(readFileSync(out, "utf8")) as Notebook;
  const found = faults(executed);
  if (storing && found.length === 0) {
    // When each cell ran says nothing about the notebook.
    for (const cell of executed.cells) cell.metadata = {};
    writeFileSync(join(folder, name), `${JSON.stringify(executed, null, 1)}\n`);
  }
  return storing
    ? found
    : [...found, ...unstored(JSON.parse(readFileSync(join(folder, name), "utf8")), executed)];
}

/** Cells that show something and whose file shows nothing. */
const unstored = (stored: Notebook, executed: Notebook): string[] =>
  executed.cells.flatMap(({ outputs = [] }, index) =>
    outputs.length > 0 && (stored.cells[index]?.outputs ?? []).length === 0
      ? [`cell ${index + 1} is stored without its output: node src/run.ts --store`]
      : [],
  );

let failed = 0;
try {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ipynb"))) {
    const started = performance.now();
    let found = execute(nbconvert, name);
    // A race inside of tslab's watcher, seen now and then on a busy machine: nothing of the notebook's.
    if (found.some((fault) => fault.includes("rebuildTimer"))) found = execute(nbconvert, name);
    for (const fault of found) console.error(`✗ ${name}: ${fault}`);
    failed += found.length;
    console.log(
      `${found.length === 0 ? "✓" : "✗"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
} finally {
  rmSync(jupyter, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
