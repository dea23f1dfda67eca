import { build } from "./checks/build.ts";
import { entryPointSizes } from "./checks/size.ts";
import { writeFigures } from "./checks/size-figures.ts";
import { packages } from "./checks/workspace.ts";

// Writes what each door weighs into the packages' READMEs: `pnpm sizes`. Everything is built first, `--built` takes it as it is.
if (!process.argv.includes("--built")) {
  const { failed, output } = await build.run();
  if (failed > 0) throw new Error(output);
}
for (const found of packages()) writeFigures(found.folder, await entryPointSizes(found));
