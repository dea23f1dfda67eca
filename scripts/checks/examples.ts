import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "./packed.ts";
import { command, type Outcome, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** Every folder in `examples/` that has a `start` script, run on the built packages. */
export const examples: Step = {
  name: "examples",
  run: async () => {
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    for (const name of readdirSync(join(ROOT, "examples"))) {
      const folder = join(ROOT, "examples", name);
      const manifest = join(folder, "package.json");
      const start = existsSync(manifest)
        ? JSON.parse(readFileSync(manifest, "utf8")).scripts?.start
        : undefined;
      if (start === undefined) continue;
      const { code, output } = await command(start, [], { cwd: folder, shell: true });
      outcome.skipped.push(
        ...output
          .split("\n")
          .filter((line) => line.startsWith("SKIPPED "))
          .map((line) => line.slice("SKIPPED ".length)),
      );
      if (code === 0) outcome.passed += 1;
      else {
        outcome.failed += 1;
        outcome.output += `examples/${name}: ${start}\n${output}\n`;
      }
    }
    return outcome;
  },
};

/** Code blocks that say \`run\` behind their language: \`\`\`ts run. */
const BLOCK = /^```(ts|js|cjs) run\n([\s\S]*?)^```$/gm;

/** The code blocks of the README and the docs, run on the packed packages from the project's root. */
export const codeBlocks: Step = {
  name: "code blocks",
  run: async () => {
    const { folder } = await packed();
    const pages = ["README.md", ...readdirSync(join(ROOT, "docs")).map((name) => join("docs", name))].filter(
      (page) => page.endsWith(".md"),
    );
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const blocks = join(folder, "blocks");
    mkdirSync(blocks, { recursive: true });
    for (const page of pages) {
      const text = readFileSync(join(ROOT, page), "utf8");
      for (const [index, match] of [...text.matchAll(BLOCK)].entries()) {
        const [, language = "", code = ""] = match;
        const extension = { ts: "mts", js: "mjs", cjs: "cjs" }[language];
        const file = join(blocks, `${page.replace(/\W/g, "-")}-${index + 1}.${extension}`);
        writeFileSync(file, code);
        const { code: exit, output } = await command(process.execPath, [file], { cwd: ROOT });
        if (exit === 0) outcome.passed += 1;
        else {
          outcome.failed += 1;
          outcome.output += `${page}, block ${index + 1}:\n${output}\n`;
        }
      }
    }
    return outcome;
  },
};
