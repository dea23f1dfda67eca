import fc from "fast-check";
import type { GuardReference, Implementation, LifecycleShape } from "../../src/lifecycle/index.ts";

export const TYPES = ["a", "b", "c", "d"] as const;
export interface TestContext {
  n: number;
  trail: string;
}
export type TestEvent = { type: string; n: number };

/** Functions that random machines name. */
export const IMPLEMENTATION: Implementation<TestContext, TestEvent> = {
  context: (input) => ({ n: Number((input as { n?: number } | undefined)?.n ?? 0), trail: "" }),
  guards: {
    even: ({ context }) => context.n % 2 === 0,
    above: ({ context, event }, params) => context.n + (event.n ?? 0) > Number(params?.limit),
    never: () => false,
  },
  actions: {
    add: ({ context, event }, params) => ({ n: (context.n + (event.n ?? 1) + Number(params?.by ?? 0)) % 7 }),
    mark: ({ context }, params) => ({ trail: `${context.trail}${String(params?.with ?? "-")}`.slice(-30) }),
    nothing: () => ({}),
  },
  outputs: { result: ({ n, trail }) => ({ n, trail }) },
};

const guardOf = (stateIds: readonly string[]): fc.Arbitrary<GuardReference> =>
  fc.letrec<{ guard: GuardReference }>((tie) => ({
    guard: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<GuardReference>("even", "never", { type: "above", params: { limit: 3 } }),
      fc.constantFrom(...stateIds).map((at): GuardReference => ({ in: at })),
      tie("guard").map((not): GuardReference => ({ not })),
      fc.array(tie("guard"), { minLength: 1, maxLength: 2 }).map((and): GuardReference => ({ and })),
      fc.array(tie("guard"), { minLength: 1, maxLength: 2 }).map((or): GuardReference => ({ or })),
    ),
  })).guard;

const action = fc.constantFrom(
  "add",
  "mark",
  "nothing",
  { type: "add", params: { by: 2 } },
  { type: "mark", params: { with: "x" } },
  { type: "mark", params: { with: "y" } },
);
const actions = fc.array(action, { maxLength: 2 });

const transition = (states: readonly string[], stateIds: readonly string[]) =>
  fc
    .record({
      target: fc.option(fc.constantFrom(...states), { nil: undefined }),
      guard: fc.option(guardOf(stateIds), { nil: undefined }),
      actions,
      reenter: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map(({ target, guard, actions: own, reenter }) => ({
      ...(target === undefined ? {} : { target }),
      ...(guard === undefined ? {} : { guard }),
      actions: target === undefined && own.length === 0 ? ["nothing" as const] : own,
      ...(reenter === undefined ? {} : { reenter }),
    }));

const on = (states: readonly string[], stateIds: readonly string[]) =>
  fc.dictionary(
    fc.constantFrom(...TYPES, "*"),
    fc.array(transition(states, stateIds), { minLength: 1, maxLength: 3 }),
    { maxKeys: 3 },
  );

const region = (names: readonly string[], stateIds: readonly string[]) =>
  fc
    .tuple(
      ...names.map((_, index) =>
        fc.record({
          final: index > 0 && index === names.length - 1 ? fc.boolean() : fc.constant(false),
          tags: fc.subarray(["t", "u"]),
          entry: actions,
          exit: actions,
          on: on(names, stateIds),
        }),
      ),
    )
    .map((list) =>
      Object.fromEntries(
        list.map(({ final, tags, entry, exit, on: own }, index) => [
          names[index] as string,
          final ? { type: "final" as const, tags, entry } : { tags, entry, exit, on: own },
        ]),
      ),
    );

const NAMES = [
  ["s0", "s1", "s2"],
  ["t0", "t1"],
  ["u0", "u1"],
];

/** A machine of the notation: one region or up to three in parallel, with guards, actions, tags, wildcards, root transitions. */
const anyShape: fc.Arbitrary<LifecycleShape> = fc.integer({ min: 1, max: 3 }).chain((count) => {
  if (count === 1) {
    const names = NAMES[0] as string[];
    return fc.tuple(region(names, names), on(names, names)).map(
      ([states, root]): LifecycleShape => ({
        id: "random",
        initial: "s0",
        states,
        on: root,
        output: "result",
      }),
    );
  }
  const used = NAMES.slice(0, count);
  const stateIds = used.flatMap((names, index) => names.map((name) => `r${index}.${name}`));
  return fc.tuple(fc.tuple(...used.map((names) => region(names, stateIds))), on(["-"], stateIds)).map(
    ([regions, root]): LifecycleShape => ({
      id: "random",
      type: "parallel",
      states: Object.fromEntries(
        regions.map((states, index) => [`r${index}`, { initial: used[index]?.[0] ?? "", states }]),
      ),
      // The root of a parallel machine has no targets.
      on: Object.fromEntries(
        Object.entries(root).map(([type, list]) => [
          type,
          list.map(({ target: _, reenter: __, ...rest }) => ({
            ...rest,
            actions: rest.actions.length === 0 ? ["nothing"] : rest.actions,
          })),
        ]),
      ),
      output: "result",
    }),
  );
});

/** The notation refuses `*` beside final states in a parallel machine. */
export const randomShape = anyShape.filter((shape) => {
  const text = JSON.stringify(shape);
  return !("type" in shape && text.includes('"*"') && text.includes('"final"'));
});
