export { Expression } from "../document/index.ts";
export { evaluateColumns } from "./columns.ts";
export {
  type DerivedValue,
  type EstimateInterval,
  type FormulaValues,
  formulaValues,
  withDerived,
} from "./derive.ts";
export { type Derived, type DerivedReason, evaluate, type Input, type Inputs } from "./evaluate.ts";
export { formulaOf, workingOf } from "./explain.ts";
export { parseExpression, referencesOf, sourcesOf } from "./expression.ts";
export { FormulaError } from "./formula-error.ts";
export {
  DERIVED_COLUMNS,
  type DerivedColumn,
  type FormulaNode,
  type FormulaSource,
  formulaNodes,
  formulaOrder,
  isOpen,
} from "./formula-order.ts";
export { readFormula } from "./read-formula.ts";
export { type UnitResult, unitOfExpression } from "./units.ts";
