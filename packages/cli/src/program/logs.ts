import type { ArchiveOptions } from "../commands/archive.ts";
import type { LogOptions } from "../commands/log.ts";
import type { CommandGroup } from "./options.ts";

/** Commands on the log of a service. */
export function logCommands({ command, terminal, done }: CommandGroup): void {
  command("verify", "cadre verify data/events.sqlite > heads.json")
    .argument("<log>")
    .option("--schema <name>")
    .option("--heads <file>")
    .action(async (log: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runVerify(log, options, terminal)),
    );
  command("backup", "cadre backup data/events.sqlite events-backup.sqlite")
    .argument("<log>")
    .argument("<file>")
    .option("--schema <name>")
    .action(async (log: string, file: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runBackup(log, file, options, terminal)),
    );
  command("restore", "cadre restore events-backup.sqlite data/events.sqlite")
    .argument("<file>")
    .argument("<log>")
    .option("--schema <name>")
    .action(async (file: string, log: string, options: LogOptions) =>
      done(await (await import("../commands/log.ts")).runRestore(file, log, options, terminal)),
    );
  command("archive", "cadre archive data/events.sqlite archive-2026.sqlite events-new.sqlite")
    .argument("<log>")
    .argument("<archive>")
    .argument("<rest>")
    .option("--project <names...>")
    .option("--profile <module>")
    .option("--schema <name>")
    .action(async (log: string, archive: string, rest: string, options: ArchiveOptions) =>
      done(await (await import("../commands/archive.ts")).runArchive(log, archive, rest, options, terminal)),
    );
}
