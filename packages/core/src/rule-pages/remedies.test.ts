import { expect, it } from "vitest";
import { REMEDIES, RULE_PAGES } from "./index.ts";

it("says what to do about every rule, and about nothing else", () => {
  expect(Object.keys(REMEDIES).sort()).toEqual(Object.keys(RULE_PAGES).sort());
});

it("writes numbers and quotation marks as each language does", () => {
  for (const { en, fr } of Object.values(REMEDIES)) {
    expect(en).not.toMatch(/«|»|\d %|\.$/);
    expect(fr).not.toMatch(/“|”|\d%|[^\s]%|\.$|\w[;:!?]/);
  }
});
