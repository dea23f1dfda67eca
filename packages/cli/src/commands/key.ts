import type { Language } from "@cadre/core";
import type { Role } from "@cadre/core/lifecycle";
import { MESSAGES } from "../messages.ts";
import { EXIT, type Terminal } from "./command.ts";

/** What `cadre key` takes beside the holder. */
export interface KeyOptions {
  role: Role;
  agency?: string;
  project?: string[];
  lang?: Language;
}

/** `cadre key HOLDER`: a key for the service. Its entry goes to standard output, its secret, shown once, to standard error. */
export async function runKey(id: string, options: KeyOptions, terminal: Terminal): Promise<number> {
  const messages = MESSAGES[options.lang ?? terminal.language];
  const { makeKey } = await import("@cadre/server");
  const { role, agency = null, project } = options;
  const { secret, key } = makeKey({ id, role, agency, projects: project ?? "all" });
  terminal.out(JSON.stringify([key], null, 2));
  terminal.error(`cadre: ${messages.secret(secret)}`);
  return EXIT.done;
}
