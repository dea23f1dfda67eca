import { expect, it } from "vitest";
import { currentMapping } from "./bounded.ts";

it("reads the keys of mapping documents that agencies already have by their present names", () => {
  expect(
    currentMapping({
      format: "cadre/kobo-mapping",
      indicators: [{ indicator: "1.1", figure: { sum: "n" }, cells: { sex: {} } }],
    }),
  ).toEqual({
    format: "cadre/kobo-mapping",
    indicators: [{ indicator: "1.1", value: { sum: "n" }, categories: { sex: {} } }],
  });
  expect(currentMapping({ figures: [{ value: "A", cells: {} }] })).toEqual({
    values: [{ value: "A", categories: {} }],
  });
  // Both keys at once are left for validation to refuse.
  expect(currentMapping({ values: [], figures: [1] })).toEqual({ values: [], figures: [1] });
});
