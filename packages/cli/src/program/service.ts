import { Option } from "commander";
import type { KeyOptions } from "../commands/key.ts";
import type { ServeOptions } from "../commands/serve.ts";
import type { CommandGroup } from "./options.ts";

/** Commands of the service. */
export function serviceCommands({ command, terminal, done }: CommandGroup): void {
  command("serve", "cadre serve report.fr.txt")
    .argument("[inputs...]")
    .addOption(new Option("--port <number>").default("8711"))
    .addOption(new Option("--host <name>").default("127.0.0.1"))
    .option("--data <path>")
    .option("--archive <files...>")
    .option("--keys <file>")
    .option("--profile <module>")
    .option("--min-cell <number>")
    .option("--watch")
    .option("--open")
    .action(async (inputs: string[], options: ServeOptions) =>
      done(await (await import("../commands/serve.ts")).runServe(inputs, options, terminal)),
    );
  command("key", "cadre key cora --role convening-agency --agency PAM > keys.json")
    .argument("<holder>")
    .addOption(new Option("--role <role>").default("viewer"))
    .option("--agency <name>")
    .option("--project <names...>")
    .option("--profile <module>")
    .action(async (holder: string, options: KeyOptions) =>
      done(await (await import("../commands/key.ts")).runKey(holder, options, terminal)),
    );
}
