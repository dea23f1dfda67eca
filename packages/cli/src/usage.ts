import type { HelpTexts } from "./help.en.ts";

const CODES = {
  unknownOption: "unknown-option",
  unknownCommand: "unknown-command",
  missingArgument: "argument-missing",
  missingValue: "option-value-missing",
  missingOption: "option-missing",
  notAChoice: "not-a-choice",
  tooManyArguments: "too-many-arguments",
} as const;

interface Details {
  /** What it is about: an option, a command, an argument. */
  subject?: string;
  /** What was written. */
  found?: string;
  /** What may be written there. */
  expected?: readonly string[];
  /** The command whose help says more: `cadre inspect`. */
  command?: string;
}

/** A command that was called wrongly. It is reported in the user's language, and nothing is done: exit 2. */
export class UsageError extends Error {
  readonly kind: keyof typeof CODES;
  readonly details: Details;

  constructor(kind: keyof typeof CODES, details: Details) {
    super(kind);
    this.kind = kind;
    this.details = details;
  }
}

/** The lines that say what was wrong: what was found, what was expected or may have been meant, and where help is. */
export async function usageLines({ kind, details }: UsageError, { errors }: HelpTexts): Promise<string[]> {
  const { subject = "", found, expected = [], command } = details;
  const text = errors[kind];
  // Loaded where something is wrong: help and completion need nothing of the core.
  const { nearest } = await import("@cadre/core/internal");
  const near = kind === "unknownOption" || kind === "unknownCommand" ? nearest(subject, expected) : null;
  return [
    `cadre: ${typeof text === "string" ? text : text(subject)} [${CODES[kind]}]`,
    ...(found === undefined ? [] : [`  ${errors.found(found)}`]),
    ...(near !== null
      ? [`  ${errors.didYouMean(near)}`]
      : expected.length > 0
        ? [`  ${errors.expected(expected.join(" | "))}`]
        : []),
    ...(command === undefined ? [] : [`  ${errors.seeHelp(`${command} --help`)}`]),
  ];
}
