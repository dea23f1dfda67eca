import { reallocate } from "@cadre/core/reallocation";
import type { Command } from "./command.ts";
import { type Decision, type DecisionContext, no, yes } from "./decision.ts";
import { refusalWords as words } from "./messages.ts";
import type { ProjectState } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** What is recorded of a move: the lines that it changes with their amounts after it, and what the policy has to say. */
function outcome(
  state: ProjectState,
  moves: Of<"money.move">["moves"],
  { reallocation, budget }: DecisionContext,
) {
  const result = reallocate(state.lines, moves, { policy: reallocation, budget, marker: state.genderMarker });
  if (!result.ok) return result;
  const { lines, gewe, needsApproval } = result.value;
  const before = new Map(state.lines.map(({ id, amount }) => [id, amount.minor]));
  const changed = lines
    .filter(({ id, amount }) => before.get(id) !== amount.minor)
    .map(({ id, amount }) => ({ id, amount }));
  const { id, version } = reallocation;
  const data = { moves, lines: changed, gewe, findings: result.findings, policy: { id, version } };
  return { ok: true as const, needsApproval, data };
}

/** Money moves at once where the policy lets it; otherwise the move is proposed, and waits for the fund. */
export function decideMove(
  state: ProjectState,
  command: Of<"money.move">,
  context: DecisionContext,
): Decision {
  const made = outcome(state, command.moves, context);
  if (!made.ok) return made;
  const { lines, ...proposal } = made.data;
  return made.needsApproval
    ? yes(command, context, "money.move-proposed", proposal)
    : yes(command, context, "money.moved", { ...proposal, lines });
}

/** A proposal is approved as the budget stands now, which may have changed since: what it no longer has is refused. */
export function decideProposal(
  state: ProjectState,
  command: Of<"money.approve-move"> | Of<"money.reject-move">,
  context: DecisionContext,
): Decision {
  const { proposal, reference } = command;
  const found = state.proposals.find((each) => each.proposal === proposal);
  if (found === undefined)
    return no(
      "unknown-proposal",
      "proposal",
      words.unknownProposal(proposal),
      proposal,
      "a proposal that waits",
    );
  if (command.type === "money.reject-move")
    return yes(command, context, "money.move-rejected", { proposal, reference });
  const made = outcome(state, found.moves, context);
  return made.ok ? yes(command, context, "money.moved", { ...made.data, proposal, reference }) : made;
}
