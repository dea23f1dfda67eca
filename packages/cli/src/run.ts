import { Language } from "@cadre/core";
import { Argument, Command, CommanderError, Option } from "commander";
import { runCheck } from "./commands/check.ts";
import { EXIT, type ReadOptions, type Terminal } from "./commands/command.ts";
import { type ComputeOptions, runCompute } from "./commands/compute.ts";
import { type ConvertOptions, runConvert } from "./commands/convert.ts";
import { runDiff } from "./commands/diff.ts";
import { runInspect } from "./commands/inspect.ts";
import { type KeyOptions, runKey } from "./commands/key.ts";
import { type MapOptions, runMap } from "./commands/map.ts";
import { runServe, type ServeOptions } from "./commands/serve.ts";
import { completionScript, SHELLS, type Shell } from "./completion.ts";
import { READERS, WRITERS } from "./formats/index.ts";

type Reader = (file: string, options: ReadOptions, terminal: Terminal) => Promise<number>;

const BY = (text: string) => text.split(",").map((name) => name.trim());
const ACTIVITY = ["--activity <id>", "which activity of a file of IATI, by its identifier"] as const;
const MAPPING = [
  "--mapping <file>",
  "how rows become observations: of a table (from cadre map), of DHIS2, of KoboToolbox",
] as const;
const FORM = ["--form <file>", "the form that a KoboToolbox mapping refers to (.json)"] as const;
const AS_OF = ["--as-of <date>", "what was known on this day, YYYY-MM-DD"] as const;

const READABLE = `report or framework (${READERS.flatMap(({ extensions }) => extensions).join(", ")})`;

/** Runs `cadre` with its arguments and returns the exit code: 0 done, 1 the input has errors, 2 wrong use. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = EXIT.done;
  const program = new Command("cadre")
    .description("Results frameworks of the UN Peacebuilding Fund: read, compute, check")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const reader = (name: string, description: string, example: string, read: Reader) =>
    program
      .command(name)
      .description(description)
      .argument("<file>", READABLE)
      .option(...ACTIVITY)
      .option("--json", "print JSON")
      .addOption(new Option("--lang <language>", "language of the output").choices(Language.options))
      .addHelpText("after", `\nExample:\n  ${example}`)
      .action(async (file: string, options: ReadOptions) => {
        exit = await read(file, options, terminal);
      });
  reader(
    "inspect",
    "show indicators, gender budget, activities and findings of a report or framework",
    "cadre inspect report.fr.txt --lang fr",
    runInspect,
  );
  reader(
    "check",
    "show only the findings; exit 1 where one is an error",
    "cadre check report.fr.txt --previous last-year.fr.txt",
    runCheck,
  )
    .option("--previous <file>", "the project's previous report, for rules that compare the two")
    .option("--annex <file>", "the project's budget annex (.xlsx), checked against the report")
    .option("--fix", "apply certain fixes, check again, and write the framework document")
    .option("--out <path>", "where the fixed document goes (.json); without it, the file itself")
    .option("--xsd", "validate a file of IATI against the official schema, too");
  program
    .command("diff")
    .description("show what changed between two reports of a project, and which findings are new or gone")
    .argument("<before>", READABLE)
    .argument("<after>", READABLE)
    .option(...ACTIVITY)
    .option("--json", "print JSON")
    .addOption(new Option("--lang <language>", "language of the output").choices(Language.options))
    .addHelpText("after", "\nExample:\n  cadre diff report-2020.fr.txt report-2021.fr.txt --lang fr")
    .action(async (before: string, after: string, options: ReadOptions) => {
      exit = await runDiff(before, after, options, terminal);
    });
  program
    .command("compute")
    .description("compute indicator values from observation rows")
    .argument("<framework>", "framework document or measurement framework (.json), or IATI (.xml)")
    .argument(
      "<observations>",
      "one observation a row (.csv, .json, .parquet, .arrow), the actuals of IATI (.xml), or what a mapping describes",
    )
    .option(...MAPPING)
    .option(...FORM)
    .option(...ACTIVITY)
    .option("--by <axes>", "split cells by axes, period, source or place: sex,period", BY)
    .option(...AS_OF)
    .option("--out <path>", "write there, whole or not at all")
    .option("--progress", "report progress also where standard error is not a terminal")
    .option("--json", "print JSON")
    .addOption(new Option("--lang <language>", "language of the output").choices(Language.options))
    .addHelpText("after", "\nExample:\n  cadre compute framework.json observations.csv --by sex,age --json")
    .action(async (framework: string, observations: string, options: ComputeOptions) => {
      exit = await runCompute(framework, observations, options, terminal);
    });
  program
    .command("map")
    .description("guess what the columns of a table hold: a mapping for compute, and its explanation")
    .argument("<framework>", "framework document, or measurement framework (.json)")
    .argument("<table>", "a table of observations (.csv), with headings or hashtags of HXL")
    .option("--out <path>", "write the mapping there, whole or not at all")
    .addOption(new Option("--lang <language>", "language of the output").choices(Language.options))
    .addHelpText("after", "\nExample:\n  cadre map framework.json visits.csv --out mapping.json")
    .action(async (framework: string, table: string, options: MapOptions) => {
      exit = await runMap(framework, table, options, terminal);
    });
  program
    .command("convert")
    .description("write a report or framework in another format, whole or not at all")
    .argument("<file>", READABLE)
    .addOption(
      new Option("--to <format>", "format to write")
        .choices(WRITERS.map(({ format }) => format))
        .makeOptionMandatory(),
    )
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
      BY,
    )
    .option(...AS_OF)
    .option(...ACTIVITY)
    .addOption(new Option("--lang <language>", "language of labels and messages").choices(Language.options))
    .addHelpText("after", "\nExample:\n  cadre convert report.fr.txt --to json --out framework.json")
    .action(async (file: string, options: ConvertOptions) => {
      exit = await runConvert(file, options, terminal);
    });
  program
    .command("serve")
    .description(
      "serve projects over HTTP, with the dashboard; without --data in memory, without --keys only to this machine",
    )
    .argument("[files...]", `${READABLE}, to show`)
    .option("--port <number>", "port; 0: any that is free", "8711")
    .option("--host <name>", "address to listen at", "127.0.0.1")
    .option("--data <path>", "folder for all data")
    .option("--keys <file>", "keys to the service (.json, from cadre key)")
    .addOption(new Option("--lang <language>", "language of the dashboard").choices(Language.options))
    .addHelpText("after", "\nExample:\n  cadre serve report.fr.txt")
    .action(async (files: string[], options: ServeOptions) => {
      exit = await runServe(files, options, terminal);
    });
  program
    .command("key")
    .description("make a key for the service: its entry on standard output, its secret on standard error")
    .argument("<holder>", "who holds it")
    .addOption(
      new Option("--role <role>", "role of the holder")
        .choices(["recipient-agency", "convening-agency", "secretariat", "pbso", "viewer", "system"])
        .default("viewer"),
    )
    .option("--agency <name>", "the agency that they act for")
    .option("--project <names...>", "projects that it is for. Default: all")
    .addHelpText("after", "\nExample:\n  cadre key cora --role convening-agency --agency PAM > keys.json")
    .action(async (holder: string, options: KeyOptions) => {
      exit = await runKey(holder, options, terminal);
    });
  program
    .command("completion")
    .description("print a script that completes commands, options and files in a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText("after", "\nExample:\n  source <(cadre completion bash)")
    .action((shell: Shell) => terminal.out(completionScript(program, shell)));
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.use;
  }
  return exit;
}
