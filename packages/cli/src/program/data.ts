import type { ComputeOptions } from "../commands/compute.ts";
import type { DeriveOptions } from "../commands/derive.ts";
import type { MapOptions } from "../commands/map.ts";
import type { ProtectCommandOptions } from "../commands/protect.ts";
import { type CommandGroup, choiceOption, listOption, repeatedOption } from "./options.ts";

/** Commands that compute: from observations, from formulas; and what of a table may leave. */
export function dataCommands({ command, terminal, done }: CommandGroup): void {
  command("compute", "cadre compute framework.json observations.csv --by sex,age --json")
    .argument("<framework>")
    .argument("<observations>")
    .option("--mapping <file>")
    .option("--form <file>")
    .option("--activity <id>")
    .addOption(listOption("--by <axes>"))
    .option("--as-of <date>")
    .option("--on <date>")
    .addOption(choiceOption("--same-key <how>", ["refuse", "last", "add"]))
    .option("--out <path>")
    .option("--progress")
    .option("--min-cell <number>")
    .option("--json")
    .action(async (framework: string, observations: string, options: ComputeOptions) =>
      done(
        await (await import("../commands/compute.ts")).runCompute(framework, observations, options, terminal),
      ),
    );
  command("derive", 'cadre derive report.fr.txt --formula "1.3=1000 * [1.1] / [1.2]"')
    .argument("<document>")
    .addOption(repeatedOption("--formula <formula>"))
    .option("--formulas <file>")
    .option("--out <path>")
    .option("--activity <id>")
    .option("--json")
    .action(async (path: string, options: DeriveOptions) =>
      done(await (await import("../commands/derive.ts")).runDerive(path, options, terminal)),
    );
  command("map", "cadre map framework.json visits.csv --out mapping.json")
    .argument("<framework>")
    .argument("<table>")
    .option("--out <path>")
    .action(async (framework: string, table: string, options: MapOptions) =>
      done(await (await import("../commands/map.ts")).runMap(framework, table, options, terminal)),
    );
  command("protect", "cadre protect counts.csv --axes sex,place --value people --min-cell 5 --out safe.csv")
    .argument("<table>")
    .addOption(listOption("--axes <columns>").makeOptionMandatory())
    .requiredOption("--value <column>")
    .option("--min-cell <number>")
    .option("--zeros")
    .option("--round-to <base>")
    .addOption(repeatedOption("--released <file>"))
    .addOption(repeatedOption("--running <file>"))
    .option("--before <table>")
    .option("--out <path>")
    .option("--json")
    .action(async (path: string, options: ProtectCommandOptions) =>
      done(await (await import("../commands/protect.ts")).runProtect(path, options, terminal)),
    );
}
