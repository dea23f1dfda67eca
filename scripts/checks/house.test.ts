import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HOUSE, house } from "./house.ts";

describe("the picture of the packages", () => {
  it("is that of their manifests; `pnpm house` draws it anew", () => {
    expect(readFileSync(HOUSE, "utf8")).toBe(house());
  });

  it("has an arrow for each need, and refuses what it has no place for", () => {
    const core = { name: "@cadre/core", dependencies: ["zod"] };
    expect(house([core])).not.toContain("marker-end");
    const view = { name: "@cadre/view", dependencies: ["@cadre/core"] };
    expect(house([core, view]).match(/marker-end/g)).toHaveLength(1);
    expect(() => house([{ ...core, dependencies: ["@cadre/view"] }, view])).toThrow("no way in the picture");
    expect(() => house([{ name: "@cadre/new", dependencies: [] }])).toThrow("no place in the picture");
  });
});
