import type { Expression } from "../document/index.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { termsOf } from "./expression.ts";

/** The unit of an expression: `people`, `%`, `people/USD`; `""` for a plain number. */
export type UnitResult =
  | {
      /** As the indicators write it. */
      unit: string;
    }
  | {
      /** Why it has none: what is added or compared is not in one unit. A clause without its full stop. */
      problem: Bilingual;
    };

const SIGNS = { add: "+", subtract: "−", min: "min", max: "max" } as const;

const named = (unit: string): string | Bilingual => unit || { en: en.plainNumber, fr: fr.plainNumber };
const apart = (operation: string, unit: string, other: string): Bilingual =>
  bilingualText(en.unitsApart, fr.unitsApart, operation, named(unit), named(other));

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
    return unit === undefined
      ? { problem: bilingualText(en.unitsNoIndicator, fr.unitsNoIndicator, expression.ref) }
      : { unit };
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
      return differ === undefined ? { unit: first } : { problem: apart(SIGNS[expression.op], first, differ) };
    case "multiply": {
      const withUnit = units.filter((unit) => unit !== "");
      if (withUnit.length === 0 && units.length > 1 && factorOf(expression) === 100) return { unit: "%" };
      return withUnit.length <= 1
        ? { unit: withUnit[0] ?? "" }
        : { problem: bilingualText(en.unitsMultiplied, fr.unitsMultiplied, withUnit.join(" × ")) };
    }
    case "divide": {
      const [above, ...below] = units;
      const divisors = below.filter((unit) => unit !== "");
      if (divisors.length === 0) return { unit: above ?? "" };
      if (divisors.length === 1 && divisors[0] === above)
        return { unit: factorOf(expression) === 100 ? "%" : "" };
      return { unit: `${above || "1"}/${divisors.join("/")}` };
    }
    case "rate":
      if (first === second) return { unit: expression.per === 100 ? "%" : "" };
      return { unit: `${first || "1"} per ${expression.per} ${second || "1"}` };
    case "change":
      if (differ !== undefined) return { problem: apart("−", first, differ) };
      return { unit: expression.relative === true ? "" : first };
    case "index":
      return { unit: "" };
  }
}
