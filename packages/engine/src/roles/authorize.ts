import type { DenialReason } from "../events/index.ts";
import type { Actor } from "../log/index.ts";
import type { AuthorisationPolicy, Grant } from "./policy.ts";

/** A request for permission. */
export interface Request {
  actor: Actor;
  project: string;
  /** A command's type, or `project.read`. */
  what: string;
  /** The agencies concerned; `null` where the whole project is, so that `own` never holds. */
  agencies: readonly string[] | null;
}

const covers = (pattern: string, what: string): boolean =>
  pattern === what || (/[.:]\*$/.test(pattern) && what.startsWith(pattern.slice(0, -1)));

/**
 * Checks that an actor holds the role, for the agency, in this project, and that the role has the permission. `null`: permitted.
 * Pure.
 */
export function denialOf(
  { actor, project, what, agencies }: Request,
  policy: AuthorisationPolicy,
  grants: readonly Grant[],
): DenialReason | null {
  const own = grants.filter((grant) => grant.actor === actor.id);
  if (own.length === 0) return "unknown-actor";
  const held = own.filter(({ role, agency }) => role === actor.role && agency === actor.agency);
  if (held.length === 0) return "role-not-held";
  if (!held.some(({ projects }) => projects === "all" || projects.includes(project))) return "other-project";
  const rules = policy.permissions.filter(
    ({ role, actions }) => role === actor.role && actions.some((each) => covers(each, what)),
  );
  if (rules.length === 0) return "not-for-this-role";
  if (rules.some(({ scope }) => scope === "any")) return null;
  const { agency } = actor;
  const theirs =
    agency !== null && agencies !== null && agencies.length > 0 && agencies.every((each) => each === agency);
  return theirs ? null : "other-agency";
}
