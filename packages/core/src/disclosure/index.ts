export {
  findingsOfRest,
  type ProtectedDocument,
  protectDocument,
  protectSeries,
  type WithheldValue,
} from "./document.ts";
export { DisclosurePolicy } from "./policy.ts";
export type { ReleasedValue, Rounding } from "./releases.ts";
export { protectResults, protectRows } from "./results.ts";
export { smallCountsInTexts } from "./small-counts.ts";
export {
  type ProtectedCell,
  type ProtectedTable,
  type ProtectOptions,
  protectTable,
  type Suppression,
} from "./suppress.ts";
export type { TableCell } from "./table.ts";
export { TableError, type TableErrorCode } from "./table-error.ts";
