import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { differences, reportsOf } from "./checks/api.ts";
import { build } from "./checks/build.ts";
import { isStale, writeDescriptions } from "./checks/descriptions.ts";
import { GENERATED, generatedFiles } from "./checks/generated.ts";
import { entryPointSizes } from "./checks/size.ts";
import { writeSizes } from "./checks/size-table.ts";
import { packages, ROOT } from "./checks/workspace.ts";

// Writes everything that is made from the code, `pnpm generate`: docs/generated (API reports, OpenAPI, the page of rules, pictures), what the
// OpenAPI says of fields, and the sizes in the packages' READMEs. It builds first; `--built` takes the build as it is. `--check` writes nothing and fails where a file is stale.
const checking = process.argv.includes("--check");
if (!checking) await writeDescriptions();
if (!checking && !process.argv.includes("--built")) {
  const { failed, output } = await build.run();
  if (failed > 0) throw new Error(output);
}

const files = await generatedFiles();
const reports = new Map<string, string>();
for (const found of packages())
  for (const [name, text] of await reportsOf(found))
    reports.set(name === "openapi.json" ? name : join("api", found.name.replace("@cadre/", ""), name), text);

const read = (name: string): string | undefined => {
  try {
    return readFileSync(join(GENERATED, name), "utf8");
  } catch {
    return undefined;
  }
};

if (checking) {
  const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  if (await isStale()) stale.push("descriptions.ts of the server");
  const before = new Map(
    [...reports.keys()].flatMap((name) => {
      const text = read(name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  const lines = [...stale.map((name) => `${name} is stale`), ...differences(before, reports)];
  console.log(
    lines.length === 0
      ? `${files.size + reports.size} generated files are current`
      : `${lines.join("\n")}\n\`pnpm generate\` writes ${relative(ROOT, GENERATED)} again.`,
  );
  process.exitCode = lines.length === 0 ? 0 : 1;
} else {
  rmSync(GENERATED, { recursive: true, force: true });
  for (const [name, text] of [...files, ...reports]) {
    mkdirSync(dirname(join(GENERATED, name)), { recursive: true });
    writeFileSync(join(GENERATED, name), text);
  }
  for (const found of packages()) writeSizes(found.folder, await entryPointSizes(found));
}
