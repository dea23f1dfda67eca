import { describe, expect, it } from "vitest";
import { examplesOf, partsOf, sourcePage, titleOf, untitled } from "./guides.ts";

describe("the guides on the site", () => {
  it("are in the part of the index that names them first", () => {
    const index = [
      "Begin with [this](a.md), see [all](../README.md).",
      "## I analyse",
      "- [A](a.md): again",
      "- [B](b.md#part): first",
      "## I run it",
      "- [C](../C.md) and [B](b.md)",
      "## Reference",
      "Nothing of its own.",
    ].join("\n");
    expect(partsOf(index, "docs/index.md")).toEqual([
      { title: "Guides", pages: ["docs/index.md", "docs/a.md"] },
      { title: "I analyse", pages: ["docs/b.md"] },
      { title: "I run it", pages: ["C.md"] },
    ]);
  });

  it("are called what they begin with", () => {
    expect(titleOf("# What a `result` means\n\nText.\n")).toBe("What a result means");
    expect(() => titleOf("Text.\n# Late\n")).toThrow("begin with its title");
    expect(untitled("# Title\n\nText.\n# Part\n")).toBe("Text.\n# Part\n");
  });

  it("bring the examples that they link to", () => {
    const page =
      "[one](../examples/adapter) [file](../examples/adapter/src/a.ts) [other](b.md) [web](https://x.org/examples/y)";
    expect(examplesOf(page, "docs/a.md")).toEqual(["examples/adapter", "examples/adapter/src/a.ts"]);
  });

  it("fence a source by more than it has itself", () => {
    expect(sourcePage("const a = 1;\n", "ts")).toBe("```ts\nconst a = 1;\n```\n");
    expect(sourcePage("/** ```` */\n", "ts")).toBe("`````ts\n/** ```` */\n`````\n");
  });
});
