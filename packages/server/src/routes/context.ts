import type { Writer } from "@cadre/core";
import type { DisclosurePolicy } from "@cadre/core/disclosure";
import type { Profile } from "@cadre/core/lifecycle";
import type { Answer, AuthorisationPolicy, Engine, Role } from "@cadre/engine";
import type { GrantBook } from "../auth/index.ts";
import type { DashboardService } from "../dashboard/index.ts";
import type { DocumentStore } from "../documents/index.ts";
import type { LogSchemas } from "./log-schemas.ts";
import type { StreamOpener } from "./streams.ts";

/** What the routes work with. */
export interface Dependencies {
  engine: Engine;
  documents: DocumentStore;
  dashboards: DashboardService;
  /** What is withheld from readers whose role is not exempt, and the dashboards that they see; `null`: nothing is withheld. */
  disclosure: {
    policy: Partial<DisclosurePolicy>;
    exempt: readonly Role[];
    dashboards: DashboardService;
  } | null;
  policy: AuthorisationPolicy;
  /** What an agency adds to the fund's states, events, causes and roles. */
  profile: Profile;
  schemas: LogSchemas;
  grants: GrantBook;
  writers: readonly Writer[];
  maxBodyBytes: number;
  openStream: StreamOpener;
}

/** HTTP status of each kind of rejection. */
export const STATUS = {
  invalid: 400,
  denied: 403,
  refused: 422,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<Extract<Answer, { ok: false }>["kind"], number>;

/** HTTP status of a rejection: a key that was used for another request is the client's mistake, and no race. */
export const statusOf = ({ kind, problems }: Extract<Answer, { ok: false }>) =>
  problems[0]?.code === "key-reused" ? 422 : STATUS[kind];
