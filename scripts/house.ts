import { readFileSync, writeFileSync } from "node:fs";
import { HOUSE_PAGE, withHouse } from "./checks/house.ts";

// Draws the picture of the packages in docs/architecture.md from their manifests: `pnpm house`.
writeFileSync(HOUSE_PAGE, withHouse(readFileSync(HOUSE_PAGE, "utf8")));
