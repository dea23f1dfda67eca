import { type Argument, Command, Help, type Option } from "commander";
import type { HelpTexts } from "../help.en.ts";
import { UsageError } from "../usage.ts";

/** What stands for something in flags and lines of usage, in the language of the texts: `<file>`, `[options]`. */
const localised = (text: string, { placeholders }: HelpTexts): string =>
  text.replace(
    /([<[])([a-z-]+)(?=(?:\.\.\.)?[>\]])/g,
    (_, open: string, name: string) => open + (placeholders[name] ?? name),
  );

/** Help in the language of the texts. */
class LocalHelp extends Help {
  readonly #texts: HelpTexts;

  constructor(texts: HelpTexts) {
    super();
    this.#texts = texts;
  }

  override styleTitle(title: string): string {
    const { usage, arguments: of, options, commands } = this.#texts.titles;
    return { "Usage:": usage, "Arguments:": of, "Options:": options, "Commands:": commands }[title] ?? title;
  }

  override commandUsage(command: Command): string {
    return localised(super.commandUsage(command), this.#texts);
  }

  override subcommandTerm(command: Command): string {
    return localised(super.subcommandTerm(command), this.#texts);
  }

  override optionTerm(option: Option): string {
    return localised(super.optionTerm(option), this.#texts);
  }

  override argumentTerm(argument: Argument): string {
    const name = super.argumentTerm(argument);
    return this.#texts.placeholders[name] ?? name;
  }

  override optionDescription({ description, argChoices, defaultValue }: Option): string {
    return this.#described(description, argChoices, defaultValue);
  }

  override argumentDescription({ description, argChoices, defaultValue }: Argument): string {
    return this.#described(description, argChoices, defaultValue);
  }

  #described(description: string, values: readonly string[] | undefined, initial: unknown): string {
    return [
      description,
      ...(values === undefined ? [] : [`(${this.#texts.choices(values.join(", "))})`]),
      ...(initial === undefined ? [] : [`(${this.#texts.initial(String(initial))})`]),
    ].join(" ");
  }
}

/**
 * A command whose help and errors are in the language of the texts. The methods that report wrong use are Commander's own, which its types
 * do not list; `usage.test.ts` fails where a release of it no longer calls them.
 */
export class LocalCommand extends Command {
  readonly #texts: HelpTexts;

  constructor(name: string, texts: HelpTexts) {
    super(name);
    this.#texts = texts;
  }

  override createCommand(name = ""): LocalCommand {
    return new LocalCommand(name, this.#texts);
  }

  override createHelp(): Help {
    return Object.assign(new LocalHelp(this.#texts), this.configureHelp());
  }

  get #path(): string {
    return this.parent === null ? this.name() : `${this.parent.name()} ${this.name()}`;
  }

  #refuse(kind: UsageError["kind"], details: UsageError["details"]): never {
    throw new UsageError(kind, { ...details, command: this.#path });
  }

  unknownOption(flag: string): void {
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap(({ long }) => long ?? []);
    this.#refuse("unknownOption", { subject: flag, expected: known });
  }

  unknownCommand(): void {
    const known = this.createHelp()
      .visibleCommands(this)
      .map((command) => command.name());
    this.#refuse("unknownCommand", { subject: this.args[0] ?? "", expected: known });
  }

  missingArgument(name: string): void {
    this.#refuse("missingArgument", { subject: localised(`<${name}>`, this.#texts) });
  }

  optionMissingArgument({ flags }: Option): void {
    this.#refuse("missingValue", { subject: localised(flags, this.#texts) });
  }

  missingMandatoryOptionValue({ flags }: Option): void {
    this.#refuse("missingOption", { subject: localised(flags, this.#texts) });
  }

  _excessArguments(received: readonly string[]): void {
    const expected = this.registeredArguments.map((argument) =>
      localised(`<${argument.name()}>`, this.#texts),
    );
    this.#refuse("tooManyArguments", {
      found: received.join(" "),
      expected: [expected.length === 0 ? this.#texts.errors.nothing : expected.join(" ")],
    });
  }
}
