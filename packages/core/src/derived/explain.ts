import type { Expression } from "../document/index.ts";
import type { Input, Inputs } from "./evaluate.ts";

const SIGNS = { add: " + ", subtract: " − ", multiply: " × ", divide: " ÷ " } as const;

/** The formula, by the codes of its indicators: `1000 × [1.1] ÷ [1.2]`. */
export const formulaOf = (expression: Expression): string =>
  written(expression, (ref, of) => `[${ref}${of === "value" ? "" : `, ${of}`}]`, false);

/** The formula with the numbers that it was computed with: `1000 × 12 ÷ 4800`. An interval is written `10…12`, what is missing `?`. */
export const workingOf = (expression: Expression, inputs: Inputs): string =>
  written(expression, (ref, of) => inputText(inputs(ref, of)), false);

const inputText = (input: Input): string =>
  input === null ? "?" : typeof input === "number" ? numberText(input) : `${input.low}…${input.high}`;
const numberText = (value: number): string => (value < 0 ? `(−${-value})` : String(value));

function written(
  expression: Expression,
  reference: (ref: string, of: "value" | "baseline" | "target") => string,
  inner: boolean,
): string {
  const part = (each: Expression) => written(each, reference, true);
  const enclosed = (text: string) => (inner ? `(${text})` : text);
  if (typeof expression === "number") return numberText(expression);
  if ("ref" in expression) return reference(expression.ref, expression.of ?? "value");
  switch (expression.op) {
    case "min":
    case "max":
      return `${expression.op}(${expression.terms.map((term) => written(term, reference, false)).join(", ")})`;
    case "rate":
      return enclosed(
        `${numberText(expression.per)} × ${part(expression.numerator)} ÷ ${part(expression.denominator)}`,
      );
    case "change": {
      const difference = `${part(expression.to)} − ${part(expression.from)}`;
      return enclosed(
        expression.relative === true ? `(${difference}) ÷ |${part(expression.from)}|` : difference,
      );
    }
    case "index": {
      const parts = expression.components.map(
        ({ value, weight, low, high }) =>
          `${numberText(weight)} × (${part(value)} − ${numberText(low)}) ÷ (${numberText(high)} − ${numberText(low)})`,
      );
      return enclosed(
        `(${parts.join(" + ")}) ÷ (${expression.components.map(({ weight }) => numberText(weight)).join(" + ")})`,
      );
    }
    default:
      return expression.terms.length === 1
        ? part(expression.terms[0] as Expression)
        : enclosed(expression.terms.map(part).join(SIGNS[expression.op]));
  }
}
