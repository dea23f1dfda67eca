import type { Language } from "@cadre/core";
import { isOwnCode, type Role } from "@cadre/core/lifecycle";
import { MESSAGES } from "../messages.ts";
import { ROLES } from "../roles.ts";
import { EXIT, type Terminal } from "./command.ts";

/** What `cadre key` takes beside the holder. */
export interface KeyOptions {
  role: string;
  agency?: string;
  project?: string[];
  lang?: Language;
}

/** A role of the fund's, or of an agency's own. */
const isRole = (text: string): text is Role => ROLES.some((role) => role === text) || isOwnCode(text);

/** `cadre key HOLDER`: a key for the service. Its entry goes to standard output, its secret, shown once, to standard error. */
export async function runKey(id: string, options: KeyOptions, terminal: Terminal): Promise<number> {
  const messages = MESSAGES[options.lang ?? terminal.language];
  const { role, agency = null, project } = options;
  if (!isRole(role)) {
    terminal.error(
      `error: option '--role <role>' argument '${role}' is invalid. ${ROLES.join(", ")}, river:donor`,
    );
    return EXIT.use;
  }
  const { makeKey } = await import("@cadre/server");
  const { secret, key } = makeKey({ id, role, agency, projects: project ?? "all" });
  terminal.out(JSON.stringify([key], null, 2));
  terminal.error(`cadre: ${messages.secret(secret)}`);
  return EXIT.done;
}
