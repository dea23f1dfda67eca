import {
  type BudgetPolicy,
  type MarkerAgreement,
  markerAgreement,
  PBF_BUDGET_POLICY_2018,
} from "../budget/index.ts";
import { type Finding, type Problem, type Result, refuse } from "../diagnostics/problem.ts";
import type { BudgetLine, GenderMarker } from "../document/index.ts";
import { addMoney, type Money, moneyShare, subtractMoney, toMajor } from "../values/money.ts";
import * as messages from "./messages.ts";
import { type Move, REALLOCATION_POLICY, type ReallocationPolicy } from "./policy.ts";

/** What a reallocation is judged by. */
export interface ReallocationOptions {
  /** The declared gender marker; without one, the agreement is not reported. */
  marker?: GenderMarker | null;
  budget?: BudgetPolicy;
  policy?: ReallocationPolicy;
}

/** A total that a reallocation changes. */
export interface ChangedTotal {
  by: "category" | "agency" | "output";
  name: string;
  before: Money;
  after: Money;
  /** Change as a share of the total before; `null` where there was nothing. */
  share: number | null;
  needsApproval: boolean;
}

/** The budget after a reallocation. Its total is that before, to the cent. */
export interface Reallocated {
  lines: BudgetLine[];
  total: Money;
  /** Share of the budget for gender equality, before and after; `null` of a budget of nothing, or where a line's share is unknown. */
  gewe: { before: number | null; after: number | null };
  marker: { before: MarkerAgreement; after: MarkerAgreement };
  changed: ChangedTotal[];
  /** Whether the fund has to approve it. */
  needsApproval: boolean;
}

const at = (index: number) => ({ path: `moves/${index}` });

function problemOf(lines: ReadonlyMap<string, BudgetLine>, move: Move, index: number): Problem | null {
  const problem = (code: string, message: Problem["message"], found: string | number, expected: string) => ({
    code,
    where: at(index),
    message,
    found,
    expected,
  });
  const [from, to] = [lines.get(move.from), lines.get(move.to)];
  const strange = from === undefined ? move.from : to === undefined ? move.to : null;
  if (from === undefined || to === undefined)
    return problem(
      "unknown-line",
      messages.unknownLine(strange ?? ""),
      strange ?? "",
      "a line of the budget",
    );
  if (move.from === move.to)
    return problem("same-line", messages.sameLine(move.from), move.from, "two lines");
  const { amount } = move;
  if (amount.minor <= 0)
    return problem("not-an-amount", messages.notAnAmount(toMajor(amount)), toMajor(amount), "more than 0");
  const other = [from, to].find((line) => line.amount.currency !== amount.currency);
  if (other !== undefined)
    return problem(
      "currencies-differ",
      messages.currencies(amount.currency, other.amount.currency),
      amount.currency,
      other.amount.currency,
    );
  const committed = from.committed?.currency === amount.currency ? from.committed.minor : 0;
  const free = { minor: from.amount.minor - committed, currency: amount.currency };
  if (amount.minor > free.minor)
    return problem(
      "not-available",
      messages.notAvailable(from.id, toMajor(amount), toMajor(free), amount.currency),
      toMajor(amount),
      `at most ${toMajor(free)}`,
    );
  return null;
}

const totalOf = (lines: readonly BudgetLine[]): Money | null => {
  const [first, ...others] = lines.map(({ amount }) => amount);
  return first === undefined ? null : addMoney(first, ...others);
};

/** Share for gender equality of a budget's lines, each with its own share. */
function geweOf(lines: readonly BudgetLine[], total: Money): number | null {
  if (total.minor === 0) return null;
  let sum = 0;
  for (const { amount, gewe } of lines) {
    if (gewe === null) return null;
    sum += amount.minor * gewe;
  }
  return sum / total.minor;
}

const nameOf = (line: BudgetLine, by: ChangedTotal["by"]): string | null =>
  by === "output" ? line.output : by === "agency" ? line.agency : line.category;

