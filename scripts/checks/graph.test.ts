import { describe, expect, it } from "vitest";
import { packageGraph } from "./graph.ts";

describe("the picture of the packages", () => {
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
