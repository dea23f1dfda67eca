import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deadLinks } from "./site.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-site-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

describe("links of the built site", () => {
  it("states those that lead nowhere, and follows the others", () => {
    write("media/a.svg", "<svg/>");
    write("media/note.md", "# Note");
    write("guides/b.html", '<h2 id="part">Part</h2><a href="../index.html">up</a><a href="#part">here</a>');
    write(
      "index.html",
      [
        '<a href="guides/b.html#part">held</a><img src="media/a.svg"><a href="https://example.org/x">web</a>',
        '<a href="./">held</a><a href="guides/c.html">1</a><a href="guides/b.html#none">2</a>',
        '<a href="media/note.md">3</a><a href="guides">4</a>',
      ].join("\n"),
    );
    const { followed, dead } = deadLinks(folder);
    expect(followed).toBe(9);
    expect(dead).toEqual([
      "index.html: guides/c.html: there is no guides/c.html",
      "index.html: guides/b.html#none: guides/b.html has no none",
      "index.html: media/note.md: it is Markdown and no page",
      "index.html: guides: there is no guides",
    ]);
  });
});
