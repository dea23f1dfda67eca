import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packages, ROOT } from "./workspace.ts";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const usual: string[] = json(join(ROOT, "typedoc.json")).packageOptions.entryPoints;

describe("the reference", () => {
  it.each(packages().map((found) => [found.name, found] as const))(
    "has every entry point of %s",
    (_, found) => {
      const own = join(found.folder, "typedoc.json");
      const reported: string[] = existsSync(own) ? json(own).entryPoints : usual;
      const { exports } = json(join(found.folder, "package.json"));
      const entryPoints = found.entryPoints.map((name) => exports[name]["cadre-source"].slice(2));
      expect([...reported].sort()).toEqual(entryPoints.sort());
    },
  );
});
