import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { document, KEYS, type KeyName, open, sentCommand } from "../test/server.ts";
import { makeKey } from "./auth/index.ts";

// Three processes upon one PostgreSQL, asked in turn as a load balancer asks them, behave as one.

const schema = `cluster_${process.pid}`;
const processes: { child: ChildProcess; address: string }[] = [];
let pool: pg.Pool;
let turn = 0;

beforeAll(async () => {
  const url = await sharedPostgres();
  pool = new pg.Pool({ connectionString: url, max: 1 });
  const timers = makeKey({ id: "timers", role: "system", agency: null, projects: "all" }).key;
  const keys = [...Object.values(KEYS).map(({ key }) => key), timers];
  const start = async () => {
    const child = fork(
      join(import.meta.dirname, "../test/cluster-server.ts"),
      [JSON.stringify({ url, schema, keys })],
      {
        execArgv: ["--conditions=cadre-source", "--no-warnings"],
      },
    );
    const [{ address }] = (await once(child, "message")) as [{ address: string }];
    processes.push({ child, address });
  };
  await Promise.all([start(), start(), start()]);
}, 300_000);
afterAll(async () => {
  for (const { child } of processes) child.disconnect();
  await pool.query(
    `DROP SCHEMA IF EXISTS ${schema}_events CASCADE; DROP SCHEMA IF EXISTS ${schema}_documents CASCADE`,
  );
  await pool.end();
});

const at = (index: number) => processes[index % processes.length]?.address ?? "";
const ask = (
  who: KeyName,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  turn += 1;
  return fetch(`${at(turn)}${path}`, {
    method,
    headers: { Authorization: `Bearer ${KEYS[who].secret}`, "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};
const dates = (n: number) => ({
  ...{ type: "schedule.set-dates", key: `d${n}` },
  dates: { code: "1.1.1", start: "2020-02-01", end: "2020-03-01" },
});
const send = (command: object, who: KeyName = "convening") =>
  ask(who, "POST", "/v1/projects/p1/commands", ...sentCommand(command));

it("commands, idempotency, events, documents and timers are those of one service", async () => {
  expect((await ask("convening", "PUT", "/v1/projects/p1/framework", document())).status).toBe(200);
  for (let n = 0; n < 3; n += 1)
    expect(await (await ask("viewer", "GET", "/v1/projects/p1/framework")).json()).toMatchObject({
      revision: 1,
    });
  expect((await send(open, "pbso")).status).toBe(200);

  // Three readers, each at another process, before anything else happens.
  const stop = new AbortController();
  const seen = processes.map(async ({ address }) => {
    const response = await fetch(`${address}/v1/projects/p1/events`, {
      headers: { Authorization: `Bearer ${KEYS.viewer.secret}` },
      signal: stop.signal,
    });
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array);
      const ids = [...text.matchAll(/^id: (\d+)-/gm)].map(([, id]) => Number(id));
      if (ids.length >= 61) return ids;
    }
    return [];
  });

  // Sixty commands at once, each sent to two processes under its key.
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => n).flatMap((n) => [send(dates(n)), send(dates(n))]),
  );
  const positions = (await Promise.all(answers.map((answer) => answer.json()))) as {
    position: number;
    duplicate: boolean;
  }[];
  expect(answers.map(({ status }) => status)).toEqual(Array(120).fill(200));
  expect(positions.filter(({ duplicate }) => !duplicate)).toHaveLength(60);
  expect(new Set(positions.map(({ position }) => position)).size).toBe(60);
  for (const ids of await Promise.all(seen)) expect(ids).toEqual(Array.from({ length: 61 }, (_, n) => n + 1));
  stop.abort();

  // Another request under a key is refused wherever it arrives.
  for (let n = 0; n < 3; n += 1) expect((await send({ ...dates(0), reason: "other" })).status).toBe(422);
  const rows = [{ indicator: "1.1.1", period: "2020-Q1", value: 12, recordedAt: "2020-04-10" }];
  const key = { "Idempotency-Key": "batch" };
  for (let n = 0; n < 3; n += 1)
    expect(
      await (await ask("convening", "POST", "/v1/projects/p1/observations", rows, key)).json(),
    ).toMatchObject({
      ...{ accepted: 1, duplicate: n > 0 },
    });

  // A timer fires once, however many processes look at the same time.
  for (const { child } of processes) child.send("fire");
  const fired = await Promise.all(
    processes.map(({ child }) => once(child, "message") as Promise<[{ fired: number }]>),
  );
  const history = (await (await ask("viewer", "GET", "/v1/projects/p1/history?limit=1000")).json()) as {
    key: string;
  }[];
  const reminders = history.map((entry) => entry.key).filter((each) => each.startsWith("reminder "));
  expect(new Set(reminders).size).toBe(reminders.length);
  expect(fired.reduce((sum, [each]) => sum + each.fired, 0)).toBe(reminders.length);
  expect(reminders.length).toBeGreaterThan(0);
}, 300_000);
