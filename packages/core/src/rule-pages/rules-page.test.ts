import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rulesPage } from "../../test/rules-page.ts";

it("the page of rules is up to date (`pnpm rules` writes it anew)", () => {
  const written = readFileSync(new URL("../../../../docs/rules.md", import.meta.url), "utf8");
  expect(written).toBe(rulesPage());
});
