import type { Command, Option } from "commander";

/** The shells that completion is written for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
/** A shell that completion is written for. */
export type Shell = (typeof SHELLS)[number];

interface Completed {
  name: string;
  description: string;
  options: {
    long: string;
    description: string;
    choices: string[];
    takesValue: boolean;
    takesFile: boolean;
  }[];
  /** What is without an option before it: one of these words, or a file. */
  choices: string[];
}

// A shell script of ours and no library: those there are ask the program at each key, evaluate what was typed, and offer no files.

function completedOf(command: Command): Completed {
  const optionOf = (option: Option) => ({
    long: option.long ?? "",
    description: option.description,
    choices: [...(option.argChoices ?? [])],
    takesValue: option.required || option.optional,
    takesFile: /<(path|file|module)>/.test(option.flags),
  });
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(optionOf),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bashScript(program: string, commands: readonly Completed[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue, takesFile }) => takesValue && !takesFile)
      .map(({ long, choices }) => `    ${name}:${long}) words=${quoted(choices.join(" "))} ;;`),
  );
  const options = commands.map(
    ({ name, options: own }) => `      ${name}) words=${quoted(own.map(({ long }) => long).join(" "))} ;;`,
  );
  const files = commands.flatMap(({ name, options: own }) =>
    own.filter(({ takesFile }) => takesFile).map(({ long }) => `${name}:${long}`),
  );
  const fixed = commands
    .filter(({ choices }) => choices.length > 0)
    .map(({ name, choices }) => `      ${name}) words=${quoted(choices.join(" "))} ;;`);
  return `# bash completion for ${program}; put "source <(${program} completion bash)" into ~/.bashrc
_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    mapfile -t COMPREPLY < <(compgen -W ${quoted(commands.map(({ name }) => name).join(" "))} -- "$cur")
    return
  fi
  case "$command:$prev" in
${values.join("\n")}
    ${files.length > 0 ? files.join("|") : "-"}) words="/" ;;
  esac
  if [[ -z $words && $cur == -* ]]; then
    case "$command" in
${options.join("\n")}
    esac
  elif [[ -z $words ]]; then
    case "$command" in
${fixed.join("\n")}
      *) words="/" ;;
    esac
  fi
  if [[ $words == "/" ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  fi
}
complete -F _${program} ${program}
`;
}

function zshScript(program: string, commands: readonly Completed[]): string {
  const plain = (text: string) => text.replace(/[[\]:]/g, "\\$&");
  const described = commands.map(({ name, description }) => `    ${quoted(`${name}:${plain(description)}`)}`);
  const cases = commands.map(({ name, options, choices }) => {
    const specs = options.map((option) => {
      const what = `${option.long}[${plain(option.description)}]`;
      if (!option.takesValue) return quoted(what);
      const action = option.takesFile ? "_files" : `(${option.choices.join(" ")})`;
      return quoted(`${what}:${option.long.slice(2)}:${action}`);
    });
    const rest = choices.length > 0 ? `*:${name}:(${choices.join(" ")})` : "*:file:_files";
    return `    ${name}) _arguments ${[...specs, quoted(rest)].join(" ")} ;;`;
  });
  return `#compdef ${program}
# zsh completion for ${program}; put "source <(${program} completion zsh)" into ~/.zshrc, after compinit
_${program}() {
  local -a commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join("\n")}
  esac
}
if [[ "$funcstack[1]" == "_${program}" ]]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

function fishScript(program: string, commands: readonly Completed[]): string {
  const escaped = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const before = escaped(`not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(" ")}`);
  const lines = commands.flatMap(({ name, description, options, choices }) => {
    const within = escaped(`__fish_seen_subcommand_from ${name}`);
    return [
      `complete -c ${program} -f -n ${before} -a ${name} -d ${escaped(description)}`,
      ...options.map((option) => {
        const value = option.takesFile
          ? " -r -F"
          : option.takesValue
            ? ` -x${option.choices.length > 0 ? ` -a ${escaped(option.choices.join(" "))}` : ""}`
            : "";
        return `complete -c ${program} -n ${within} -l ${option.long.slice(2)}${value} -d ${escaped(option.description)}`;
      }),
      ...(choices.length > 0
        ? [`complete -c ${program} -f -n ${within} -a ${escaped(choices.join(" "))}`]
        : []),
    ];
  });
  return `# fish completion for ${program}; "${program} completion fish > ~/.config/fish/completions/${program}.fish"
${lines.join("\n")}
`;
}

/** The script that completes a program's commands, options, their choices and names of files in a shell. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(completedOf);
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](program.name(), commands).trimEnd();
}
