import { Argument, Command } from "commander";
import { completionScript, SHELLS, type Shell } from "./completion.ts";
import { EXIT } from "./exit.ts";
import { dataCommands } from "./program/data.ts";
import { documentCommands } from "./program/documents.ts";
import { logCommands } from "./program/logs.ts";
import type { CommandGroup } from "./program/options.ts";
import { serviceCommands } from "./program/service.ts";
import { surveyCommands } from "./program/surveys.ts";
import type { Terminal } from "./terminal.ts";

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
  const command: CommandGroup["command"] = (name, description, example) =>
    program.command(name).description(description).addHelpText("after", `\nExample:\n  ${example}`);

  const group: CommandGroup = { command, terminal, done };
  documentCommands(group);
  dataCommands(group);
  surveyCommands(group);
  serviceCommands(group);
  logCommands(group);
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
