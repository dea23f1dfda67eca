import type { Language } from "@cadre/core";
import { Option } from "commander";
import type { CheckCommandOptions } from "../commands/check.ts";
import type { ReadOptions } from "../commands/command.ts";
import type { ConvertOptions } from "../commands/convert.ts";
import type { InspectOptions } from "../commands/inspect.ts";
import type { PortfolioOptions } from "../commands/portfolio.ts";
import { WRITABLE_FORMATS } from "../formats/names.ts";
import {
  ACTIVITY,
  AS_OF,
  type CommandGroup,
  CURRENCY,
  FORM,
  INPUTS,
  JSON_OPTION,
  language,
  list,
  MAPPING,
  MIN_CELL,
  ON,
  PROFILE,
  RATES,
  RATES_ON,
  READABLE,
  repeated,
} from "./options.ts";

/** Commands that read, check and write documents. */
export function documentCommands({ command, terminal, done }: CommandGroup): void {
  command(
    "inspect",
    "show indicators, gender budget, activities and findings of reports or frameworks",
    "cadre inspect report.fr.txt --lang fr",
  )
    .argument("<inputs...>", INPUTS)
    .option(...ACTIVITY)
    .option(...PROFILE)
    .option(...ON)
    .option(...JSON_OPTION)
    .option(...RATES)
    .option(...CURRENCY)
    .option(...RATES_ON)
    .addOption(language("the output"))
    .action(async (inputs: string[], options: InspectOptions) =>
      done(await (await import("../commands/inspect.ts")).runInspect(inputs, options, terminal)),
    );
  command(
    "check",
    "show only the findings; exit 1 where one is an error",
    "cadre check report.fr.txt --previous last-year.fr.txt",
  )
    .argument("<inputs...>", INPUTS)
    .option(...ACTIVITY)
    .option(...PROFILE)
    .option(...JSON_OPTION)
    .addOption(
      new Option("--format <format>", "how findings are printed; github: annotations, sarif: SARIF 2.1.0")
        .choices(["text", "json", "github", "sarif"])
        .default("text"),
    )
    .addOption(
      new Option("--severity <level>", "only findings of this severity or above").choices([
        "error",
        "warning",
        "info",
      ]),
    )
    .option("--rule <id>", "only findings of this rule; may be repeated", repeated)
    .addOption(language("the output"))
    .option("--previous <file>", "the project's previous report, for rules that compare the two")
    .option("--annex <file>", "the project's budget annex (.xlsx), checked against the report")
    .option("--fix", "apply certain fixes, check again, and write the framework document")
    .option("--out <path>", "where the fixed document goes (.json); without it, the file itself")
    .option("--xsd", "validate a file of IATI against the official schema, too")
    .option("--watch", "check again whenever a file changes")
    .action(async (inputs: string[], options: CheckCommandOptions) =>
      done(await (await import("../commands/check.ts")).runCheck(inputs, options, terminal)),
    );
  command(
    "explain",
    "say what a rule or a finding is about, its source, and how to mend it",
    "cadre explain breakdown-sum",
  )
    .argument("<rule>", "the code of a finding, as it is printed in brackets")
    .addOption(language("the output"))
    .action(async (rule: string, options: { lang?: Language }) =>
      done(await (await import("../commands/explain.ts")).runExplain(rule, options, terminal)),
    );
  command(
    "portfolio",
    "show one row for each project of many reports, or write every indicator of every report as a table",
    "cadre portfolio reports/ --to csv --out indicators.csv",
  )
    .argument("<inputs...>", INPUTS)
    .option(...PROFILE)
    .option(...JSON_OPTION)
    .addOption(
      new Option("--to <format>", "write the long table, or a page").choices([
        "csv",
        "parquet",
        "xlsx",
        "html",
      ]),
    )
    .option("--out <path>", "file to write, whole or not at all")
    .option(
      "--on <date>",
      "the day that time and lateness are measured on, YYYY-MM-DD. Default: each report's own",
    )
    .option(
      "--common [mapping]",
      "common indicators: which ones the indicators may be, and what those come to that a file maps (.json)",
    )
    .option(...MIN_CELL)
    .option(...RATES)
    .option(...CURRENCY)
    .option(...RATES_ON)
    .addOption(language("the output"))
    .action(async (inputs: string[], options: PortfolioOptions) =>
      done(await (await import("../commands/portfolio.ts")).runPortfolio(inputs, options, terminal)),
    );
  command(
    "diff",
    "show what changed between two documents of a project, and which findings are new or gone",
    "cadre diff report-2020.fr.txt report-2021.fr.txt --lang fr",
  )
    .argument("<before>", READABLE)
    .argument("<after>", READABLE)
    .option(...ACTIVITY)
    .option(...PROFILE)
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (before: string, after: string, options: ReadOptions) =>
      done(await (await import("../commands/diff.ts")).runDiff(before, after, options, terminal)),
    );
  command(
    "convert",
    "write a report or framework in another format, whole or not at all",
    "cadre convert report.fr.txt --to json --out framework.json",
  )
    .argument("<file>", READABLE)
    .addOption(new Option("--to <format>", "format to write").choices(WRITABLE_FORMATS).makeOptionMandatory())
    .requiredOption("--out <path>", "file to write")
    .option(
      "--observations <file>",
      "rows, as for compute; their results become the actuals, in IATI those of each period",
    )
    .option(...MAPPING)
    .option(...FORM)
    .option(
      "--by <axes>",
      "with --to iati: split those results by axes or place together, not by each axis: sex,age",
      list,
    )
    .option(...AS_OF)
    .option(...ACTIVITY)
    .option(...PROFILE)
    .option(...MIN_CELL)
    .option(...RATES)
    .option(...CURRENCY)
    .option(...RATES_ON)
    .addOption(language("labels and messages"))
    .action(async (file: string, options: ConvertOptions) =>
      done(await (await import("../commands/convert.ts")).runConvert(file, options, terminal)),
    );
}
