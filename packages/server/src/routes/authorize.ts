import { type DisclosurePolicy, protectDocument } from "@cadre/core/disclosure";
import { type DenialReason, ProjectId } from "@cadre/engine";
import { denialOf } from "@cadre/engine/internal";
import type { Context, MiddlewareHandler } from "hono";
import { covers } from "../auth/index.ts";
import type { DashboardService, Render } from "../dashboard/index.ts";
import { type Dependencies, statusOf } from "./context.ts";
import type { Env } from "./env.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** An action that is no command of the engine. */
type Action = "project.read" | "framework.save" | "observations.add";

/** Answers a request that was denied; the denial is recorded. */
async function deny(
  { engine }: Dependencies,
  c: Context<Env>,
  project: string,
  reason: DenialReason,
  action: string,
) {
  const answer = await engine.recordDenial({ actor: c.get("actor"), project }, reason, action);
  return {
    refusal: refusalBody(c, answer.kind === "unavailable" ? "unavailable" : "denied", answer.problems),
    status: answer.kind === "unavailable" ? (503 as const) : (403 as const),
  };
}

/** Checks that the request's key permits an action in a project; `null`: it does. */
async function authorize(deps: Dependencies, c: Context<Env>, project: string, action: Action) {
  const { policy, grants } = deps;
  const actor = c.get("actor");
  const reason = covers(c.get("access"), project)
    ? denialOf({ actor, project, what: action, agencies: null }, policy, grants.of(actor.id))
    : "other-project";
  return reason === null ? null : deny(deps, c, project, reason, action);
}

/** Checks that the request's key permits any command at all in a project; the engine checks the command itself. `null`: it does. */
async function authorizeCommands(deps: Dependencies, c: Context<Env>, project: string) {
  const { policy } = deps;
  const { role } = c.get("actor");
  if (!covers(c.get("access"), project)) return deny(deps, c, project, "other-project", "command");
  const commands = policy.permissions.some(
    (permission) =>
      permission.role === role && permission.actions.some((action) => action !== "project.read"),
  );
  return commands ? null : deny(deps, c, project, "not-for-this-role", "command");
}

/** Refuses a request before its body is read, where its key does not permit the action. */
export function requires(deps: Dependencies, action: Action | "command"): MiddlewareHandler<Env> {
  return async (c, next) => {
    const project = ProjectId.safeParse(c.req.param("project"));
    // A name that cannot be a project's is refused by the validation of the address, which needs no body either.
    if (!project.success)
      return c.json(
        refusalBody(c, "invalid", [problemOf("invalid", "project", null, "a project's id")]),
        400,
      );
    const denied =
      action === "command"
        ? await authorizeCommands(deps, c, project.data)
        : await authorize(deps, c, project.data, action);
    return denied === null ? next() : c.json(denied.refusal, denied.status);
  };
}

/** The policy that small counts are withheld by from the reader of a request; `null`: its role sees them. */
export function disclosureFor(
  { disclosure }: Dependencies,
  c: Context<Env>,
): Partial<DisclosurePolicy> | null {
  return disclosure === null || disclosure.exempt.includes(c.get("actor").role) ? null : disclosure.policy;
}

/** The dashboards that the reader of a request may see. */
export const dashboardsFor = (deps: Dependencies, c: Context<Env>): DashboardService =>
  disclosureFor(deps, c) === null || deps.disclosure === null ? deps.dashboards : deps.disclosure.dashboards;

/** Loads a project's document, as it may leave, for a request whose key permits reading; otherwise a refusal. */
export const readDocument = (deps: Dependencies, c: Context<Env>, project: string) =>
  loadReadable(deps, c, project, async () => {
    const saved = await deps.documents.document(project);
    const policy = disclosureFor(deps, c);
    return saved === null || policy === null
      ? saved
      : { ...saved, document: protectDocument(saved.document, { policy }).document };
  });

/** Loads what follows from a project's present state, by document, log and observations, for a request whose key permits reading. */
export const readRendering = (
  deps: Dependencies,
  c: Context<Env>,
  project: string,
  name: string,
  render: Render,
) => loadReadable(deps, c, project, () => dashboardsFor(deps, c).rendering(project, name, render));

/** Loads something of a project for a request whose key permits reading; a refusal where it does not, or where nothing is found. */
export async function loadReadable<Found extends object>(
  deps: Dependencies,
  c: Context<Env>,
  project: string,
  load: () => Promise<Found | null>,
) {
  // First of all, so that a denial does not disclose whether there is such a project.
  const denied = await authorize(deps, c, project, "project.read");
  const found = denied ?? (await load());
  if (found !== null) return found;
  // Says so where it is archived.
  await deps.documents.document(project);
  return noDocument(c, project);
}

/** The refusal where a project has no document. */
export const noDocument = (c: Context<Env>, project: string) =>
  ({
    refusal: refusalBody(c, "not-found", [
      problemOf("not-found", project, null, "a framework document; save one with PUT"),
    ]),
    status: 404,
  }) as const;

export { authorize, statusOf };
