import type { Actor } from "../log/index.ts";
import type { AuthorisationPolicy, Grant } from "./policy.ts";

/** Why somebody may not. `unknown-actor` and `role-not-held`: the role that they claim is not theirs. */
export type DenialReason =
  | "unknown-actor"
  | "role-not-held"
  | "other-project"
  | "not-for-this-role"
  | "other-agency";

/** What somebody asks leave for. */
export interface Request {
  actor: Actor;
  project: string;
  /** A command's type, or `project.read`. */
  what: string;
  /** The agencies concerned; `null` where the whole project is, so that `own` never holds. */
  agencies: readonly string[] | null;
}

const covers = (pattern: string, what: string): boolean =>
  pattern === what || (pattern.endsWith(".*") && what.startsWith(pattern.slice(0, -1)));

/**
 * Whether an actor may: first that they hold the role, for the agency, in this project; then that the role may. `null`: they may.
 * Pure: everything that it goes by is handed in.
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
  const rules = policy.rules.filter(
    ({ role, may }) => role === actor.role && may.some((each) => covers(each, what)),
  );
  if (rules.length === 0) return "not-for-this-role";
  if (rules.some(({ on }) => on === "any")) return null;
  const { agency } = actor;
  const theirs =
    agency !== null && agencies !== null && agencies.length > 0 && agencies.every((each) => each === agency);
  return theirs ? null : "other-agency";
}
