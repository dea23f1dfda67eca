import { hc } from "hono/client";
import type { CadreServer } from "../server.ts";

/**
 * A typed client: the routes of the server as functions, with their parameters and answers.
 * @param key the secret of a key.
 */
export const createClient = (address: string, key: string) =>
  hc<CadreServer["app"]>(address, { headers: { Authorization: `Bearer ${key}` } });
