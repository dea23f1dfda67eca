import { expect, it } from "vitest";
import { READERS, WRITERS } from "./index.ts";
import { READABLE_EXTENSIONS, WRITABLE_FORMATS } from "./names.ts";

it("help names the formats that the readers and writers have", () => {
  expect(READABLE_EXTENSIONS).toEqual([...new Set(READERS.flatMap(({ extensions }) => extensions))]);
  expect(WRITABLE_FORMATS).toEqual(WRITERS.map(({ format }) => format));
});
