import type { Language } from "@cadre/core";
import { type Command, Option } from "commander";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage.ts";

/** What a group of commands is added to. */
export interface CommandGroup {
  /** Adds a command. What it and its options mean is in the catalogues of help. */
  command: (name: string, example: string) => Command;
  terminal: Terminal;
  /** Receives the exit code of the command that ran. */
  done: (exit: number) => void;
}

export const LANGUAGES: readonly Language[] = ["en", "fr"];

/** An option that takes a list: `sex,place`. */
export const listOption = (flags: string): Option =>
  new Option(flags).argParser((text: string) => text.split(",").map((name) => name.trim()));

/** An option that may be repeated. */
export const repeatedOption = (flags: string): Option =>
  new Option(flags).argParser((value: string, before: string[] = []) => [...before, value]);

/** What a value must be one of. */
export const oneOf =
  (subject: string, values: readonly string[]) =>
  (value: string): string => {
    if (!values.includes(value))
      throw new UsageError("notAChoice", { subject, found: value, expected: values });
    return value;
  };

/** An option that takes one of some values. */
export const choiceOption = (flags: string, values: readonly string[], initial?: string): Option =>
  new Option(flags)
    .choices(values)
    .default(initial)
    .argParser(oneOf(flags.replace(/ .*/, ""), values));
