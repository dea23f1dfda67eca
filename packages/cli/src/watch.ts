import { watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { inputsOf } from "./inputs.ts";
import { MESSAGES } from "./messages.ts";
import type { Terminal } from "./terminal.ts";

/** Editors write a file in several steps: what happens within this time is one change. */
const SETTLE_MS = 100;

/**
 * Calls `changed` with the files that have changed, of those that arguments name, until the user interrupts. Folders are watched and not files, since
 * many editors replace a file instead of writing into it. Calls never overlap.
 */
export async function watchInputs(
  paths: readonly string[],
  terminal: Terminal,
  changed: (files: string[]) => Promise<void>,
): Promise<void> {
  const { files } = await inputsOf(paths);
  terminal.error(`cadre: ${MESSAGES[terminal.language].watching(files.length)}`);
  const watched = new Map(files.map((file) => [resolve(file), file]));
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    const now = [...pending];
    pending.clear();
    running = running.then(() => changed(now));
  };
  const watchers = [...new Set([...watched.keys()].map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_, name) => {
      // Some systems do not say which file of a folder it was.
      const candidates = name === null ? [...watched.keys()] : [resolve(folder, name)];
      const touched = candidates.filter((file) => watched.has(file) && dirname(file) === folder);
      if (touched.length === 0) return;
      for (const file of touched) pending.add(watched.get(file) ?? file);
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
