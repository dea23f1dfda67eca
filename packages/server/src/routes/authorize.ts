import { denialOf } from "@cadre/engine";
import type { Context } from "hono";
import type { Dependencies, Env } from "./context.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** Whether the caller may look at a project; a denial is on the engine's record. `null`: they may. */
export async function authorizeRead({ engine }: Dependencies, c: Context<Env>, project: string) {
  const denied = await engine.authorizeRead({ actor: c.get("actor"), project });
  if (denied === null) return null;
  return denied.kind === "unavailable"
    ? ({ body: refusalBody(c, "unavailable", denied.problems), status: 503 } as const)
    : ({ body: refusalBody(c, "denied", denied.problems), status: 403 } as const);
}

/** Whether the caller may do something that is no command of the engine: save a document, report figures. */
export function authorize({ policy, grants }: Dependencies, c: Context<Env>, project: string, what: string) {
  const actor = c.get("actor");
  const denial = denialOf({ actor, project, what, agencies: null }, policy, grants);
  if (denial === null) return null;
  return {
    body: refusalBody(c, "denied", [problemOf("denied", "actor", `${actor.role}: ${denial}`, what)]),
    status: 403,
  } as const;
}

/** A project's document for whoever may look at it: leave first, so that a denial does not tell whether there is one. */
export const readDocument = (deps: Dependencies, c: Context<Env>, project: string) =>
  loadReadable(deps, c, project, () => deps.documents.document(project));

/** What is made of a project's document, for whoever may look at it; `null` of what was looked up: there is no document. */
export async function loadReadable<Found extends object>(
  deps: Dependencies,
  c: Context<Env>,
  project: string,
  look: () => Promise<Found | null>,
) {
  const denied = await authorizeRead(deps, c, project);
  if (denied !== null) return { refusal: denied.body, status: denied.status } as const;
  return (await look()) ?? noDocument(c, project);
}

/** That a project has no document. */
export const noDocument = (c: Context<Env>, project: string) =>
  ({
    refusal: refusalBody(c, "not-found", [
      problemOf("not-found", project, null, "a framework document; save one with PUT"),
    ]),
    status: 404,
  }) as const;
