import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { Actor, Grant, Role } from "@cadre/engine";
import * as z from "zod";

/** A key to the API as the server keeps it: only the hash of its secret. */
export const ApiKey = z
  .object({
    /** Its holder: the actor of everything that is done with it. */
    id: z.string().min(1).max(200),
    /** SHA-256 of the secret, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** The role in which its holder acts. */
    role: Role,
    /** The agency that its holder acts for; `null` of the fund's own offices and of the system. */
    agency: z.string().nullable(),
    /** Ids of the projects that the key opens, or all. */
    projects: Grant.shape.projects,
  })
  .meta({ id: "ApiKey", description: "A key to the API, without its secret" });
/** A key to the API as the server keeps it. */
export type ApiKey = z.infer<typeof ApiKey>;

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Creates a key: the secret for its holder, shown once, and the entry for the server. */
export function makeKey(holder: Omit<ApiKey, "hash">): { secret: string; key: ApiKey } {
  const secret = `cadre_${randomBytes(32).toString("base64url")}`;
  return { secret, key: { ...holder, hash: hashOf(secret).toString("hex") } };
}

/** The scheme and secret of an `Authorization` header: `Bearer SECRET`, or Basic (which browsers ask for) with the secret as password. */
export function credentialsIn(
  authorization: string | undefined,
): { scheme: "bearer" | "basic"; secret: string } | null {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? "") ?? [];
  if (value === "") return null;
  if (scheme.toLowerCase() === "bearer") return { scheme: "bearer", secret: value };
  const pair = Buffer.from(value, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? null : { scheme: "basic", secret: pair.slice(colon + 1) };
}

/** A function that finds the key of a secret, comparing every key in the same time. */
export function keyFinder(keys: readonly ApiKey[]): (secret: string) => ApiKey | null {
  const hashes = keys.map((key) => ({ key, hash: Buffer.from(key.hash, "hex") }));
  return (secret) => {
    const digest = hashOf(secret);
    let found: ApiKey | null = null;
    for (const { key, hash } of hashes) if (timingSafeEqual(digest, hash)) found = key;
    return found;
  };
}

/** The actor of a key. */
export const actorOf = ({ id, role, agency }: ApiKey): Actor => Actor.parse({ id, role, agency });

/** The grants of keys, for the engine. */
export const grantsOf = (keys: readonly ApiKey[]): Grant[] =>
  keys.map(({ id, role, agency, projects }) => ({ actor: id, role, agency, projects }));
