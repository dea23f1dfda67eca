import { orderOf } from "@cadre/core/schedule";
import type { Command } from "./command.ts";
import { admits } from "./decide-lifecycle.ts";
import { decideMove, decideProposal } from "./decide-money.ts";
import { type Decision, type DecisionContext, no, yes } from "./decision.ts";
import type { EventType } from "./event-data.ts";
import { refusalWords as words } from "./messages.ts";
import type { ProjectPlan } from "./plan.ts";
import type { ProjectState } from "./state.ts";

/** The event that a command to a machine leads to, where the machine admits it. */
const EVENT_OF = {
  "project.start": "project.started",
  "project.approve-extension": "project.extension-approved",
  "project.close": "project.closed",
  "activity.start": "activity.started",
  "activity.delay": "activity.delayed",
  "activity.suspend": "activity.suspended",
  "activity.resume": "activity.resumed",
  "activity.propose-reallocation": "activity.reallocation-proposed",
  "activity.approve-reallocation": "activity.reallocation-approved",
  "activity.reject-reallocation": "activity.reallocation-rejected",
  "activity.revert-reallocation": "activity.reallocation-reverted",
  "activity.cancel": "activity.cancelled",
  "activity.complete": "activity.completed",
  "report.submit": "report.submitted",
  "report.review": "report.reviewed",
  "report.approve": "report.approved",
  "report.return": "report.returned",
} as const satisfies Partial<Record<Command["type"], EventType>>;
type ToMachine = Extract<Command, { type: keyof typeof EVENT_OF }>;
const isToMachine = (command: Command): command is ToMachine => Object.hasOwn(EVENT_OF, command.type);

/** What a command says beside who, when and why. */
function dataOf(command: ToMachine): Record<string, unknown> {
  const {
    type: _,
    project: __,
    key: ___,
    actor: ____,
    effective: _____,
    expectedPosition: ______,
    ...rest
  } = command;
  const { evidence: _______, reason: ________, ...data } = rest;
  return "activity" in command ? data : { ...data, basis: "reported" };
}

/** The end date as extended so far. */
export const endDateOf = (
  state: ProjectState,
  { lifecycles }: Pick<DecisionContext, "lifecycles">,
): string | null =>
  (lifecycles.project(state.events).context.endDate as string | null | undefined) ?? state.endDate;

function toMachine(state: ProjectState, command: ToMachine, context: DecisionContext): Decision {
  const { lifecycles } = context;
  const made = yes(command, context, EVENT_OF[command.type], dataOf(command)).events[0];
  if ("activity" in command) {
    const { activity } = command;
    const known = state.activities[activity];
    if (known === undefined) return unknownActivity(activity);
    const what = { path: `activities/${activity}`, name: activity };
    return admits(what, lifecycles.activity, known.events, made);
  }
  if ("report" in command) {
    const what = { path: `reports/${command.report}`, name: command.report };
    return admits(what, lifecycles.report, state.reports[command.report] ?? [], made);
  }
  if (command.type === "project.approve-extension") {
    const end = endDateOf(state, context);
    if (end !== null && command.endDate <= end)
      return no(
        "guarded",
        "endDate",
        words.notLater(command.endDate, end),
        command.endDate,
        `later than ${end}`,
      );
  }
  return admits({ path: "project", name: state.project }, lifecycles.project, state.events, made);
}

const unknownActivity = (code: string) =>
  no(
    "unknown-activity",
    `activities/${code}`,
    words.unknownActivity(code),
    code,
    "an activity of the project",
  );

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

function faultOfPlan({ agencies, activities, lines, schedule }: ProjectPlan): Decision | null {
  const lists = {
    activities: activities.map(({ code }) => code),
    lines: lines.map(({ id }) => id),
    agencies: agencies.map(({ name }) => name),
  };
  for (const [path, names] of Object.entries(lists)) {
    const twice = twiceIn(names);
    if (twice !== undefined) return no("twice", `plan/${path}`, words.twice(twice), twice, "each once");
  }
  const stranger = [
    ...activities.flatMap((activity) => activity.agencies),
    ...lines.map(({ agency }) => agency),
  ].find((name) => !lists.agencies.includes(name));
  if (stranger !== undefined)
    return no(
      "unknown-agency",
      "plan/agencies",
      words.unknownAgency(stranger),
      stranger,
      lists.agencies.join(" | "),
    );
  const order = orderOf(schedule);
  return order.ok ? null : order;
}

/**
 * What a command leads to as things stand: events, or the reasons why not. Pure: state, command and context are all that it goes by.
 * Whether the actor may send it is asked before ({@link denialOf}).
 */
export function decide(state: ProjectState, command: Command, context: DecisionContext): Decision {
  if (command.type === "project.open") {
    if (state.opened)
      return no(
        "already-open",
        "project",
        words.alreadyOpened(state.project),
        state.project,
        "a project that is not open",
      );
    return faultOfPlan(command.plan) ?? yes(command, context, "project.opened", { plan: command.plan });
  }
  if (!state.opened)
    return no("not-open", "project", words.notOpened(state.project), state.project, "an open project");
  if (isToMachine(command)) return toMachine(state, command, context);
  switch (command.type) {
    case "activity.add": {
      const { activity, reference } = command;
      if (state.activities[activity.code] !== undefined)
        return no(
          "known-activity",
          "activity/code",
          words.knownActivity(activity.code),
          activity.code,
          "a new code",
        );
      const names = state.agencies.map(({ name }) => name);
      const stranger = activity.agencies.find((name) => !names.includes(name));
      if (stranger !== undefined)
        return no(
          "unknown-agency",
          "activity/agencies",
          words.unknownAgency(stranger),
          stranger,
          names.join(" | "),
        );
      return yes(command, context, "activity.added", { activity, reference });
    }
    case "money.move":
      return decideMove(state, command, context);
    case "money.approve-move":
    case "money.reject-move":
      return decideProposal(state, command, context);
    case "schedule.set-dates": {
      const { dates } = command;
      if (state.activities[dates.code] === undefined) return unknownActivity(dates.code);
      return yes(command, context, "schedule.dates-set", { dates });
    }
    case "schedule.set-dependencies": {
      const { dependencies } = command;
      const order = orderOf({ ...state.schedule, dependencies });
      return order.ok ? yes(command, context, "schedule.dependencies-set", { dependencies }) : order;
    }
    case "reminder.record": {
      const { kind, about, due } = command;
      return yes(command, context, "reminder.recorded", { kind, about, due });
    }
  }
}

/** The agencies that a command concerns: those whose activity or money it is; `null` where it is the whole project's. */
export function concernedBy(state: ProjectState, command: Command): string[] | null {
  if ("activity" in command && typeof command.activity === "string")
    return state.activities[command.activity]?.agencies ?? null;
  if (command.type === "schedule.set-dates") return state.activities[command.dates.code]?.agencies ?? null;
  if (command.type === "money.move") {
    const touched = new Set(command.moves.flatMap(({ from, to }) => [from, to]));
    return [...new Set(state.lines.filter(({ id }) => touched.has(id)).map(({ agency }) => agency))];
  }
  return null;
}
