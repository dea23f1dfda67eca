import type { Finding } from "@cadre/core";
import type { Actor } from "@cadre/engine";
import type { Access } from "../auth/index.ts";

/** Variables of a request. */
export interface Env {
  /** The request's id, its sender, what it may concern, and findings about it. */
  Variables: {
    /** Of the answer's header `X-Request-Id`. */
    requestId: string;
    /** Who sends it, and in which role. */
    actor: Actor;
    /** What the sender may see and do. */
    access: Access;
    /** What was found about it, to be returned with the answer. */
    findings: Finding[];
  };
}