function changes(
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
  policy: ReallocationPolicy,
): ChangedTotal[] {
  return policy.by.flatMap((by) => {
    const names = [...new Set(before.flatMap((line) => nameOf(line, by) ?? []))];
    return names.flatMap((name): ChangedTotal[] => {
      const sum = (lines: readonly BudgetLine[]) =>
        totalOf(lines.filter((line) => nameOf(line, by) === name));
      const [was, is] = [sum(before), sum(after)];
      if (was === null || is === null || was.minor === is.minor) return [];
      const change = subtractMoney(is, was);
      const share = moneyShare({ ...change, minor: Math.abs(change.minor) }, was);
      return [
        { by, name, before: was, after: is, share, needsApproval: share === null || share > policy.limit },
      ];
    });
  });
}

/**
 * Moves exact amounts between lines of a budget in one currency. Either all moves are applied or none: a move of more than a line has left,
 * of another currency, or of a line that does not exist, is refused with its index in the list. The result conserves the total to the
 * cent; a marker that no longer agrees and a total that changes by more than the policy allows are findings.
 */
export function reallocate(
  lines: readonly BudgetLine[],
  moves: readonly Move[],
  options: ReallocationOptions = {},
): Result<Reallocated> {
  const { marker = null, budget = PBF_BUDGET_POLICY_2018, policy = REALLOCATION_POLICY } = options;
  const mixed = lines.find(({ amount }) => amount.currency !== lines[0]?.amount.currency);
  const before = mixed === undefined ? totalOf(lines) : null;
  if (before === null)
    return refuse({
      code: mixed === undefined ? "budget-empty" : "currencies-differ",
      where: { path: "lines" },
      message:
        mixed === undefined
          ? messages.empty()
          : messages.currencies(mixed.amount.currency, lines[0]?.amount.currency ?? ""),
      found: mixed?.amount.currency ?? 0,
      expected: mixed === undefined ? "at least one line" : (lines[0]?.amount.currency ?? ""),
    });
  const moved = new Map(lines.map((line) => [line.id, line]));
  const problems: Problem[] = [];
  for (const [index, move] of moves.entries()) {
    const problem = problemOf(moved, move, index);
    const [from, to] = [moved.get(move.from), moved.get(move.to)];
    if (problem !== null) problems.push(problem);
    else if (from !== undefined && to !== undefined) {
      moved.set(from.id, { ...from, amount: subtractMoney(from.amount, move.amount) });
      moved.set(to.id, { ...to, amount: addMoney(to.amount, move.amount) });
    }
  }
  if (problems.length > 0) return refuse(...problems);
  const after = lines.map((line) => moved.get(line.id) ?? line);
  const [was, is] = [geweOf(lines, before), geweOf(after, before)];
  const agreement = {
    before: markerAgreement(marker, was, budget),
    after: markerAgreement(marker, is, budget),
  };
  const changed = changes(lines, after, policy);
  const needsApproval = changed.some((each) => each.needsApproval);
  const findings: Finding[] = [];
  if (agreement.after.agrees === false && marker !== null && is !== null)
    findings.push({
      rule: "marker-no-longer-agrees",
      severity: agreement.before.agrees === false ? "info" : "warning",
      where: { path: "project/genderMarker" },
      message: messages.marker(marker, was, is),
      found: marker,
      expected: agreement.after.admitted.join(" | "),
    });
  for (const each of changed)
    if (each.needsApproval)
      findings.push({
        rule: "move-needs-approval",
        severity: "warning",
        where: { path: `budget/${each.by}/${each.name}` },
        message: messages.approval(each.name, each.share, policy.limit),
        found: each.share,
        expected: `at most ${policy.limit}`,
      });
  return {
    ok: true,
    findings,
    value: {
      lines: after,
      total: before,
      gewe: { before: was, after: is },
      marker: agreement,
      changed,
      needsApproval,
    },
  };
}
