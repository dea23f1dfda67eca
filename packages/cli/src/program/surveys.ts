import { type Command, Option } from "commander";
import type { LikertOptions } from "../commands/likert.ts";
import type { PlanSurveyOptions, SurveyOptions } from "../commands/survey.ts";
import type { CompareSurveysOptions } from "../commands/survey-compare.ts";
import { type CommandGroup, choiceOption, listOption } from "./options.ts";

/** Options that say how a sample was drawn, and how precise its estimates are to be. */
const ofSample = (command: Command): Command =>
  command
    .option("--weight <column>")
    .option("--stratum <column>")
    .option("--cluster <column>")
    .option("--fpc <column>")
    .addOption(listOption("--by <columns>"))
    .addOption(choiceOption("--method <method>", ["wilson", "logit"], "wilson"))
    .addOption(choiceOption("--single-unit <rule>", ["refuse", "adjust", "average", "certainty"], "refuse"))
    .addOption(new Option("--level <share>").default("0.95"));

/** Commands about surveys: estimates, comparisons, scales, sample sizes. */
export function surveyCommands({ command, terminal, done }: CommandGroup): void {
  ofSample(
    command(
      "survey",
      "cadre survey responses.csv --value trusts_police --weight weight --cluster village --by sex",
    )
      .argument("<responses>")
      .requiredOption("--value <column>")
      .addOption(choiceOption("--kind <kind>", ["share", "mean"], "share"))
      .addOption(listOption("--yes <answers>"))
      .addOption(listOption("--no <answers>"))
      .addOption(listOption("--missing <answers>"))
      .option("--chart <file>")
      .option("--json"),
  ).action(async (path: string, options: SurveyOptions) =>
    done(await (await import("../commands/survey.ts")).runSurvey(path, options, terminal)),
  );
  ofSample(
    command(
      "compare-surveys",
      "cadre compare-surveys 2020.csv 2022.csv --value trusts_police --weight weight --cluster village",
    )
      .argument("[responses...]")
      .option("--value <column>")
      .addOption(choiceOption("--kind <kind>", ["share", "mean"], "share"))
      .addOption(listOption("--yes <answers>"))
      .addOption(listOption("--no <answers>"))
      .addOption(listOption("--missing <answers>"))
      .option("--round <column>")
      .addOption(listOption("--rounds <names>"))
      .option("--before <estimate>")
      .option("--after <estimate>")
      .option("--design-effect <number>")
      .option("--chart <file>")
      .option("--json"),
  ).action(async (files: string[], options: CompareSurveysOptions) =>
    done(await (await import("../commands/survey-compare.ts")).runCompareSurveys(files, options, terminal)),
  );
  ofSample(
    command(
      "likert",
      'cadre likert responses.csv --items safe,trust --levels "disagree,neither,agree" --chart scale.svg',
    )
      .argument("<responses>")
      .addOption(listOption("--items <columns>").makeOptionMandatory())
      .addOption(listOption("--levels <levels>").makeOptionMandatory())
      .addOption(listOption("--positive <levels>"))
      .addOption(listOption("--negative <levels>"))
      .addOption(listOption("--missing <answers>"))
      .option("--chart <file>")
      .option("--json"),
  ).action(async (path: string, options: LikertOptions) =>
    done(await (await import("../commands/likert.ts")).runLikert(path, options, terminal)),
  );
  command(
    "plan-survey",
    "cadre plan-survey --from 0.42 --to 0.5 --per-cluster 10 --intraclass 0.05 --response-rate 0.9",
  )
    .option("--margin <share>")
    .option("--share <share>")
    .option("--from <share>")
    .option("--to <share>")
    .option("--power <share>")
    .option("--level <share>")
    .option("--design-effect <number>")
    .option("--per-cluster <number>")
    .option("--intraclass <share>")
    .option("--population <number>")
    .option("--response-rate <share>")
    .option("--groups <number>")
    .option("--json")
    .action(async (options: PlanSurveyOptions) =>
      done((await import("../commands/survey.ts")).runPlanSurvey(options, terminal)),
    );
}
