import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DATA_FLOW, dataFlow } from "./checks/data-flow.ts";
import { HOUSE, house } from "./checks/house.ts";

// Draws the pictures of the house from the code: the packages and the way of the data. `pnpm house`.
mkdirSync(dirname(DATA_FLOW), { recursive: true });
writeFileSync(HOUSE, house());
writeFileSync(DATA_FLOW, dataFlow());
