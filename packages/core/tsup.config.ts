import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.base.ts";

// The package's face and one door a room.
export default defineConfig(packageBuild(["src/index.ts", "src/*/index.ts"]));
