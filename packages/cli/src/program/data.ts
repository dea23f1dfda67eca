import { Option } from "commander";
import type { ComputeOptions } from "../commands/compute.ts";
import type { DeriveOptions } from "../commands/derive.ts";
import type { MapOptions } from "../commands/map.ts";
import type { ProtectCommandOptions } from "../commands/protect.ts";
import {
  ACTIVITY,
  AS_OF,
  type CommandGroup,
  FORM,
  JSON_OPTION,
  language,
  list,
  MAPPING,
  MIN_CELL,
  ON,
  READABLE,
  repeated,
} from "./options.ts";

/** Commands that compute: from observations, from formulas; and what of a table may leave. */
export function dataCommands({ command, terminal, done }: CommandGroup): void {
  command(
    "compute",
    "compute indicator values from observation rows",
    "cadre compute framework.json observations.csv --by sex,age --json",
  )
    .argument("<framework>", "framework document or measurement framework (.json), or IATI (.xml)")
    .argument(
      "<observations>",
      "one observation a row (.csv, .json, .parquet, .arrow), the actuals of IATI (.xml), or what a mapping describes",
    )
    .option(...MAPPING)
    .option(...FORM)
    .option(...ACTIVITY)
    .option("--by <axes>", "split cells by axes, period, source or place: sex,period", list)
    .option(...AS_OF)
    .option(...ON)
    .addOption(
      new Option(
        "--same-key <how>",
        "rows of the same keys and recordedAt that differ: refuse both, take the last, or add them",
      ).choices(["refuse", "last", "add"]),
    )
    .option("--out <path>", "write there, whole or not at all")
    .option("--progress", "report progress also where standard error is not a terminal")
    .option(...MIN_CELL)
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (framework: string, observations: string, options: ComputeOptions) =>
      done(
        await (await import("../commands/compute.ts")).runCompute(framework, observations, options, terminal),
      ),
    );
  command(
    "derive",
    "compute indicators that follow from others, by formulas, with the numbers put in",
    'cadre derive report.fr.txt --formula "1.3=1000 * [1.1] / [1.2]"',
  )
    .argument("<document>", READABLE)
    .option(
      "--formula <formula>",
      "a formula, with the code of its indicator; [1.1] is a value, [1.1, baseline] its baseline; may be repeated",
      repeated,
    )
    .option("--formulas <file>", "formulas with code, text and unit (.json)")
    .option("--out <path>", "write the framework document with its formulas (.json)")
    .option(...ACTIVITY)
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (path: string, options: DeriveOptions) =>
      done(await (await import("../commands/derive.ts")).runDerive(path, options, terminal)),
    );
  command(
    "map",
    "guess what the columns of a table hold: a mapping for compute, and its explanation",
    "cadre map framework.json visits.csv --out mapping.json",
  )
    .argument("<framework>", "framework document, or measurement framework (.json)")
    .argument("<table>", "a table of observations (.csv), with headings or hashtags of HXL")
    .option("--out <path>", "write the mapping there, whole or not at all")
    .addOption(language("the output"))
    .action(async (framework: string, table: string, options: MapOptions) =>
      done(await (await import("../commands/map.ts")).runMap(framework, table, options, terminal)),
    );
  command(
    "protect",
    "withhold or round small counts of a table, with what would give them back, also together with earlier releases",
    "cadre protect counts.csv --axes sex,place --value people --min-cell 5 --out safe.csv",
  )
    .argument("<table>", "counts, one row for each combination of categories (.csv)")
    .requiredOption("--axes <columns>", "the columns of the categories: sex,place", list)
    .requiredOption("--value <column>", "the column of the counts")
    .option(...MIN_CELL)
    .option("--zeros", "zeros are sensitive as well")
    .option(
      "--round-to <base>",
      "publish multiples of this, and withhold only what can be learned nevertheless",
    )
    .option("--released <file>", "what was released before of the same values; may be repeated", repeated)
    .option(
      "--running <file>",
      "of running totals: what was released before, in order; may be repeated",
      repeated,
    )
    .option("--before <table>", "of running totals: the table of the last release in full")
    .option("--out <path>", "write there, whole or not at all")
    .option(...JSON_OPTION)
    .addOption(language("the messages"))
    .action(async (path: string, options: ProtectCommandOptions) =>
      done(await (await import("../commands/protect.ts")).runProtect(path, options, terminal)),
    );
}
