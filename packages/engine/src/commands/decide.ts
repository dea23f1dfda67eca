import { earliest } from "@cadre/core";
import { orderOf } from "@cadre/core/schedule";
import {
  type EventType,
  extendedEnd,
  type OwnActivityEventType,
  ownTypeOf,
  type ProjectPlan,
  type ReplayedProject,
  reportEvents,
} from "../events/index.ts";
import { refusalMessages as messages } from "../messages.ts";
import type { Command } from "./command.ts";
import { refusalOfClosed, refusalOfClosure } from "./decide-closure.ts";
import { decideCorrection, decideRecord } from "./decide-correction.ts";
import { decideEvents } from "./decide-lifecycle.ts";
import { decideMove, decideProposal } from "./decide-money.ts";
import { accept, type Decision, type DecisionContext, reject } from "./decision.ts";

/** The event that a command to a machine leads to, if the machine allows it. */
const EVENT_OF = {
  "project.start": "project.started",
  "project.approve-extension": "project.extension-approved",
  "project.suspend": "project.suspended",
  "project.resume": "project.resumed",
  "project.close": "project.closed",
  "project.close-financially": "project.financially-closed",
  "activity.start": "activity.started",
  "activity.delay": "activity.delayed",
  "activity.suspend": "activity.suspended",
  "activity.end-hold-up": "activity.hold-up-ended",
  "activity.resume": "activity.resumed",
  "activity.propose-reallocation": "activity.reallocation-proposed",
  "activity.approve-reallocation": "activity.reallocation-approved",
  "activity.reject-reallocation": "activity.reallocation-rejected",
  "activity.withdraw-reallocation": "activity.reallocation-withdrawn",
  "activity.revert-reallocation": "activity.reallocation-reverted",
  "activity.cancel": "activity.cancelled",
  "activity.complete": "activity.completed",
  "activity.reopen": "activity.reopened",
  "activity.reinstate": "activity.reinstated",
  "activity.hand-over": "activity.handed-over",
  "activity.merge": "activity.merged",
  "activity.split": "activity.split",
  "report.submit": "report.submitted",
  "report.review": "report.reviewed",
  "report.approve": "report.approved",
  "report.return": "report.returned",
} as const satisfies Partial<Record<Command["type"], EventType>>;
type ToMachine = Extract<Command, { type: keyof typeof EVENT_OF | OwnActivityEventType }>;
const isToMachine = (command: Command): command is ToMachine =>
  Object.hasOwn(EVENT_OF, command.type) || ownTypeOf(command.type) !== null;
/** An agency's own command and its event have one name. */
const eventOf = (type: ToMachine["type"]): EventType =>
  type in EVENT_OF ? EVENT_OF[type as keyof typeof EVENT_OF] : (type as OwnActivityEventType);

/** The end date as extended so far. */
export const endDateOf = (
  state: ReplayedProject,
  { lifecycles }: Pick<DecisionContext, "lifecycles">,
): string | null => extendedEnd(lifecycles.project(state.events)) ?? state.endDate;

function toMachine(state: ReplayedProject, command: ToMachine, context: DecisionContext): Decision {
  const { lifecycles } = context;
  const accepted = accept(command, context, eventOf(command.type), {
    basis: "reported",
    ...command,
  }).events[0];
  if ("activity" in command) {
    const { activity } = command;
    const known = state.activities.get(activity);
    if (known === undefined) return unknownActivity(activity);
    const what = { path: `activities/${activity}`, name: activity };
    return decideEvents(what, lifecycles.activity, known.events, accepted);
  }
  if ("report" in command) {
    const what = { path: `reports/${command.report}`, name: command.report };
    return decideEvents(what, lifecycles.report, reportEvents(state, command.report), accepted);
  }
  if (command.type === "project.approve-extension") {
    const end = endDateOf(state, context);
    if (end !== null && command.endDate <= end)
      return reject(
        "guarded",
        "endDate",
        messages.notLater(command.endDate, end),
        command.endDate,
        `later than ${end}`,
      );
  }
  return decideEvents({ path: "project", name: state.project }, lifecycles.project, state.events, accepted);
}

const unknownActivity = (code: string) =>
  reject(
    "unknown-activity",
    `activities/${code}`,
    messages.unknownActivity(code),
    code,
    "an activity of the project",
  );

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

