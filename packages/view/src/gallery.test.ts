import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gallery } from "./testing/gallery.ts";

const FOLDER = new URL("../../../docs/pictures/charts/", import.meta.url);

describe("the pictures of the guide", () => {
  const drawn = gallery();

  it.each([...drawn.keys()])("%s is what the code draws (`pnpm gallery` draws it anew)", (name) => {
    const file = new URL(`${name}.svg`, FOLDER);
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(`${drawn.get(name)?.svg}\n`);
  });

  it("are all shown in the guide, and no others are kept", () => {
    const page = readFileSync(new URL("../../../docs/charts.md", import.meta.url), "utf8");
    for (const name of drawn.keys()) expect(page).toContain(`(pictures/charts/${name}.svg)`);
    expect(readdirSync(FOLDER).sort()).toEqual([...drawn.keys()].map((name) => `${name}.svg`).sort());
  });
});
