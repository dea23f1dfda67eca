import * as z from "zod";
import type { Names, OwnLanguage } from "../locale/language.ts";
import { isOwnCode, OwnCode } from "../values/own-code.ts";
import {
  ACTIVITY_STATES,
  type ActivityContext,
  type ActivityState,
  activityLifecycle,
  activityLifecycleTable,
  type FundState,
} from "./activity.ts";
import type { Lifecycle } from "./definition.ts";
import { type ActivityEvent, type Cause, FundCause } from "./event.ts";
import { compileLifecycle, type LifecycleTable, stateNames } from "./table.ts";

/** A term of an agency's own. */
export interface OwnTerm {
  /** What people call it. */
  name: Names;
}
/** A state of an agency's own. */
export interface OwnState extends OwnTerm {
  /** The fund's state that it counts as where only those are known: in totals, colours, exports. */
  broader: FundState;
}
/** A type of event of an agency's own: a command of the same name records it. */
export interface OwnEventType extends OwnTerm {
  /** What is recorded with it beside date, causes and reference. Default: nothing. */
  details?: z.ZodObject;
}
/** What a role may do. A role of the fund's may do it beside what it may do already. */
export interface RolePermissions {
  /** Of a role of the agency's own. */
  name?: Names;
  /** Commands (`activity.delay`, `activity.*`), or `project.read`. */
  may: readonly string[];
  /** `own`: only where the actor's agency is the one concerned. */
  scope: "own" | "any";
}

/**
 * The roles that the fund's documents know: a recipient organisation (RUNO, NUNO), the convening agency among them, the PBF Secretariat in the
 * country, the Peacebuilding Support Office, a reader, or the software itself (timers, imports).
 */
export const FundRole = z.enum([
  "recipient-agency",
  "convening-agency",
  "secretariat",
  "pbso",
  "viewer",
  "system",
]);
export type FundRole = z.infer<typeof FundRole>;
/** The role of an actor: one of the fund's, or an agency's own. */
export const Role = z.union([FundRole, OwnCode]).meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

/** The lifecycle of activities, or one that extends it. */
export type ActivityLifecycle = Lifecycle<ActivityContext, ActivityEvent>;

/** What an agency adds to the fund's states, events, causes and roles: data, passed to whatever computes, records, serves or draws. */
export interface Profile<
  State extends OwnCode = OwnCode,
  OwnCause extends OwnCode = OwnCode,
  Events extends Readonly<Record<OwnCode, OwnEventType>> = Readonly<Record<OwnCode, OwnEventType>>,
  Roles extends Readonly<Record<string, RolePermissions>> = Readonly<Record<string, RolePermissions>>,
> {
  /** Names the profile; changes whenever its lifecycle does. */
  readonly id: string;
  /** The lifecycle of activities: the fund's with what the agency adds. */
  readonly activity: ActivityLifecycle;
  /** The replay table of `activity`. */
  readonly table: LifecycleTable<ActivityContext, ActivityEvent>;
  /** States that the agency adds, by code: `river:on-hold`. */
  readonly states: Readonly<Record<State, OwnState>>;
  /** Causes of delay that the agency adds, by code: `river:elections`. */
  readonly causes: Readonly<Record<OwnCause, OwnTerm>>;
  /** Types of events that the agency adds, by code: `river:put-on-hold`. */
  readonly events: Events;
  /** What roles may do beside what the fund's policy allows, by role. */
  readonly roles: Roles;
  /** Languages that the agency adds to English and French. */
  readonly languages: readonly OwnLanguage[];
}

/** The fund's own vocabulary, to which nothing is added. */
export const FUND_PROFILE: Profile<
  never,
  never,
  Record<never, OwnEventType>,
  Record<never, RolePermissions>
> = {
  ...{ id: "fund", activity: activityLifecycle, table: activityLifecycleTable },
  ...{ states: {}, causes: {}, events: {}, roles: {}, languages: [] },
};

/** States of activities that a profile knows. */
export type StateOf<P extends Profile> = FundState | (keyof P["states"] & OwnCode);
/** Causes that a profile knows. */
export type CauseOf<P extends Profile> = FundCause | (keyof P["causes"] & OwnCode);
/** Roles that a profile knows. */
export type RoleOf<P extends Profile> = FundRole | (keyof P["roles"] & OwnCode);
/** Types of events of the agency's own. */
export type OwnEventTypeOf<P extends Profile> = keyof P["events"] & OwnCode;

