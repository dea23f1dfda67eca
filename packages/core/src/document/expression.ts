import * as z from "zod";

/**
 * How an indicator is derived from others: a tree of operations that is data and is never run as code. Numbers are decimals; `{ ref }` is an
 * indicator's value, `{ ref, of: "baseline" }` its baseline.
 */
export type Expression =
  | number
  | {
      /** Code of the indicator. */
      ref: string;
      /** Which of its values. Default: `value`, the one that is reported or computed. */
      of?: "value" | "baseline" | "target" | undefined;
    }
  | {
      /** What is done with the terms, from the first to the last. */
      op: "add" | "subtract" | "multiply" | "divide" | "min" | "max";
      /** At least one; each a number, an indicator or an operation. */
      terms: Expression[];
    }
  /** A rate: how many of the numerator there are for so many of the denominator. */
  | {
      op: "rate";
      /** What is counted. */
      numerator: Expression;
      /** What it is counted of. */
      denominator: Expression;
      /** 1,000 for a rate per thousand, 100 for a percentage. */
      per: number;
    }
  /** A difference. */
  | {
      op: "change";
      /** What is subtracted. */
      from: Expression;
      /** What it is subtracted from. */
      to: Expression;
      /** Whether the difference is given as a share of `from`: 0.25 is a quarter more. Default: as it is. */
      relative?: boolean | undefined;
    }
  /** A composite: the weighted mean of components that are brought to one scale. */
  | {
      op: "index";
      /** What it is made of. */
      components: IndexComponent[];
      /** What a missing component does. `refuse`: no value. `reweight`: the others take its weight. */
      missing: "refuse" | "reweight";
    };

/** A component of a composite index. */
export interface IndexComponent {
  /** What goes into the index. */
  value: Expression;
  /** How much it weighs against the others; above 0. */
  weight: number;
  /** The value that counts as 0. */
  low: number;
  /** The value that counts as 1; below `low` where less is better. */
  high: number;
}

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

/** What is expected of the size of untrusted data, which is looked at before it is validated; `null` where that holds. */
export function expressionTooLarge(input: unknown): string | null {
  const open: [unknown, number][] = [[input, 0]];
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const [next, depth] = open.pop() as [unknown, number];
    if (depth > 2 * MAX_DEPTH) return `at most ${MAX_DEPTH} levels`;
    if (nodes > 8 * MAX_NODES) return `at most ${MAX_NODES} terms`;
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
