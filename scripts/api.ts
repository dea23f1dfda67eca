import { accept, acceptedOf, apiFaults, differences, reportsOf } from "./checks/api.ts";
import { packages } from "./checks/workspace.ts";

// Writes down what the built packages give to others (packages/*/api), so that a review sees it change: `pnpm api` after `pnpm build`.
// With `--check`, tells what differs from what was accepted, and writes nothing.
if (process.argv.includes("--check")) {
  const { held, faults } = await apiFaults();
  console.log(faults.length === 0 ? `${held} entry points` : faults.join("\n"));
  if (faults.length > 0) console.log("If that is meant, `pnpm api` accepts it.");
  process.exitCode = faults.length === 0 ? 0 : 1;
} else {
  for (const found of packages()) {
    const reports = await reportsOf(found);
    const lines = differences(acceptedOf(found), reports);
    accept(found, reports);
    console.log([found.name, ...(lines.length === 0 ? ["  as it was"] : lines)].join("\n  "));
  }
}
