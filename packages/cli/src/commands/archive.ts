import { existsSync } from "node:fs";
import { basename } from "node:path";
import { profileFor, type Terminal } from "./command.ts";
import { type LogOptions, report, reporting, withStore } from "./log.ts";

/** Options of `cadre archive`. */
export interface ArchiveOptions extends LogOptions {
  /** Projects to archive. Default: those that are financially closed. */
  project?: string[];
  /** Module that exports a profile. */
  profile?: string;
}

/** `cadre archive LOG ARCHIVE REST`: divides a log into an archive of closed projects and a log of the others; prints the archive's heads. */
export const runArchive = (
  log: string,
  archivePath: string,
  restPath: string,
  options: ArchiveOptions,
  terminal: Terminal,
): Promise<number> =>
  reporting(log, options, terminal, async () => {
    const [{ archiveStreams, createEngine, storeError }, { projectOf }, sqlite] = await Promise.all([
      import("@cadre/engine"),
      import("@cadre/engine/internal"),
      import("@cadre/engine/sqlite"),
    ]);
    for (const path of [archivePath, restPath])
      if (existsSync(path)) throw storeError("store-exists", path, path);
    const profile = await profileFor(options, options.lang ?? terminal.language, terminal);
    if (typeof profile === "number") return profile;
    return withStore(log, options, async (from) => {
      const engine = createEngine({ store: from, grants: [], profile });
      const projects = new Set(options.project);
      for (const stream of await from.streams({ prefix: "project/" })) {
        const project = projectOf(stream) ?? "";
        const state = (await engine.view(project))?.status.state;
        if (options.project === undefined && state === "financially-closed") projects.add(project);
        // A project that goes on would lose what is sent to it.
        if (projects.has(project) && !["closed", "financially-closed"].includes(state ?? ""))
          throw storeError("not-closed", stream, project);
      }
      const archived = (stream: string) =>
        !stream.startsWith("denials/") &&
        !stream.startsWith("archived/") &&
        projects.has(stream.slice(stream.indexOf("/") + 1));
      const [archive, rest] = [await sqlite.sqliteStore(archivePath), await sqlite.sqliteStore(restPath)];
      try {
        await archiveStreams({ from, archive, rest, isArchived: archived, name: basename(archivePath) });
      } finally {
        await Promise.all([archive.close(), rest.close()]);
      }
      const remaining = sqlite.verifySqliteFile(restPath);
      if (!remaining.ok) return report(restPath, remaining.problems, {}, options, terminal);
      const { problems, heads } = sqlite.verifySqliteFile(archivePath);
      return report(archivePath, problems, heads, options, terminal);
    });
  });
