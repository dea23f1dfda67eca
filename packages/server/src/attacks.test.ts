import { afterAll, describe, expect, it } from "vitest";
import { startMeasured } from "../test/measured.ts";
import type { KeyName } from "../test/server.ts";

// Requests that are meant to exhaust the process, each sent over loopback to a server that measures itself.

const SIZE = 9_600_000;

const { address, secrets, within, close } = await startMeasured();
afterAll(close);

/** A list as long as the limits permit: it is parsed and validated to its end. */
const longest = (unit: string, count = 19_000) => `[${Array(count).fill(unit).join(",")}]`;
const fill = (unit: string, before = "", after = "") =>
  `${before}${unit.repeat(Math.floor((SIZE - before.length - after.length) / unit.length))}${after}`;
const BODIES: Record<string, () => string> = {
  "millions of empty outcomes": () => fill("{},", '{"outcomes":[', "{}]}"),
  "millions of empty rows": () => fill("{},", "[", "{}]"),
  "lists within lists": () => fill("["),
  "objects within objects": () => fill('{"a":'),
  "millions of numbers": () => fill("1,", '{"outcomes":[', "1]}"),
  "one number": () => fill("9"),
  "one text": () => fill("x", '"', '"'),
  "one key": () => fill("x", '{"', '":1}'),
  escapes: () => fill("\\u0000", '{"type":"', '"}'),
  "many keys": () => `{${Array.from({ length: 600_000 }, (_, n) => `"k${n}":1`).join(",")}}`,
  "the same key": () => fill('"a":1,', "{", '"a":2}'),
  "white space": () => fill(" "),
  "line ends": () => fill("\n"),
  "as many empty outcomes as are permitted": () => `{"outcomes":${longest("{}")}}`,
  "as many empty outcomes as have each its issues": () => `{"outcomes":${longest("{}", 9_900)}}`,
  "as many rows as are permitted": () => longest(`{"indicator":"1.1","value":1,"note":"${"x".repeat(400)}"}`),
  "as many keys as are permitted": () =>
    `{${Array.from({ length: 19_000 }, (_, n) => `"${n * 7}":${"7".repeat(400)}`).join(",")}}`,
  "no JSON": () => fill("<x/>"),
};
const ROUTES = [
  ["PUT", "framework"],
  ["POST", "observations"],
  ["POST", "commands"],
] as const;
async function send(who: KeyName, method: string, path: string, body: string | Blob): Promise<number> {
  const response = await fetch(`${address}/v1/projects/p1/${path}`, {
    method,
    body,
    headers: {
      Authorization: `Bearer ${secrets[who]}`,
      "Content-Type": "application/json",
      Connection: "close",
    },
  }).catch(() => null);
  // A server that refuses before it has read the body may close the connection while it is being sent.
  if (response === null) return 0;
  const text = await response.text().catch(() => "");
  expect(text.length).toBeLessThan(100_000);
  return response.status;
}
describe.each(Object.keys(BODIES))("%s", (name) => {
  it("from a viewer's key are not read", async () => {
    const body = (BODIES[name] as () => string)();
    for (const [method, path] of ROUTES) expect([0, 403]).toContain(await send("viewer", method, path, body));
    await within();
  });

  it("from a writer's key are refused within the limits", async () => {
    const body = (BODIES[name] as () => string)();
    for (const [method, path] of ROUTES)
      expect([0, 200, 400, 413, 422]).toContain(await send("convening", method, path, body));
    await within();
  });
});

describe("twenty at once", () => {
  it.each(["viewer", "convening"] as const)("from the key of a %s stay within the limits", async (who) => {
    const bodies = Object.values(BODIES).map((make) => make());
    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const [method, path] = ROUTES[n % 3] ?? ROUTES[0];
        return send(who, method, path, bodies[n % bodies.length] ?? "");
      }),
    );
    for (const status of statuses) expect([0, 400, 403, 413, 422, 429]).toContain(status);
    await within();
  });
});

describe("a body without end", () => {
  it.each(["viewer", "convening"] as const)("from the key of a %s is cut off", async (who) => {
    let sent = 0;
    const chunk = new TextEncoder().encode(`"${"x".repeat(65_000)}",`);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > 200e6) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const response = await fetch(`${address}/v1/projects/p1/framework`, {
      ...{ method: "PUT", body: endless, duplex: "half" },
      headers: { Authorization: `Bearer ${secrets[who]}`, "Content-Type": "application/json" },
    } as RequestInit).catch(() => null);
    expect([undefined, 403, 413]).toContain(response?.status);
    expect(sent).toBeLessThan(50e6);
    await within();
  });
});
