import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { packed } from "./packed.ts";
import { command, type Outcome, type Ran, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** The pages whose commands are run. */
const PAGES = ["README.md", "docs/*.md", "packages/*/README.md"];

const blocksOf = (page: string): string[] =>
  [...page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].flatMap(([, head = "", block = ""]) =>
    /^(|sh|bash)$/.test(head) ? [block] : [],
  );

/** The lines `cadre …` of a page's fenced blocks, in their order, without their comments. */
export function commandsOf(page: string): string[] {
  return blocksOf(page)
    .flatMap((block) => block.split("\n"))
    .flatMap((line) => /^(?:npx pnpm --silent )?(cadre .*?)(?:\s+#.*)?$/.exec(line)?.[1] ?? []);
}

/** The files that a page's blocks make (`cat > name <<'END'`), by name. */
export const filesOf = (page: string): [name: string, text: string][] =>
  blocksOf(page).flatMap((block) =>
    [...block.matchAll(/^cat > (\S+) <<'(\w+)'\n([\s\S]*?\n)\2$/gm)].map(
      ([, name = "", , text = ""]): [string, string] => [name, text],
    ),
  );

/** The files that the pages speak of, made of the example project: by name, a copy of what. */
const COPIES: Readonly<Record<string, string>> = {
  "report.fr.txt": "report.fr.txt",
  "last-year.fr.txt": "report.fr.txt",
  "2020.fr.txt": "report.fr.txt",
  "2021.fr.txt": "report.fr.txt",
  "framework.json": "framework.json",
  "other.json": "framework.json",
};
/** Those that the command makes first. */
const MADE = [
  "cadre convert report.fr.txt --to docx --out report.docx",
  "cadre convert framework.json --to xlsx --out budget.xlsx",
];
/** What makes the logs that a page speaks of: a service that was started once. Its folder by another name is the one on a server. */
const SERVICE = "cadre serve framework.json --data data --port 0";
const TABLES = ["observations.csv", "rows.csv", "visits.csv"];
const TABLE = "indicator,period,value,sex\n1.1.1,2020,12,female\n1.1.1,2020,8,male\n";

/** Runs a command that serves until it says where, and stops it. */
function served(line: string, cwd: string, env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", `exec ${line}`], { cwd, env: { ...process.env, ...env } });
    let [output, listening] = ["", false];
    const end = setTimeout(() => child.kill("SIGKILL"), 30_000);
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (listening || !/http:\/\/127\.0\.0\.1:\d+/.test(output)) return;
      listening = true;
      child.kill("SIGTERM");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", () => {
      clearTimeout(end);
      resolve({ code: listening ? 0 : 2, output });
    });
  });
}

/** Every command of ours on the pages, run by the packed program on files of the names that the page gives: none is wrong use, none lacks a file. */
export const shellBlocks: Step = {
  name: "commands",
  run: async () => {
    const { folder } = await packed();
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const home = join(folder, "commands");
    mkdirSync(home, { recursive: true });
    const program = join(folder, "node_modules", "@cadre", "cli", "dist", "bin.js");
    writeFileSync(join(home, "cadre"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(join(home, "cadre"), 0o755);
    const env = { PATH: `${home}${delimiter}${process.env.PATH ?? ""}` };
    const example = join(ROOT, "examples", "mali-2020");
    const pages = globSync(PAGES, { cwd: ROOT, exclude: (name) => name.includes("node_modules") }).sort();
    for (const page of pages) {
      const text = readFileSync(join(ROOT, page), "utf8");
      const commands = commandsOf(text);
      if (commands.length === 0) continue;
      const cwd = join(home, page.replace(/\W/g, "-"));
      mkdirSync(cwd);
      for (const [name, of] of Object.entries(COPIES)) copyFileSync(join(example, of), join(cwd, name));
      for (const name of TABLES) writeFileSync(join(cwd, name), TABLE);
      for (const [name, content] of filesOf(text)) writeFileSync(join(cwd, name), content);
      symlinkSync(join(ROOT, "examples"), join(cwd, "examples"));
      for (const line of MADE) await command("sh", ["-c", line], { cwd, env });
      if (commands.some((line) => line.includes(".sqlite"))) {
        await served(SERVICE, cwd, env);
        cpSync(join(cwd, "data"), join(cwd, "cadre"), { recursive: true });
        for (const name of ["backup", "archive"]) mkdirSync(join(cwd, name));
      }
      for (const reported of commands) {
        const line = reported.replace("/var/lib/", "./");
        const { code, output } = line.startsWith("cadre serve ")
          ? await served(`${line} --port 0`, cwd, env)
          : await command("sh", ["-c", line], { cwd, env });
        // 1: the input has errors, as the example's has.
        const held = code === 0 || (code === 1 && !output.includes("[file-not-readable]"));
        outcome.passed += held ? 1 : 0;
        outcome.failed += held ? 0 : 1;
        outcome.output += held ? "" : `${page}: ${reported}: exit ${code}\n${output}\n`;
      }
    }
    return outcome;
  },
};
