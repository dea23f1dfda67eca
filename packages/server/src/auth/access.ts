import { Actor, type Grant } from "@cadre/engine";
import { type ApiKey, actorOf } from "./keys.ts";

/** A sender as a host's own authentication states it. */
export interface Session extends Actor {
  /** Projects that the request may concern. Default: all; what is done there, the policy decides by the role. */
  projects?: Grant["projects"];
}

/** The sender of a request by the host's own sessions or tokens; `null`: not authenticated. */
export type Authenticate = (request: Request) => Session | null | Promise<Session | null>;

/** Who sends a request, what it may concern, and what its limits are counted by. */
export interface Access {
  /** Who everything is recorded under. */
  actor: Actor;
  /** Ids of the projects that the request may concern, or all. */
  projects: Grant["projects"];
  /** Names the sender in limits of requests, streams and bodies. */
  bucket: string;
}

export const accessOfKey = (key: ApiKey): Access => ({
  actor: actorOf(key),
  projects: key.projects,
  bucket: `key ${key.hash}`,
});

/** @throws ZodError where the host states something else than an actor. */
export const accessOfSession = ({ projects = "all", ...session }: Session): Access => {
  const { id, role, agency } = session;
  return { actor: Actor.parse({ id, role, agency }), projects, bucket: `session ${id}` };
};

/** Whether a request may concern a project. */
export const covers = ({ projects }: Pick<Access, "projects">, project: string): boolean =>
  projects === "all" || projects.includes(project);

/** The roles that actors hold: those of keys, always; those of sessions, while a request of theirs is answered. */
export interface GrantBook {
  of(actor: string): Grant[];
  /** Notes the role of a session; the function that it returns ends that. */
  hold(access: Access): () => void;
}

/** Creates a book of grants. */
export function grantBook(fixed: readonly Grant[]): GrantBook {
  const held = new Map<string, Set<Grant>>();
  return {
    of: (actor) => [...fixed.filter((grant) => grant.actor === actor), ...(held.get(actor) ?? [])],
    hold: ({ actor: { id, role, agency }, projects }) => {
      const grant: Grant = { actor: id, role, agency, projects };
      const own = held.get(id) ?? new Set();
      held.set(id, own.add(grant));
      return () => {
        own.delete(grant);
        if (own.size === 0) held.delete(id);
      };
    },
  };
}
