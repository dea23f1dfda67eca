import type { FindingRow } from "../results/index.ts";
import { hashOf, type TableName } from "./filters.ts";

/** Where a finding leads: the row that it is about, opened; `null` for what is about no row. */
export function hrefOfFinding({ subject }: FindingRow): { href: string; table: TableName } | null {
  const { kind, code } = subject;
  if (code === null) return null;
  if (kind === "indicator") return { href: hashOf({ q: code, open: [`i${code}`] }), table: "indicators" };
  if (kind === "activity") return { href: hashOf({ q: code, open: [`a${code}`] }), table: "activities" };
  if (kind === "outcome" || kind === "output")
    return { href: hashOf({ outcome: code }), table: "indicators" };
  return null;
}
