import * as core from "@cadre/core";
import * as aggregate from "@cadre/core/aggregate";
import * as budget from "@cadre/core/budget";
import * as observations from "@cadre/core/observations";
import * as reallocation from "@cadre/core/reallocation";
import * as results from "@cadre/core/results";
import * as engine from "@cadre/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { almost, hostileJson, type JsonSchema } from "../test/hostile.ts";
import { ApiKey } from "./auth/index.ts";

const RUNS = process.env.CADRE_FULL === "1" ? 3000 : 120;

/** Every schema that the packages export, by name. */
const schemas = Object.entries({
  ...{ ...core, ...aggregate, ...budget, ...observations, ...reallocation, ...results, ...engine },
  ApiKey,
}).flatMap(([name, value]): [string, z.ZodType][] =>
  typeof value === "object" && value !== null && "_zod" in value ? [[name, value as z.ZodType]] : [],
);

/** Words of zod's own messages, and of its codes. */
const OF_ZOD =
  /invalid|received|too (big|small)|unrecognized|discriminator|[<>]=|regex|pattern|to (be|have)\b|\b(int|nan|bigint|record|tuple|union|undefined|optional|nonoptional)\b/i;
/** English that no French message has; lists of allowed values are not words. */
const ENGLISH =
  /\b(the|an?|of|or|and|must|not|with|text|number|list|object|items?|characters|at (least|most)|more|less|than|such|that|no other fields|one|allowed|forms?|whole|true or false)\b/;

/** What a message says was expected, without the value that was found and the allowed values. */
const expectedIn = (message: string, before: string): string => {
  const at = message.lastIndexOf(before);
  const text = at < 0 ? "" : message.slice(at + before.length);
  return text.includes(" | ") ? "" : text;
};

function hold(problems: readonly core.Problem[]): void {
  for (const { message, expected, where } of problems) {
    const en = expectedIn(message.en, "expected ");
    const fr = expectedIn(message.fr, "il faut ");
    expect([where.path, en, OF_ZOD.test(en)]).toEqual([where.path, en, false]);
    expect([where.path, fr, OF_ZOD.test(fr.replaceAll("d’union", ""))]).toEqual([where.path, fr, false]);
    // The examples of a form are the same in both.
    expect([where.path, fr, ENGLISH.test(fr.replace(/tel(le)?s? que .*|comme .*/, ""))]).toEqual([
      where.path,
      fr,
      false,
    ]);
    expect(String(expected)).not.toMatch(/^Invalid|discriminator/);
  }
}

/** The phrases that schemas state themselves, wherever they are in them. */
function phrasesOf(
  schema: z.core.$ZodType,
  seen = new Set<unknown>(),
  found = new Set<string>(),
): Set<string> {
  if (seen.has(schema)) return found;
  seen.add(schema);
  const { def } = schema._zod;
  const note = (error: unknown) => {
    const message = typeof error === "function" ? error({}) : undefined;
    if (typeof message === "string") found.add(message);
  };
  note(def.error);
  for (const check of def.checks ?? []) note(check._zod.def.error);
  const visit = (each: unknown): void => {
    if (typeof each !== "object" || each === null) return;
    if ("_zod" in each) phrasesOf(each as z.core.$ZodType, seen, found);
    else for (const member of Object.values(each)) visit(member);
  };
  for (const key of [
    "shape",
    "element",
    "innerType",
    "options",
    "keyType",
    "valueType",
    "items",
    "in",
    "out",
  ])
    visit((def as unknown as Record<string, unknown>)[key]);
  return found;
}
const phrases = [...new Set(schemas.flatMap(([, schema]) => [...phrasesOf(schema)]))];

describe("what a schema refuses is said in plain words of both languages", () => {
  it("has schemas to try", () => {
    expect(schemas.length).toBeGreaterThan(60);
  });

  it.each(phrases)("“%s” has French words", (phrase) => {
    const parsed = core.parseWith(
      z.string().refine(() => false, { error: phrase }),
      "x",
      "x",
    );
    const { en, fr } = parsed.ok ? { en: "", fr: "" } : (parsed.problems[0]?.message ?? { en: "", fr: "" });
    expect(en).toContain(phrase);
    expect(fr).not.toContain(phrase);
  });

  it.each(schemas)("%s", (_, schema) => {
    const { $defs = {}, ...json } = z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
    }) as JsonSchema & {
      $defs?: Record<string, JsonSchema>;
    };
    fc.assert(
      fc.property(fc.oneof(hostileJson, almost(json, $defs)), (input) => {
        const parsed = core.parseWith(schema, input, "x");
        if (!parsed.ok) hold(parsed.problems);
      }),
      { numRuns: RUNS },
    );
  });

  it.each<[string, z.ZodType, unknown[]]>([
    ["numbers", z.number().gt(1).lt(9).multipleOf(2), [1, 9, 3, "x", null, Number.NaN]],
    ["whole numbers", z.int().min(3).max(4), [2.5, 1, 9, 2 ** 60]],
    ["texts", z.string().min(2).max(3).regex(/^a/), ["", "b", "bbbbb", 1]],
    [
      "forms of texts",
      z.tuple([z.email(), z.url(), z.uuid(), z.iso.datetime(), z.iso.date(), z.iso.time()]),
      [["", "", "", "", "", ""]],
    ],
    ["beginnings", z.string().startsWith("x").endsWith("y").includes("z"), ["a"]],
    ["lists", z.array(z.number()).min(2).max(3), [[], [1, 2, 3, 4], "x", ["a", "b"]]],
    ["pairs", z.tuple([z.string(), z.number()]), [[], ["a"], ["a", 1, 2], [1, "a"]]],
    ["names", z.record(z.string().regex(/^k/), z.number()), [{ x: 1 }, { k: "a" }, []]],
    ["choices", z.union([z.object({ a: z.string() }), z.object({ b: z.number() })]), [{}, 1, { a: 1 }]],
    [
      "kinds",
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
      [{}, { kind: "c" }, 1],
    ],
    ["single values", z.literal(["a", 1, null]), ["b", 2, undefined]],
    [
      "what may be missing",
      z.object({ a: z.boolean(), b: z.date().optional(), c: z.bigint() }),
      [{}, { a: 1, b: "x", c: 1 }],
    ],
    ["fields", z.strictObject({ a: z.string() }), [{ a: "x", b: 1 }]],
    [
      "sets and maps",
      z.tuple([z.set(z.string()).min(1), z.map(z.string(), z.number())]),
      [
        [1, 2],
        [new Set(), new Map()],
      ],
    ],
    ["nothing at all", z.object({ a: z.never(), b: z.undefined(), c: z.null() }), [{ a: 1, b: 1, c: 1 }]],
  ])("whatever zod can refuse: %s", (_, schema, inputs) => {
    for (const input of inputs) {
      const parsed = core.parseWith(schema, input, "x");
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) hold(parsed.problems);
    }
  });
});
