import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asFile, gallery } from "../test/gallery.ts";

const FOLDER = new URL("../../../docs/pictures/charts/", import.meta.url);

describe("the pictures of the guides", () => {
  const drawn = gallery();

  it.each([...drawn.keys()])("%s is what the code draws (`pnpm gallery` draws it again)", (name) => {
    const file = new URL(`${name}.svg`, FOLDER);
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(asFile(String(drawn.get(name)?.svg)));
  });

  it("are all shown in the guides, and no others are kept", () => {
    const pages = ["charts", "lifecycle"].map((name) =>
      readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), "utf8"),
    );
    for (const name of drawn.keys()) expect(pages.join("\n")).toContain(`(pictures/charts/${name}.svg)`);
    expect(readdirSync(FOLDER).sort()).toEqual([...drawn.keys()].map((name) => `${name}.svg`).sort());
  });
});
