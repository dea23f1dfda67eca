import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The machine's own Chromium: where `CHROMIUM_PATH` says, or the first of its names on the path. */
export function findChromium(): string | null {
  const told = process.env.CHROMIUM_PATH;
  if (told !== undefined) return existsSync(told) ? told : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return (
    NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ??
    null
  );
}

/** Stands in the name of a skipped suite, which the checks print. */
export const HOW_TO_INSTALL =
  "no Chromium: `apt-get install chromium`, or set CHROMIUM_PATH to a Chrome or Chromium of yours";

/** Starts it without a screen, and without anything that it would ask the network for by itself. */
export function launch(executablePath: string): Promise<Browser> {
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
