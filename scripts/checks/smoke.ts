import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "./packed.ts";
import { command, type Outcome, type Step } from "./step.ts";
import { machineNode, type Package, packages } from "./workspace.ts";

const entryPointOf = (name: string, entryPoint: string) => name + entryPoint.slice(1);

/** Imports every entry point both ways and compares what they give: the same names, none of them undefined. */
function script(found: Package): string {
  const entryPoints = JSON.stringify(
    found.entryPoints.map((entryPoint) => entryPointOf(found.name, entryPoint)),
  );
  return `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
for (const entryPoint of ${entryPoints}) {
  const esm = await import(entryPoint);
  const cjs = require(entryPoint);
  const names = (module) => Object.keys(module).filter((name) => name !== "default" && name !== "module.exports").sort();
  const [a, b] = [names(esm), names(cjs)];
  if (a.length === 0 || a.join() !== b.join()) throw new Error(entryPoint + ": ESM has " + a + ", CommonJS has " + b);
  for (const name of a) if (esm[name] === undefined || cjs[name] === undefined) throw new Error(entryPoint + ": " + name + " is undefined");
}
`;
}

const numbers = (version: string) =>
  version
    .replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);

/** Whether a version fulfils a range of the form \`>=22.13\`. */
export function admits(range: string, version: string): boolean {
  const [required, has] = [numbers(range), numbers(version)];
  for (const [index, part] of required.entries()) {
    if ((has[index] ?? 0) !== part) return (has[index] ?? 0) > part;
  }
  return true;
}

/** Imports the packed packages under the machine's own Node and under the pinned one. */
export const smoke: Step = {
  name: "imports",
  run: async () => {
    const { folder } = await packed();
    const nodes = [...new Set([machineNode(), process.execPath])].filter((node) => node !== null);
    const outcome: Outcome = { passed: 0, failed: 0, skipped: [], output: "" };
    const ran: string[] = [];
    for (const node of nodes) {
      const { output: version } = await command(node, ["--version"]);
      ran.push(version.trim());
      for (const found of packages()) {
        if (!admits(found.nodeRange, version)) {
          outcome.skipped.push(
            `imports: ${found.name} needs Node ${found.nodeRange}, this one is ${version.trim()}`,
          );
          continue;
        }
        const file = join(folder, `smoke-${found.name.replace(/\W/g, "-")}.mjs`);
        writeFileSync(file, script(found));
        const { code, output } = await command(node, [file], { cwd: folder });
        if (code === 0) outcome.passed += 1;
        else {
          outcome.failed += 1;
          outcome.output += `${found.name} under ${version}${output}\n`;
        }
      }
    }
    return { ...outcome, summary: `under Node ${ran.join(" and ")}` };
  },
};
