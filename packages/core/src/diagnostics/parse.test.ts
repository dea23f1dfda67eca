import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseWith } from "./parse.ts";

const Doc = z.object({ name: z.string(), list: z.array(z.number()).optional() });
const refused = (input: unknown) => {
  const result = parseWith(Doc, input, "doc-invalid");
  if (result.ok) throw new Error("was let through");
  return result.problems;
};
const nested = (wrap: (inner: unknown) => unknown, levels = 1_000_000) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
};

describe("data that a schema refuses", () => {
  it("that is wrong is shown as JSON, the beginning of it", () => {
    const found = (name: unknown) => refused({ name })[0]?.found;
    expect(found({ a: [1, null, "x"], "b c": { d: true }, e: {} })).toBe(
      '{"a":[1,null,"x"],"b c":{"d":true},"e":{}}',
    );
    expect(found([])).toBe("[]");
    expect(String(found({ ["k".repeat(70)]: "long".repeat(1_000_000) }))).toHaveLength(61);
    expect(found(["é\n".repeat(100), 2])).toMatch(/^\["(é\\n){15}/);
    expect(found(12n)).toBe("12");
    expect(found(undefined)).toBeNull();
  });

  it.each<[string, (inner: unknown) => unknown]>([
    ["arrays", (inner) => [inner]],
    ["objects", (inner) => ({ a: inner })],
  ])("that is a million nested %s is refused", (_, wrap) => {
    const [problem] = refused({ name: nested(wrap) });
    expect(problem).toMatchObject({ code: "doc-invalid", where: { path: "name" }, expected: "text" });
    expect(String(problem?.found).length).toBe(61);
    expect(refused(nested(wrap))[0]).toMatchObject({ code: "doc-invalid" });
  });

  it("that refers to itself is refused", () => {
    const round: Record<string, unknown> = {};
    round.name = round;
    expect(String(refused(round)[0]?.found)).toMatch(/^\{"name":\{"name":.*…$/);
  });

  it("reports at most 200 problems", () => {
    expect(refused({ name: "", list: Array.from({ length: 5_000 }, () => "x") })).toHaveLength(200);
  });

  it("stops at the first problem of a large input", () => {
    const list: unknown[] = Array.from({ length: 2_000_000 }, () => "x");
    const before = process.memoryUsage().heapUsed;
    expect(refused({ name: "", list })).toHaveLength(1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100e6);
  });

  it("of a large input accepts what is right", () => {
    const value = { name: "a", list: Array.from({ length: 100_000 }, (_, n) => n) };
    expect(parseWith(Doc, value, "doc-invalid")).toMatchObject({ ok: true, value });
  });

  it("with a hundred thousand unknown keys is refused in a short message", () => {
    const strict = parseWith(
      z.strictObject({}),
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1])),
      "doc-invalid",
    );
    expect(strict.ok ? "" : strict.problems[0]?.message.en.length).toBeLessThan(500);
  });
});

describe("messages", () => {
  const Kinds = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("number"), value: z.number().min(0).max(1) }),
    z.object({ kind: z.literal("none") }),
  ]);
  const Text = z.object({ text: z.string().min(1), list: z.array(z.int()).min(2).optional() });
  const Either = z.object({ limit: z.union([z.string(), z.number()]) });
  it.each<[z.ZodType, unknown, string, string]>([
    [
      Kinds,
      { kind: "zero" },
      "kind: found “zero”, expected number | none.",
      "kind : « zero » n’est pas valide ; il faut number | none.",
    ],
    [
      Kinds,
      { kind: "number", value: 1.5 },
      "value: found 1.5, expected at most 1.",
      "value : 1.5 n’est pas valide ; il faut au plus 1.",
    ],
    [Text, {}, "text is missing, expected text.", "text manque ; il faut un texte."],
    [
      Text,
      { text: "" },
      "text: found “”, expected text that is not empty.",
      "text : «  » n’est pas valide ; il faut un texte non vide.",
    ],
    [
      Text,
      { text: "a", list: [1.5, 2] },
      "list/0: found 1.5, expected a whole number.",
      "list/0 : 1.5 n’est pas valide ; il faut un nombre entier.",
    ],
    [
      Text,
      { text: "a", list: [1] },
      "list: found [1], expected at least 2 items.",
      "list : [1] n’est pas valide ; il faut au moins 2 éléments.",
    ],
    [
      Either,
      { limit: true },
      "limit: found true, expected text or a number.",
      "limit : true n’est pas valide ; il faut un texte ou un nombre.",
    ],
    [z.strictObject({}), { x: 1 }, "document: unknown field x.", "document : champ inconnu, x."],
  ])("are plain in both languages (%#)", (schema, input, en, fr) => {
    const parsed = parseWith(schema, input, "x");
    expect(parsed.ok ? null : parsed.problems[0]?.message).toEqual({ en, fr });
  });
});
