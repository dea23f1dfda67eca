import { describe, it } from "vitest";
import { SUITES } from "./suites.ts";

for (const [port, suite] of Object.entries(SUITES))
  describe(`Horizon as ${port}`, () => {
    for (const { name, run } of suite) it(name, run);
  });
