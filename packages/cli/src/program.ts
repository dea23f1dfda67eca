import type { Language } from "@cadre/core";
import { Argument, Command, Option } from "commander";
import type { ArchiveOptions } from "./commands/archive.ts";
import type { CheckCommandOptions } from "./commands/check.ts";
import type { ReadOptions } from "./commands/command.ts";
import type { ComputeOptions } from "./commands/compute.ts";
import type { ConvertOptions } from "./commands/convert.ts";
import type { DeriveOptions } from "./commands/derive.ts";
import type { InspectOptions } from "./commands/inspect.ts";
import type { KeyOptions } from "./commands/key.ts";
import type { LogOptions } from "./commands/log.ts";
import type { MapOptions } from "./commands/map.ts";
import type { PortfolioOptions } from "./commands/portfolio.ts";
import type { ServeOptions } from "./commands/serve.ts";
import type { PlanSurveyOptions, SurveyOptions } from "./commands/survey.ts";
import { completionScript, SHELLS, type Shell } from "./completion.ts";
import { EXIT } from "./exit.ts";
import { READABLE_EXTENSIONS, WRITABLE_FORMATS } from "./formats/names.ts";
import type { Terminal } from "./terminal.ts";

const LANGUAGES: readonly Language[] = ["en", "fr"];
const READABLE = `report, framework or budget annex (${READABLE_EXTENSIONS.join(", ")})`;
const INPUTS = `${READABLE}; files, folders, globs, or - for standard input`;

const list = (text: string) => text.split(",").map((name) => name.trim());
const repeated = (value: string, before: string[] = []) => [...before, value];

const JSON_OPTION = ["--json", "print JSON"] as const;
const ACTIVITY = ["--activity <id>", "which activity of a file of IATI, by its identifier"] as const;
const MAPPING = [
  "--mapping <file>",
  "how rows become observations: of a table (from cadre map), of DHIS2, of KoboToolbox",
] as const;
const FORM = ["--form <file>", "the form that a KoboToolbox mapping refers to (.json)"] as const;
const ON = ["--on <date>", "the day whose goals and time hold, YYYY-MM-DD"] as const;
const MIN_CELL = [
  "--min-cell <number>",
  "withhold counts below this, and what would give them back",
] as const;
const RATES = [
  "--rates <file>",
  "rates of exchange (.csv: currency, since, rate per dollar; or .json), to convert amounts by",
] as const;
const CURRENCY = ["--currency <code>", "with --rates: the currency that amounts are converted to"] as const;
const RATES_ON = [
  "--rates-on <date>",
  "with --rates: the day whose rates hold for the budget. Default: the project's first day",
] as const;
const AS_OF = ["--as-of <date>", "what was known on this day, YYYY-MM-DD"] as const;
const language = (of: string) => new Option("--lang <language>", `language of ${of}`).choices(LANGUAGES);

/**
 * The commands with their arguments. What a command does is loaded when it is called, so that `--help` and completion load nothing else.
 * @param done receives the exit code of the command that ran.
 */
