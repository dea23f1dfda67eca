import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { gallery } from "../test/gallery.ts";

it("every picture of the gallery is shown in the guides", () => {
  const pages = ["gallery", "lifecycle"].map((name) =>
    readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), "utf8"),
  );
  for (const name of gallery().keys())
    expect(pages.join("\n")).toContain(`(generated/pictures/charts/${name}.svg)`);
});
