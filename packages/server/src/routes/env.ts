import type { Finding } from "@cadre/core";
import type { Actor } from "@cadre/engine";
import type { Access } from "../auth/index.ts";

/** Variables of a request. */
export interface Env {
  /** The request's id, its sender, what it may concern, and findings about it. */
  Variables: { requestId: string; actor: Actor; access: Access; findings: Finding[] };
}
