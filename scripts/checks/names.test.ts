import { describe, expect, it } from "vitest";
import { mixedNames, sharedNames } from "./names.ts";

/** Names that are a number here and a list there all the same. `entry`: a position in the log; the actions of a state, as XState names them. */
const EXCEPTIONS = ["entry"];

describe("the names of what is published", () => {
  it("are never a number in one type and a list in another", () => {
    const mixed = mixedNames();
    expect(mixed.filter(({ name }) => !EXCEPTIONS.includes(name))).toEqual([]);
    expect(mixed.map(({ name }) => name)).toEqual(EXCEPTIONS);
  });

  it("mean one thing in every package", () => {
    expect(sharedNames()).toEqual([]);
  });
});
