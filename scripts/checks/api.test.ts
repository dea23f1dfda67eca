import { describe, expect, it } from "vitest";
import { differences } from "./api.ts";

const reports = (text: string) => new Map([["index.api.md", text]]);
const union = (...members: string[]) =>
  `// @public\nexport const state: {\n    error: ${members.map((each) => `"${each}"`).join(" | ")};\n    at: number;\n};`;

describe("what a package gives to others", () => {
  it("is the same in whatever order a type's members are listed", () => {
    expect(differences(reports(union("a", "b", "c")), reports(union("c", "a", "b")))).toEqual([]);
  });

  it.each([
    ["a member more", union("a", "b"), union("a", "b", "c")],
    ["a member less", union("a", "b", "c"), union("a", "b")],
    ["another name", union("a"), union("b")],
    ["another type", union("a"), union("a").replace("number", "string")],
    ["types of two members exchanged", "a: string;\nb: number;", "a: number;\nb: string;"],
  ])("is reported with %s", (_, before, after) => {
    const reported = differences(reports(before), reports(after));
    expect(reported[0]).toBe("index.api.md:");
    expect(reported.length).toBeGreaterThan(1);
  });

  it("is notified of entry points that come and go", () => {
    expect(differences(new Map(), reports("x"))).toEqual(["index.api.md: a new entry point"]);
    expect(differences(reports("x"), new Map())).toEqual(["index.api.md: an entry point that is gone"]);
  });
});
