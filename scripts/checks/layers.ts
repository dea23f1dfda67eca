import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { command, type Outcome, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** Imports that the rule must refuse: file, its import, the rule that bites. */
const VIOLATIONS = [
  ["packages/core/src/document/up.ts", "../checks/check.ts", "core-layer-document"],
  ["packages/core/src/values/other.ts", "../../../documents/src/index.ts", "layer-core"],
  ["packages/core/src/checks/node.ts", "node:fs", "core-runs-anywhere"],
  ["packages/documents/src/past.ts", "../../core/src/values/money.ts", "entry-points-only"],
  ["packages/view/src/script.ts", "../../../scripts/checks/step.ts", "packages-import-no-scripts"],
] as const;

/** Holds the code against the layers, and shows on deliberate violations, in a copy, that each rule bites. */
export const layers: Step = {
  name: "layers",
  run: async () => {
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const own = await command("depcruise", ["packages"]);
    if (own.code === 0) outcome.passed += 1;
    else {
      outcome.failed += 1;
      outcome.output += own.output;
    }
    const copy = mkdtempSync(join(tmpdir(), "cadre-layers-"));
    try {
      for (const name of [".dependency-cruiser.cjs", "package.json", "tsconfig.json", "tsconfig.base.json"])
        cpSync(join(ROOT, name), join(copy, name));
      symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
      for (const [file, target] of VIOLATIONS) {
        const folder = dirname(file);
        mkdirSync(join(copy, folder), { recursive: true });
        // What is imported has to be there to be found; what it imports in its turn is no matter of the rule.
        if (target.startsWith(".")) {
          const there = join(folder, target);
          mkdirSync(join(copy, dirname(there)), { recursive: true });
          cpSync(join(ROOT, there), join(copy, there));
        }
        writeFileSync(
          join(copy, file),
          `import * as other from ${JSON.stringify(target)};\nexport const used = other;\n`,
        );
      }
      const { output } = await command(
        "depcruise",
        ["--max-depth", "1", ...VIOLATIONS.map(([file]) => file)],
        { cwd: copy },
      );
      for (const [file, , rule] of VIOLATIONS) {
        const bitten = output.split("\n").some((line) => line.includes(`${rule}:`) && line.includes(file));
        outcome.passed += Number(bitten);
        outcome.failed += Number(!bitten);
        if (!bitten) outcome.output += `the rule ${rule} let ${file} pass:\n${output}\n`;
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
    return outcome;
  },
};
