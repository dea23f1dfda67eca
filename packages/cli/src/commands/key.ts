import type { Language } from "@cadre/core";
import { isOwnCode, type Role } from "@cadre/core/lifecycle";
import { MESSAGES } from "../messages.ts";
import { ROLES } from "../roles.ts";
import { UsageError } from "../usage.ts";
import { EXIT, profileFor, type Terminal } from "./command.ts";

/** What `cadre key` takes beside the holder. */
export interface KeyOptions {
  role: string;
  agency?: string;
  project?: string[];
  lang?: Language;
  /** Module that exports a profile: the roles that there are. Default: any agency's. */
  profile?: string;
}

/** `cadre key HOLDER`: a key for the service. Its entry goes to standard output, its secret, shown once, to standard error. */
export async function runKey(id: string, options: KeyOptions, terminal: Terminal): Promise<number> {
  const messages = MESSAGES[options.lang ?? terminal.language];
  const { role, agency = null, project } = options;
  const profile = await profileFor(options, options.lang ?? terminal.language, terminal);
  if (typeof profile === "number") return profile;
  const own = Object.keys(profile.roles).filter(isOwnCode);
  /** A role of the fund's, or of an agency's own: of the profile's where there is one. */
  const isRole = (text: string): text is Role =>
    ROLES.some((known) => known === text) ||
    (options.profile === undefined ? isOwnCode(text) : own.some((known) => known === text));
  if (!isRole(role)) {
    const known = [...ROLES, ...(options.profile === undefined ? ["river:donor"] : own)];
    throw new UsageError("notAChoice", { subject: "--role", found: role, expected: known });
  }
  const { makeKey } = await import("@cadre/server");
  const { secret, key } = makeKey({ id, role, agency, projects: project ?? "all" });
  terminal.out(JSON.stringify([key], null, 2));
  terminal.error(`cadre: ${messages.secret(secret)}`);
  return EXIT.done;
}
