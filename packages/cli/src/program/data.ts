import { Option } from "commander";
import type { ComputeOptions } from "../commands/compute.ts";
import type { DeriveOptions } from "../commands/derive.ts";
import type { MapOptions } from "../commands/map.ts";
import type { PlanSurveyOptions, SurveyOptions } from "../commands/survey.ts";
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

/** Commands that compute: from observations, from formulas, from the responses of a survey. */
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
    "survey",
    "estimate shares or means from the responses of a survey, with intervals",
    "cadre survey responses.csv --value trusts_police --weight weight --cluster village --by sex",
  )
    .argument(
      "<responses>",
      "one response a row (.csv), or submissions of KoboToolbox (.json); - for standard input",
    )
    .requiredOption("--value <column>", "the answers; 1 or 0 for a share. See --yes for other answers")
    .addOption(new Option("--kind <kind>", "what is estimated").choices(["share", "mean"]).default("share"))
    .option("--yes <answers>", "answers that mean yes: agree,strongly agree", list)
    .option("--no <answers>", "answers that mean no. Default: all others", list)
    .option("--missing <answers>", "answers that count as none given: don't know,refused", list)
    .option("--weight <column>", "sampling weight")
    .option("--stratum <column>", "stratum")
    .option("--cluster <column>", "primary sampling unit")
    .option("--fpc <column>", "units of the stratum in the population, or the share that was sampled")
    .option("--by <columns>", "split by these columns together: sex,region", list)
    .addOption(
      new Option("--method <method>", "interval of a share").choices(["wilson", "logit"]).default("wilson"),
    )
    .addOption(
      new Option("--single-unit <rule>", "what a stratum with a single sampled unit contributes")
        .choices(["refuse", "adjust", "average", "certainty"])
        .default("refuse"),
    )
    .option("--level <share>", "confidence level", "0.95")
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (path: string, options: SurveyOptions) =>
      done(await (await import("../commands/survey.ts")).runSurvey(path, options, terminal)),
    );
  command(
    "plan-survey",
    "say how many people a survey must ask: for a margin, or to find a change between two rounds",
    "cadre plan-survey --from 0.42 --to 0.5 --per-cluster 10 --intraclass 0.05 --response-rate 0.9",
  )
    .option("--margin <share>", "half the width of the interval: 0.05")
    .option("--share <share>", "with --margin: the share that is expected. Default: 0.5")
    .option("--from <share>", "share at the baseline")
    .option("--to <share>", "share at the end: the smallest change that the survey must detect")
    .option("--power <share>", "probability of finding the change. Default: 0.8")
    .option("--level <share>", "confidence level. Default: 0.95")
    .option("--design-effect <number>", "variance over that of a simple random sample")
    .option("--per-cluster <number>", "respondents in each cluster")
    .option("--intraclass <share>", "how alike respondents of one cluster are")
    .option("--population <number>", "people that the sample is drawn from")
    .option("--response-rate <share>", "share of those asked who answer. Default: 1")
    .option("--groups <number>", "groups that are each to be known. Default: 1")
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (options: PlanSurveyOptions) =>
      done((await import("../commands/survey.ts")).runPlanSurvey(options, terminal)),
    );
}
