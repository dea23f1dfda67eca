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

  it("refuses a key that is named twice with different values, and names the line", () => {
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

  it("finds keys that are named twice however they are written, and does not mind the same value twice", () => {
    const many = Array.from({ length: 40 }, (_, index) => `"k${index}":${index}`).join(",");
    expect(code(`{${many},"k7":8}`)).toEqual(["json-duplicate-key", 1]);
    expect(code(`{${many},"k7": 7 }`)).toBeNull();
    expect(code('{"a":1,"\\u0061":2}')).toEqual(["json-duplicate-key", 1]);
    expect(code('{"a":{"b":1},"c":[{"b":2},{"b":3}],"d":"a:1,{[","e":"\\\\"}')).toBeNull();
    expect(code('{"a":"x\\"y","a":"x\\"z"}')).toEqual(["json-duplicate-key", 1]);
    expect(code('{"__proto__":1,"__proto__":2}')).toEqual(["json-duplicate-key", 1]);
  });

  it("refuses what is larger than its limits, before anything is made of it", () => {
    const refused = (text: string, limits = {}) => {
      const result = parseJson(text, { limits });
      return result.ok ? null : [result.problems[0]?.code, result.problems[0]?.expected];
    };
    expect(refused('{"a":"four"}', { characters: 11 })).toEqual(["json-too-long", "at most 11 characters"]);
    expect(refused("[[1],[2]]", { values: 3 })).toEqual(["json-too-many-values", "at most 3 values"]);
    expect(refused("[[1],[2]]", { values: 4, depth: 2 })).toBeNull();
    expect(refused("[[[]]]", { depth: 2 })).toEqual(["json-too-deep", "at most 2 levels"]);
  });

  it("finds a key that is named twice wherever it is in any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.string(), fc.array(fc.string()), (value, key, before) => {
        const entry = (name: string, of: unknown) => `${JSON.stringify(name)}: ${JSON.stringify(of)}`;
        const others = [...new Set(before)].filter((name) => name !== key).map((name) => entry(name, value));
        expect(code(`[{${[...others, entry(key, value)].join(",")}}]`)).toBeNull();
        const twice = [entry(key, [value]), ...others, entry(key, { value })].join(",");
        expect(code(`[${JSON.stringify(value)}, {${twice}}]`)?.[0]).toBe("json-duplicate-key");
      }),
    );
  });

  it("refuses a list or an object of too many members", () => {
    const limits = { members: 3 };
    const code = (text: string) => {
      const parsed = parseJson(text, { limits });
      return parsed.ok ? "ok" : parsed.problems[0]?.code;
    };
    expect(["[1,2,3]", "[[1,2,3],[1,2,3]]", '{"a":1,"b":2,"c":3}'].map(code)).toEqual(["ok", "ok", "ok"]);
    expect(["[1,2,3,4]", "[[],[1,2,3,4]]", '{"a":1,"b":2,"c":3,"d":4}'].map(code)).toEqual(
      Array(3).fill("json-list-too-long"),
    );
  });

  it("refuses a text that is too long, of a key and of a value", () => {
    const code = (text: string) => {
      const parsed = parseJson(text, { limits: { stringLength: 3 } });
      return parsed.ok ? "ok" : parsed.problems[0]?.code;
    };
    expect(['["abc"]', '{"abc":"def"}', "[1234]"].map(code)).toEqual(["ok", "ok", "ok"]);
    expect(['["abcd"]', '{"abcd":1}', '[{"a":["","abcd"]}]'].map(code)).toEqual(
      Array(3).fill("json-string-too-long"),
    );
  });
});