/**
 * Makes a profile and checks it: each state, event, cause and role of the agency's own has a code in a name space and a name, and lifecycle and
 * vocabulary name the same.
 * @throws TypeError with the first fault.
 */
export function defineProfile<
  State extends OwnCode = never,
  OwnCause extends OwnCode = never,
  const Events extends Readonly<Record<OwnCode, OwnEventType>> = Record<never, OwnEventType>,
  const Roles extends Readonly<Record<string, RolePermissions>> = Record<never, RolePermissions>,
>(input: {
  id: string;
  /** Default: the fund's. */
  activity?: ActivityLifecycle;
  states?: Readonly<Record<State, OwnState>>;
  causes?: Readonly<Record<OwnCause, OwnTerm>>;
  events?: Events;
  roles?: Roles;
  /** Made by `defineLanguage` of `@cadre/core/locale`. Default: English and French alone. */
  languages?: readonly OwnLanguage[];
}): Profile<State, OwnCause, Events, Roles> {
  const { id, activity = activityLifecycle, languages = [] } = input;
  const table = compileLifecycle(activity);
  const states = input.states ?? ({} as Record<State, OwnState>);
  const causes = input.causes ?? ({} as Record<OwnCause, OwnTerm>);
  const events = input.events ?? ({} as Events);
  const roles = input.roles ?? ({} as Roles);
  const fail = (message: string): never => {
    throw new TypeError(`${id}: ${message}`);
  };
  const own = (kind: string, terms: Readonly<Record<string, Partial<OwnTerm>>>, known: readonly string[]) => {
    for (const [code, { name }] of Object.entries(terms)) {
      if (known.includes(code)) continue;
      if (!isOwnCode(code)) fail(`${kind} “${code}” must have a name space, such as river:${code}`);
      if (!name?.en || !name.fr) fail(`${kind} “${code}” must have a name in English and French`);
    }
  };
  const same = (kind: string, inLifecycle: readonly string[], named: object, known: readonly string[]) => {
    const missing = inLifecycle.find((code) => !known.includes(code) && !Object.hasOwn(named, code));
    if (missing !== undefined) fail(`${kind} “${missing}” of the lifecycle is not named`);
    const unused = Object.keys(named).find((code) => !inLifecycle.includes(code));
    if (unused !== undefined) fail(`${kind} “${unused}” is not in the lifecycle`);
  };
  own("state", states, []);
  own("cause", causes, []);
  own("event", events, []);
  own("role", roles, FundRole.options);
  same("state", stateNames(table), states, ACTIVITY_STATES);
  same("event", [...table.types.keys()], events, [...activityLifecycleTable.types.keys()]);
  for (const [code, { broader }] of Object.entries<OwnState>(states))
    if (!ACTIVITY_STATES.includes(broader)) fail(`state “${code}” must count as one of the fund's`);
  const codes = languages.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) fail(`language “${twice}” is given twice`);
  const [, , plan] = activity.regions;
  const base = activityLifecycle.regions[2];
  for (const state of Object.keys(plan?.states ?? {}))
    if (base?.states[state] === undefined && !isOwnCode(state))
      fail(`state “${state}” of the plan must have a name space, such as river:${state}`);
  return { id, activity, table, states, causes, events, roles, languages };
}

/** The fund's state that a state counts as. */
export function fundState(
  state: ActivityState,
  { states }: Pick<Profile, "states"> = FUND_PROFILE,
): FundState {
  if (!state.includes(":")) return state as FundState;
  return states[state as OwnCode]?.broader ?? "undetermined";
}

/** The fund's state that an agency's own counts as, as a field beside it; nothing beside a state of the fund's. */
export const broaderOf = (state: ActivityState, profile?: Profile): { broader?: FundState } =>
  isOwnCode(state) ? { broader: fundState(state, profile) } : {};

/** Whether a state holds an activity up. */
export const isHeldUp = ({
  state,
  broader = state as FundState,
}: {
  state: ActivityState;
  broader?: FundState | undefined;
}) => broader === "delayed" || broader === "suspended";

/** Whether a profile knows a cause. */
export const knowsCause = (cause: Cause, { causes }: Pick<Profile, "causes">): boolean =>
  FundCause.safeParse(cause).success || Object.hasOwn(causes, cause);
