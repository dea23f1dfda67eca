import { Option } from "commander";
import type { ArchiveOptions } from "../commands/archive.ts";
import type { LogOptions } from "../commands/log.ts";
import { type CommandGroup, language, PROFILE } from "./options.ts";

const LOG = "a log: a file of SQLite, or the address of a PostgreSQL database (postgres://…)";
const schemaOption = () => new Option("--schema <name>", "schema of a log in PostgreSQL. Default: cadre");

/** Commands on the log of a service. */
export function logCommands({ command, terminal, done }: CommandGroup): void {
  command(
    "verify",
    "verify every entry of a log; prints the last entry of each stream, to be noted elsewhere",
    "cadre verify data/events.sqlite > heads.json",
  )
    .argument("<log>", LOG)
    .addOption(schemaOption())
    .option("--heads <file>", "heads that were printed before, and must still be there (.json)")
    .addOption(language("messages"))
    .action(async (log: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runVerify(log, options, terminal)),
    );
  command(
    "backup",
    "copy a log that may be in use into a file of SQLite, verified; prints its heads",
    "cadre backup data/events.sqlite events-backup.sqlite",
  )
    .argument("<log>", LOG)
    .argument("<file>", "the backup, which must not be there yet")
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (log: string, file: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runBackup(log, file, options, terminal)),
    );
  command(
    "restore",
    "put a backup where there is no log yet, verified; readers have to begin anew",
    "cadre restore events-backup.sqlite data/events.sqlite",
  )
    .argument("<file>", "the backup")
    .argument("<log>", LOG)
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (file: string, log: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runRestore(file, log, options, terminal)),
    );
  command(
    "archive",
    "divide a log that is not in use: closed projects into an archive, the others into a log that takes its log; prints the archive's heads",
    "cadre archive data/events.sqlite archive-2026.sqlite events-new.sqlite",
  )
    .argument("<log>", LOG)
    .argument("<archive>", "a file for the projects that are archived, which must not be there yet")
    .argument("<rest>", "a file for the others, which must not be there yet")
    .option("--project <names...>", "projects to archive. Default: those that are financially closed")
    .option(...PROFILE)
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (log: string, archive: string, rest: string, options: ArchiveOptions) =>
      done(await (await import("../commands/archive.ts")).runArchive(log, archive, rest, options, terminal)),
    );
}
