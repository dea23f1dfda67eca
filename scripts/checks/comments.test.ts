import { describe, expect, it } from "vitest";
import { publicFields } from "./comments.ts";

/** Packages in which some fields of unions and of nameless objects have no comment yet. */
const OPEN = ["@cadre/documents", "@cadre/engine", "@cadre/exchange", "@cadre/server", "@cadre/view"];

describe("a field of a published type", () => {
  const fields = publicFields();

  it("has a doc comment, which an editor shows", () => {
    expect(fields.length).toBeGreaterThan(1_000);
    const bare = fields.filter((field) => field.comment === "" && !OPEN.includes(field.package));
    expect(bare.map(({ name, where }) => `${name} (${where})`)).toEqual([]);
  });
});
