import { type AnyStateMachine, and, assign, not, or, setup, stateIn } from "xstate";
import {
  type ActionReference,
  type GuardReference,
  type Lifecycle,
  nameOf,
  type ParsedRegion,
  type ParsedState,
  type ParsedTransition,
  paramsOf,
  placeOf,
} from "./definition.ts";

type Loose = { context: unknown; event: { type: string } };

/** How a machine ends when another machine invokes it: name of the final state → guard that leads to it as soon as it holds. */
export type Ends = Readonly<Record<string, GuardReference>>;

/**
 * The XState machine of a definition. With `ends` it is made for being invoked by a parent machine: it stops as soon as one of the guards
 * holds, and its output is `{ state, context }` with the name of that end.
 */
export function toMachine<Context, Event extends { type: string }>(
  lifecycle: Lifecycle<Context, Event>,
  { ends = null }: { ends?: Ends | null | undefined } = {},
): AnyStateMachine {
  const { regions, parallel } = lifecycle;
  const guardOf = (ref: GuardReference): unknown => {
    if (typeof ref === "string") return ref;
    if ("and" in ref) return and(ref.and.map(guardOf) as never);
    if ("or" in ref) return or(ref.or.map(guardOf) as never);
    if ("not" in ref) return not(guardOf(ref.not) as never);
    if ("in" in ref) return stateIn(valueIn(regions, parallel, ref.in, ends !== null) as never);
    return { type: ref.type, params: ref.params };
  };
  const actionOf = (ref: ActionReference) => ({ type: nameOf(ref), params: paramsOf(ref) });
  const transitionOf = ({ target, guard, actions, reenter }: ParsedTransition, root: boolean) => ({
    ...(target === undefined ? {} : { target: root ? `.${target}` : target }),
    ...(guard === undefined ? {} : { guard: guardOf(guard) }),
    ...(actions === undefined ? {} : { actions: actions.map(actionOf) }),
    ...(reenter === undefined ? {} : { reenter }),
  });
  const transitionsOf = (on: ParsedState["on"], root = false) =>
    Object.fromEntries(
      Object.entries(on ?? {}).map(([type, list]) => [type, list.map((each) => transitionOf(each, root))]),
    );
  const statesOf = ({ initial, states }: ParsedRegion) => ({
    initial,
    states: Object.fromEntries(
      Object.entries(states).map(([name, { type, tags, entry = [], exit = [], on }]) => [
        name,
        {
          ...(type === undefined ? {} : { type }),
          ...(tags === undefined ? {} : { tags }),
          entry: entry.map(actionOf),
          exit: exit.map(actionOf),
          on: transitionsOf(on),
        },
      ]),
    ),
  });
  const body = parallel
    ? { type: "parallel", states: Object.fromEntries(regions.map((each) => [each.name, statesOf(each)])) }
    : statesOf(regions[0] as ParsedRegion);
  const live = { ...body, on: transitionsOf(lifecycle.root, true) };
  const { context, output } = lifecycle;
  const config = {
    id: lifecycle.id,
    context:
      typeof context === "function"
        ? ({ input }: { input: unknown }) => (context as (input: unknown) => Context)(input)
        : context,
    ...(ends === null
      ? {
          ...live,
          ...(output === null ? {} : { output: ({ context: last }: Loose) => output(last as Context) }),
        }
      : {
          initial: "live",
          states: {
            live: {
              ...live,
              always: Object.entries(ends).map(([target, guard]) => ({ target, guard: guardOf(guard) })),
            },
            ...Object.fromEntries(
              Object.keys(ends).map((state) => [state, { type: "final", output: () => state }]),
            ),
          },
          output: ({ context: last, event }: Loose) => ({
            state: (event as { type: string; output?: unknown }).output,
            context: last,
          }),
        }),
  };
  return setup({
    guards: lifecycle.guards as never,
    actions: Object.fromEntries(
      Object.entries(lifecycle.actions).map(([name, action]) => [
        name,
        assign(((args: Loose, params: never) => action(args as never, params)) as never),
      ]),
    ) as never,
  }).createMachine(config as never) as unknown as AnyStateMachine;
}

function valueIn(regions: readonly ParsedRegion[], parallel: boolean, at: string, live: boolean): unknown {
  const found = placeOf(regions, at);
  const value = parallel
    ? { [regions[found?.region ?? 0]?.name ?? ""]: found?.state ?? "" }
    : (found?.state ?? "");
  return live ? { live: value } : value;
}
