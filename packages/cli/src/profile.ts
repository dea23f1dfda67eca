import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Result } from "@cadre/core";
import { FUND_PROFILE, type Profile } from "@cadre/core/lifecycle";
import { fileNotReadable } from "@cadre/documents/internal";
import { both } from "./messages.ts";

const isProfile = (value: unknown): value is Profile =>
  typeof value === "object" && value !== null && "id" in value && "table" in value && "roles" in value;

/** The profile that a module exports, under any name; the fund's own vocabulary where none is named. The module is run. */
export async function profileOf(path: string | undefined): Promise<Result<Profile>> {
  if (path === undefined) return { ok: true, value: FUND_PROFILE, findings: [] };
  try {
    await access(path);
  } catch (error) {
    return { ok: false, problems: [fileNotReadable(error)] };
  }
  let message = both(({ problems }) => problems.noProfile);
  try {
    const exported: unknown[] = Object.values(await import(pathToFileURL(resolve(path)).href));
    const profile = exported.find(isProfile);
    if (profile !== undefined) return { ok: true, value: profile, findings: [] };
  } catch (error) {
    // What the module or Node says is quoted, by its first line: whoever wrote the module knows what it means.
    const [cause = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    message = both(({ problems }) => problems.profileFails(cause.slice(0, 200)));
  }
  return {
    ok: false,
    problems: [
      { code: "profile-invalid", where: { path }, message, found: null, expected: "defineProfile(…)" },
    ],
  };
}