export function createProgram(version: string, terminal: Terminal, done: (exit: number) => void): Command {
  const program = new Command("cadre")
    .description("Results frameworks of the UN Peacebuilding Fund: read, compute, check")
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const command = (name: string, description: string, example: string) =>
    program.command(name).description(description).addHelpText("after", `\nExample:\n  ${example}`);

  command(
    "inspect",
    "show indicators, gender budget, activities and findings of reports or frameworks",
    "cadre inspect report.fr.txt --lang fr",
  )
    .argument("<inputs...>", INPUTS)
    .option(...ACTIVITY)
    .option(...ON)
    .option(...JSON_OPTION)
    .option(...RATES)
    .option(...CURRENCY)
    .option(...RATES_ON)
    .addOption(language("the output"))
    .action(async (inputs: string[], options: InspectOptions) =>
      done(await (await import("./commands/inspect.ts")).runInspect(inputs, options, terminal)),
    );
  command(
    "check",
    "show only the findings; exit 1 where one is an error",
    "cadre check report.fr.txt --previous last-year.fr.txt",
  )
    .argument("<inputs...>", INPUTS)
    .option(...ACTIVITY)
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
      done(await (await import("./commands/check.ts")).runCheck(inputs, options, terminal)),
    );
  command(
    "explain",
    "say what a rule is about, its source, and how to mend what it finds",
    "cadre explain breakdown-sum",
  )
    .argument("<rule>", "a rule's id, as check prints it in brackets")
    .addOption(language("the output"))
    .action(async (rule: string, options: { lang?: Language }) =>
      done(await (await import("./commands/explain.ts")).runExplain(rule, options, terminal)),
    );
  command(
    "portfolio",
    "show one row for each project of many reports, or write every indicator of every report as a table",
    "cadre portfolio reports/ --to csv --out indicators.csv",
  )
    .argument("<inputs...>", INPUTS)
    .option(...JSON_OPTION)
    .addOption(
      new Option("--to <format>", "write the long table, or a page").choices(["csv", "parquet", "html"]),
    )
    .option("--out <path>", "file to write, whole or not at all")
    .option("--on <date>", "the day that time and lateness are measured on, YYYY-MM-DD. Default: today")
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
      done(await (await import("./commands/portfolio.ts")).runPortfolio(inputs, options, terminal)),
    );
  command(
    "diff",
    "show what changed between two documents of a project, and which findings are new or gone",
    "cadre diff report-2020.fr.txt report-2021.fr.txt --lang fr",
  )
    .argument("<before>", READABLE)
    .argument("<after>", READABLE)
    .option(...ACTIVITY)
    .option(...JSON_OPTION)
    .addOption(language("the output"))
    .action(async (before: string, after: string, options: ReadOptions) =>
      done(await (await import("./commands/diff.ts")).runDiff(before, after, options, terminal)),
    );
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
        await (await import("./commands/compute.ts")).runCompute(framework, observations, options, terminal),
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
      done(await (await import("./commands/derive.ts")).runDerive(path, options, terminal)),
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
      done(await (await import("./commands/map.ts")).runMap(framework, table, options, terminal)),
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
      done(await (await import("./commands/survey.ts")).runSurvey(path, options, terminal)),
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
      done((await import("./commands/survey.ts")).runPlanSurvey(options, terminal)),
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
    .option(...MIN_CELL)
    .option(...RATES)
    .option(...CURRENCY)
    .option(...RATES_ON)
    .addOption(language("labels and messages"))
    .action(async (file: string, options: ConvertOptions) =>
      done(await (await import("./commands/convert.ts")).runConvert(file, options, terminal)),
    );
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
    .option(...MIN_CELL)
    .option("--watch", "read a file again whenever it changes; pages that show it follow")
    .option("--open", "open the portfolio, or the one project, in the browser")
    .addOption(language("the dashboard"))
    .action(async (inputs: string[], options: ServeOptions) =>
      done(await (await import("./commands/serve.ts")).runServe(inputs, options, terminal)),
    );
  command(
    "key",
    "make a key for the service: its entry on standard output, its secret on standard error",
    "cadre key cora --role convening-agency --agency PAM > keys.json",
  )
    .argument("<holder>", "who holds it")
    .addOption(
      new Option("--role <role>", "role of the holder")
        .choices(["recipient-agency", "convening-agency", "secretariat", "pbso", "viewer", "system"])
        .default("viewer"),
    )
    .option("--agency <name>", "the agency that they act for")
    .option("--project <names...>", "projects that it is for. Default: all")
    .action(async (holder: string, options: KeyOptions) =>
      done(await (await import("./commands/key.ts")).runKey(holder, options, terminal)),
    );
  const LOG = "a log: a file of SQLite, or the address of a PostgreSQL database (postgres://…)";
  const schemaOption = () => new Option("--schema <name>", "schema of a log in PostgreSQL. Default: cadre");
  command(
    "verify",
    "verify every entry of a log; prints the last entry of each stream, to be noted elsewhere",
    "cadre verify data/events.sqlite > heads.json",
  )
    .argument("<log>", LOG)
    .addOption(schemaOption())
    .option("--heads <file>", "heads that were printed before, and must still be there (.json)")
    .addOption(language("messages"))
    .action(async (place: string, options: LogOptions) =>
      done(await (await import("./commands/log.ts")).runVerify(place, options, terminal)),
    );
  command(
    "backup",
    "copy a log that may be in use into a file of SQLite, verified; prints its heads",
    "cadre backup data/events.sqlite events-backup.sqlite",
  )
    .argument("<log>", LOG)
    .argument("<file>", "the backup, which must not be there yet")
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (place: string, file: string, options: LogOptions) =>
      done(await (await import("./commands/log.ts")).runBackup(place, file, options, terminal)),
    );
  command(
    "restore",
    "put a backup where there is no log yet, verified; readers have to begin anew",
    "cadre restore events-backup.sqlite data/events.sqlite",
  )
    .argument("<file>", "the backup")
    .argument("<log>", LOG)
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (file: string, place: string, options: LogOptions) =>
      done(await (await import("./commands/log.ts")).runRestore(file, place, options, terminal)),
    );
  command(
    "archive",
    "divide a log that is not in use: closed projects into an archive, the others into a log that takes its place; prints the archive's heads",
    "cadre archive data/events.sqlite archive-2026.sqlite events-new.sqlite",
  )
    .argument("<log>", LOG)
    .argument("<archive>", "a file for the projects that are archived, which must not be there yet")
    .argument("<rest>", "a file for the others, which must not be there yet")
    .option("--project <names...>", "projects to archive. Default: those that are financially closed")
    .addOption(schemaOption())
    .addOption(language("messages"))
    .action(async (place: string, archive: string, rest: string, options: ArchiveOptions) =>
      done(await (await import("./commands/archive.ts")).runArchive(place, archive, rest, options, terminal)),
    );
  command(
    "completion",
    "print a script that completes commands, options and files in a shell",
    "source <(cadre completion bash)",
  )
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: Shell) => {
      terminal.out(completionScript(program, shell));
      done(EXIT.done);
    });
  return program;
}
