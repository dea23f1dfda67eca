import fc from "fast-check";
import {
  ACTIVITY_EVENT_TYPES,
  type ActivityEvent,
  activityLifecycle,
  defineProfile,
  extendLifecycle,
  type FundState,
  type LifecycleExtension,
  type OwnCode,
  type Profile,
} from "../../src/lifecycle/index.ts";

const REGIONS = ["execution", "hold-ups", "plan"] as const;
const GUARDS = ["live", "odd", "caused"] as const;
const ACTIONS = ["tally", "releaseAll", "pause"] as const;
const own = (name: string): OwnCode => `test:${name}`;

/** One more transition: from a state of a region, by an event, to a state of the same region (by its place in the list of all). */
interface Drawn {
  region: number;
  from: number;
  type: number;
  /** `null`: it stays. */
  to: number | null;
  guard: number | null;
  actions: number[];
}
/** What an extension is made of. */
export interface DrawnExtension {
  states: number[];
  events: number;
  transitions: Drawn[];
}

/** For tests: what extensions are made of: up to three states in each region, up to four events, up to fourteen transitions. */
export const drawnExtension: fc.Arbitrary<DrawnExtension> = fc.record({
  states: fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 }), fc.nat(2)),
  events: fc.integer({ min: 1, max: 4 }),
  transitions: fc.array(
    fc.record({
      region: fc.nat(2),
      from: fc.nat(40),
      type: fc.nat(60),
      to: fc.option(fc.nat(40), { nil: null }),
      guard: fc.option(fc.nat(2), { nil: null }),
      actions: fc.array(fc.nat(2), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 14 },
  ),
});

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** For tests: a profile with the states, events and transitions that were drawn, of the fund's events and its own. */
export function randomProfile({ states, events, transitions }: DrawnExtension): Profile {
  const names = REGIONS.map((region, index) =>
    Array.from({ length: states[index] ?? 0 }, (_, number) => own(`${region}-${number}`)),
  );
  const all = REGIONS.map((region, index) => [
    ...Object.keys(activityLifecycle.regions.find(({ name }) => name === region)?.states ?? {}),
    ...(names[index] ?? []),
  ]);
  // Own events and states, and those that a history begins with, come up as often as all others.
  const ownTypes = Array.from({ length: events }, (_, number) => own(`event-${number}`));
  const types = [...Array.from({ length: 16 }, (_, number) => at(ownTypes, number)), ...ACTIVITY_EVENT_TYPES];
  const regions: Record<string, { states: Record<string, { on: Record<string, object[]> }> }> = {};
  for (const [index, region] of REGIONS.entries())
    regions[region] = {
      states: Object.fromEntries((names[index] ?? []).map((name) => [name, { on: {} }])),
    };
  const used = new Set<string>();
  for (const { region, from, type, to, guard, actions } of transitions) {
    const name = at(REGIONS, region);
    const list = all[REGIONS.indexOf(name)] ?? [];
    const state = at([list[0] ?? "", list[0] ?? "", ...list], from);
    const event = at(types, type);
    if (event.includes(":")) used.add(event);
    const target = to === null ? undefined : at([...(names[region % 3] ?? []), ...list], to);
    const done = actions.map((each) =>
      at(ACTIONS, each) === "pause" ? { type: "hold", params: { kind: "suspended" } } : at(ACTIONS, each),
    );
    const { states: drawnStates = {} } = regions[name] ?? {};
    const { on } = drawnStates[state] ?? { on: {} };
    drawnStates[state] = { on };
    on[event] = [
      ...(on[event] ?? []),
      {
        ...(target !== undefined && { target }),
        ...(guard !== null && { guard: at(GUARDS, guard) }),
        actions: target === undefined && done.length === 0 ? ["tally"] : done,
      },
    ];
  }
  // Of the same event and state, what comes after a transition without a guard is never tried: XState warns of none of it.
  const extended = extendLifecycle(
    activityLifecycle,
    { id: "test-activity", regions: regions as LifecycleExtension["regions"] & object },
    {
      context: { tally: 0 },
      guards: {
        live: ({ context }) => context.over === null,
        odd: ({ context }) => context.tally % 2 === 1,
        caused: ({ event }) => "causes" in event && (event.causes ?? []).length > 0,
      },
      actions: { tally: ({ context }) => ({ tally: context.tally + 1 }) },
      stateOf: (value, base) =>
        value.find((state) => state === value[0] && state.includes(":")) ??
        value.find((state) => state.includes(":")) ??
        base(value),
    },
  );
  const name = { en: "own", fr: "propre" };
  const broader: FundState = "suspended";
  return defineProfile({
    id: "test",
    activity: extended,
    states: Object.fromEntries(names.flat().map((state) => [state, { name, broader }])) as Record<
      OwnCode,
      { name: typeof name; broader: FundState }
    >,
    causes: { "test:cause": { name } },
    events: Object.fromEntries([...used].map((event) => [event, { name }])) as Record<
      OwnCode,
      { name: typeof name }
    >,
    roles: { "convening-agency": { may: ["activity.*"], scope: "any" } },
  });
}

/** For tests: an event of each type that the profile has, with what its schema asks for. */
export const eventsOf = (profile: Profile): ActivityEvent[] =>
  [...profile.table.types.keys()].flatMap((type): ActivityEvent[] => {
    const common = { date: null, basis: "reported" } as const;
    if (type.includes(":"))
      return [
        { type: type as OwnCode, ...common },
        { type: type as OwnCode, causes: ["test:cause"], expectedUntil: "2021", ...common },
      ];
    const more =
      type === "delayed" || type === "suspended"
        ? { causes: ["season", "test:cause"] }
        : type === "handed-over"
          ? { to: "FAO" }
          : type === "merged"
            ? { into: "1.1.2" }
            : type === "split"
              ? { into: ["1.1.2"] }
              : type === "completed"
                ? { share: 0.5 }
                : {};
    return [{ type, ...more, ...common } as ActivityEvent];
  });
