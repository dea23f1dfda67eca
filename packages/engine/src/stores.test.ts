import { eventStoreConformance } from "@cadre/testkit";
import { describe, it } from "vitest";
import { STORES } from "./testing/stores.ts";

describe.each(STORES)("a log in %s", (_, open) => {
  for (const { name, run } of eventStoreConformance(open)) it(name, run);
});
