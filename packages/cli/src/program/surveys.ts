import { type Command, Option } from "commander";
import type { LikertOptions } from "../commands/likert.ts";
import type { PlanSurveyOptions, SurveyOptions } from "../commands/survey.ts";
import type { CompareSurveysOptions } from "../commands/survey-compare.ts";
import { type CommandGroup, JSON_OPTION, language, list } from "./options.ts";

const RESPONSES = "one response a row (.csv), or submissions of KoboToolbox (.json); - for standard input";

/** Options that say how a sample was drawn, and how precise its estimates are to be. */
const ofSample = (command: Command): Command =>
  command
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
    .option("--level <share>", "confidence level", "0.95");

/** Commands about surveys: estimates, comparisons, scales, sample sizes. */
export function surveyCommands({ command, terminal, done }: CommandGroup): void {
  ofSample(
    command(
      "survey",
      "estimate shares or means from the responses of a survey, with intervals",
      "cadre survey responses.csv --value trusts_police --weight weight --cluster village --by sex",
    )
      .argument("<responses>", RESPONSES)
      .requiredOption("--value <column>", "the answers; 1 or 0 for a share. See --yes for other answers")
      .addOption(new Option("--kind <kind>", "what is estimated").choices(["share", "mean"]).default("share"))
      .option("--yes <answers>", "answers that mean yes: agree,strongly agree", list)
      .option("--no <answers>", "answers that mean no. Default: all others", list)
      .option("--missing <answers>", "answers that count as none given: don't know,refused", list)
      .option("--chart <file>", "write a picture of the estimates (.svg, .png)")
      .option(...JSON_OPTION)
      .addOption(language("the output")),
  ).action(async (path: string, options: SurveyOptions) =>
    done(await (await import("../commands/survey.ts")).runSurvey(path, options, terminal)),
  );
  ofSample(
    command(
      "compare-surveys",
      "compare two rounds of a survey: the change with its interval, its test, and what could have been found",
      "cadre compare-surveys 2020.csv 2022.csv --value trusts_police --weight weight --cluster village",
    )
      .argument("[responses...]", "responses before and after (.csv, .json); one file with --round")
      .option("--value <column>", "the answers; 1 or 0 for a share. See --yes for other answers")
      .addOption(new Option("--kind <kind>", "what is compared").choices(["share", "mean"]).default("share"))
      .option("--yes <answers>", "answers that mean yes: agree,strongly agree", list)
      .option("--no <answers>", "answers that mean no. Default: all others", list)
      .option("--missing <answers>", "answers that count as none given: don't know,refused", list)
      .option("--round <column>", "of one file: the column that names the round")
      .option("--rounds <names>", "of one file: the first and the last round: baseline,endline", list)
      .option("--before <estimate>", "a published share and its respondents: 0.42,400")
      .option("--after <estimate>", "the same of the later round")
      .option("--design-effect <number>", "with --before and --after. Default: a simple random sample")
      .option("--chart <file>", "write a picture of the estimates (.svg, .png)")
      .option(...JSON_OPTION)
      .addOption(language("the output")),
  ).action(async (files: string[], options: CompareSurveysOptions) =>
    done(await (await import("../commands/survey-compare.ts")).runCompareSurveys(files, options, terminal)),
  );
  ofSample(
    command(
      "likert",
      "summarise answers on a scale: the share of each level, the median, the net score, with intervals",
      'cadre likert responses.csv --items safe,trust --levels "disagree,neither,agree" --chart scale.svg',
    )
      .argument("<responses>", RESPONSES)
      .requiredOption("--items <columns>", "the questions that are answered on the scale", list)
      .requiredOption("--levels <levels>", "the answers of the scale, lowest first", list)
      .option("--positive <levels>", "levels that count for the net score. Default: above the middle", list)
      .option("--negative <levels>", "levels that count against it. Default: below the middle", list)
      .option("--missing <answers>", "answers that count as none given: don't know,refused", list)
      .option("--chart <file>", "write a picture of the scale (.svg, .png)")
      .option(...JSON_OPTION)
      .addOption(language("the output")),
  ).action(async (path: string, options: LikertOptions) =>
    done(await (await import("../commands/likert.ts")).runLikert(path, options, terminal)),
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
