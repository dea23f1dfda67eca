import { denialOf } from "@cadre/engine";
import type { Context } from "hono";
import type { Env, Parts } from "./context.ts";
import { problemOf, refusalBody } from "./refuse.ts";

/** Whether the caller may look at a project; a denial is on the engine's record. `null`: they may. */
export async function mayRead({ engine }: Parts, c: Context<Env>, project: string) {
  const denied = await engine.mayRead({ actor: c.get("actor"), project });
  if (denied === null) return null;
  return denied.kind === "unavailable"
    ? ({ body: refusalBody(c, "unavailable", denied.problems), status: 503 } as const)
    : ({ body: refusalBody(c, "denied", denied.problems), status: 403 } as const);
}

/** Whether the caller may do something that is no command of the engine: save a document, report figures. */
export function may({ policy, grants }: Parts, c: Context<Env>, project: string, what: string) {
  const actor = c.get("actor");
  const denial = denialOf({ actor, project, what, agencies: null }, policy, grants);
  if (denial === null) return null;
  return {
    body: refusalBody(c, "denied", [problemOf("denied", "actor", `${actor.role}: ${denial}`, what)]),
    status: 403,
  } as const;
}
