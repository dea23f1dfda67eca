import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DATA_FLOW, dataFlow } from "./checks/data-flow.ts";
import { HOUSE_PAGE, withHouse } from "./checks/house.ts";

// Draws the pictures of the house from the code: the packages in docs/architecture.md, the way of the data beside it. `pnpm house`.
writeFileSync(HOUSE_PAGE, withHouse(readFileSync(HOUSE_PAGE, "utf8")));
mkdirSync(dirname(DATA_FLOW), { recursive: true });
writeFileSync(DATA_FLOW, dataFlow());
