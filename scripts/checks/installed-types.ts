import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "./packed.ts";
import { command, type Outcome, type Step } from "./step.ts";
import { packages } from "./workspace.ts";

/** Dependencies whose own types do not hold under `strict` with `skipLibCheck: false`, each with the reason. */
const KNOWN: Readonly<Record<string, string>> = {
  "pg-boss": "12.38.0 declares by a type, ResolvedConstructorOptions, that its own types do not export",
};

const OPTIONS = {
  target: "ES2022",
  lib: ["ES2023", "DOM"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
  strict: true,
  skipLibCheck: false,
  noEmit: true,
};

/** The package that a message of the compiler is about, from the path that it begins with. */
const packageOf = (line: string): string =>
  [...line.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1)?.[1] ?? "the program";

/** Every entry point, imported by a program outside of the workspace that checks the types of its libraries too. */
export const installedTypes: Step = {
  name: "installed types",
  run: async (): Promise<Outcome> => {
    const { folder } = await packed();
    const names = packages().flatMap((found) =>
      found.entryPoints.map((entryPoint) => found.name + entryPoint.slice(1)),
    );
    const program = names.map(
      (name, index) => `import * as e${index} from "${name}";\nexport { e${index} };`,
    );
    writeFileSync(join(folder, "program.mts"), `${program.join("\n")}\n`);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: { ...OPTIONS, typeRoots: [join(process.cwd(), "node_modules/@types")] },
        files: ["program.mts"],
      }),
    );
    const { output } = await command("tsc", ["-p", folder, "--pretty", "false"]);
    const faults = new Map<string, string[]>();
    for (const line of output.split("\n").filter((text) => / error TS\d+:/.test(text))) {
      const name = packageOf(line);
      faults.set(name, [...(faults.get(name) ?? []), line]);
    }
    const known = [...faults.keys()].filter((name) => KNOWN[name] !== undefined);
    const ours = [...faults].filter(([name]) => KNOWN[name] === undefined);
    return {
      passed: ours.length === 0 ? names.length : 0,
      failed: ours.length,
      skipped: known.map((name) => `types of ${name}: ${KNOWN[name]}`),
      output: ours.map(([name, lines]) => `${name}:\n${lines.slice(0, 5).join("\n")}`).join("\n"),
    };
  },
};
