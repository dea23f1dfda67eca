import { join } from "node:path";
import { findingsPage } from "../../packages/cli/test/findings-page.ts";
import { coverageTable } from "../../packages/core/test/goals/coverage-table.ts";
import { rulesPage } from "../../packages/core/test/rules-page.ts";
import { asFile, gallery } from "../../packages/view/test/gallery.ts";
import { dataFlow } from "./data-flow.ts";
import { packageGraph } from "./graph.ts";
import { ROOT } from "./workspace.ts";

/** Where everything is that is made from the code, apart from the sizes in the READMEs. */
export const GENERATED = join(ROOT, "docs", "generated");

/** The pages and pictures that are made from the sources: path within {@link GENERATED} → content. The reports of the API need a build. */
export async function generatedFiles(): Promise<Map<string, string>> {
  return new Map([
    ["rules.md", rulesPage()],
    ["findings.md", findingsPage()],
    ["forecast-coverage.md", coverageTable()],
    [join("pictures", "packages.svg"), packageGraph()],
    [join("pictures", "data-flow.svg"), dataFlow()],
    ...[...gallery()].map(([name, view]): [string, string] => [
      join("pictures", "charts", `${name}.svg`),
      asFile(name, view),
    ]),
  ]);
}
