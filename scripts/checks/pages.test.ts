import { describe, expect, it } from "vitest";
import { anchorsOf, linksOf, namedBy } from "./pages.ts";

const page = [
  "# The top",
  '[a](a.md) and [b](sub/b.md#there "title"), [web](https://example.org/c.md), `[code](d.md)`',
  "```md",
  "[fenced](e.md)",
  "# no heading",
  "```",
  "## `code` & [link](f.md)",
  "## The top",
].join("\n");

describe("pages", () => {
  it("finds the links that are links", () => {
    expect(linksOf(page)).toEqual(["a.md", "sub/b.md#there", "f.md"]);
  });

  it("names headings as GitHub does, a second one of a name with a number", () => {
    expect([...anchorsOf(page)]).toEqual(["the-top", "code--link", "the-top-1"]);
  });

  it("states which files an index names, from the project's root", () => {
    expect([...namedBy(page, "docs/index.md")]).toEqual(["docs/a.md", "docs/sub/b.md", "docs/f.md"]);
  });
});
