export { DisclosurePolicy } from "./policy.ts";
export { protectResults } from "./results.ts";
export {
  type ProtectedCell,
  type ProtectedTable,
  type ProtectOptions,
  protectTable,
  type Suppression,
} from "./suppress.ts";
export type { TableCell } from "./table.ts";
