import type { Finding } from "@cadre/core";
import type { Actor } from "@cadre/engine";
import type { Access } from "../auth/index.ts";

/** Variables of a request. */
export interface Env {
  Variables: { requestId: string; actor: Actor; access: Access; findings: Finding[] };
}
