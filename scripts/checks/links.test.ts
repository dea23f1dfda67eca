import { expect, it } from "vitest";
import { leavingLinks, withRepositoryLinks } from "./links.ts";

const readme = "[a](../../docs/tutorial.md#first) [b](https://example.org) [c](src/x.ts) [d](../core)";

it("links of a README that leave the package lead to the repository once it is released", () => {
  expect(leavingLinks(readme)).toEqual(["../../docs/tutorial.md", "../core"]);
  const released = withRepositoryLinks(readme, "packages/view", "https://example.org/o/n/blob/abc");
  expect(released).toBe(
    "[a](https://example.org/o/n/blob/abc/docs/tutorial.md#first) [b](https://example.org) [c](src/x.ts) [d](https://example.org/o/n/blob/abc/packages/core)",
  );
  expect(leavingLinks(released)).toEqual([]);
});
