import type { Language } from "@cadre/core";
import type { CheckCommandOptions } from "../commands/check.ts";
import type { ReadOptions } from "../commands/command.ts";
import type { ConvertOptions } from "../commands/convert.ts";
import type { InspectOptions } from "../commands/inspect.ts";
import type { PortfolioOptions } from "../commands/portfolio.ts";
import { WRITABLE_FORMATS } from "../formats/names.ts";
import { type CommandGroup, choiceOption, listOption, repeatedOption } from "./options.ts";

/** Commands that read, check and write documents. */
export function documentCommands({ command, terminal, done }: CommandGroup): void {
  command("inspect", "cadre inspect report.fr.txt --lang fr")
    .argument("<inputs...>")
    .option("--activity <id>")
    .option("--profile <module>")
    .option("--on <date>")
    .option("--json")
    .option("--rates <file>")
    .option("--currency <code>")
    .option("--rates-on <date>")
    .action(async (inputs: string[], options: InspectOptions) =>
      done(await (await import("../commands/inspect.ts")).runInspect(inputs, options, terminal)),
    );
  command("check", "cadre check report.fr.txt --previous last-year.fr.txt")
    .argument("<inputs...>")
    .option("--activity <id>")
    .option("--profile <module>")
    .option("--json")
    .addOption(choiceOption("--format <format>", ["text", "json", "github", "sarif"], "text"))
    .addOption(choiceOption("--severity <level>", ["error", "warning", "info"]))
    .addOption(repeatedOption("--rule <id>"))
    .option("--previous <file>")
    .option("--annex <file>")
    .option("--fix")
    .option("--out <path>")
    .option("--xsd")
    .option("--watch")
    .action(async (inputs: string[], options: CheckCommandOptions) =>
      done(await (await import("../commands/check.ts")).runCheck(inputs, options, terminal)),
    );
  command("explain", "cadre explain breakdown-sum")
    .argument("<rule>")
    .action(async (rule: string, options: { lang?: Language }) =>
      done(await (await import("../commands/explain.ts")).runExplain(rule, options, terminal)),
    );
  command("portfolio", "cadre portfolio reports/ --to csv --out indicators.csv")
    .argument("<inputs...>")
    .option("--profile <module>")
    .option("--json")
    .addOption(choiceOption("--to <format>", ["csv", "parquet", "xlsx", "html"]))
    .option("--out <path>")
    .option("--on <date>")
    .option("--common [mapping]")
    .option("--min-cell <number>")
    .option("--rates <file>")
    .option("--currency <code>")
    .option("--rates-on <date>")
    .action(async (inputs: string[], options: PortfolioOptions) =>
      done(await (await import("../commands/portfolio.ts")).runPortfolio(inputs, options, terminal)),
    );
  command("diff", "cadre diff report-2020.fr.txt report-2021.fr.txt --lang fr")
    .argument("<before>")
    .argument("<after>")
    .option("--activity <id>")
    .option("--profile <module>")
    .option("--json")
    .action(async (before: string, after: string, options: ReadOptions) =>
      done(await (await import("../commands/diff.ts")).runDiff(before, after, options, terminal)),
    );
  command("convert", "cadre convert report.fr.txt --to json --out framework.json")
    .argument("<file>")
    .addOption(choiceOption("--to <format>", WRITABLE_FORMATS).makeOptionMandatory())
    .requiredOption("--out <path>")
    .option("--observations <file>")
    .option("--mapping <file>")
    .option("--form <file>")
    .addOption(listOption("--by <axes>"))
    .option("--as-of <date>")
    .option("--activity <id>")
    .option("--profile <module>")
    .option("--min-cell <number>")
    .option("--rates <file>")
    .option("--currency <code>")
    .option("--rates-on <date>")
    .action(async (file: string, options: ConvertOptions) =>
      done(await (await import("../commands/convert.ts")).runConvert(file, options, terminal)),
    );
}
