import { Option } from "commander";
import type { KeyOptions } from "../commands/key.ts";
import type { ServeOptions } from "../commands/serve.ts";
import { ROLES } from "../roles.ts";
import { type CommandGroup, INPUTS, language, MIN_CELL, PROFILE } from "./options.ts";

/** Commands of the service. */
export function serviceCommands({ command, terminal, done }: CommandGroup): void {
  command(
    "serve",
    "serve projects over HTTP, with the dashboard; without --data in memory, without --keys only to this machine",
    "cadre serve report.fr.txt",
  )
    .argument("[inputs...]", `${INPUTS}, to show`)
    .option("--port <number>", "port; 0: any that is free", "8711")
    .option("--host <name>", "address to listen at", "127.0.0.1")
    .option("--data <path>", "folder for all data")
    .option("--archive <files...>", "archives of projects (from cadre archive), to be shown beside the data")
    .option("--keys <file>", "keys to the service (.json, from cadre key)")
    .option(...PROFILE)
    .option(...MIN_CELL)
    .option("--watch", "read a file again whenever it changes; pages that show it follow")
    .option("--open", "open the portfolio, or the one project, in the browser")
    .addOption(language("the dashboard"))
    .action(async (inputs: string[], options: ServeOptions) =>
      done(await (await import("../commands/serve.ts")).runServe(inputs, options, terminal)),
    );
  command(
    "key",
    "make a key for the service: its entry on standard output, its secret on standard error",
    "cadre key cora --role convening-agency --agency PAM > keys.json",
  )
    .argument("<holder>", "who holds it")
    .addOption(
      new Option(
        "--role <role>",
        `role of the holder: ${ROLES.join(", ")}, or an agency's own: river:donor`,
      ).default("viewer"),
    )
    .option("--agency <name>", "the agency that they act for")
    .option("--project <names...>", "projects that it is for. Default: all")
    .option(...PROFILE)
    .action(async (holder: string, options: KeyOptions) =>
      done(await (await import("../commands/key.ts")).runKey(holder, options, terminal)),
    );
}
