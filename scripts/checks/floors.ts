import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, type Outcome, type Step } from "./step.ts";
import { ROOT } from "./workspace.ts";

/** Imports that the rule must refuse: file, its import, the rule that bites. */
const VIOLATIONS = [
  ["packages/core/src/framework/up.ts", "../quality/check.ts", "framework"],
  ["packages/core/src/reach.ts", "../../documents/src/index.ts", "core-is-the-ground"],
  ["packages/core/src/quality/node.ts", "node:fs", "core-runs-anywhere"],
  ["packages/documents/src/past.ts", "../../core/src/money.ts", "rooms-have-a-door"],
] as const;

/** Holds the code against the floors, and shows on a copy with deliberate violations that the rule bites. */
export const floors: Step = {
  name: "floors",
  run: async () => {
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const own = await command("depcruise", ["packages"]);
    if (own.code === 0) outcome.passed += 1;
    else {
      outcome.failed += 1;
      outcome.output += own.output;
    }
    const copy = mkdtempSync(join(tmpdir(), "cadre-floors-"));
    try {
      for (const name of [
        ".dependency-cruiser.cjs",
        "package.json",
        "tsconfig.json",
        "tsconfig.base.json",
        "packages/core",
        "packages/documents",
      ]) {
        cpSync(join(ROOT, name), join(copy, name), {
          recursive: true,
          filter: (path) => !/node_modules|\/dist(\/|$)/.test(path),
        });
      }
      symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
      for (const [file, target] of VIOLATIONS) {
        mkdirSync(join(copy, file, ".."), { recursive: true });
        writeFileSync(
          join(copy, file),
          `import * as other from ${JSON.stringify(target)};\nexport const used = other;\n`,
        );
      }
      const { output } = await command("depcruise", ["packages"], { cwd: copy });
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
