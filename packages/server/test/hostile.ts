import fc from "fast-check";

/** A schema of JSON Schema, as far as the server's OpenAPI uses it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  example?: unknown;
}

/** Texts that were written to break something. */
export const HOSTILE_STRINGS = [
  ...["", " ", "constructor", "__proto__", "toString", "hasOwnProperty", "null", "undefined", "NaN"],
  ...[
    "2020-99-99",
    "2020-02-30",
    "0000-00-00",
    "9999-12-31",
    "-1",
    "1e999",
    "0x10",
    "1.1.1",
    "999.999.999.999",
  ],
  ...[
    "\u0000",
    "\ud800",
    "\ufffe",
    "\u202e",
    "😀",
    "é".repeat(300),
    "../../etc/passwd",
    "%00",
    "a".repeat(5000),
  ],
  ...[
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "#{7*7}",
    "{{7*7}}",
    "=1+1",
    "annual-2020",
    "p1",
    "2020-Q1",
  ],
];
const hostileString = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS),
  fc.string({ maxLength: 40, unit: "binary" }),
);

const hostileNumber = fc.constantFrom(
  ...[-1, 0, 0.5, -0, 1e21, 2 ** 53, -(2 ** 63), 5e-324, 1.7976931348623157e308, 17],
);

/** Any JSON, small, with hostile leaves and names. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false),
    hostileNumber,
    hostileString,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(hostileString, tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** One hostile value of each type. */
export interface Leaves {
  string: string;
  number: number;
  any: unknown;
  /** Whether a value of another type than the one that it replaces is meant. */
  wild: boolean;
}
export const hostileLeaves: fc.Arbitrary<Leaves> = fc.record({
  string: hostileString,
  number: hostileNumber,
  any: hostileJson,
  wild: fc.nat(3).map((n) => n === 0),
});

/** Values by a schema of which, one time in sixteen at each place, something is not by the schema. */
export function almost(
  schema: JsonSchema,
  components: Record<string, JsonSchema>,
  depth = 0,
): fc.Arbitrary<unknown> {
  return fc
    .integer({ min: 0, max: 7 })
    .chain((n) => (n === 0 ? hostileJson : valid(schema, components, depth)));
}

function valid(
  schema: JsonSchema,
  components: Record<string, JsonSchema>,
  depth: number,
): fc.Arbitrary<unknown> {
  const within = (each: JsonSchema) => almost(each, components, depth + 1);
  if (depth > 8) return hostileJson;
  if (schema.$ref !== undefined) {
    const named = components[schema.$ref.split("/").at(-1) ?? ""];
    return named === undefined ? hostileJson : valid(named, components, depth + 1);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined && options.length > 0) return fc.oneof(...options.map(within));
  if (schema.allOf?.[0] !== undefined) return within(schema.allOf[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "string") return hostileString;
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "number" || type === "integer")
    return fc.oneof(hostileNumber, fc.integer({ min: 0, max: 100 }));
  if (type === "array")
    return fc.array(schema.items === undefined ? hostileJson : within(schema.items), { maxLength: 3 });
  if (type !== "object") return hostileJson;
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, each]) => [name, within(each)]),
  );
  return fc.record(properties, { requiredKeys: schema.required ?? [] });
}
