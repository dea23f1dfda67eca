import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packed } from "./packed.ts";
import { command, type Outcome, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** The pages whose code blocks are run. */
const PAGES = ["README.md", "docs/*.md", "packages/*/README.md"];

const EXTENSIONS: Readonly<Record<string, string>> = { ts: "mts", js: "mjs", cjs: "cjs" };

/** Blocks that are run as one file. */
export interface Program {
  language: string;
  /** Its blocks, each with what the page says it prints; `null` where it says nothing. */
  blocks: { code: string; prints: string | null }[];
  /** Whether it runs in an empty folder of its own and not at the project's root. */
  isolated: boolean;
}

const BLOCK = /^```(ts|js|cjs) run( new| on)?\n([\s\S]*?)^```$(?:\n*^```text prints\n([\s\S]*?)^```$)?/gm;

/**
 * What a page asks to be run. A block `ts run` means itself and is run at the project's root; `ts run new` begins a file in an empty
 * folder, to which each `ts run on` adds. A block `text prints` right behind one holds what it prints.
 * @throws Error where a block goes on and nothing has begun.
 */
export function programsOf(page: string): Program[] {
  const programs: Program[] = [];
  let begun: Program | undefined;
  for (const [, language = "", kind, code = "", prints = null] of page.matchAll(BLOCK)) {
    const block = { code, prints };
    if (kind === " on") {
      if (begun?.language !== language) throw new Error(`a block goes on, and none has begun:\n${code}`);
      begun.blocks.push(block);
      continue;
    }
    const program = { language, blocks: [block], isolated: kind === " new" };
    if (program.isolated) begun = program;
    programs.push(program);
  }
  return programs;
}

/** What a program should have printed and did not, block by block; empty where all is as the page says. */
export function unlike({ blocks }: Program, printed: readonly string[]): string {
  return blocks
    .flatMap(({ prints }, index) => {
      const found = printed[index]?.trim() ?? "";
      return prints === null || prints.trim() === found
        ? []
        : [`block ${index + 1} should print\n${prints}\nand printed\n${found}\n`];
    })
    .join("");
}

/** The blocks `ts check` of a page: too much is needed to run them, a database for one, so that their types alone are held. */
export const checkedOf = (page: string): string[] =>
  [...page.matchAll(/^```ts check\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

/** The blocks of a page that are code of ours and that nobody runs or checks, each by its first lines. */
export const looseOf = (page: string): string[] =>
  [...page.matchAll(/^```([a-z]*)([^\n]*)\n([\s\S]*?)^```$/gm)]
    .filter(([, language = "", kind = ""]) =>
      /^(ts|js)$/.test(language)
        ? !/^ (run( new| on)?|check)$/.test(kind) || (language === "js" && kind === " check")
        : language === "cjs"
          ? kind !== " run"
          : /^([cm]?tsx?|[cm]?jsx?|typescript|javascript)$/.test(language),
    )
    .map(([block]) => block.split("\n").slice(0, 3).join("\n"));

/** Checks files against the types of the packed packages, as strictly as a reader may. */
async function typeCheck(folder: string, files: readonly string[]): Promise<Outcome> {
  const config = join(folder, "blocks", "tsconfig.json");
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: "es2024", module: "nodenext" },
    types: ["node"],
  };
  // Types of what a reader installs beside ours.
  const server = join("packages", "server");
  for (const [by, name] of [
    [".", "@types/node"],
    [server, "@types/express"],
    [server, "express"],
    [server, "fastify"],
  ] as const) {
    const target = join(folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) symlinkSync(join(ROOT, by, "node_modules", name), target);
  }
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const { code, output } = await command("tsc", ["-p", config]);
  return { passed: code === 0 ? files.length : 0, failed: code === 0 ? 0 : 1, skipped: [], output };
}

/** Between what two blocks print: a line that no block prints of itself. */
const SEPARATOR = "----- the next block -----";

/** The code blocks of the README, the guides and the packages' pages, run on the packed packages. */
export const codeBlocks: Step = {
  name: "code blocks",
  run: async () => {
    const { folder } = await packed();
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const files = globSync(PAGES, { cwd: ROOT, exclude: (name) => name.includes("node_modules") }).sort();
    const checked: string[] = [];
    for (const page of files) {
      const text = readFileSync(join(ROOT, page), "utf8");
      for (const block of looseOf(text)) {
        outcome.failed += 1;
        outcome.output += `${page}: a block that is neither run (\`ts run\`) nor checked (\`ts check\`):\n${block}\n`;
      }
      for (const [index, code] of checkedOf(text).entries()) {
        const file = join(folder, "blocks", `${page.replace(/\W/g, "-")}-checked-${index + 1}.mts`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, code);
        checked.push(file);
      }
      const programs = programsOf(text);
      for (const [index, program] of programs.entries()) {
        const { language, blocks, isolated } = program;
        const own = join(folder, "blocks", `${page.replace(/\W/g, "-")}-${index + 1}`);
        mkdirSync(own, { recursive: true });
        const file = join(own, `block.${EXTENSIONS[language]}`);
        writeFileSync(file, blocks.map(({ code }) => code).join(`console.log("${SEPARATOR}");\n`));
        const { code, output } = await command(process.execPath, [file], { cwd: isolated ? own : ROOT });
        const fault = code === 0 ? unlike(program, output.split(SEPARATOR)) : output;
        outcome.passed += fault === "" ? blocks.length : 0;
        outcome.failed += fault === "" ? 0 : 1;
        outcome.output += fault === "" ? "" : `${page}, program ${index + 1}:\n${fault}\n`;
      }
    }
    const types = await typeCheck(folder, checked);
    outcome.passed += types.passed;
    outcome.failed += types.failed;
    outcome.output += types.output;
    return outcome;
  },
};
