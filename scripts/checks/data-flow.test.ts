import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DATA_FLOW, dataFlow } from "./data-flow.ts";
import { importsOf } from "./imports.ts";

const imports = importsOf();
const has = (by: string, of: string, room = "") =>
  imports.some((each) => each.by === by && each.of === of && each.room === room);

describe("the picture of the data's way", () => {
  it("is that of the code; `pnpm graph` draws it anew", () => {
    expect(readFileSync(DATA_FLOW, "utf8")).toBe(dataFlow(imports));
  });

  it("knows imports by a door, by name through the front door, within the core, and those that wait until they are needed", () => {
    expect(has("view", "core", "aggregate")).toBe(true);
    expect(has("engine", "core", "values")).toBe(true);
    expect(has("core/results", "core", "checks")).toBe(true);
    expect(has("cli", "server")).toBe(true);
    expect(has("core/document", "core", "checks")).toBe(false);
    expect(imports.filter(({ by, of }) => by.startsWith("core") && of !== "core")).toEqual([]);
  });

  it("has an arrow for each import of a package by another", () => {
    expect(dataFlow([])).not.toContain("marker-end");
    const one = dataFlow([{ by: "view", of: "core", room: "aggregate" }]);
    expect(one.match(/marker-end/g)).toHaveLength(1);
    expect(one).toContain("<title>@cadre/view imports @cadre/core: aggregate</title>");
  });
});
