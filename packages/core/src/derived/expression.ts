import { expectedBy } from "../diagnostics/expected.ts";
import { Expression, expressionTooLarge } from "../document/index.ts";
import { type Bilingual, bilingual } from "../locale/index.ts";
import { inFrench } from "../locale/schema-phrases.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { FormulaError } from "./formula-error.ts";

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

const refused = (path: string, expected: Bilingual): FormulaError =>
  new FormulaError(bilingual(en.formulaExpected, fr.formulaExpected, path, expected));

/**
 * Reads an expression from untrusted data: its depth and size are limited before it is validated.
 * @throws FormulaError where it is too deep, too large, or no expression.
 */
export function parseExpression(input: unknown): Expression {
  const problem = expressionTooLarge(input);
  if (problem !== null) throw refused("expression", { en: problem, fr: inFrench(problem) });
  const parsed = Expression.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(
    issue?.path.join("/") || "expression",
    issue === undefined ? { en: "", fr: "" } : expectedBy(issue),
  );
}

/** Indicators that an expression refers to, each once. */
export function referencesOf(expression: Expression): string[] {
  if (typeof expression === "object" && "ref" in expression) return [expression.ref];
  return [...new Set(termsOf(expression).flatMap(referencesOf))];
}

/** Baselines and actuals that an expression takes where it is computed for a column, each once. */
export function sourcesOf<Column extends "baseline" | "actual">(
  expression: Expression,
  column: Column,
): { code: string; column: Column | "baseline" }[] {
  const found = new Map<string, { code: string; column: Column | "baseline" }>();
  const visit = (each: Expression): void => {
    if (typeof each !== "object") return;
    if (!("ref" in each)) for (const term of termsOf(each)) visit(term);
    else if (each.of !== "target") {
      const from = each.of === "baseline" ? each.of : column;
      found.set(`${from} ${each.ref}`, { code: each.ref, column: from });
    }
  };
  visit(expression);
  return [...found.values()];
}
