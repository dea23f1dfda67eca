import type { MarkerAgreement } from "../budget/index.ts";
import type { BudgetLine } from "../document/index.ts";
import type { Money } from "../values/money.ts";
import type { ChangedTotal } from "./changes.ts";

/** Indirect costs of an agency whose budget a reallocation changes, against the policy's rate. */
export interface ChangedIndirect {
  agency: string;
  found: Money;
  expected: Money;
}

/** The budget after a reallocation. Its totals are those before, to the minor unit. */
export interface Reallocated {
  lines: BudgetLine[];
  /** One for each currency. */
  totals: Money[];
  /** Share of the direct costs for gender equality; `null` of no money, of several currencies, or where a line's share is unknown. */
  gewe: { before: number | null; after: number | null };
  marker: { before: MarkerAgreement; after: MarkerAgreement };
  /** Totals that the moves change, with their cumulative change against the approved budget. */
  changed: ChangedTotal[];
  /** Agencies whose indirect costs no longer come to the rate. */
  indirect: ChangedIndirect[];
  /** Whether the fund has to approve it. */
  needsApproval: boolean;
}
