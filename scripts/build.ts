import { build } from "./checks/build.ts";

// Builds every package, for what is done with built ones: `pnpm build`.
const { failed, output } = await build.run();
if (failed > 0) console.error(output);
process.exitCode = failed === 0 ? 0 : 1;
