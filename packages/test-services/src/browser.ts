import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix, win32 } from "node:path";
import type { Browser, Page } from "playwright-core";

/** What finding a browser depends on: the machine's, by default. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  root: boolean;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  root: process.getuid?.() === 0,
});

/** Where people say which browser is theirs: ours first, then what other tools read. */
const BROWSER_VARIABLES = ["CHROMIUM_PATH", "CHROME_PATH", "CHROME_BIN", "PUPPETEER_EXECUTABLE_PATH"];
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/** A Chromium, Chrome or Edge of this machine: where a variable says, or the first that is known by name or place. */
export function findChromium(machine: Machine = thisMachine()): string | null {
  const { platform, env, exists } = machine;
  // Whoever names one means that one, and not another where it is missing.
  const reported = BROWSER_VARIABLES.map((name) => env[name]).find(
    (path) => path !== undefined && path !== "",
  );
  if (reported !== undefined) return exists(reported) ? reported : null;
  const { delimiter, join } = platform === "win32" ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const named =
    platform === "win32" ? [] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const places =
    platform === "darwin"
      ? MAC
      : platform === "win32"
        ? [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].flatMap((folder) =>
            folder === undefined ? [] : WINDOWS.map((place) => join(folder, place)),
          )
        : [];
  return [...named, ...places].find(exists) ?? null;
}

/** How a browser comes onto this machine: commands that may be run, or what a person has to do. */
export type Installing = { commands: string[][] } | { how: string };

/** Debian's own packages, as root; nothing is fetched from anywhere else, and nobody is asked for a password. */
export function howToInstall(machine: Machine = thisMachine()): Installing {
  const { platform, env, exists, root } = machine;
  const reported = BROWSER_VARIABLES.find((name) => env[name] !== undefined && env[name] !== "");
  if (reported !== undefined)
    return { how: `no browser at ${reported}=${env[reported]}: correct it or unset it` };
  const apt = platform === "linux" && exists("/usr/bin/apt-get");
  // Ubuntu's package of that name only leads to a snap, which a test cannot start.
  const ubuntu = exists("/usr/bin/snap") || exists("/usr/bin/ubuntu-bug");
  if (apt && root && !ubuntu && env.CADRE_NO_INSTALL !== "1")
    return {
      commands: [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"],
      ],
    };
  const get =
    platform === "darwin"
      ? "`brew install --cask chromium`"
      : platform === "win32"
        ? "`winget install Google.Chrome`"
        : apt && !ubuntu
          ? "`sudo apt-get install chromium`"
          : "install Chrome, Chromium or Edge";
  return { how: `no Chromium: ${get}, or set CHROMIUM_PATH to a Chrome, Chromium or Edge of yours` };
}

/** Is in the name of a skipped suite, which the checks print. */
export const HOW_TO_INSTALL = ((): string => {
  const installing = howToInstall();
  return "how" in installing
    ? installing.how
    : "no Chromium: `apt-get install chromium`, or set CHROMIUM_PATH";
})();

/** Finds a browser, or installs Debian's where that may be done. What was tried and failed is reported. */
export function ensureChromium(): { path: string } | { path: null; how: string } {
  const found = findChromium();
  if (found !== null) return { path: found };
  const installing = howToInstall();
  if ("how" in installing) return { path: null, how: installing.how };
  for (const [command = "", ...args] of installing.commands) {
    const { status, stderr } = spawnSync(command, args, {
      encoding: "utf8",
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0)
      return {
        path: null,
        how: `no Chromium, and \`${[command, ...args].join(" ")}\` failed: ${stderr?.trim().split("\n").at(-1) ?? "it could not be run"}`,
      };
  }
  const path = findChromium();
  return path === null ? { path, how: HOW_TO_INSTALL } : { path };
}

/** Starts it without a screen, and without anything that it would ask the network for by itself. */
export async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What axe needs in a page to look through it. */
export const axeSource = (): string =>
  readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In the page: the rule of each violation, and the first element that it is about. */
const AXE_RUN =
  "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))";

/** Everything that axe finds in a page, of any impact. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource());
  return page.evaluate(AXE_RUN);
}
