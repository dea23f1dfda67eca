import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withRepositoryLinks } from "./checks/links.ts";
import { packed, packedManifest } from "./checks/packed.ts";
import { command } from "./checks/step.ts";
import { machineNode, packages } from "./checks/workspace.ts";

// Packs what would be published, and says so; with `--publish`, in the release workflow, publishes what the registry lacks.
const publishing = process.argv.includes("--publish");
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = process.env;

/** The machine's own npm: that of the pinned Node is not installed along with it. */
const npm = join(machineNode() ?? process.execPath, "..", "npm");

/**
 * Provenance is refused where a manifest names no repository, or another than that of the run; and links of a README that leave the package
 * lead nowhere from a tarball.
 */
function nameRepository(folder: string): void {
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const directory = folder.slice(folder.lastIndexOf("packages"));
  manifest.repository = { type: "git", url: `git+${server}/${repository}.git`, directory };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const readme = join(folder, "README.md");
  const base = `${server}/${repository}/blob/${commit}`;
  writeFileSync(readme, withRepositoryLinks(readFileSync(readme, "utf8"), directory, base));
}

async function published(name: string, version: string): Promise<boolean> {
  const { code, output } = await command(npm, ["view", `${name}@${version}`, "version", "--json"]);
  if (code === 0) return output.trim() !== "";
  if (output.includes("E404")) return false;
  throw new Error(`npm view ${name}@${version}\n${output}`);
}

if (publishing) {
  if (server === undefined || repository === undefined || commit === undefined)
    throw new Error("only the release workflow publishes");
  for (const { folder } of packages()) nameRepository(folder);
}
const all = await packed();
for (const { name } of packages()) {
  const { version } = packedManifest(all, name) as { version: string };
  const tarball = all.tarballs.get(name) ?? "";
  if (version === "0.0.0") {
    console.log(`${name}: was never given a version; \`pnpm changeset version\` does`);
  } else if (!publishing) console.log(`${name}@${version}: would be published`);
  else if (await published(name, version)) console.log(`${name}@${version}: is published`);
  else {
    const { code, output } = await command(npm, ["publish", tarball, "--access", "public", "--provenance"]);
    console.log(output);
    if (code !== 0) throw new Error(`${name}@${version} was not published`);
  }
}
