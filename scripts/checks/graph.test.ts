import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PACKAGE_GRAPH, packageGraph } from "./graph.ts";

describe("the picture of the packages", () => {
  it("is that of their manifests; `pnpm house` draws it anew", () => {
    expect(readFileSync(PACKAGE_GRAPH, "utf8")).toBe(packageGraph());
  });

  it("has an arrow for each need, and refuses what it has no place for", () => {
    const core = { name: "@cadre/core", dependencies: ["zod"] };
    expect(packageGraph([core])).not.toContain("marker-end");
    const view = { name: "@cadre/view", dependencies: ["@cadre/core"] };
    expect(packageGraph([core, view]).match(/marker-end/g)).toHaveLength(1);
    expect(() => packageGraph([{ ...core, dependencies: ["@cadre/view"] }, view])).toThrow(
      "no way in the picture",
    );
    expect(() => packageGraph([{ name: "@cadre/new", dependencies: [] }])).toThrow("no place in the picture");
  });
});
