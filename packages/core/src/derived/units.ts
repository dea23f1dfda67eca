import type { Expression } from "../document/index.ts";
import { termsOf } from "./expression.ts";

/** The unit of an expression: `people`, `%`, `people/USD`; `""` for a plain number. */
export type UnitResult =
  | {
      /** As the indicators write it. */
      unit: string;
    }
  | {
      /** Why it has none: what is added or compared is not in one unit. */
      problem: string;
    };

/** The constant that an expression of products and quotients multiplies by: a ratio times 100 is in percent. */
function factorOf(expression: Expression): number {
  if (typeof expression === "number") return expression;
  if ("ref" in expression) return 1;
  if (expression.op !== "multiply" && expression.op !== "divide") return 1;
  const [first = 1, ...rest] = expression.terms.map(factorOf);
  return rest.reduce((a, b) => (expression.op === "multiply" ? a * b : a / b), first);
}

/**
 * Checks that an expression adds and compares only what has the same unit.
 * @param unitOf the unit of an indicator; `undefined` where there is no such indicator.
 */
export function unitOfExpression(
  expression: Expression,
  unitOf: (ref: string) => string | undefined,
): UnitResult {
  if (typeof expression === "number") return { unit: "" };
  if ("ref" in expression) {
    const unit = unitOf(expression.ref);
    return unit === undefined ? { problem: `there is no indicator ${expression.ref}` } : { unit };
  }
  const units: string[] = [];
  for (const term of termsOf(expression)) {
    const found = unitOfExpression(term, unitOf);
    if ("problem" in found) return found;
    units.push(found.unit);
  }
  const [first = "", second = ""] = units;
  const differ = units.find((unit) => unit !== first);
  switch (expression.op) {
    case "add":
    case "subtract":
    case "min":
    case "max":
      return differ === undefined
        ? { unit: first }
        : { problem: `${expression.op}: ${first || "number"} and ${differ || "number"}` };
    case "multiply": {
      const named = units.filter((unit) => unit !== "");
      if (named.length === 0 && units.length > 1 && factorOf(expression) === 100) return { unit: "%" };
      return named.length <= 1
        ? { unit: named[0] ?? "" }
        : { problem: `multiply: ${named.join(" and ")}; at most one term may have a unit` };
    }
    case "divide": {
      const [above, ...below] = units;
      const named = below.filter((unit) => unit !== "");
      if (named.length === 0) return { unit: above ?? "" };
      if (named.length === 1 && named[0] === above) return { unit: factorOf(expression) === 100 ? "%" : "" };
      return { unit: `${above || "1"}/${named.join("/")}` };
    }
    case "rate":
      if (first === second) return { unit: expression.per === 100 ? "%" : "" };
      return { unit: `${first || "1"} per ${expression.per} ${second || "1"}` };
    case "change":
      if (differ !== undefined) return { problem: `change: ${first || "number"} and ${differ || "number"}` };
      return { unit: expression.relative === true ? "" : first };
    case "index":
      return { unit: "" };
  }
}
