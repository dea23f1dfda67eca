import { Argument, type Command } from "commander";
import { completionScript, SHELLS, type Shell } from "./completion.ts";
import { EXIT } from "./exit.ts";
import { READABLE_EXTENSIONS } from "./formats/names.ts";
import type { HelpTexts } from "./help.en.ts";
import { LocalCommand } from "./program/command.ts";
import { dataCommands } from "./program/data.ts";
import { documentCommands } from "./program/documents.ts";
import { logCommands } from "./program/logs.ts";
import { type CommandGroup, choiceOption, LANGUAGES, oneOf } from "./program/options.ts";
import { serviceCommands } from "./program/service.ts";
import { surveyCommands } from "./program/surveys.ts";
import { ROLES } from "./roles.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

type Texts = Readonly<Record<string, string>>;

/** What texts of help leave open. */
const OPEN: Texts = { extensions: READABLE_EXTENSIONS.join(", "), roles: ROLES.join(", ") };
const filled = (text = ""): string => text.replace(/\{(\w+)\}/g, (_, name: string) => OPEN[name] ?? "");

/** Says what a command, its arguments and its options mean. */
function describe(command: Command, { commands, options }: HelpTexts): void {
  const own: { description: string; arguments: Texts; options: Texts } | undefined =
    commands[command.name() as keyof typeof commands];
  const shared: Texts = options;
  if (own !== undefined) command.description(own.description);
  for (const argument of command.registeredArguments)
    argument.description = filled(own?.arguments[argument.name()]);
  for (const option of command.options)
    option.description = filled(own?.options[option.long ?? ""] ?? shared[option.long ?? ""]);
}

/**
 * The commands with their arguments. What a command does is loaded when it is called, so that `--help` and completion load nothing else.
 * @param texts what help says, in the language of the terminal.
 * @param done receives the exit code of the command that ran.
 * Parsing throws a `UsageError` where a command is called wrongly.
 */
export function createProgram(
  version: string,
  terminal: Terminal,
  texts: HelpTexts,
  done: (exit: number) => void,
): Command {
  /** A command that takes a profile also takes its languages, which are known once it is loaded. */
  const language = ({ options }: Command) => {
    const option = choiceOption("--lang <language>", LANGUAGES);
    return options.some(({ long }) => long === "--profile") ? option.argParser((code) => code) : option;
  };
  const program = new LocalCommand("cadre", texts)
    .description(texts.program)
    .version(version, "-V, --version")
    .helpOption("-h, --help", texts.options["--help"])
    .helpCommand("help [command]", texts.commands.help.description)
    // A command's own `--lang` is not the program's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const chosen = { ...terminal };
  program.hook("preAction", async (_, action) => {
    const { lang, profile } = action.opts<{ lang?: string; profile?: string }>();
    if (lang === undefined || LANGUAGES.some((each) => each === lang)) return;
    const { profileOf } = await import("./profile.ts");
    const loaded = await profileOf(profile);
    // What is wrong with the profile is reported by the command.
    const own = loaded.ok ? loaded.value.languages : [];
    chosen.own = own.find(({ code }) => code === lang);
    if (loaded.ok && chosen.own === undefined) {
      const expected = [...LANGUAGES, ...own.map(({ code }) => code)];
      throw new UsageError("notAChoice", { subject: "--lang", found: lang, expected });
    }
    action.setOptionValue("lang", chosen.own?.fallback);
  });
  const command: CommandGroup["command"] = (name, example) =>
    program.command(name).addHelpText("after", `\n${texts.titles.example}\n  ${example}`);

  const group: CommandGroup = { command, terminal: chosen, done };
  documentCommands(group);
  dataCommands(group);
  surveyCommands(group);
  serviceCommands(group);
  logCommands(group);
  command("completion", "source <(cadre completion bash)")
    .addArgument(new Argument("<shell>").choices(SHELLS).argParser(oneOf("<shell>", SHELLS)))
    .action((shell: Shell) => {
      terminal.out(completionScript(program, shell));
      done(EXIT.done);
    });
  for (const each of [program, ...program.commands]) {
    each.addOption(language(each));
    describe(each, texts);
  }
  return program;
}
