import {
  type BudgetPolicy,
  directLines,
  exactShare,
  indirectCosts,
  markerAgreement,
  PBF_BUDGET_POLICY_2018,
  weighLines,
} from "../budget/index.ts";
import { type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import type { BudgetLine, GenderMarker, SharedExpenditure } from "../document/index.ts";
import { bilingual } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { type Fraction, toNumber } from "../values/fraction.ts";
import { addMoney, subtractMoney, toMajor } from "../values/money.ts";
import { availableIn, otherCurrency } from "./available.ts";
import { changedTotals } from "./changes.ts";
import { findingsOf } from "./findings.ts";
import { type Move, REALLOCATION_POLICY, type ReallocationPolicy } from "./policy.ts";
import type { ChangedIndirect, Reallocated } from "./result.ts";

/** What a reallocation is judged by. */
export interface ReallocationOptions {
  /** The declared gender marker. Without one the agreement is not reported. */
  marker?: GenderMarker | null;
  /** Rules of the fund about shares and rates. Default: those since 2018. */
  budget?: BudgetPolicy;
  /** The fund's rule about moves. Default: `REALLOCATION_POLICY`. */
  policy?: ReallocationPolicy;
  /** The approved budget, against which changes add up. Default: the lines' approved amounts, otherwise their amounts. */
  approved?: readonly BudgetLine[];
  /** Expenditure of several lines together. */
  shared?: readonly SharedExpenditure[];
}

function problemOf(
  lines: ReadonlyMap<string, BudgetLine>,
  shared: readonly SharedExpenditure[],
  move: Move,
  index: number,
): Problem | null {
  const problem = (code: string, message: Problem["message"], found: string | number, expected: string) => ({
    code,
    where: { path: `moves/${index}` },
    message,
    found,
    expected,
  });
  const [from, to] = [lines.get(move.from), lines.get(move.to)];
  if (from === undefined || to === undefined) {
    const unknown = from === undefined ? move.from : move.to;
    const message = bilingual(en.moveLineUnknown, fr.moveLineUnknown, unknown);
    return problem("unknown-line", message, unknown, en.expectedLine);
  }
  if (move.from === move.to)
    return problem(
      "same-line",
      bilingual(en.moveToItself, fr.moveToItself, move.from),
      move.from,
      en.expectedTwoLines,
    );
  const { amount } = move;
  const major = toMajor(amount);
  if (amount.minor <= 0)
    return problem(
      "not-an-amount",
      bilingual(en.moveNotAnAmount, fr.moveNotAnAmount, major),
      major,
      "more than 0",
    );
  const other =
    [from, to].find((line) => line.amount.currency !== amount.currency)?.amount.currency ??
    otherCurrency(from, lines, shared);
  if (other !== null)
    return problem(
      "currencies-differ",
      bilingual(en.moveCurrencies, fr.moveCurrencies, amount.currency, other),
      amount.currency,
      other,
    );
  const free = { minor: availableIn(from, lines, shared), currency: amount.currency };
  if (amount.minor <= free.minor) return null;
  const { currency } = amount;
  return problem(
    "not-available",
    bilingual(
      en.moveNotAvailable,
      fr.moveNotAvailable,
      from.id,
      { amount: toMajor(free), currency },
      { amount: major, currency },
    ),
    major,
    `at most ${toMajor(free)}`,
  );
}

/** The exact share for gender equality of the direct costs; `null` where it is unknown or currencies differ. */
function shareOf(lines: readonly BudgetLine[]): Fraction | null {
  const direct = directLines(lines);
  return sumMoney(direct.map(({ amount }) => amount)).length === 1 ? exactShare(weighLines(direct)) : null;
}

function indirectOf(
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
  policy: BudgetPolicy,
): ChangedIndirect[] {
  const was = new Map(indirectCosts(before, { policy }).map((each) => [each.agency, each]));
  return indirectCosts(after, { policy }).flatMap(({ agency, direct, indirect, expected }) => {
    const old = was.get(agency);
    const same = old?.direct.minor === direct.minor && old.indirect.minor === indirect.minor;
    return same || Math.abs(indirect.minor - expected.minor) <= 1
      ? []
      : [{ agency, found: indirect, expected }];
  });
}

/**
 * Moves exact amounts between lines of a budget. Either all moves are applied or none: a move of more than a line has neither spent nor
 * committed, of another currency, or of a line that does not exist, is refused with its index in the list. The result conserves the total of
 * each currency to the minor unit. Findings: a marker that no longer agrees, a share that falls below a minimum, indirect costs that no longer
 * come to the rate, a total that differs from the approved budget by more than the policy allows.
 */
export function reallocate(
  lines: readonly BudgetLine[],
  moves: readonly Move[],
  options: ReallocationOptions = {},
): Result<Reallocated> {
  const { marker = null, budget = PBF_BUDGET_POLICY_2018, policy = REALLOCATION_POLICY } = options;
  const { approved = lines, shared = [] } = options;
  if (lines.length === 0)
    return refuse({
      code: "budget-empty",
      where: { path: "lines" },
      message: bilingual(en.moveNoLines, fr.moveNoLines),
      found: 0,
      expected: en.expectedLines,
    });
  const moved = new Map(lines.map((line) => [line.id, line]));
  const problems: Problem[] = [];
  for (const [index, move] of moves.entries()) {
    const problem = problemOf(moved, shared, move, index);
    const [from, to] = [moved.get(move.from), moved.get(move.to)];
    if (problem !== null) problems.push(problem);
    else if (from !== undefined && to !== undefined) {
      moved.set(from.id, { ...from, amount: subtractMoney(from.amount, move.amount) });
      moved.set(to.id, { ...to, amount: addMoney(to.amount, move.amount) });
    }
  }
  if (problems.length > 0) return refuse(...problems);
  const after = lines.map((line) => moved.get(line.id) ?? line);
  const [was, is] = [shareOf(lines), shareOf(after)];
  const changed = changedTotals(approved, lines, after, { policy });
  const value: Reallocated = {
    lines: after,
    totals: sumMoney(after.map(({ amount }) => amount)),
    gewe: { before: was === null ? null : toNumber(was), after: is === null ? null : toNumber(is) },
    marker: {
      before: markerAgreement(marker, was, { policy: budget }),
      after: markerAgreement(marker, is, { policy: budget }),
    },
    changed,
    changedIndirect: indirectOf(lines, after, budget),
    needsApproval: changed.some((each) => each.needsApproval),
  };
  return { ok: true, findings: findingsOf(lines, value, marker, budget, policy), value };
}
