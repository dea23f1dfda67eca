import { eventStoreConformance } from "@cadre/testkit";
import { describe, it } from "vitest";
import { STORES } from "../../test/stores.ts";

describe.each(STORES)("a log in %s", (_, open) => {
  for (const { name, run } of eventStoreConformance(open)) it(name, run);
});
