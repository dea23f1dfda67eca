import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { document, filled, KEYS } from "../test/server.ts";
import { createClient } from "./client/index.ts";
import { listen, requestHandler } from "./node/index.ts";

type Server = Awaited<ReturnType<typeof filled>>;
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const addressOf = (server: HttpServer) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listening = (server: HttpServer) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(addressOf(server)));
    ends.push(() => {
      server.closeAllConnections();
      server.close();
    });
  });

/** Hosts that mount the API at `/cadre`, beside a route of their own. */
const HOSTS: Record<string, (server: Server) => Promise<string>> = {
  Hono: async ({ app }) => {
    const host = new Hono().get("/", (c) => c.text("ours")).route("/cadre", app);
    const { address, close } = await listen({ app: host }, { port: 0 });
    ends.push(close);
    return address;
  },
  "Express 5": async (server) => {
    const host = express();
    host.use("/cadre", requestHandler(server));
    host.use(express.json());
    host.get("/", (_, response) => void response.send("ours"));
    return listening(createHttpServer(host));
  },
  Fastify: async (server) => {
    const host = fastify();
    host.get("/", async () => "ours");
    const handle = requestHandler(server, { base: "/cadre" });
    await host.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("*", (_request, _body, done) => done(null));
      scope.all("/cadre/*", (request, reply) => {
        reply.hijack();
        return handle(request.raw, reply.raw);
      });
    });
    const address = await host.listen({ port: 0, host: "127.0.0.1" });
    ends.push(() => {
      host.server.closeAllConnections();
      return host.close();
    });
    return address;
  },
};

describe.each(Object.entries(HOSTS))("mounted in %s", (_, mount) => {
  it("reads, writes, refuses and follows as by itself", async () => {
    const server = await filled();
    const address = await mount(server);
    expect(await (await fetch(address)).text()).toBe("ours");
    const client = createClient({ url: `${address}/cadre`, key: KEYS.convening.secret });
    const project = client.v1.projects[":project"];
    const p1 = { param: { project: "p1" } };
    const saved = await project.framework.$put({ ...p1, header: { "if-match": '"1"' }, json: document() });
    expect(saved.status === 200 && (await saved.json()).revision).toBe(2);
    const again = await project.framework.$put({ ...p1, header: { "if-match": '"1"' }, json: document() });
    expect([again.status, again.headers.get("content-type")]).toEqual([409, "application/problem+json"]);
    const inspected = await project.inspection.$get(p1);
    expect(inspected.status === 200 && (await inspected.json()).budget.total).toBe(1_000_000.12);
    for await (const { event } of client.follow("p1")) {
      expect(event.type).toBe("project.opened");
      break;
    }
    expect((await fetch(`${address}/cadre/v1/projects`)).status).toBe(401);
    expect((await fetch(`${address}/cadre/health`)).status).toBe(200);
    const page = await fetch(`${address}/cadre/v1/projects/p1/dashboard`, {
      headers: { Authorization: `Bearer ${KEYS.viewer.secret}` },
    });
    expect([page.status, (await page.text()).includes("dashboard/data")]).toEqual([200, true]);
  });
});
