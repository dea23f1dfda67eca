import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

const code = (text: string) => {
  const result = parseJson(text);
  return result.ok ? null : [result.problems[0]?.code, result.problems[0]?.where.line];
};

describe("parseJson", () => {
  it("gives what JSON.parse gives, for any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const result = parseJson(text);
        expect(result.ok && JSON.stringify(result.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("refuses a key that is named twice with different values, and tells the line", () => {
    expect(code('{\n "a": 1,\n "a": 2\n}')).toEqual(["json-duplicate-key", 3]);
    expect(code('[{"a": {"b": 1, "b": 1.0}}]')).toEqual(["json-duplicate-key", 1]);
    expect(code('{"a": 1, "a": 1}')).toBeNull();
  });

  it("takes __proto__ for a key like any other", () => {
    const result = parseJson('{"__proto__": {"polluted": true}}');
    expect(result.ok && Object.keys(result.value as object)).toEqual(["__proto__"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("refuses a million levels, text that ends early, and what is no JSON", () => {
    expect(code("[".repeat(1_000_000) + "]".repeat(1_000_000))).toEqual(["json-too-deep", 1]);
    expect(code("[1,\n2")).toEqual(["json-invalid", 2]);
    expect(code('{"a":\n tru}')).toEqual(["json-invalid", 2]);
    expect(code("\u0000")).toEqual(["json-invalid", 1]);
    expect(code("")).toEqual(["json-invalid", 1]);
  });
});