function faultOfPlan({ agencies, activities, lines, schedule }: ProjectPlan): Decision | null {
  const lists = {
    activities: activities.map(({ code }) => code),
    lines: lines.map(({ id }) => id),
    agencies: agencies.map(({ name }) => name),
  };
  for (const [path, names] of Object.entries(lists)) {
    const twice = twiceIn(names);
    if (twice !== undefined)
      return reject("twice", `plan/${path}`, messages.twice(twice), twice, "each once");
  }
  const stranger = [
    ...activities.flatMap((activity) => activity.agencies),
    ...lines.map(({ agency }) => agency),
  ].find((name) => !lists.agencies.includes(name));
  if (stranger !== undefined)
    return reject(
      "unknown-agency",
      "plan/agencies",
      messages.unknownAgency(stranger),
      stranger,
      lists.agencies.join(" | "),
    );
  const order = orderOf(schedule);
  return order.ok ? null : order;
}

/** What lies in the future has not happened: a plan is set in the schedule, an expectation in `expectedUntil`. */
function refusalOfFuture({ effective }: Command, { today }: DecisionContext): Decision | null {
  if (effective === undefined || effective === null || earliest(effective) <= today) return null;
  return reject(
    "future",
    "effective",
    messages.future(effective, today),
    effective,
    `not later than ${today}`,
  );
}

/**
 * The events that a command leads to in this state, or the problems that prevent it. Pure: it depends on state, command and context only.
 * Permissions are checked before (`denialOf`).
 */
export function decide(state: ReplayedProject, command: Command, context: DecisionContext): Decision {
  if (command.type === "project.open") {
    if (state.opened)
      return reject(
        "already-open",
        "project",
        messages.alreadyOpened(state.project),
        state.project,
        "a project that is not open",
      );
    return faultOfPlan(command.plan) ?? accept(command, context, "project.opened", { plan: command.plan });
  }
  if (!state.opened)
    return reject("not-open", "project", messages.notOpened(state.project), state.project, "an open project");
  const refused = refusalOfFuture(command, context) ?? refusalOfClosed(state, command, context);
  if (refused !== null) return refused;
  if (isToMachine(command))
    return refusalOfClosure(state, command, context) ?? toMachine(state, command, context);
  switch (command.type) {
    case "activity.add": {
      const { activity, reference } = command;
      if (state.activities.has(activity.code))
        return reject(
          "known-activity",
          "activity/code",
          messages.knownActivity(activity.code),
          activity.code,
          "a new code",
        );
      const names = state.agencies.map(({ name }) => name);
      const stranger = activity.agencies.find((name) => !names.includes(name));
      if (stranger !== undefined)
        return reject(
          "unknown-agency",
          "activity/agencies",
          messages.unknownAgency(stranger),
          stranger,
          names.join(" | "),
        );
      return accept(command, context, "activity.added", { activity, reference });
    }
    case "activity.record":
      return decideRecord(state, command, context);
    case "entry.void":
    case "entry.correct":
      return decideCorrection(state, command, context);
    case "money.move":
      return decideMove(state, command, context);
    case "money.approve-move":
    case "money.reject-move":
      return decideProposal(state, command, context);
    case "schedule.set-dates": {
      const { dates } = command;
      if (!state.activities.has(dates.code)) return unknownActivity(dates.code);
      return accept(command, context, "schedule.dates-set", { dates });
    }
    case "schedule.set-dependencies": {
      const { dependencies } = command;
      const order = orderOf({ ...state.schedule, dependencies });
      return order.ok ? accept(command, context, "schedule.dependencies-set", { dependencies }) : order;
    }
    case "reminder.record": {
      const { kind, about, due } = command;
      return accept(command, context, "reminder.recorded", { kind, about, due });
    }
  }
}

/** The agencies that a command concerns: those whose activity or money it is; `null` where it is the whole project's. */
export function concernedBy(state: ReplayedProject, command: Command): string[] | null {
  if ("activity" in command && typeof command.activity === "string")
    return state.activities.get(command.activity)?.agencies ?? null;
  if (command.type === "schedule.set-dates")
    return state.activities.get(command.dates.code)?.agencies ?? null;
  if (command.type === "money.move") {
    const touched = new Set(command.moves.flatMap(({ from, to }) => [from, to]));
    return [...new Set(state.lines.filter(({ id }) => touched.has(id)).map(({ agency }) => agency))];
  }
  return null;
}
