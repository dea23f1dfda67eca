export { evaluateColumns, type ValueColumn } from "./columns.ts";
export { type Derived, type DerivedReason, evaluate, type Input, type Inputs } from "./evaluate.ts";
export { formulaOf, workingOf } from "./explain.ts";
export { Expression, parseExpression, referencesOf } from "./expression.ts";
export { type UnitResult, unitOfExpression } from "./units.ts";
