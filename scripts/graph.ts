import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DATA_FLOW, dataFlow } from "./checks/data-flow.ts";
import { PACKAGE_GRAPH, packageGraph } from "./checks/graph.ts";

// Draws the pictures of the house from the code: the packages and the way of the data. `pnpm house`.
mkdirSync(dirname(DATA_FLOW), { recursive: true });
writeFileSync(PACKAGE_GRAPH, packageGraph());
writeFileSync(DATA_FLOW, dataFlow());
