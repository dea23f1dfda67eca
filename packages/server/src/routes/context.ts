import type { Writer } from "@cadre/core";
import type { Actor, Answer, AuthorisationPolicy, Engine, Grant } from "@cadre/engine";
import type { DashboardService } from "../dashboard/index.ts";
import type { DocumentStore } from "../documents/index.ts";

/** What handlers find beside the request. */
export interface Env {
  Variables: { requestId: string; actor: Actor };
}

/** What the API is made of. */
export interface Dependencies {
  engine: Engine;
  documents: DocumentStore;
  dashboards: DashboardService;
  policy: AuthorisationPolicy;
  grants: readonly Grant[];
  writers: readonly Writer[];
  maxBodyBytes: number;
}

/** Status of what was not done. */
export const STATUS = {
  invalid: 400,
  denied: 403,
  refused: 422,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<Extract<Answer, { ok: false }>["kind"], number>;
