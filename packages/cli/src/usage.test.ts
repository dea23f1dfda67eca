import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { cadre } from "../test/terminal.ts";
import { help as english } from "./help.en.ts";
import { help as french } from "./help.fr.ts";
import { createProgram } from "./program.ts";

const terminal = {
  ...{ out: () => {}, error: () => {}, width: 80, color: false, interactive: false },
  language: "en" as const,
};
const programs = [english, french].map((texts) => createProgram("1.2.3", terminal, texts, () => {}));

describe.each([
  ["en", english],
  ["fr", french],
] as const)("help in %s", (lang, texts) => {
  it("says what each command, argument and option means", () => {
    const missing = programs.flatMap((program) =>
      [program, ...program.commands].flatMap((command) => [
        ...(command.description() === "" ? [command.name()] : []),
        ...command.registeredArguments
          .filter(({ description }) => description === "")
          .map((argument) => `${command.name()} ${argument.name()}`),
        ...command.options
          .filter(({ description }) => description === "")
          .map(({ flags }) => `${command.name()} ${flags}`),
      ]),
    );
    expect(missing).toEqual([]);
  });

  it("has no text that nothing shows", () => {
    const [program] = programs;
    const used = (program?.commands ?? []).flatMap((command) => command.options.map(({ long }) => long));
    const own = ["--help", "--version"];
    expect(Object.keys(texts.options).filter((flag) => !used.includes(flag) && !own.includes(flag))).toEqual(
      [],
    );
    for (const [name, { arguments: of, options }] of Object.entries(texts.commands)) {
      const command = program?.commands.find((each) => each.name() === name);
      if (name === "help") continue;
      expect([name, Object.keys(of)]).toEqual([
        name,
        command?.registeredArguments.map((each) => each.name()),
      ]);
      const flags = command?.options.map(({ long }) => long) ?? [];
      expect([name, Object.keys(options).filter((flag) => !flags.includes(flag))]).toEqual([name, []]);
    }
  });

  it("is asked for before a command and after it", async () => {
    const { usage, options, commands } = texts.titles;
    for (const args of [
      ["--lang", lang, "--help"],
      ["--help", `--lang=${lang}`],
      ["--lang", lang, "help"],
    ]) {
      const { out, exit } = await cadre(...args);
      expect([args, exit]).toEqual([args, 0]);
      for (const title of [usage, options, commands])
        expect([args, out]).toEqual([args, expect.stringContaining(title)]);
    }
    for (const args of [
      ["check", "--help", "--lang", lang],
      ["--lang", lang, "check", "--help"],
      ["--lang", lang, "help", "check"],
    ]) {
      const { out } = await cadre(...args);
      expect(out).toContain(texts.commands.check.description);
      expect(out).toContain(texts.options["--help"]);
      if (lang === "fr")
        expect(out).not.toMatch(/Usage|Arguments:|Options:|display|choices|default|<file>|<path>/);
    }
  });
});

// A method that Commander no longer calls would leave its own English message.
describe("wrong use", () => {
  it.each([
    ["unknown-option", ["inspect", "x", "--jsn"], "did you mean --json?", "vouliez-vous dire --json ?"],
    ["unknown-option", ["inspect", "x", "-x"], "expected: --activity |", "attendu\u00a0: --activity |"],
    ["unknown-option", ["--jsn"], "there is no option --jsn", "l’option --jsn n’existe pas"],
    ["unknown-command", ["inspct", "x"], "did you mean inspect?", "vouliez-vous dire inspect ?"],
    ["argument-missing", ["inspect"], "the argument <inputs> is missing", "il manque l’argument <fichiers>"],
    ["argument-missing", ["diff", "a"], "<after> is missing", "l’argument <après>"],
    ["too-many-arguments", ["diff", "a", "b", "c"], "found: a b c", "trouvé\u00a0: a b c"],
    ["too-many-arguments", ["plan-survey", "a"], "expected: nothing", "attendu\u00a0: rien"],
    ["option-value-missing", ["convert", "x", "--to"], "--to <format> needs", "--to <format> demande"],
    ["option-missing", ["convert", "x"], "--to <format> is required", "--to <format> est obligatoire"],
    ["not-a-choice", ["convert", "x", "--to", "doc"], "expected: json |", "attendu\u00a0: json |"],
    ["not-a-choice", ["completion", "tcsh"], "found: tcsh", "trouvé\u00a0: tcsh"],
    [
      "not-a-choice",
      ["key", "a", "--role", "boss"],
      "expected: recipient-agency",
      "attendu\u00a0: recipient-agency",
    ],
  ] as const)("%s of %j is said in both languages", async (code, args, en, fr) => {
    for (const [lang, part] of [
      ["en", en],
      ["fr", fr],
    ] as const) {
      const { exit, out, error } = await cadre("--lang", lang, ...args);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(error).toContain(`[${code}]`);
      expect(error).toContain(part);
      expect(error).toMatch(/^cadre: /);
      expect(error).not.toMatch(/^error|Did you mean one|Allowed choices/m);
    }
  });

  it("says in no language of its own that a language is unknown", async () => {
    const { exit, error } = await cadre("inspect", "x", "--lang", "de");
    expect([exit, error]).toEqual([
      2,
      "cadre: --lang does not take this value [not-a-choice]\n  found: de\n  expected: en | fr",
    ]);
  });

  it("is reported by methods that Commander has", () => {
    for (const name of [
      "unknownOption",
      "unknownCommand",
      "missingArgument",
      "optionMissingArgument",
      "missingMandatoryOptionValue",
      "_excessArguments",
    ])
      expect([name, typeof Reflect.get(Command.prototype, name)]).toEqual([name, "function"]);
  });
});
