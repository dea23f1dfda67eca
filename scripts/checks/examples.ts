import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
