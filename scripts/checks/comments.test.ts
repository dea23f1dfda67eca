import { describe, expect, it } from "vitest";
import { publicFields } from "./comments.ts";

describe("a field of a published type", () => {
  const fields = publicFields();

  it("has a doc comment, which an editor shows", () => {
    expect(fields.length).toBeGreaterThan(1_000);
    const bare = fields.filter(({ comment }) => comment === "");
    expect(bare.map(({ name, where }) => `${name} (${where})`)).toEqual([]);
  });
});
