import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { REPORT } from "../test/terminal.ts";

const { at, file } = temporaryFiles();
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Writes the address of each module that a process loads, one a line, as it loads it. */
const RECORDER = `import { registerHooks } from "node:module";
import { appendFileSync } from "node:fs";
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.CADRE_LOADED, url + "\\n");
    return next(url, context);
  },
});`;

/** The modules of ours and of others that a command loads, from `packages/` or the name of a package on. */
function loadedBy(...args: string[]): string[] {
  const [recorder, list] = [file("recorder.mjs", RECORDER), file("loaded.txt", "")];
  const imported = ["--import", pathToFileURL(recorder).href];
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--conditions=cadre-source", ...imported, path("bin.ts"), ...args],
    { env: { ...process.env, NODE_OPTIONS: "", LC_ALL: "C", CADRE_LOADED: list }, encoding: "utf8" },
  );
  expect([args, stderr, status]).toEqual([args, "", 0]);
  return readFileSync(at("loaded.txt"), "utf8")
    .split("\n")
    .filter((url) => url.startsWith("file:"))
    .map((url) => fileURLToPath(url).replace(/^.*(?:\/node_modules\/|\/(?=packages\/cli\/))/, ""))
    .filter((name) => name !== "");
}

/** All that help, the version and completion are made of. What is not listed makes every start of the program slower. */
const BELONGS =
  /^(?:commander\/|packages\/cli\/(?:package\.json|src\/(?:bin|run|program|usage|exit|roles|completion|help\.(?:en|fr)|formats\/names|program\/(?:command|data|documents|logs|options|service|surveys))\.ts)$)/;

it.each([
  [["--help"]],
  [["--help", "--lang", "fr"]],
  [["--version"]],
  [["inspect", "--help"]],
  [["help", "convert"]],
  ...["bash", "zsh", "fish"].map((shell): [string[]] => [["completion", shell]]),
])("cadre %j loads nothing that only commands need", (args) => {
  const loaded = loadedBy(...args);
  expect(loaded.filter((name) => !BELONGS.test(name) && !/recorder\.mjs$/.test(name))).toEqual([]);
  // The texts of one language alone.
  expect(loaded.filter((name) => /help\.\w+\.ts$/.test(name))).toHaveLength(1);
});

it("sees what a command loads", () => {
  expect(loadedBy("inspect", REPORT).some((name) => /core\/src\/index\.ts$/.test(name))).toBe(true);
});
