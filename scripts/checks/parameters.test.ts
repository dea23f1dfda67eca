import { describe, expect, it } from "vitest";
import { misplacedParameters } from "./parameters.ts";

describe("the parameters of a published function or method", () => {
  it("are what it works on, what it works with, and one object of options", () => {
    const { functions, methods, misplaced } = misplacedParameters();
    expect(functions).toBeGreaterThan(300);
    expect(methods).toBeGreaterThan(80);
    expect(misplaced).toEqual([]);
  });
});
