import { reallocate } from "@cadre/core/reallocation";
import type { ReplayedProject } from "../events/index.ts";
import { refusalMessages as messages } from "../messages.ts";
import type { Command } from "./command.ts";
import { accept, type Decision, type DecisionContext, reject } from "./decision.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** What is recorded of a move: the lines that it changes with their amounts after it, and what the policy has to say. */
function outcome(
  state: ReplayedProject,
  { moves, newLines = [] }: Pick<Of<"money.move">, "moves" | "newLines">,
  { reallocation, budget }: DecisionContext,
) {
  const known = state.lines.find(({ id }) => newLines.some((line) => line.id === id));
  if (known !== undefined)
    return reject("known-line", "newLines", messages.twice(known.id), known.id, "a new line");
  // A new line begins empty: what it has comes with the moves.
  const empty = newLines.map((line) => ({ ...line, amount: { ...line.amount, minor: 0 } }));
  const approved = [
    ...state.approvedLines,
    ...empty.filter(({ id }) => !state.approvedLines.some((line) => line.id === id)),
  ];
  const result = reallocate([...state.lines, ...empty], moves, {
    ...{ policy: reallocation, budget, marker: state.genderMarker, approved },
  });
  if (!result.ok) return result;
  const { lines, gewe, needsApproval } = result.value;
  const before = new Map(state.lines.map(({ id, amount }) => [id, amount.minor]));
  const changed = lines
    .filter(({ id, amount }) => before.get(id) !== amount.minor)
    .map(({ id, amount }) => ({ id, amount }));
  const { id, version } = reallocation;
  const data = {
    moves,
    newLines: empty.length > 0 ? empty : undefined,
    lines: changed,
    gewe,
    findings: result.findings,
    policy: { id, version },
  };
  return { ok: true as const, needsApproval, data };
}

/** Money moves at once where the policy lets it; otherwise the move is proposed, and waits for the fund. */
export function decideMove(
  state: ReplayedProject,
  command: Of<"money.move">,
  context: DecisionContext,
): Decision {
  const decision = outcome(state, command, context);
  if (!decision.ok) return decision;
  const { lines, ...proposal } = decision.data;
  return decision.needsApproval
    ? accept(command, context, "money.move-proposed", proposal)
    : accept(command, context, "money.moved", { ...proposal, lines });
}

/** A proposal is approved as the budget is now, which may have changed since: what it no longer has is refused. */
export function decideProposal(
  state: ReplayedProject,
  command: Of<"money.approve-move"> | Of<"money.reject-move">,
  context: DecisionContext,
): Decision {
  const { proposal, reference } = command;
  const found = state.proposals.find((each) => each.proposal === proposal);
  if (found === undefined)
    return reject(
      "unknown-proposal",
      "proposal",
      messages.unknownProposal(proposal),
      proposal,
      "a proposal that waits",
    );
  if (command.type === "money.reject-move")
    return accept(command, context, "money.move-rejected", { proposal, reference });
  const decision = outcome(state, found, context);
  return decision.ok
    ? accept(command, context, "money.moved", { ...decision.data, proposal, reference })
    : decision;
}
