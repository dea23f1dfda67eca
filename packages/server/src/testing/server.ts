import { memoryStore } from "@cadre/engine";
import { makeKey } from "../access/index.ts";
import type { LogEntry } from "../api/app.ts";
import { type CadreServer, createServer, type ServerOptions } from "../server.ts";

const holder = (
  id: string,
  role: "viewer" | "convening-agency" | "recipient-agency" | "secretariat" | "pbso",
  projects: "all" | string[],
  agency: string | null = null,
) => makeKey({ id, role, agency, projects });

/** For tests: keys of each kind, with their secrets. */
export const KEYS = {
  viewer: holder("vera", "viewer", ["p1"]),
  elsewhere: holder("elsa", "viewer", ["p2"]),
  convening: holder("cora", "convening-agency", ["p1"], "PAM"),
  recipient: holder("rita", "recipient-agency", ["p1"], "FAO"),
  secretariat: holder("sam", "secretariat", "all"),
  pbso: holder("paul", "pbso", "all"),
};
export type KeyName = keyof typeof KEYS;

/** For tests: a server in memory, with what it logged and a way to ask it. */
export function testServer(options: Partial<ServerOptions> = {}) {
  const lines: LogEntry[] = [];
  const server: CadreServer = createServer({
    record: memoryStore(),
    papers: memoryStore(),
    keys: Object.values(KEYS).map(({ key }) => key),
    rate: { burst: 1e6, perSecond: 1e6 },
    log: (entry) => lines.push(entry),
    ...options,
  });
  const ask = (
    who: KeyName | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    server.app.request(path, {
      method,
      headers: {
        ...(who !== null && { Authorization: `Bearer ${KEYS[who].secret}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return { ...server, lines, ask };
}
