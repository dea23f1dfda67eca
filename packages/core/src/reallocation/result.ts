import type { MarkerAgreement } from "../budget/index.ts";
import type { BudgetLine } from "../document/index.ts";
import type { Money } from "../values/money.ts";
import type { ChangedTotal } from "./changes.ts";

/** Indirect costs of an agency whose budget a reallocation changes, against the policy's rate. */
export interface ChangedIndirect {
  /** Name of the agency. */
  agency: string;
  /** Its indirect costs, which moves do not change. */
  found: Money;
  /** What the rate comes to after the moves. */
  expected: Money;
}

/** The budget after a reallocation. Its totals are those before, to the minor unit. */
export interface Reallocated {
  /** The lines after the moves, in the order before. */
  lines: BudgetLine[];
  /** One for each currency. */
  totals: Money[];
  /** Share of the direct costs for gender equality; `null` of no money, of several currencies, or where a line's share is unknown. */
  gewe: {
    /** Before the moves. */
    before: number | null;
    /** After the moves. */
    after: number | null;
  };
  /** Whether the declared gender marker agrees with the share for gender equality. */
  marker: {
    /** Before the moves. */
    before: MarkerAgreement;
    /** After the moves. */
    after: MarkerAgreement;
  };
  /** Totals that the moves change, with their cumulative change against the approved budget. */
  changed: ChangedTotal[];
  /** Agencies whose indirect costs no longer come to the rate. */
  changedIndirect: ChangedIndirect[];
  /** Whether the fund has to approve it. */
  needsApproval: boolean;
}
