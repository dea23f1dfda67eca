import { watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { inputsOf } from "./inputs.ts";
import { MESSAGES } from "./messages.ts";
import type { Terminal } from "./terminal.ts";

/** Editors write a file in several steps: what happens within this time is one change. */
const SETTLE_MS = 100;

/**
 * Calls `changed` after each change of the files that arguments name, until the user interrupts. Folders are watched and not files, since
 * many editors replace a file instead of writing into it. Calls never overlap.
 */
export async function watchInputs(
  paths: readonly string[],
  terminal: Terminal,
  changed: () => Promise<void>,
): Promise<void> {
  const { files } = await inputsOf(paths);
  terminal.error(`cadre: ${MESSAGES[terminal.language].watching(files.length)}`);
  const watched = new Set(files.map((file) => resolve(file)));
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(changed);
  };
  const watchers = [...new Set([...watched].map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_, name) => {
      if (name !== null && !watched.has(resolve(folder, name))) return;
      clearTimeout(timer);
      timer = setTimeout(run, SETTLE_MS);
    }),
  );
  await new Promise<void>((stop) => {
    const quiet = terminal.onInterrupt?.(() => {
      quiet?.();
      stop();
    });
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
}
