import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { Actor, Grant, Role } from "@cadre/engine";
import { z } from "zod";

/** A key to the API as the server keeps it: only the hash of its secret. */
export const ApiKey = z
  .object({
    /** Who holds it: the actor of everything that is done with it. */
    id: z.string().min(1).max(200),
    /** SHA-256 of the secret, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    role: Role,
    agency: z.string().nullable(),
    projects: Grant.shape.projects,
  })
  .meta({ id: "ApiKey", description: "A key to the API; its secret is not kept" });
/** A key to the API as the server keeps it. */
export type ApiKey = z.infer<typeof ApiKey>;

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Makes a key: the secret for its holder, shown once, and the entry for the server. */
export function makeKey(holder: Omit<ApiKey, "hash">): { secret: string; key: ApiKey } {
  const secret = `cadre_${randomBytes(32).toString("base64url")}`;
  return { secret, key: { ...holder, hash: hashOf(secret).toString("hex") } };
}

/** The secret in a request's header: `Bearer SECRET`, or, from a browser that asked for it, Basic with the secret as password. */
export function secretIn(authorization: string | undefined): string | null {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? "") ?? [];
  if (value === "") return null;
  if (scheme.toLowerCase() === "bearer") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? null : pair.slice(colon + 1);
}

/** The key that a secret opens; every key is compared, in the same time. */
export function keyOf(keys: readonly ApiKey[], secret: string): ApiKey | null {
  const given = hashOf(secret);
  let found: ApiKey | null = null;
  for (const key of keys) if (timingSafeEqual(given, Buffer.from(key.hash, "hex"))) found = key;
  return found;
}

/** The actor that a key stands for. */
export const actorOf = ({ id, role, agency }: ApiKey): Actor => Actor.parse({ id, role, agency });

/** What the keys give leave for, as the engine wants to know it. */
export const grantsOf = (keys: readonly ApiKey[]): Grant[] =>
  keys.map(({ id, role, agency, projects }) => ({ actor: id, role, agency, projects }));
