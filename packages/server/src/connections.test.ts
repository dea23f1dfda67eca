import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { startMeasured } from "../test/measured.ts";

// Clients that misuse their connections, on a server that measures itself. They are spoken to byte by byte, as no client of HTTP would.

const server = await startMeasured();
afterAll(server.close);

const headers = (extra = "") =>
  `Host: 127.0.0.1\r\nAuthorization: Bearer ${server.secrets.convening}\r\nContent-Type: application/json\r\n${extra}\r\n`;
const get = (path: string) => `GET /v1/projects/p1${path} HTTP/1.1\r\n${headers()}`;
const put = (extra: string) => `PUT /v1/projects/p1/framework HTTP/1.1\r\n${headers(extra)}`;

async function connection(): Promise<Socket> {
  const socket = connect(Number(new URL(server.address).port), "127.0.0.1");
  // The server closes it in the middle of what is sent.
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Sends texts one after the other and returns the statuses of all answers until the connection ends, or for a while. */
async function exchange(texts: Iterable<string>, { close = true, ms = 120_000 } = {}): Promise<number[]> {
  const socket = await connection();
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  // Not `once` of Node, which fails where an error comes first.
  const event = (name: "close" | "drain") =>
    new Promise<void>((resolve) => socket.once(name, () => resolve()));
  const ended = event("close");
  const late = setTimeout(() => socket.destroy(), ms);
  for (const text of texts) {
    if (socket.destroyed) break;
    if (!socket.write(text)) await Promise.race([event("drain"), ended]);
  }
  if (close) socket.end();
  await ended;
  clearTimeout(late);
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}

describe("a client", () => {
  it("that sends thousands of requests ahead is cut off", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => exchange([get("/dashboard").repeat(400)], { close: false })),
    );
    for (const statuses of answers) expect(statuses.length).toBeLessThan(20);
    await server.within();
  });

  it("that sends a few requests ahead gets an answer to each", async () => {
    expect(await exchange([get("").repeat(4)])).toEqual([200, 200, 200, 200]);
  });

  it("that does not take its answers keeps nothing from others", async () => {
    const idle: Socket[] = [];
    for (let n = 0; n < 400; n += 1) {
      const socket = await connection();
      socket.pause();
      socket.write(get("/dashboard"));
      idle.push(socket);
    }
    expect((await fetch(`${server.address}/health`)).status).toBe(200);
    await server.within();
    for (const socket of idle) socket.destroy();
  });

  it("that sends a body in chunks of one byte is refused", async () => {
    const chunks = Array<string>(50).fill("1\r\n[\r\n".repeat(20_000));
    const answers = await Promise.all(
      Array.from({ length: 2 }, () => exchange([put("Transfer-Encoding: chunked\r\n"), ...chunks])),
    );
    for (const statuses of answers) expect([[], [400]]).toContainEqual(statuses);
    await server.within();
  });

  it("that gives up in the middle of a body is no error of the server", async () => {
    const before = await server.logged();
    for (let n = 0; n < 20; n += 1) {
      const socket = await connection();
      socket.write(put("Content-Length: 1000\r\nExpect: 100-continue\r\n"));
      // The server has begun.
      await once(socket, "data");
      socket.write("[");
      socket.resetAndDestroy();
    }
    await expect
      .poll(async () => (await server.logged()) - before, { timeout: 120_000 })
      .toBeGreaterThanOrEqual(20);
    expect(await server.errors()).toEqual([]);
    await server.within();
  });

  it("that announces large bodies and sends nothing leaves others theirs", async () => {
    const waiting = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const socket = await connection();
        socket.write(put("Content-Length: 1900000\r\n"));
        return socket;
      }),
    );
    const other = await fetch(`${server.address}/v1/projects/p1/observations`, {
      method: "POST",
      body: "[]",
      headers: { Authorization: `Bearer ${server.secrets.recipient}`, "Content-Type": "application/json" },
    });
    expect(other.status).toBe(200);
    for (const socket of waiting) socket.destroy();
    await server.within();
  });

  it.each([
    ["both lengths", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"],
    ["a negative length", "Content-Length: -1\r\n", ""],
    ["two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n", "[]"],
    ["an unknown coding", "Transfer-Encoding: gzip\r\n", "[]"],
    ["a chunk without end", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n["],
    ["thousands of headers", Array.from({ length: 5_000 }, (_, n) => `X-${n}: 1\r\n`).join(""), ""],
    ["an endless header", `X: ${"x".repeat(100_000)}\r\n`, ""],
  ])("that sends %s is refused", async (_, extra, body) => {
    const [status = 0] = await exchange([put(extra), body]);
    expect([0, 400, 413, 431]).toContain(status);
    await server.within();
  });

  it.each([
    ...["GET http://[::bad/health", "GET [::bad", "GET //evil/health", "GET *", "OPTIONS *", "CONNECT a:1"],
    ...["TRACE /", "GET /%zz", "GET /v1/projects/%E0%A4%A", "GET /v1/projects/\u00ff\u00fe", "PRI *"],
  ])("that asks for %s gets no 500", async (line) => {
    const statuses = await exchange(
      [Buffer.from(`${line} HTTP/1.1\r\n${headers()}`, "latin1").toString("latin1")],
      {
        ms: 1_000,
      },
    );
    for (const status of statuses) expect(status).toBeLessThan(500);
    await server.within();
  });
});
