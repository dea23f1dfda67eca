import * as z from "zod";

/**
 * How an indicator is derived from others: a tree of operations that is data and is never run as code. Numbers are decimals; `{ ref }` is an
 * indicator's value, `{ ref, of: "baseline" }` its baseline.
 */
export type Expression =
  | number
  | { ref: string; of?: "value" | "baseline" | "target" | undefined }
  | { op: "add" | "subtract" | "multiply" | "divide" | "min" | "max"; terms: Expression[] }
  /** `numerator` per so many of `denominator`: 1,000 for a rate per thousand, 100 for a percentage. */
  | { op: "rate"; numerator: Expression; denominator: Expression; per: number }
  /** `to` less `from`, or, with `relative`, that as a share of `from`. */
  | { op: "change"; from: Expression; to: Expression; relative?: boolean | undefined }
  /** A composite: each component from `low` (0) to `high` (1), its own scale, and how much it weighs. */
  | {
      op: "index";
      components: { value: Expression; weight: number; low: number; high: number }[];
      /** What a missing component does. `refuse`: no value. `reweight`: the others take its weight. */
      missing: "refuse" | "reweight";
    };

const MAX_TERMS = 100;
/** Trees deeper than this are refused. */
const MAX_DEPTH = 32;
const MAX_NODES = 1_000;

const Finite = z.number();

/** See {@link Expression}. */
export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    Finite,
    z.strictObject({ ref: z.string().min(1), of: z.enum(["value", "baseline", "target"]).optional() }),
    z.strictObject({
      op: z.enum(["add", "subtract", "multiply", "divide", "min", "max"]),
      terms: z.array(Expression).min(1).max(MAX_TERMS),
    }),
    z.strictObject({ op: z.literal("rate"), numerator: Expression, denominator: Expression, per: Finite }),
    z.strictObject({
      op: z.literal("change"),
      from: Expression,
      to: Expression,
      relative: z.boolean().optional(),
    }),
    z.strictObject({
      op: z.literal("index"),
      components: z
        .array(
          z.strictObject({
            value: Expression,
            weight: z.number().positive(),
            low: Finite,
            high: Finite,
          }),
        )
        .min(1)
        .max(MAX_TERMS),
      missing: z.enum(["refuse", "reweight"]),
    }),
  ]),
);

/** What an expression is made of. */
export function termsOf(expression: Expression): Expression[] {
  if (typeof expression === "number" || "ref" in expression) return [];
  switch (expression.op) {
    case "rate":
      return [expression.numerator, expression.denominator];
    case "change":
      return [expression.from, expression.to];
    case "index":
      return expression.components.map(({ value }) => value);
    default:
      return expression.terms;
  }
}

/**
 * Reads an expression from untrusted data: its depth and size are limited before it is validated.
 * @throws RangeError where it is too deep, too large, or no expression.
 */
export function parseExpression(input: unknown): Expression {
  const open: [unknown, number][] = [[input, 0]];
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const [next, depth] = open.pop() as [unknown, number];
    if (depth > 2 * MAX_DEPTH) throw new RangeError(`an expression may be ${MAX_DEPTH} levels deep`);
    if (nodes > 8 * MAX_NODES) throw new RangeError(`an expression may have ${MAX_NODES} terms`);
    if (typeof next === "object" && next !== null)
      for (const member of Object.values(next)) open.push([member, depth + 1]);
  }
  const parsed = Expression.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`${issue?.path.join("/") || "expression"}: ${issue?.message}`);
}

/** Indicators that an expression refers to, each once. */
export function referencesOf(expression: Expression): string[] {
  if (typeof expression === "object" && "ref" in expression) return [expression.ref];
  return [...new Set(termsOf(expression).flatMap(referencesOf))];
}
