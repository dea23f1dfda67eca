import type { Language } from "@cadre/core";
import { type Command, Option } from "commander";
import { READABLE_EXTENSIONS } from "../formats/names.ts";
import type { Terminal } from "../terminal.ts";

/** What a group of commands is added to. */
export interface CommandGroup {
  /** Adds a command. */
  command: (name: string, description: string, example: string) => Command;
  terminal: Terminal;
  /** Receives the exit code of the command that ran. */
  done: (exit: number) => void;
}

const LANGUAGES: readonly Language[] = ["en", "fr"];
export const READABLE = `report, framework or budget annex (${READABLE_EXTENSIONS.join(", ")})`;
export const INPUTS = `${READABLE}; files, folders, globs, or - for standard input`;

export const list = (text: string) => text.split(",").map((name) => name.trim());
export const repeated = (value: string, before: string[] = []) => [...before, value];

export const JSON_OPTION = ["--json", "print JSON"] as const;
export const ACTIVITY = ["--activity <id>", "which activity of a file of IATI, by its identifier"] as const;
export const MAPPING = [
  "--mapping <file>",
  "how rows become observations: of a table (from cadre map), of DHIS2, of KoboToolbox",
] as const;
export const FORM = ["--form <file>", "the form that a KoboToolbox mapping refers to (.json)"] as const;
export const PROFILE = [
  "--profile <module>",
  "what an agency adds to states, events, causes and roles (.ts, .js: a module that exports a profile; it is run)",
] as const;
export const ON = ["--on <date>", "the day whose goals and time hold, YYYY-MM-DD"] as const;
export const MIN_CELL = [
  "--min-cell <number>",
  "withhold counts below this, and what would give them back",
] as const;
export const RATES = [
  "--rates <file>",
  "rates of exchange (.csv: currency, since, rate per dollar; or .json), to convert amounts by",
] as const;
export const CURRENCY = [
  "--currency <code>",
  "with --rates: the currency that amounts are converted to",
] as const;
export const RATES_ON = [
  "--rates-on <date>",
  "with --rates: the day whose rates hold for the budget. Default: the project's first day",
] as const;
export const AS_OF = ["--as-of <date>", "what was known on this day, YYYY-MM-DD"] as const;
export const language = (of: string) =>
  new Option("--lang <language>", `language of ${of}`).choices(LANGUAGES);
