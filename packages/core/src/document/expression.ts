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
export const Expression: z.ZodType<Expression> = z.lazy(() => AnyExpression).meta({ id: "Expression" });

const AnyExpression: z.ZodType<Expression> = z.union([
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
]);

/** What is wrong with the size of untrusted data, which is looked at before it is validated; `null`: nothing. */
export function expressionTooLarge(input: unknown): string | null {
  const open: [unknown, number][] = [[input, 0]];
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const [next, depth] = open.pop() as [unknown, number];
    if (depth > 2 * MAX_DEPTH) return `an expression may be ${MAX_DEPTH} levels deep`;
    if (nodes > 8 * MAX_NODES) return `an expression may have ${MAX_NODES} terms`;
    if (typeof next === "object" && next !== null)
      for (const member of Object.values(next)) open.push([member, depth + 1]);
  }
  return null;
}

/** An expression within a document: its depth and size are limited. */
export const Formula: z.ZodType<Expression> = z.preprocess((input, context) => {
  const problem = expressionTooLarge(input);
  if (problem === null) return input;
  context.issues.push({ code: "custom", message: problem, input: null });
  return z.NEVER;
}, Expression);
