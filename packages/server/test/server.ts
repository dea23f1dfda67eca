import type { FrameworkDocument } from "@cadre/core";
import { memoryStore } from "@cadre/engine";
import { sampleDocument } from "@cadre/testkit";
import { makeKey } from "../src/auth/index.ts";
import type { LogEntry } from "../src/routes/log-entry.ts";
import { type CadreServer, createServer, type ServerOptions } from "../src/server.ts";

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

/** For tests: a command with key and position as it is sent: body and headers. */
export function sentCommand(command: unknown): [body: unknown, headers: Record<string, string>] {
  if (typeof command !== "object" || command === null || Array.isArray(command)) return [command, {}];
  const { key, expectedPosition, ...body } = command as Record<string, unknown>;
  return [
    body,
    {
      ...(typeof key === "string" && /^[\x21-\x7e]{1,200}$/.test(key) && { "Idempotency-Key": key }),
      ...(typeof expectedPosition === "number" && { "If-Match": `"${expectedPosition}"` }),
    },
  ];
}

/** For tests: a server in memory, with what it logged and a way to ask it. */
export function testServer(options: Partial<ServerOptions> = {}) {
  const lines: LogEntry[] = [];
  const server: CadreServer = createServer({
    events: memoryStore(),
    documents: memoryStore(),
    keys: Object.values(KEYS).map(({ key }) => key),
    rate: { burst: 1e6, perSecond: 1e6 },
    log: (entry) => lines.push(entry),
    ...options,
  });
  const ask = (
    who: KeyName | null,
    method: string,
    path: string,
    content?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const [body, more] = path.endsWith("/commands") ? sentCommand(content) : [content, {}];
    return server.app.request(path, {
      method,
      headers: {
        ...(who !== null && { Authorization: `Bearer ${KEYS[who].secret}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...more,
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  };
  return { ...server, lines, ask };
}

/** For tests: a document with an axis and a period to report on. */
export const document = (): FrameworkDocument => ({
  ...sampleDocument(),
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [{ id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" }],
});
/** For tests: the command that opens its project. */
export const open = {
  type: "project.open",
  key: "open-1",
  plan: {
    title: "Dialogue",
    endDate: "2022-07-15",
    agencies: [
      { name: "PAM", convening: true },
      { name: "FAO", convening: false },
    ],
    activities: [{ code: "1.1.1", title: "Train mediators", agencies: ["FAO"] }],
    genderMarker: null,
    lines: [],
    schedule: { activities: [], dependencies: [] },
  },
};
/** For tests: a server with the project p1, its document and its record. */
export async function filled(options: Partial<ServerOptions> = {}) {
  const server = testServer(options);
  const saved = await server.ask("convening", "PUT", "/v1/projects/p1/framework", document());
  const opened = await server.ask("pbso", "POST", "/v1/projects/p1/commands", open);
  if (saved.status !== 200 || opened.status !== 200) throw new Error(`${saved.status}, ${opened.status}`);
  return server;
}
